import type { StrikeKind } from './script-strikes.ts';

export const passes = ['plain', 'drift', 'control'] as const;
/**
 * - `drift`: on a later build of WhatsApp Web, with everything changed that can be mended.
 * - `control`: a ledger that protects nothing, which must show.
 */
export type Pass = (typeof passes)[number];

/** How hard one run is on the WhatsApp account. */
export interface RunOptions {
  readonly pass: Pass;
  readonly seed: number;
  readonly articles: number;
  readonly channels: number;
  /** Processes that compete for the account. */
  readonly workers: number;
  /** Requests of the page that meet a fault of the server, about. */
  readonly faults: number;
  readonly strikes: Readonly<Partial<Record<StrikeKind, number>>>;
  /** The share of all posts during which strikes fall; less than 1, so that there is still work after the last. */
  readonly strikesWithin: number;
  /** Faults that cost a minute each: a page that never loads, a request to wait, a link that is no longer accepted. */
  readonly slowFaults: boolean;
  readonly settleSeconds: number;
  readonly timeoutSeconds: number;
}

const everyKind: RunOptions['strikes'] = {
  ...{ worker: 2, child: 3, browser: 3, 'freeze-worker': 1, 'freeze-browser': 1, redis: 1, outage: 1 },
  ...{ conflict: 1, timeout: 2, 'unpaired-idle': 1, reload: 1, 'log-out': 1, person: 2 },
};

export const longRun = (pass: Pass, seed: number, posts = 64): RunOptions => {
  const channels = 2;
  const articles = Math.max(1, Math.round(posts / channels));
  const common = { pass, seed, channels, settleSeconds: 0.5, timeoutSeconds: 3 } as const;
  if (pass === 'control')
    return {
      ...common,
      ...{ articles: Math.min(articles, 15), workers: 1, faults: 12, strikes: {}, strikesWithin: 1, slowFaults: false },
    };
  return { ...common, articles, workers: 3, faults: 42, strikes: everyKind, strikesWithin: 0.9, slowFaults: true };
};

/** For `npm test`. */
export const shortRun = (pass: Pass, seed: number): RunOptions => ({
  ...{ pass, seed, slowFaults: false, strikesWithin: 0.7, settleSeconds: 0.2, timeoutSeconds: 2 },
  ...(pass === 'control'
    ? { articles: 3, channels: 1, workers: 1, faults: 3, strikes: {} }
    : { articles: 4, channels: 2, workers: 2, faults: 4, strikes: { browser: 1, worker: 1 } }),
});
