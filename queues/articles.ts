import { Queue, Worker } from 'bullmq';
import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';
import { keepJobs, lockMs, stalledMs } from './settings.ts';

/** The queue that newsrooms write to: job name = event type, data = the event (see docs/cms.md). */
export const articlesQueue = 'articles';

export const openArticles = (redis: RedisClient): Queue =>
  new Queue(articlesQueue, {
    connection: redis,
    prefix: houseSlot,
    skipWaitingForReady: true,
    streams: { events: { maxLen: 1_000 } },
    defaultJobOptions: { removeOnComplete: keepJobs, removeOnFail: keepJobs },
  });

/**
 * Takes events one at a time in all processes together, because the order of the events is the order of the posts.
 * `work` must not throw for a bad event; if it throws, the event is tried again at its place.
 */
export const startArticles = async (
  redis: RedisClient,
  queue: Queue,
  work: (jobName: string, data: unknown, jobId: string) => Promise<string>,
): Promise<Worker> => {
  await queue.setGlobalConcurrency(1);
  const worker: Worker = new Worker(
    articlesQueue,
    async (job) => {
      try {
        return await work(job.name, job.data, job.id ?? '');
      } catch (error) {
        job.log(`tried again: ${error instanceof Error ? error.message : 'unknown error'}`).catch(() => undefined);
        await worker.rateLimit(1_000);
        throw Worker.RateLimitError();
      }
    },
    {
      connection: redis,
      prefix: houseSlot,
      concurrency: 1,
      lockDuration: lockMs,
      stalledInterval: stalledMs,
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      limiter: { max: 1_000_000, duration: 1_000 },
      maximumRateLimitDelay: 1_000,
      removeOnComplete: keepJobs,
      removeOnFail: keepJobs,
    },
  );
  return worker;
};
