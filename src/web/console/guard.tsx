import type { FastifyInstance } from 'fastify';
import type { Access } from '../../desk/desk.ts';
import { changes, identifySession, isSameSecret } from '../identity.ts';
import { createProblem } from '../problem.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { formOf, isFragment, sendErrorPage } from './respond.tsx';

/** Lets nobody pass without a session, and no form that another site wrote. */
export const guardConsole = (scope: FastifyInstance, access: Access, cookie: SessionCookie): void => {
  scope.addHook('onRequest', async (request, reply) => {
    request.identity = await identifySession(request, access, cookie);
    if (request.identity !== null) return;
    const next = changes(request) || isFragment(request) ? '/' : request.url;
    const login = `/login?${new URLSearchParams({ next })}`;
    return isFragment(request) ? reply.code(401).header('hx-redirect', login).send() : reply.redirect(login, 303);
  });
  scope.addHook('preHandler', async (request, reply) => {
    if (!changes(request)) return;
    if (isSameSecret(formOf(request)._csrf, request.identity?.csrf ?? null)) return;
    const hint = 'Open the page again and repeat.';
    return sendErrorPage(
      request,
      reply,
      createProblem('forbidden', 'This form belongs to an older session.', { hint }),
    );
  });
};
