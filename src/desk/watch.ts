import { splitDeliveryId } from '../article/delivery.ts';
import type { Desk } from './desk.ts';
import type { DeskPorts } from './ports.ts';

/** So many changed deliveries may wait to be read; beyond that the oldest are dropped, as a reader re-reads anyway. */
const mostWaiting = 1_000;

/** Calls back with each delivery that changed, in order, as it is when it is read. */
export const createWatch =
  ({ live, ledger }: Pick<DeskPorts, 'live' | 'ledger'>): Desk['watch'] =>
  async (onChange) => {
    const waiting = new Set<string>();
    let reading = false;
    let stopped = false;

    const readNext = async (): Promise<void> => {
      for (const id of waiting) {
        waiting.delete(id);
        const place = splitDeliveryId(id);
        // A change that cannot be read is left out: the next one is announced anew.
        const delivery = place && (await ledger.get(place.article, place.channel).catch(() => null));
        if (stopped) return;
        if (delivery) onChange(delivery);
      }
      reading = false;
    };

    const stop = await live.watch((id) => {
      if (stopped) return;
      waiting.delete(id);
      waiting.add(id);
      const [oldest] = waiting;
      if (waiting.size > mostWaiting && oldest !== undefined) waiting.delete(oldest);
      if (reading) return;
      reading = true;
      void readNext();
    });
    return () => {
      stopped = true;
      stop().catch(() => undefined);
    };
  };
