import type { Delivery } from '../article/delivery.ts';
import type { Desk } from './desk.ts';
import { findPlace } from './find-channel.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';
import { isPending, wakeLane } from './wake-lane.ts';

/** Plans a refused or skipped delivery again. */
export const createRetry =
  (ports: Pick<DeskPorts, 'channels' | 'ledger' | 'archive' | 'lanes' | 'audit'>): Desk['retry'] =>
  async (actor, id) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const place = findPlace(ports.channels, id);
    if (!place.ok) return place;
    const { article, channel } = place.value;
    const answer = await ports.ledger.retry(article, channel);
    const delivery = await ports.ledger.get(article, channel);
    if (!delivery) return fail('not-found', `there is no delivery ${JSON.stringify(id)}`);
    // Pending without having been planned just now: an earlier retry was cut off before its lane job was added.
    if (answer !== 'planned' && !isPending(delivery))
      return fail('conflict', `${id} is ${delivery.state}`, hintFor(delivery));
    await wakeLane(ports, delivery);
    ports.audit({ actor: actor.name, command: 'retry', subject: id });
    return done(delivery);
  };

const hintFor = ({ id, state, needs, wanted }: Delivery): { readonly hint: string } => {
  if (needs === 'person') return { hint: `look in the channel, then say what you saw: tellal resolve ${id}` };
  if (state === 'unknown') return { hint: 'Tellal is looking in the channel; wait for what it finds' };
  if (wanted === null) return { hint: 'the article was retracted; if its post still stands, take it away by hand' };
  return { hint: 'only a refused or skipped delivery can be retried' };
};
