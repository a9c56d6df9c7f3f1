import { type Job, type Queue, UnrecoverableError, Worker } from 'bullmq';
import type { EventResult } from './articles.ts';
import type { RedisClient } from './connection.ts';
import { isRedisFault } from './faults.ts';
import { houseSlot } from './keys.ts';
import { openQueue } from './open-queue.ts';
import { keepDead, keepDone, workerSettings } from './settings.ts';
import { redisAwayMs, waitAtHead } from './wait-at-head.ts';

/** Events that carry no text wait here for their page, so that a slow page holds up nobody. Data: the event. */
const pagesQueue = 'pages';

/** A page may appear a little after its event. */
const attempts = 4;
const backoff = { type: 'exponential', delay: 2_000 } as const;
const fetchesAtOnce = 4;

export const openPages = (redis: RedisClient): Queue =>
  openQueue(redis, pagesQueue, houseSlot, { attempts, backoff, removeOnComplete: keepDone, removeOnFail: keepDead });

export type PageResult = EventResult | { readonly kind: 'again'; readonly note: string };

type ReadPage = (data: unknown, last: boolean) => Promise<PageResult>;

/** `last`: no further attempt follows, so `work` must decide. What fails because of Redis is no attempt. */
export const startPages = (redis: RedisClient, work: ReadPage): Worker => {
  const worker: Worker = new Worker(pagesQueue, (job) => takePage(worker, job, work), {
    connection: redis,
    prefix: houseSlot,
    ...workerSettings,
    concurrency: fetchesAtOnce,
    removeOnComplete: keepDone,
    removeOnFail: keepDead,
  });
  return worker;
};

const takePage = async (worker: Worker, job: Job, work: ReadPage): Promise<string> => {
  const last = job.attemptsMade + 1 >= attempts;
  const result = await work(job.data, last).catch(async (error: unknown): Promise<PageResult> => {
    if (isRedisFault(error)) return waitAtHead(worker, redisAwayMs);
    return { kind: 'dead', note: `a fault of ours: ${error}` };
  });
  if (result.kind === 'again') throw new Error(result.note);
  if (result.kind === 'dead') throw new UnrecoverableError(result.note);
  return result.note;
};
