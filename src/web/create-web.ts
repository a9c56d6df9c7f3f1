import cookiePlugin from '@fastify/cookie';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Desk } from '../desk/desk.ts';
import { registerApi } from './api/register-api.ts';
import { registerAssets } from './assets.ts';
import { type BoardQueue, registerBoards } from './board.ts';
import { registerConsole } from './console/register-console.tsx';
import { createServer } from './create-server.ts';
import { registerFollow } from './follow-route.ts';
import { registerOpenapi } from './openapi.ts';
import { listPages } from './pages/navigation.tsx';
import { type Probes, registerProbes } from './probe-routes.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { createSessionCookie } from './session-cookie.ts';

export interface WebOptions extends Probes {
  readonly desk: Desk;
  /** Shown by bull-board under /queues; opened and closed by the caller. */
  readonly queues: readonly BoardQueue[];
  readonly log: FastifyBaseLogger;
  /** True where browsers reach the console by https. */
  readonly secureCookies: boolean;
}

/** The HTTP contract and the console, ready for the caller to listen. */
export const createWeb = async (options: WebOptions): Promise<FastifyInstance> => {
  const { desk, queues, log, secureCookies } = options;
  const app = createServer(log);
  const cookie = createSessionCookie(secureCookies);
  app.decorateRequest('identity', null);
  app.decorate('pages', listPages(desk));
  await app.register(cookiePlugin);
  await registerSecurityHeaders(app, secureCookies);
  await registerOpenapi(app);
  registerProbes(app, options);
  registerFollow(app, desk);
  await registerAssets(app);
  await registerApi(app, desk, cookie);
  await registerConsole(app, desk, cookie);
  await registerBoards(app, queues, desk.access, cookie);
  await app.ready();
  return app;
};
