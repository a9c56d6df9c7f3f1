import type { Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createArchive } from '../queues/archive.ts';
import { openArticles, startArticles } from '../queues/articles.ts';
import { closeClient, type RedisClient } from '../queues/connection.ts';
import { createHostLines } from '../queues/host-lines.ts';
import { addLaneJob, addSweep, type LanePayload, type LaneQueue, openLane, startLane } from '../queues/lanes.ts';
import { createLedger } from '../queues/ledger.ts';
import { createNearDuplicates } from '../queues/near-duplicates.ts';
import { openPages, startPages } from '../queues/pages.ts';
import { createStatuses } from '../queues/statuses.ts';
import type { LaneJob, LaneStep, Sweep } from './article/lane.ts';
import { renderMessage, renderNotice } from './compose/messages/render-message.ts';
import { createDeliver } from './deliver/deliver.ts';
import type { Lane } from './deliver/lane.ts';
import { createMemory } from './deliver/memory.ts';
import { createSweep } from './deliver/sweep.ts';
import { createPictureFetcher } from './ingest/fetch-picture.ts';
import type { Fetcher } from './ingest/guarded-fetch.ts';
import { findNearDuplicate } from './ingest/near-duplicates.ts';
import { createPageReader } from './ingest/read-page.ts';
import { composeOnHost, openComposer } from './open-composer.ts';
import { openLanes } from './open-lanes.ts';
import { mendLanes } from './ops/mend-lanes.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { openRedis, requireWrites } from './ops/open-redis.ts';
import { trackWork, within } from './ops/wait.ts';
import { watchStatuses } from './ops/watch-statuses.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { createRecord } from './record/record.ts';

export interface WorkerOptions {
  readonly config: Config;
  readonly redisUrl: string;
  readonly telegramBotToken: string | null;
  readonly fetcher: Fetcher;
  readonly log: Logger;
}

export interface RunningWorker {
  ready(): Promise<{
    readonly ok: boolean;
    readonly checks: Readonly<Record<string, { ok: boolean; detail?: string }>>;
  }>;
  readonly metrics: Metrics;
  /** Finishes the posts in flight, at most 15 s, and never waits for a Redis that is gone. */
  stop(): Promise<void>;
}

const rememberedArticles = 1_000;
/** For the posts in flight. */
const finishWithinMs = 15_000;
const closeWithinMs = 3_000;

