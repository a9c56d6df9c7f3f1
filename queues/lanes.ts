import { DelayedError, type Job, Queue, Worker } from 'bullmq';
import type { LaneJob, LaneStep } from '../src/article/lane.ts';
import type { RedisClient } from './connection.ts';
import { laneSlot } from './keys.ts';
import { keepJobs, lockMs, stalledMs } from './settings.ts';

/** What a lane job carries; the rest is read from the ledger and the archive when its turn comes. */
export interface LanePayload {
  readonly article: string;
}

export const laneQueue = (channel: string): string => `lane-${channel}`;

export const openLane = (redis: RedisClient, channel: string): Queue<LanePayload> =>
  new Queue<LanePayload>(laneQueue(channel), {
    connection: redis,
    prefix: laneSlot(channel),
    skipWaitingForReady: true,
    streams: { events: { maxLen: 1_000 } },
    defaultJobOptions: { removeOnComplete: keepJobs, removeOnFail: keepJobs },
  });

/** BullMQ takes jobs without a priority before all others, and equal ones in order. */
const normalPriority = 10;

/** Adding the same job twice is harmless: while one is kept its id refuses another, later it finds nothing to do. */
export const addLaneJob = async (lane: Queue<LanePayload>, job: LaneJob): Promise<void> => {
  const id = `${encodeURIComponent(job.article)}@${job.wanted ?? 'retracted'}`;
  await lane.add(
    job.wanted === null ? 'retract' : 'deliver',
    { article: job.article },
    {
      jobId: id,
      ...(job.breaking ? {} : { priority: normalPriority }),
      ...(job.delayMs > 0 ? { delay: job.delayMs } : {}),
      removeOnComplete: true,
    },
  );
};

/** One job at a time in all processes together; a lane that must wait keeps its job at the head. */
export const startLane = async (
  redis: RedisClient,
  lane: Queue<LanePayload>,
  channel: string,
  work: (article: string, signal: AbortSignal) => Promise<LaneStep>,
): Promise<Worker<LanePayload, string>> => {
  await lane.setGlobalConcurrency(1);
  const worker: Worker<LanePayload, string> = new Worker<LanePayload, string>(
    laneQueue(channel),
    async (job: Job<LanePayload, string>, token, signal) =>
      obey(
        worker,
        job,
        token,
        await work(job.data.article, signal ?? new AbortController().signal).catch(waitAfterFault),
      ),
    {
      connection: redis,
      prefix: laneSlot(channel),
      concurrency: 1,
      lockDuration: lockMs,
      stalledInterval: stalledMs,
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      // Without a limiter, other processes would not see that the lane waits.
      limiter: { max: 1_000_000, duration: 1_000 },
      maximumRateLimitDelay: 1_000,
      removeOnComplete: { count: 0 },
      removeOnFail: keepJobs,
    },
  );
  return worker;
};

const waitAfterFault = (error: unknown): LaneStep => {
  if (error instanceof TypeError || error instanceof ReferenceError) throw error;
  return { kind: 'wait', ms: 1_000 };
};

const obey = async (
  worker: Worker<LanePayload, string>,
  job: Job<LanePayload, string>,
  token: string | undefined,
  step: LaneStep,
): Promise<string> => {
  if (step.kind === 'done') return step.note;
  if (step.kind === 'wait') {
    await worker.rateLimit(step.ms);
    throw Worker.RateLimitError();
  }
  await job.moveToDelayed(Date.now() + step.ms, token);
  throw new DelayedError();
};
