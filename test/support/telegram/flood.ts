import type { Clock } from './clock.ts';

/** Decides how long a send or edit must still wait. */
export interface Flood {
  /** 0: it may go, and is counted. Otherwise milliseconds to wait; nothing is counted. */
  take(chat: number): number;
  /** Answers 429: requests during the wait are refused too, and every refusal in a row makes it longer. Seconds. */
  punish(chat: number, waitMs: number): number;
}

interface Limit {
  readonly count: number;
  readonly perMs: number;
}

const MINUTE = 60_000;
/** About one a second in a chat, with a short burst; edits count as sends. */
const PER_CHAT: readonly Limit[] = [
  { count: 4, perMs: 4_000 },
  { count: 20, perMs: MINUTE },
];
const OVERALL: readonly Limit[] = [{ count: 30, perMs: 1_000 }];

interface Ban {
  until: number;
  strikes: number;
}

export const createFlood = (clock: Clock): Flood => {
  const sent = new Map<number, number[]>();
  const bans = new Map<number, Ban>();
  const all: number[] = [];

  const timesOf = (chat: number): number[] => {
    const times = sent.get(chat) ?? [];
    sent.set(chat, times);
    return times;
  };

  return {
    take: (chat) => {
      const now = clock.now();
      const banned = (bans.get(chat)?.until ?? 0) - now;
      const times = timesOf(chat);
      const wait = Math.max(banned, waitFor(PER_CHAT, times, now), waitFor(OVERALL, all, now));
      if (wait > 0) return wait;
      for (const list of [times, all]) {
        list.push(now);
        while (list.length > 0 && (list[0] ?? now) <= now - MINUTE) list.shift();
      }
      return 0;
    },
    punish: (chat, waitMs) => {
      const now = clock.now();
      const last = bans.get(chat);
      const strikes = last && now - last.until < MINUTE ? last.strikes + 1 : 0;
      const until = last && last.until > now ? last.until : now + waitMs + strikes * 1_000;
      bans.set(chat, { until, strikes });
      return Math.max(1, Math.ceil((until - now) / 1000));
    },
  };
};

/** Milliseconds until one more stays within every limit. */
const waitFor = (limits: readonly Limit[], times: readonly number[], now: number): number =>
  Math.max(
    0,
    ...limits.map(({ count, perMs }) => {
      const oldest = times.at(-count);
      return oldest === undefined ? 0 : oldest + perMs - now;
    }),
  );
