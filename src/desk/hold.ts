import type { Delivery } from '../article/delivery.ts';
import type { Desk } from './desk.ts';
import { findPlace } from './find-channel.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** Takes a post that does not stand yet out of its lane, for a person to post it by hand; `resolve` ends that. */
export const createHold =
  ({ channels, ledger, audit }: Pick<DeskPorts, 'channels' | 'ledger' | 'audit'>): Desk['hold'] =>
  async (actor, id) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const place = findPlace(channels, id);
    if (!place.ok) return place;
    const { article, channel } = place.value;
    const held = await ledger.hold(article, channel, actor.name);
    const delivery = await ledger.get(article, channel);
    if (!delivery) return fail('not-found', `there is no delivery ${JSON.stringify(id)}`);
    if (held !== 'held') return fail('conflict', `${id} is ${delivery.state}`, hintFor(delivery));
    audit({ actor: actor.name, command: 'hold', subject: id });
    return done(delivery);
  };

const hintFor = ({ state, wanted }: Delivery): { readonly hint: string } => {
  if (wanted === null) return { hint: 'the article was retracted' };
  if (state === 'sending') return { hint: 'Tellal is sending it just now; see what comes of it before you post it' };
  return { hint: 'only a post that does not stand on the channel yet can be posted by hand' };
};
