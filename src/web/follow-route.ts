import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desk } from '../desk/desk.ts';
import { problemSchema } from './api/schemas.ts';
import { describeFault, sendProblem } from './problem.ts';

/** The call-to-action under an article: public, and stable while the channel's own address may change. */
export const registerFollow = (app: FastifyInstance, desk: Desk): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/follow/:channel',
    {
      schema: {
        summary: 'Where readers follow a channel',
        params: z.object({ channel: z.string() }),
        security: [],
        response: {
          302: z.null().describe("to the channel's own address"),
          404: problemSchema.describe('no such channel'),
        },
      },
    },
    async (request, reply) => {
      const target = desk.follow(request.params.channel);
      return target.ok ? reply.redirect(target.value, 302) : sendProblem(reply, describeFault(target.fault));
    },
  );
};
