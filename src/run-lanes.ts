import { setMaxListeners } from 'node:events';
import type { Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { RedisClient } from '../queues/connection.ts';
import { type LanePayload, type LaneQueue, startLane, wakeLane } from '../queues/lanes.ts';
import { pointChannel } from '../queues/targets.ts';
import type { Archive } from './article/archive.ts';
import type { ChannelConfig, ChannelStatus } from './article/channel.ts';
import type { LaneJob, LaneStep } from './article/lane.ts';
import type { Ledger } from './article/ledger.ts';
import type { Lane } from './deliver/lane.ts';
import { mendLanes } from './ops/mend-lanes.ts';
import type { Metrics } from './ops/metrics.ts';
import { warnOfFaults } from './ops/queue-faults.ts';
import { trackWork, within } from './ops/wait.ts';
import { watchStatuses } from './ops/watch-statuses.ts';
import type { Pipeline } from './pipeline.ts';

/** What lanes share, whoever runs them. */
export interface LaneHouse {
  readonly redis: RedisClient;
  readonly queueOf: (channel: string) => LaneQueue;
  readonly pipeline: Pick<Pipeline, 'deliver' | 'sweep'>;
  readonly ledger: Pick<Ledger, 'list'>;
  readonly archive: Pick<Archive, 'get'>;
  readonly statuses: { put(channel: string, status: ChannelStatus): Promise<void> };
  readonly addLaneJob: (job: LaneJob) => Promise<void>;
  readonly metrics: Metrics;
  readonly log: Logger;
}

export interface RunningLanes {
  readonly workers: readonly Worker[];
  /** Asks every channel anew how it is. */
  look(): void;
  /** Ends the waits whose cause is over. */
  wake(isOver: (because: string) => boolean): Promise<void>;
  /** Takes no more jobs; resolves when none is under way. What takes longer than `ms` is aborted. */
  stop(ms: number): Promise<void>;
}

const closeWithinMs = 3_000;

/** Takes what is planned on these channels, tells how they are, and mends their lanes, until it is stopped. */
export const runLanes = async (house: LaneHouse, lanes: readonly Lane[]): Promise<RunningLanes> => {
  const { redis, queueOf, statuses, metrics, log } = house;
  const stopping = new AbortController();
  // Every attempt listens while it lasts, and a newsroom may have many lanes.
  setMaxListeners(0, stopping.signal);
  const atWork = trackWork();
  const workers = await Promise.all(
    lanes.map(async (lane) => {
      const { id } = lane.config;
      const before = await pointChannel(redis, id, nameTarget(lane.config));
      if (before !== null)
        log.warn({ channel: id, before }, 'points elsewhere now: what it posted before stays as it is');
      return startLane(redis, queueOf(id), id, (job) => atWork.track(work(house, lane, job, stopping.signal)));
    }),
  );
  warnOfFaults(workers, log);
  const watch = () => watchStatuses({ lanes, statuses, metrics, log });
  let unwatch = watch();
  const unmend = mendLanes({
    ...house,
    lanes,
    add: house.addLaneJob,
    delayed: (channel) => readDelayed(queueOf(channel)),
  });
  return {
    workers,
    look: () => {
      unwatch();
      unwatch = watch();
    },
    wake: async (isOver) => {
      await Promise.all(lanes.map(({ config: { id } }) => wakeLane(redis, queueOf(id), id, isOver)));
    },
    stop: async (ms) => {
      unwatch();
      unmend();
      for (const { config } of lanes) metrics.forgetChannel(config.id);
      await closeWorkers(redis, workers, async () => {
        if ((await within(ms, atWork.settled())) === undefined) stopping.abort();
      });
    },
  };
};

/** Closes them in order; `finish` is what may take longer. Never waits for a Redis that is gone. */
export const closeWorkers = async (
  redis: RedisClient,
  workers: readonly Worker[],
  finish: () => Promise<unknown>,
): Promise<void> => {
  const closing = Promise.allSettled(workers.map((worker) => worker.close()));
  await finish();
  // What is left is to give jobs back, which needs Redis; without it they are found stalled.
  const answers = (await within(500, redis.ping())) !== undefined;
  if (!answers || (await within(closeWithinMs, closing)) === undefined)
    await within(500, Promise.allSettled(workers.map((worker) => worker.close(true))));
};

const work = (
  { pipeline }: LaneHouse,
  lane: Lane,
  { article, sweep }: LanePayload,
  signal: AbortSignal,
): Promise<LaneStep> =>
  sweep ? pipeline.sweep(lane, { article, ...sweep }, signal) : pipeline.deliver(lane, article, signal);

/** Telegram's names are the same in capitals. */
const nameTarget = ({ platform, target }: ChannelConfig): string =>
  target === null ? platform : `${platform} ${platform === 'telegram' ? target.toLowerCase() : target}`;

/** More would take long to read, for each lane and every minute. */
const mostDelayed = 1_000;

/** Articles whose delivery is for later; null: the lane has something to do now, or too much for later. */
const readDelayed = async (lane: LaneQueue): Promise<ReadonlySet<string> | null> => {
  const { delayed = 0, ...now } = await lane.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
  if (delayed > mostDelayed || Object.values(now).some((count) => count > 0)) return null;
  const jobs = delayed === 0 ? [] : await lane.getJobs(['delayed'], 0, mostDelayed);
  return new Set(jobs.filter(({ data }) => !data.sweep).map(({ data }) => data.article));
};
