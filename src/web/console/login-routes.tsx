import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Access } from '../../desk/desk.ts';
import { toLocalPath } from '../local-path.ts';
import { LoginPage } from '../pages/login-page.tsx';
import { createProblem } from '../problem.ts';
import { isSameOrigin } from '../same-origin.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { readText } from './article-form.ts';
import { formOf, sendErrorPage, sendPage } from './respond.tsx';

const attempts = { max: 10, timeWindow: 60_000, cache: 5_000 };

/** The door: a token is exchanged for a session. */
export const registerLogin = async (scope: FastifyInstance, access: Access, cookie: SessionCookie): Promise<void> => {
  await scope.register(rateLimit, { global: false, ...attempts });
  scope.get<{ Querystring: { next?: unknown } }>('/login', { schema: { hide: true } }, (request, reply) =>
    sendPage(reply, <LoginPage next={toLocalPath(request.query.next)} refused={false} />),
  );
  scope.post('/login', { schema: { hide: true }, config: { rateLimit: attempts } }, async (request, reply) => {
    // There is no session yet whose token a form could carry.
    if (!isSameOrigin(request)) {
      const hint = 'Sign in on the page of the console itself.';
      return sendErrorPage(
        request,
        reply,
        createProblem('forbidden', 'This sign-in came from another site.', { hint }),
      );
    }
    const form = formOf(request);
    const next = toLocalPath(form.next);
    const opened = await access.login(readText(form, 'token'));
    if (opened === null) return sendPage(reply, <LoginPage next={next} refused />, 401);
    cookie.write(reply, opened.session);
    return reply.redirect(next, 303);
  });
};
