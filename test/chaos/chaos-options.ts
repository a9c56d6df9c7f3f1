export const redisKinds = ['standalone', 'sentinel', 'cluster'] as const;
export type RedisKind = (typeof redisKinds)[number];

/** How hard one run is on Tellal. */
export interface ChaosOptions {
  readonly redis: RedisKind;
  /** `control`: the same wiring with a ledger that protects nothing, which must show. */
  readonly worker: 'tellal' | 'control';
  readonly seed: number;
  readonly articles: number;
  readonly channels: number;
  readonly workers: number;
  /** SIGKILL of a worker. */
  readonly kills: number;
  /** SIGSTOP of a worker for longer than its locks and leases live. */
  readonly freezes: number;
  /** SIGKILL of the Redis that is written to. */
  readonly redisKills: number;
  /** Telegram cuts every connection and refuses new ones for a moment. */
  readonly outages: number;
  /** The share of all posts during which strikes fall; less than 1, so that everybody still has work after the last. */
  readonly strikesWithin: number;
  /** With a proof chat, Tellal looks into the channels itself; without one, it asks a person. */
  readonly proofChat: boolean;
  /** A primary is killed only when its replica has every write that was answered. */
  readonly inStep: boolean;
  readonly settleSeconds: number;
  readonly timeoutSeconds: number;
}

const common = { redis: 'standalone', worker: 'tellal', workers: 3, proofChat: true, inStep: true } as const;

export const longRun = (seed: number, articles = 500): ChaosOptions => {
  const scaled = (count: number): number => Math.max(1, Math.round((count * Math.min(articles, 500)) / 500));
  return {
    ...common,
    ...{ seed, articles, channels: 5, settleSeconds: 1, timeoutSeconds: 2 },
    ...{ kills: scaled(30), freezes: scaled(5), redisKills: scaled(2), outages: scaled(2), strikesWithin: 0.92 },
  };
};

/** For `npm test`: lanes that stand still after a kill do so at the same time. */
export const shortRun = (seed: number, articles = 50): ChaosOptions => ({
  ...common,
  ...{ seed, articles, channels: 3, settleSeconds: 0.2, timeoutSeconds: 1 },
  ...{ kills: 2, freezes: 0, redisKills: 1, outages: 1, strikesWithin: 0.4 },
});
