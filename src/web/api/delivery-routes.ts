import { z } from 'zod';
import { deliveryStates } from '../../article/delivery.ts';
import type { Desk } from '../../desk/desk.ts';
import { actorOf } from '../identity.ts';
import { answers, idParams, sendOutcome } from './answer.ts';
import type { Api } from './api.ts';
import { deliverySchema } from './schemas.ts';

const query = z.object({
  state: z.enum(deliveryStates).exactOptional(),
  channel: z.string().exactOptional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

const resolution = z.object({
  sent: z.boolean().meta({ description: 'whether the last operation took effect' }),
  messageId: z.string().min(1).nullable().default(null),
});

export const registerDeliveryRoutes = (api: Api, desk: Desk): void => {
  const delivery = answers(200, deliverySchema, 'the delivery as it is now');
  api.get(
    '/deliveries',
    {
      schema: {
        summary: 'Deliveries, newest first',
        querystring: query,
        response: answers(200, z.array(deliverySchema).readonly(), 'the deliveries'),
      },
    },
    async (request, reply) => sendOutcome(reply, await desk.deliveries(actorOf(request), request.query)),
  );
  api.post(
    '/deliveries/:id/retry',
    { schema: { summary: 'Plan a refused or skipped delivery again', params: idParams, response: delivery } },
    async (request, reply) => sendOutcome(reply, await desk.retry(actorOf(request), request.params.id)),
  );
  api.post(
    '/deliveries/:id/resolve',
    {
      schema: {
        summary: 'Answer for an unknown outcome',
        params: idParams,
        body: resolution,
        response: delivery,
      },
    },
    async (request, reply) => {
      const { sent, messageId } = request.body;
      const answer = sent ? { sent, messageId } : { sent };
      return sendOutcome(reply, await desk.resolve(actorOf(request), request.params.id, answer));
    },
  );
};
