import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../desk/desk.ts';
import { bodyLimit, describeError } from '../describe-error.ts';
import { createLive } from '../live.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { registerArticles } from './article-routes.tsx';
import { registerChannels } from './channel-routes.tsx';
import { registerDeliveries } from './delivery-routes.tsx';
import { registerDesk } from './desk-routes.tsx';
import { guardConsole } from './guard.tsx';
import { registerLive } from './live-routes.ts';
import { registerLogin } from './login-routes.tsx';
import { sendErrorPage } from './respond.tsx';
import { registerWhatsapp } from './whatsapp-routes.tsx';

/** The pages for editors and ops. Its forms are parsed here only, so that the API never takes one. */
export const registerConsole = async (app: FastifyInstance, desk: Desk, cookie: SessionCookie): Promise<void> => {
  const live = createLive(desk, app.log);
  app.addHook('preClose', async () => live.close());
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      const problem = describeError(error);
      if (problem.status >= 500) request.log.error({ err: error }, 'page failed');
      return sendErrorPage(request, reply, problem);
    });
    await scope.register(formbody, { bodyLimit });
    await scope.register(async (open) => registerLogin(open, desk.access, cookie));
    await scope.register(async (pages) => {
      guardConsole(pages, desk.access, cookie);
      registerDesk(pages, desk);
      registerDeliveries(pages, desk);
      registerChannels(pages, desk);
      registerArticles(pages, desk);
      if (desk.hasWhatsapp) registerWhatsapp(pages, desk);
      registerLive(pages, live, desk.access, cookie);
      pages.post('/logout', { schema: { hide: true } }, async (request, reply) => {
        const session = cookie.read(request);
        if (session !== null) await desk.access.logout(session);
        cookie.clear(reply);
        return reply.redirect('/login', 303);
      });
    });
  });
};
