import type { Clock } from './clock.ts';
import type { Fault, FaultOrder, FaultPlan, Faults } from './faults.ts';
import type { ChatRef } from './port.ts';

/** What is known of a request when its fault is chosen. */
export interface Suspect {
  readonly method: string;
  readonly chat: number | null;
  readonly text: string;
}

export interface FaultBook {
  readonly port: Faults;
  /** The fault that strikes this request, if any. */
  pick(suspect: Suspect): Fault | null;
  /** Keeps an accepted request until it is to take effect. */
  postpone(fault: Fault, effect: () => void): void;
}

const CHANGING = 'sendMessage sendPhoto editMessageText editMessageCaption editMessageReplyMarkup deleteMessage'.split(
  ' ',
);

export const createFaultBook = (clock: Clock, idOf: (ref: ChatRef) => number | null): FaultBook => {
  const orders = new Set<{ readonly order: FaultOrder; seen: number; hits: number }>();
  const postponed = new Set<() => void>();
  let plan: { readonly plan: FaultPlan; readonly next: () => number } | null = null;
  let struck = 0;

  const fits = (suspect: Suspect, methods: readonly string[] | null, chat: ChatRef | undefined): boolean =>
    (methods === null || methods.includes(suspect.method)) && (chat === undefined || idOf(chat) === suspect.chat);

  const pickOrdered = (suspect: Suspect): Fault | null => {
    let fault: Fault | null = null;
    for (const entry of orders) {
      const { method, chat, contains, nth = 1, times = 1 } = entry.order;
      const methods = method === undefined ? null : [method].flat();
      if (!fits(suspect, methods, chat) || !suspect.text.includes(contains ?? '')) continue;
      entry.seen += 1;
      if (fault || entry.seen < nth || entry.hits >= times) continue;
      entry.hits += 1;
      fault = entry.order.fault;
    }
    return fault;
  };

  const pickPlanned = (suspect: Suspect): Fault | null => {
    if (!plan || !fits(suspect, plan.plan.methods ?? CHANGING, plan.plan.chat)) return null;
    // Both numbers are drawn for every request, so that one more kind does not move the others.
    const [chance, choice] = [plan.next(), plan.next()];
    if (chance >= plan.plan.share) return null;
    return plan.plan.kinds[Math.floor(choice * plan.plan.kinds.length)] ?? null;
  };

  return {
    pick: (suspect) => {
      const fault = pickOrdered(suspect) ?? pickPlanned(suspect);
      if (fault) struck += 1;
      return fault;
    },
    postpone: ({ laterMs }, effect) => {
      const run = (): void => {
        if (postponed.delete(run)) effect();
      };
      postponed.add(run);
      if (laterMs !== undefined) clock.after(laterMs, run);
    },
    port: {
      order: (order) => {
        const entry = { order, seen: 0, hits: 0 };
        orders.add(entry);
        return { hits: () => entry.hits, cancel: () => orders.delete(entry) };
      },
      plan: (next) => {
        plan = next && { plan: next, next: createRandom(next.seed) };
      },
      release: () => {
        for (const run of [...postponed]) run();
      },
      get pending() {
        return postponed.size;
      },
      get struck() {
        return struck;
      },
    },
  };
};

/** Numbers from 0 to 1 that depend on nothing but the seed (mulberry32). */
const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};
