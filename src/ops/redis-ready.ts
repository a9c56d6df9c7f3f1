import type { RedisClient } from '../../queues/connection.ts';
import { remedyFor } from '../../queues/faults.ts';
import { proveWrites } from '../../queues/redis-check.ts';
import { within } from './wait.ts';

export interface ReadyCheck {
  readonly ok: boolean;
  /** What is wrong, and what to do about it. */
  readonly detail?: string;
}

const answerWithinMs = 2_000;
const noAnswer: ReadyCheck = { ok: false, detail: 'no answer' };

/** Whether Redis answers and takes writes. While it is away nothing is queued for its return. */
export const checkRedisReady = async (redis: RedisClient): Promise<ReadyCheck> => {
  if (redis.status !== 'ready') return noAnswer;
  const written = proveWrites(redis).then((): ReadyCheck => ({ ok: true }), describeRefusal);
  return (await within(answerWithinMs, written)) ?? noAnswer;
};

const describeRefusal = (error: unknown): ReadyCheck => {
  const words = error instanceof Error ? error.message : String(error);
  const remedy = remedyFor(words);
  return { ok: false, detail: remedy === null ? words : `takes no writes (${words}); ${remedy}` };
};
