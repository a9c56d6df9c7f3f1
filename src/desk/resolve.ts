import type { Platform } from '../article/channel.ts';
import type { Attempt, Delivery } from '../article/delivery.ts';
import type { Desk } from './desk.ts';
import { findPlace } from './find-channel.ts';
import { namePost } from './name-post.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';
import { wakeLane } from './wake-lane.ts';

/**
 * A person's word on an unknown outcome: the last operation took effect, or it did not. That a planned or refused post is
 * on the channel means that the person put it there.
 */
export const createResolve =
  (ports: Pick<DeskPorts, 'channels' | 'ledger' | 'archive' | 'lanes' | 'audit'>): Desk['resolve'] =>
  async (actor, id, answer) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const place = findPlace(ports.channels, id);
    if (!place.ok) return place;
    const { article, channel, platform } = place.value;
    const { messageId, link } = namePost(answer.sent ? answer.messageId : null);
    const before = await ports.ledger.get(article, channel);
    const errors = answer.sent
      ? checkMessageId(messageId, platform, await ports.ledger.attempts(article, channel))
      : [];
    if (messageId !== null && errors.length === 0 && messageId !== before?.messageId) {
      const [next] = await ports.ledger.messageIds(channel, String(Number(messageId) - 1));
      if (next === messageId)
        errors.push(faultOf('is that of another post of ours; copy it from the post of this one'));
    }
    if (errors.length > 0) return fail('invalid', `${id} cannot be resolved like this`, { errors });
    // First, so that its lane does not send it once more; one that it sends just now is a conflict below.
    if (answer.sent && (before?.state === 'planned' || before?.state === 'refused'))
      await ports.ledger.hold(article, channel, actor.name);
    const resolved = await ports.ledger.resolve(
      article,
      channel,
      answer.sent ? { tookEffect: true, messageId, link } : { tookEffect: false },
    );
    const delivery = await ports.ledger.get(article, channel);
    if (!delivery) return fail('not-found', `there is no delivery ${JSON.stringify(id)}`);
    await wakeLane(ports, delivery);
    if (resolved !== 'resolved')
      return fail('conflict', `${id} is ${delivery.state}, not unknown`, hintFor(delivery, answer.sent));
    ports.audit({ actor: actor.name, command: answer.sent ? 'resolve --sent' : 'resolve --not-sent', subject: id });
    return done(delivery);
  };

const longestMessageId = 200;

const checkMessageId = (messageId: string | null, platform: Platform, attempts: readonly Attempt[]) => {
  const fault = findFault(messageId, platform, attempts.at(-1)?.operation ?? 'post');
  return fault === null ? [] : [faultOf(fault)];
};

const faultOf = (fault: string) => ({ path: 'messageId', message: `messageId ${fault}` });

const findFault = (messageId: string | null, platform: Platform, operation: Attempt['operation']): string | null => {
  // WhatsApp shows the id of a post to nobody but in its link, which not every phone offers.
  if (messageId === null)
    return operation === 'post' && platform !== 'whatsapp'
      ? 'is needed: later corrections and a retraction act on the post with this id'
      : null;
  if (messageId.length > longestMessageId)
    return `is longer than ${longestMessageId} characters; copy it from the post's own link`;
  if (/^\d+$/.test(messageId)) return null;
  const rule = 'must be the number at the end of the link of the post';
  return platform === 'whatsapp' ? `${rule}; leave it out if you cannot see it` : rule;
};

const hintFor = ({ state }: Delivery, sent: boolean): { readonly hint?: string } => {
  if (sent && (state === 'sending' || state === 'sent'))
    return { hint: 'Tellal sent it meanwhile: if you posted it too, delete one of the two on the channel' };
  return state === 'refused' || state === 'skipped' ? { hint: 'it can be planned again with: tellal retry' } : {};
};
