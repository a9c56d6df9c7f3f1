import { type Job, type Queue, UnrecoverableError, Worker } from 'bullmq';
import type { RedisClient } from './connection.ts';
import { isRedisFault } from './faults.ts';
import { houseSlot } from './keys.ts';
import { openQueue } from './open-queue.ts';
import { keepDead, keepDone, workerSettings } from './settings.ts';
import { redisAwayMs, waitAtHead } from './wait-at-head.ts';

/** The queue that newsrooms write to: job name = event type, data = the event (docs/cms.md). */
const articlesQueue = 'articles';

export const openArticles = (redis: RedisClient): Queue =>
  openQueue(redis, articlesQueue, houseSlot, { removeOnComplete: keepDone, removeOnFail: keepDead });

/** What came of an event: a note for ops, or the reason why it is a dead letter. */
export type EventResult = { readonly kind: 'done' | 'dead'; readonly note: string };

/** `name`: no two events have the same. */
export type TakeEvent = (jobName: string, data: unknown, name: string) => Promise<EventResult>;

/**
 * Takes events one at a time in all processes together, because the order of the events is the order of the posts.
 * An event that fails because of Redis is tried again at its place; one that fails by a bug becomes a dead letter.
 */
export const startArticles = async (redis: RedisClient, queue: Queue, work: TakeEvent): Promise<Worker> => {
  await queue.setGlobalConcurrency(1);
  const worker: Worker = new Worker(articlesQueue, (job) => takeEvent(worker, job, work), {
    connection: redis,
    prefix: houseSlot,
    ...workerSettings,
    removeOnComplete: keepDone,
    removeOnFail: keepDead,
  });
  return worker;
};

const takeEvent = async (worker: Worker, job: Job, work: TakeEvent): Promise<string> => {
  const result = await work(job.name, job.data, `${job.id}@${job.timestamp}`).catch(
    async (error: unknown): Promise<EventResult> => {
      if (isRedisFault(error)) return waitAtHead(worker, redisAwayMs);
      return { kind: 'dead', note: `a fault of ours: ${error}` };
    },
  );
  if (result.kind === 'dead') throw new UnrecoverableError(result.note);
  return result.note;
};
