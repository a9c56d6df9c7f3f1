import type { FaultOrder, Faults, Operation } from './faults.ts';
import type { ChannelRef } from './port.ts';

/** What is known of a request when its fault is chosen. */
export interface Suspect {
  readonly operation: Operation;
  readonly channel: string | null;
  readonly text: string;
}

export interface FaultBook {
  readonly port: Faults;
  /** The order that strikes this request, if any. */
  pick(suspect: Suspect): FaultOrder | null;
  /** Runs after `ms`, or at `faults.release()` when no time is given. */
  postpone(ms: number | undefined, effect: () => void): void;
  /** Nothing postponed happens any more. */
  stop(): void;
}

export const createFaultBook = (idOf: (ref: ChannelRef) => string | null): FaultBook => {
  const orders = new Set<{ readonly order: FaultOrder; seen: number; hits: number }>();
  const postponed = new Map<() => void, NodeJS.Timeout | undefined>();
  let struck = 0;

  const fits = ({ operation, channel, text }: Suspect, order: FaultOrder): boolean =>
    [order.op ?? 'send'].flat().includes(operation) &&
    (order.channel === undefined || idOf(order.channel) === channel) &&
    text.includes(order.contains ?? '');

  return {
    pick: (suspect) => {
      let picked: FaultOrder | null = null;
      for (const entry of orders) {
        const { nth = 1, times = 1 } = entry.order;
        if (!fits(suspect, entry.order)) continue;
        entry.seen += 1;
        if (picked || entry.seen < nth || entry.hits >= times) continue;
        entry.hits += 1;
        picked = entry.order;
      }
      if (picked) struck += 1;
      return picked;
    },
    postpone: (ms, effect) => {
      const run = (): void => {
        clearTimeout(postponed.get(run));
        if (postponed.delete(run)) effect();
      };
      postponed.set(run, ms === undefined ? undefined : setTimeout(run, ms));
    },
    stop: () => {
      for (const timer of postponed.values()) clearTimeout(timer);
      postponed.clear();
    },
    port: {
      order: (order) => {
        const entry = { order, seen: 0, hits: 0 };
        orders.add(entry);
        return { hits: () => entry.hits, cancel: () => orders.delete(entry) };
      },
      release: () => {
        for (const run of [...postponed.keys()]) run();
      },
      get struck() {
        return struck;
      },
    },
  };
};
