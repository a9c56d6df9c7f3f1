/** A dead worker's job is given to another after at most `lockMs + stalledMs`, which leaves some of the 20 s that are promised. */
const lockMs = 12_000;
const stalledMs = 2_000;

/** What every worker of ours shares: order first, and nothing is ever given up because workers died. */
export const workerSettings = {
  concurrency: 1,
  lockDuration: lockMs,
  stalledInterval: stalledMs,
  maxStalledCount: Number.MAX_SAFE_INTEGER,
  // Without a limiter, other processes would not see that a queue waits.
  limiter: { max: 1_000_000, duration: 1_000 },
  maximumRateLimitDelay: 1_000,
  /** After a connection that was closed; BullMQ's own is 15 s. */
  runRetryDelay: 1_000,
} as const;

/** Finished jobs are traces for ops, not a record: that is the ledger. */
export const keepDone = { age: 24 * 60 * 60, count: 1_000 } as const;

/** Failed jobs are the dead letters: kept as long as deliveries are. */
export const keepDead = { age: 45 * 24 * 60 * 60, count: 10_000 } as const;
