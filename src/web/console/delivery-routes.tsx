import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../desk/desk.ts';
import { actorOf, identityOf } from '../identity.ts';
import { DeliveriesPage } from '../pages/deliveries-page.tsx';
import { describeFault } from '../problem.ts';
import { readText } from './article-form.ts';
import { formOf, paramOf, sendBack, sendPage } from './respond.tsx';

/** What came of everything, and a person's answers. */
export const registerDeliveries = (scope: FastifyInstance, desk: Desk): void => {
  const hidden = { schema: { hide: true } };
  scope.get<{ Querystring: Record<string, unknown> }>('/deliveries', hidden, async (request, reply) => {
    const [state, channel] = [readText(request.query, 'state'), readText(request.query, 'channel')];
    const filter = { ...(state && { state }), ...(channel && { channel }), limit: 200 };
    const actor = actorOf(request);
    const [channels, deliveries] = await Promise.all([desk.channels(actor), desk.deliveries(actor, filter)]);
    const page = (
      <DeliveriesPage
        identity={identityOf(request)}
        deliveries={deliveries.ok ? deliveries.value : []}
        fault={deliveries.ok ? null : deliveries.fault}
        state={state}
        channel={channel}
        channels={channels.ok ? channels.value.map(({ id }) => id) : []}
      />
    );
    return sendPage(reply, page, deliveries.ok ? 200 : describeFault(deliveries.fault).status);
  });
  scope.post('/deliveries/:id/retry', hidden, async (request, reply) =>
    sendBack(request, reply, await desk.retry(actorOf(request), paramOf(request, 'id'))),
  );
  scope.post('/deliveries/:id/hold', hidden, async (request, reply) =>
    sendBack(request, reply, await desk.hold(actorOf(request), paramOf(request, 'id'))),
  );
  scope.post('/deliveries/:id/resolve', hidden, async (request, reply) => {
    const form = formOf(request);
    const messageId = readText(form, 'messageId') || null;
    const answer = form.sent === 'true' ? ({ sent: true, messageId } as const) : ({ sent: false } as const);
    return sendBack(request, reply, await desk.resolve(actorOf(request), paramOf(request, 'id'), answer));
  });
};
