import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Desk } from '../../desk/desk.ts';
import { changes, identify, isSameSecret, readBearer } from '../identity.ts';
import { createProblem, sendProblem } from '../problem.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { registerArticleRoutes } from './article-routes.ts';
import { registerChannelRoutes } from './channel-routes.ts';
import { registerDeliveryRoutes } from './delivery-routes.ts';
import { registerWhatsappRoutes } from './whatsapp-routes.ts';

/** The HTTP contract under /api. Who asks is known before a body is read. */
export const registerApi = async (app: FastifyInstance, desk: Desk, cookie: SessionCookie): Promise<void> => {
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        const token = readBearer(request);
        const identity = await identify(request, desk.access, cookie);
        if (identity === null) {
          const detail = token === null ? 'No token was sent.' : 'The token is not known.';
          const hint = 'Send "Authorization: Bearer <token>"; an admin gives tokens.';
          return sendProblem(reply, createProblem('unauthenticated', detail, { hint }));
        }
        if (token === null && changes(request) && !isSameSecret(request.headers['x-csrf-token'], identity.csrf)) {
          const hint = 'Send the X-CSRF-Token of the console page, or a Bearer token.';
          return sendProblem(reply, createProblem('forbidden', 'The session token of the page is missing.', { hint }));
        }
        request.identity = identity;
      });
      const api = scope.withTypeProvider<ZodTypeProvider>();
      registerArticleRoutes(api, desk);
      registerChannelRoutes(api, desk);
      registerDeliveryRoutes(api, desk);
      registerWhatsappRoutes(api, desk);
    },
    { prefix: '/api' },
  );
};
