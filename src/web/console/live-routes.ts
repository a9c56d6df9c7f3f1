import type { FastifyInstance } from 'fastify';
import type { Access } from '../../desk/desk.ts';
import { identifySession } from '../identity.ts';
import type { Live } from '../live.ts';
import { createProblem, sendProblem } from '../problem.ts';
import type { SessionCookie } from '../session-cookie.ts';

/** Server-sent events, one for each delivery that changed; the page then reads itself again. */
export const registerLive = (scope: FastifyInstance, live: Live, access: Access, cookie: SessionCookie): void => {
  scope.get('/live', { schema: { hide: true } }, async (request, reply) => {
    const stream = await live.open(async () => (await identifySession(request, access, cookie)) !== null);
    if (stream === null) return sendProblem(reply, createProblem('unavailable', 'Too many pages are open.'));
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream);
  });
};
