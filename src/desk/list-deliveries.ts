import { deliveryStates, isState } from '../article/delivery.ts';
import type { Desk } from './desk.ts';
import { findChannel } from './find-channel.ts';
import { done, fail } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

const usualLimit = 100;
const highestLimit = 1_000;

/** Deliveries by the order of their planning. */
export const createListDeliveries =
  ({ channels, ledger }: Pick<DeskPorts, 'channels' | 'ledger'>): Desk['deliveries'] =>
  async (_actor, { state, channel, order = 'newest', limit = usualLimit }) => {
    if (state !== undefined && !isState(state)) {
      return fail('invalid', `there is no state ${JSON.stringify(state)}`, {
        hint: `the states are ${deliveryStates.join(', ')}`,
      });
    }
    if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit) {
      return fail('invalid', `limit is a whole number from 1 to ${highestLimit}, not ${limit}`);
    }
    const one = channel === undefined ? null : findChannel(channels, channel);
    if (one && !one.ok) return one;
    const list = await ledger.list({
      ...(state === undefined ? {} : { states: [state] }),
      channels: one ? [one.value.id] : channels.map(({ id }) => id),
      order,
      limit,
    });
    return done(list);
  };
