import type { ChaosOptions } from './chaos-options.ts';
import type { Random } from './random.ts';

/** What is done to the house, and after which share of all posts. */
export interface Strike {
  readonly kind: 'kill' | 'freeze' | 'redis' | 'platform';
  /** 0 to 1. */
  readonly at: number;
  /** Index of the worker it hits. */
  readonly worker: number;
}

export const scriptStrikes = (random: Random, { workers, strikesWithin, ...counts }: ChaosOptions) => {
  const spread = (kind: Strike['kind'], count: number): readonly Strike[] =>
    Array.from({ length: count }, (_, i) => ({
      kind,
      at: ((i + random.below(1_000) / 1_000) / count) * strikesWithin,
      worker: random.below(workers),
    }));
  return [
    ...spread('kill', counts.kills),
    ...spread('freeze', counts.freezes),
    ...spread('redis', counts.redisKills),
    ...spread('platform', counts.outages),
  ].sort((one, other) => one.at - other.at);
};
