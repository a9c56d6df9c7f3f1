import { Worker } from 'bullmq';
import { isRedisFault } from './faults.ts';

/**
 * Makes the queue of `worker` wait, with the job in hand at its head. Also where Redis does not take even that: whatever
 * else a processor throws becomes a failed job if Redis takes writes again in that very moment.
 */
export const waitAtHead = async (worker: Pick<Worker, 'rateLimit'>, ms: number): Promise<never> => {
  await worker.rateLimit(Math.max(1, Math.ceil(ms))).catch((error: unknown) => {
    if (!isRedisFault(error)) throw error;
  });
  throw Worker.RateLimitError();
};

/** How long work waits that failed because of Redis. */
export const redisAwayMs = 1_000;