/** Builds the pipeline and runs it: events from `articles`, pages from `pages`, one lane per channel. */
export const startWorker = async (options: WorkerOptions): Promise<RunningWorker> => {
  const { config, log, fetcher } = options;
  const redis = await openRedis(options.redisUrl, 'worker', log);
  await requireWrites(redis);
  const stopping = new AbortController();
  const archive = createArchive(redis);
  const ledger = createLedger(redis);
  const statuses = createStatuses(redis);
  const articles = openArticles(redis);
  const pages = openPages(redis);
  const lanes = openLanes({ ...options, redis });
  const laneQueues = new Map(config.channels.map(({ id }) => [id, openLane(redis, id)]));
  const composer = openComposer(1);
  const compose = composeOnHost(composer, createHostLines(redis), true);
  const sketches = createNearDuplicates(redis, config.ingest.windowMs);
  const metrics = createMetrics(() => countJobs([articles, pages, ...laneQueues.values()]));

  const writing = {
    archive: createMemory(archive, rememberedArticles),
    ledger,
    render: renderMessage,
    renderNotice,
    addLaneJob: (job: LaneJob) => addLaneJob(laneOf(laneQueues, job.channel), job),
    addSweep: (channel: string, sweep: Sweep, delayMs: number) => addSweep(laneOf(laneQueues, channel), sweep, delayMs),
  };
  const pipeline = createPipeline({
    channels: config.channels,
    archive,
    ledger,
    addLaneJob: writing.addLaneJob,
    waitForPage: async (event) => {
      await pages.add(event.type, event);
    },
    readPage: createPageReader(fetcher),
    compose: async (article) => {
      const composed = await compose({ ...article, revision: article.revision ?? 0 });
      if (composed.note !== null) log.warn({ article: article.id, note: composed.note }, 'composed plainly');
      return composed;
    },
    nearDuplicates: {
      find: async (article, body) => (config.ingest.nearDuplicates ? findNearDuplicate(sketches, article, body) : null),
      forget: sketches.forget,
    },
    deliver: createDeliver({
      ...writing,
      fetchPicture: createPictureFetcher(fetcher),
      record: createRecord({
        ledger,
        note: (recorded) => {
          metrics.noteDelivery(recorded);
          log.info(recorded, 'delivery');
        },
      }),
    }),
    sweep: createSweep({ ...writing, note: (swept) => log.warn(swept, 'a second copy was deleted') }),
  });

  const lanesAtWork = trackWork();
  const workers: readonly Worker[] = [
    await startArticles(redis, articles, async (jobName, data) => {
      const { kind, note } = await pipeline.announce(jobName, data);
      metrics.noteEvent(kind);
      if (kind === 'dead') log.warn({ jobName, note }, 'event goes to the dead letters');
      return { kind: kind === 'dead' ? 'dead' : 'done', note };
    }),
    startPages(redis, async (data, last) => {
      const announced = await pipeline.announceFromPage(data, last);
      metrics.noteEvent(announced.kind);
      if (announced.kind === 'dead') log.warn({ note: announced.note }, 'event goes to the dead letters');
      return announced;
    }),
    ...(await Promise.all(
      lanes.map((lane) => runLane(redis, laneQueues, lane, pipeline, lanesAtWork.track, stopping.signal)),
    )),
  ];
  for (const worker of workers)
    worker.on('error', (error) => log.warn({ queue: worker.name, fault: error.message }, 'queue fault'));
  const unwatch = watchStatuses({ lanes, statuses, metrics, log });
  const unmend = mendLanes({
    lanes,
    ledger,
    log,
    add: writing.addLaneJob,
    isIdle: (channel) => isIdle(laneOf(laneQueues, channel)),
  });

  return {
    metrics,
    ready: async () => {
      const answered = await within(
        2_000,
        redis.ping().then(() => true),
      );
      const running = workers.every((worker) => worker.isRunning());
      return {
        ok: answered === true && running,
        checks: {
          redis: answered ? { ok: true } : { ok: false, detail: 'no answer' },
          queues: { ok: running, detail: `${workers.length} consumers` },
        },
      };
    },
    stop: async () => {
      unwatch();
      unmend();
      const closing = Promise.allSettled(workers.map((worker) => worker.close()));
      if ((await within(finishWithinMs, lanesAtWork.settled())) === undefined) stopping.abort();
      // What is left is to give jobs back, which needs Redis; without it they are found stalled.
      const answers = (await within(500, redis.ping())) !== undefined;
      if (!answers || (await within(closeWithinMs, closing)) === undefined)
        await within(500, Promise.allSettled(workers.map((worker) => worker.close(true))));
      await within(500, Promise.allSettled([articles, pages, ...laneQueues.values()].map((queue) => queue.close())));
      await composer.close();
      await closeClient(redis);
    },
  };
};

const runLane = (
  redis: RedisClient,
  queues: ReadonlyMap<string, LaneQueue>,
  lane: Lane,
  pipeline: Pipeline,
  track: <T>(work: Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Promise<Worker> => {
  const { id } = lane.config;
  const work = ({ article, sweep }: LanePayload): Promise<LaneStep> =>
    sweep ? pipeline.sweep(lane, { article, ...sweep }, signal) : pipeline.deliver(lane, article, signal);
  return startLane(redis, laneOf(queues, id), id, (job) => track(work(job)));
};

const laneOf = (queues: ReadonlyMap<string, LaneQueue>, channel: string): LaneQueue => {
  const queue = queues.get(channel);
  if (!queue) throw new Error(`no lane of the channel ${channel}`);
  return queue;
};

const isIdle = async (lane: LaneQueue): Promise<boolean> => {
  const counts = await lane.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
  return Object.values(counts).every((count) => count === 0);
};

const countJobs = (queues: readonly { readonly name: string; getJobCounts(): Promise<Record<string, number>> }[]) =>
  Promise.all(queues.map(async (queue) => ({ queue: queue.name, counts: await queue.getJobCounts() })));
