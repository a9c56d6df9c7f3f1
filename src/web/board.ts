import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance } from 'fastify';
import type { Access } from '../desk/desk.ts';
import { changes, hasRole, identify, readBearer } from './identity.ts';
import { createProblem, sendProblem } from './problem.ts';
import { isSameOrigin } from './same-origin.ts';
import type { SessionCookie } from './session-cookie.ts';

/** An open queue, as bull-board takes it. */
export type BoardQueue = ConstructorParameters<typeof BullMQAdapter>[0];

const opsPath = '/queues';
const viewPath = '/queues/view';

/** Every queue as it is: ops and admins may act on it, everyone else is led to a copy that only shows. */
export const registerBoards = async (
  app: FastifyInstance,
  queues: readonly BoardQueue[],
  access: Access,
  cookie: SessionCookie,
): Promise<void> => {
  for (const prefix of [opsPath, viewPath]) {
    await app.register(
      async (scope) => {
        guardBoard(scope, access, cookie);
        cleanAnswers(scope);
        await scope.register(createBoard(queues, prefix));
      },
      { prefix },
    );
  }
};

const guardBoard = (scope: FastifyInstance, access: Access, cookie: SessionCookie): void => {
  const onlyShows = scope.prefix === viewPath;
  scope.addHook('onRequest', async (request, reply) => {
    const identity = await identify(request, access, cookie);
    const isBrowser = readBearer(request) === null;
    if (identity === null) {
      if (isBrowser && !changes(request)) return reply.redirect('/login?next=/queues', 302);
      const [detail, hint] = isBrowser
        ? ['The session has ended.', 'Sign in again.']
        : ['The token is not known.', 'An admin gives tokens.'];
      return sendProblem(reply, createProblem('unauthenticated', detail, { hint }));
    }
    const mayAct = hasRole(identity.actor, 'ops');
    if (!changes(request)) {
      if (!mayAct && !onlyShows) return reply.redirect(viewPath, 302);
      return;
    }
    if (!mayAct || (isBrowser && !isSameOrigin(request))) {
      const hint = 'Only ops and admins change queues, and only from the board itself.';
      return sendProblem(reply, createProblem('forbidden', 'This change of a queue is not allowed.', { hint }));
    }
  });
};

/** The board's page asks an outside server for its typeface; ours asks nobody. */
const outerFonts = /<link href="https:\/\/fonts\.[^>]*>/;

/** The board styles its elements inline; its scripts are its own files. */
const boardPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; frame-ancestors 'none'";

const cleanAnswers = (scope: FastifyInstance): void => {
  scope.addHook('onSend', async (_request, reply, payload) => {
    reply.header('content-security-policy', boardPolicy);
    if (reply.statusCode < 500) return typeof payload === 'string' ? payload.replace(outerFonts, '') : payload;
    // The board does nothing but ask Redis; its own words about that may name hosts.
    const problem = createProblem('unavailable', 'Redis does not answer.', { hint: 'Try again shortly.' });
    reply.code(problem.status).type('application/problem+json');
    return JSON.stringify(problem);
  });
};

const createBoard = (queues: readonly BoardQueue[], prefix: string) => {
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(prefix);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: prefix === viewPath })),
    serverAdapter,
    options: {
      uiConfig: { boardTitle: 'Tellal queues', hideRedisDetails: true, miscLinks: [{ text: 'Desk', url: '/' }] },
    },
  });
  return serverAdapter.registerPlugin();
};
