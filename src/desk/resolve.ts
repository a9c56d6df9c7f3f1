import type { Attempt, Delivery } from '../article/delivery.ts';
import type { Desk } from './desk.ts';
import { findPlace } from './find-channel.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';
import { wakeLane } from './wake-lane.ts';

const longestMessageId = 200;

/** A person's word on an unknown outcome: the last operation took effect, or it did not. */
export const createResolve =
  (ports: Pick<DeskPorts, 'channels' | 'ledger' | 'archive' | 'lanes' | 'audit'>): Desk['resolve'] =>
  async (actor, id, answer) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const place = findPlace(ports.channels, id);
    if (!place.ok) return place;
    const { article, channel } = place.value;
    const messageId = answer.sent ? answer.messageId?.trim() || null : null;
    const errors = checkMessageId(answer.sent, messageId, await ports.ledger.attempts(article, channel));
    if (errors.length > 0) return fail('invalid', `${id} cannot be resolved like this`, { errors });
    const resolved = await ports.ledger.resolve(
      article,
      channel,
      answer.sent ? { tookEffect: true, messageId, link: null } : { tookEffect: false },
    );
    const delivery = await ports.ledger.get(article, channel);
    if (!delivery) return fail('not-found', `there is no delivery ${JSON.stringify(id)}`);
    await wakeLane(ports, delivery);
    if (resolved !== 'resolved') return fail('conflict', `${id} is ${delivery.state}, not unknown`, hintFor(delivery));
    ports.audit({ actor: actor.name, command: answer.sent ? 'resolve --sent' : 'resolve --not-sent', subject: id });
    return done(delivery);
  };

const checkMessageId = (sent: boolean, messageId: string | null, attempts: readonly Attempt[]) => {
  if (!sent) return [];
  if (messageId === null && attempts.at(-1)?.operation === 'post') {
    return [
      {
        path: 'messageId',
        message: 'messageId is needed: later corrections and a retraction act on the post with this id',
      },
    ];
  }
  return messageId !== null && messageId.length > longestMessageId
    ? [
        {
          path: 'messageId',
          message: `messageId is longer than ${longestMessageId} characters; copy it from the post's own link`,
        },
      ]
    : [];
};

const hintFor = ({ state }: Delivery): { readonly hint?: string } =>
  state === 'refused' || state === 'skipped' ? { hint: 'it can be planned again with: tellal retry' } : {};
