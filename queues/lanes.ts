import { DelayedError, type Job, type Queue, UnrecoverableError, Worker } from 'bullmq';
import type { CopySweep, EditSweep, Hold, LaneJob, LaneStep, Sweep } from '../src/article/lane.ts';
import type { RedisClient } from './connection.ts';
import { isRedisFault } from './faults.ts';
import { laneSlot } from './keys.ts';
import { openQueue } from './open-queue.ts';
import { keepDead, workerSettings } from './settings.ts';
import { redisAwayMs, waitAtHead } from './wait-at-head.ts';

/** What a lane job carries; the rest is read from the ledger and the archive when its turn comes. */
export interface LanePayload {
  readonly article: string;
  readonly sweep?: Omit<CopySweep, 'article'> | Omit<EditSweep, 'article'>;
}

export type LaneQueue = Queue<LanePayload, string>;
export type LaneWorker = Worker<LanePayload, string>;

const laneQueue = (channel: string): string => `lane-${channel}`;

export const openLane = (redis: RedisClient, channel: string): LaneQueue =>
  openQueue<LanePayload>(redis, laneQueue(channel), laneSlot(channel), {
    removeOnComplete: true,
    removeOnFail: keepDead,
  });

/** BullMQ takes jobs without a priority before all others, and equal ones in order. */
const normalPriority = 10;

/** A job says only "look at this delivery", so one too many is harmless: it finds nothing to do. */
export const addLaneJob = async (lane: LaneQueue, { article, breaking, delayMs }: LaneJob): Promise<void> => {
  await lane.add(
    'deliver',
    { article },
    { ...(breaking ? {} : { priority: normalPriority }), ...(delayMs > 0 ? { delay: delayMs } : {}) },
  );
};

/**
 * One of a kind waits at most for each article, however often one is added: what is newer takes the place of the other.
 * Two names, because a job that is under way still has its own.
 */
export const addSweep = async (lane: LaneQueue, { article, ...sweep }: Sweep, delayMs: number): Promise<void> => {
  const kind = 'edit' in sweep ? 'edit' : 'copy';
  const names = [0, 1].map((turn) => `${kind}-${turn}-${encodeURIComponent(article)}`);
  const known = await Promise.all(names.map((name) => readSweep(lane, name)));
  if (known.some((other) => other?.waits && doesFor(other.sweep, sweep))) return;
  const joined = known.reduce((one, other) => (other ? widen(one, other.sweep) : one), sweep);
  const free = await Promise.all(names.map((name) => lane.remove(name)));
  const jobId = names.find((_, turn) => free[turn] === 1);
  const how = { priority: normalPriority, delay: delayMs, ...(jobId === undefined ? {} : { jobId }) };
  await lane.add('sweep', { article, sweep: joined }, how);
};

type SweepPayload = NonNullable<LanePayload['sweep']>;

const readSweep = async (lane: LaneQueue, name: string) => {
  const job = await lane.getJob(name);
  const state = job && (await job.getState());
  if (!job?.data.sweep || state === 'failed' || state === 'completed' || state === 'unknown') return null;
  return { sweep: job.data.sweep, waits: state !== 'active' };
};

/** Whether nothing is left to do for `added` after `waiting`. */
const doesFor = (waiting: SweepPayload, added: SweepPayload): boolean =>
  'edit' in waiting && 'edit' in added ? waiting.edit >= added.edit : waiting.round <= added.round;

/** Copies that turn up late may be of any earlier try. */
const widen = (sweep: SweepPayload, other: SweepPayload): SweepPayload =>
  'from' in sweep && 'from' in other && Number(other.from) < Number(sweep.from)
    ? { ...sweep, from: other.from }
    : sweep;

/** Why the lane waits for its platform; null: it does not. */
export const readHold = async (redis: RedisClient, channel: string): Promise<Hold | null> => {
  const stored = await redis.get(holdKey(channel));
  return stored === null ? null : (JSON.parse(stored) as Hold);
};

/** Ends a wait before its time, and a pause. */
export const resumeLane = async (redis: RedisClient, lane: LaneQueue, channel: string): Promise<void> => {
  await lane.removeRateLimitKey();
  await redis.del(holdKey(channel));
  await lane.resume();
};

/** Ends a wait before its time if its cause is over. */
export const wakeLane = async (
  redis: RedisClient,
  lane: LaneQueue,
  channel: string,
  isOver: (because: string) => boolean,
): Promise<void> => {
  const hold = await readHold(redis, channel);
  if (hold === null || !isOver(hold.because)) return;
  await redis.del(holdKey(channel));
  await lane.removeRateLimitKey();
};

const holdKey = (channel: string): string => `${laneSlot(channel)}:hold`;

/** Shorter waits are everyday pacing. */
const holdFromMs = 10_000;

/** One job at a time in all processes together; a lane that must wait keeps its job at the head. */
export const startLane = async (
  redis: RedisClient,
  lane: LaneQueue,
  channel: string,
  work: (job: LanePayload) => Promise<LaneStep>,
): Promise<LaneWorker> => {
  await lane.setGlobalConcurrency(1);
  const worker: LaneWorker = new Worker<LanePayload, string>(
    laneQueue(channel),
    async (job, token) => {
      const step = await work(job.data).catch(waitForRedis);
      return obey(worker, job, token, step, (hold) => writeHold(redis, channel, hold)).catch((error: unknown) => {
        if (isRedisFault(error)) return waitAtHead(worker, redisAwayMs);
        throw error;
      });
    },
    {
      connection: redis,
      prefix: laneSlot(channel),
      ...workerSettings,
      removeOnComplete: { count: 0 },
      removeOnFail: keepDead,
    },
  );
  return worker;
};

const writeHold = async (redis: RedisClient, channel: string, hold: Hold): Promise<void> => {
  await redis.set(holdKey(channel), JSON.stringify(hold), 'PXAT', Math.ceil(hold.until));
};

const waitForRedis = (error: unknown): LaneStep => {
  if (isRedisFault(error)) return { kind: 'wait', ms: redisAwayMs };
  throw new UnrecoverableError(`a fault of ours: ${error}`);
};

const obey = async (
  worker: LaneWorker,
  job: Job<LanePayload, string>,
  token: string | undefined,
  step: LaneStep,
  tell: (hold: Hold) => Promise<void>,
): Promise<string> => {
  if (step.kind === 'done') return step.note;
  if (step.kind === 'wait') {
    const { ms, because } = step;
    if (because !== undefined && ms >= holdFromMs) await tell({ until: Date.now() + ms, because });
    return waitAtHead(worker, ms);
  }
  await job.moveToDelayed(Date.now() + Math.max(1, step.ms), token);
  throw new DelayedError();
};
