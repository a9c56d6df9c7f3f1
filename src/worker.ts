import type { Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createArchive } from '../queues/archive.ts';
import { openArticles, startArticles } from '../queues/articles.ts';
import { closeClient } from '../queues/connection.ts';
import { createHostLines } from '../queues/host-lines.ts';
import { addLaneJob, addSweep, openLane } from '../queues/lanes.ts';
import { createLedger } from '../queues/ledger.ts';
import { createNearDuplicates } from '../queues/near-duplicates.ts';
import { openPages, startPages } from '../queues/pages.ts';
import { createStatuses } from '../queues/statuses.ts';
import type { LaneJob, Sweep } from './article/lane.ts';
import { renderMessage, renderNotice } from './compose/messages/render-message.ts';
import { createDeliver } from './deliver/deliver.ts';
import { createMemory } from './deliver/memory.ts';
import { createSweep } from './deliver/sweep.ts';
import { createPictureFetcher } from './ingest/fetch-picture.ts';
import type { Fetcher } from './ingest/guarded-fetch.ts';
import { findNearDuplicate } from './ingest/near-duplicates.ts';
import { createPageReader } from './ingest/read-page.ts';
import { createPictureScaler } from './ingest/scale-picture.ts';
import { composeOnHost, openComposer } from './open-composer.ts';
import { openLanes } from './open-lanes.ts';
import type { Summarise } from './open-summaries.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { openRedis, requireWrites } from './ops/open-redis.ts';
import { warnOfFaults } from './ops/queue-faults.ts';
import { checkRedisReady, type ReadyCheck } from './ops/redis-ready.ts';
import { within } from './ops/wait.ts';
import { createPipeline } from './pipeline.ts';
import { createRecord } from './record/record.ts';
import { closeWorkers, type LaneHouse, runLanes } from './run-lanes.ts';
import { runWhatsapp } from './run-whatsapp.ts';

export interface WorkerOptions {
  readonly config: Config;
  readonly redisUrl: string;
  readonly telegramBotToken: string | null;
  readonly fetcher: Fetcher;
  /** Without it, no language model is asked. */
  readonly summarise?: Summarise | null;
  readonly log: Logger;
}

export interface RunningWorker {
  ready(): Promise<{
    readonly ok: boolean;
    readonly checks: Readonly<Record<string, ReadyCheck>>;
  }>;
  readonly metrics: Metrics;
  /** Finishes the posts in flight, at most 15 s, and never waits for a Redis that is gone. */
  stop(): Promise<void>;
}

const rememberedArticles = 1_000;
/** For the posts in flight. */
const finishWithinMs = 15_000;

/** Builds the pipeline and runs it: events from `articles`, pages from `pages`, one lane per channel. */
export const startWorker = async (options: WorkerOptions): Promise<RunningWorker> => {
  const { config, log, fetcher, summarise } = options;
  const redis = await openRedis(options.redisUrl, 'worker', log);
  await requireWrites(redis);
  const archive = createArchive(redis);
  const ledger = createLedger(redis);
  const articles = openArticles(redis);
  const pages = openPages(redis);
  const laneQueues = new Map(config.channels.map(({ id }) => [id, openLane(redis, id)]));
  const queueOf = (channel: string) => {
    const queue = laneQueues.get(channel);
    if (!queue) throw new Error(`no lane of the channel ${channel}`);
    return queue;
  };
  const composer = openComposer(1);
  const compose = composeOnHost(composer, createHostLines(redis), true);
  const sketches = createNearDuplicates(redis, config.ingest.windowMs);
  const metrics = createMetrics(() => countJobs([articles, pages, ...laneQueues.values()]));

  const writing = {
    archive: createMemory(archive, rememberedArticles),
    ledger,
    render: renderMessage,
    renderNotice,
    addLaneJob: (job: LaneJob) => addLaneJob(queueOf(job.channel), job),
    addSweep: (channel: string, sweep: Sweep, delayMs: number) => addSweep(queueOf(channel), sweep, delayMs),
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
      return summarise ? summarise(article, composed) : composed;
    },
    nearDuplicates: {
      find: async (article, body) => (config.ingest.nearDuplicates ? findNearDuplicate(sketches, article, body) : null),
      forget: sketches.forget,
    },
    deliver: createDeliver({
      ...writing,
      fetchPicture: createPictureFetcher(fetcher, createPictureScaler()),
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

  const intake: readonly Worker[] = [
    await startArticles(redis, articles, async (jobName, data, name) => {
      const { kind, note } = await pipeline.announce(jobName, data, name);
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
  ];
  warnOfFaults(intake, log);
  const statuses = createStatuses(redis);
  const house: LaneHouse = {
    ...{ redis, queueOf, pipeline, ledger, archive, statuses, metrics, log },
    addLaneJob: writing.addLaneJob,
  };
  const lanes = await runLanes(house, openLanes({ ...options, redis }));
  const whatsapp = runWhatsapp({ config, redis, run: (these) => runLanes(house, these), log });

  return {
    metrics,
    ready: async () => {
      const answer = await checkRedisReady(redis);
      const workers = [...intake, ...lanes.workers];
      const running = workers.every((worker) => worker.isRunning());
      return {
        ok: answer.ok && running,
        checks: {
          redis: answer,
          queues: { ok: running, detail: `${workers.length} consumers` },
        },
      };
    },
    stop: async () => {
      const ended = Promise.all([lanes.stop(finishWithinMs), whatsapp?.stop(finishWithinMs)]);
      await closeWorkers(redis, intake, () => ended);
      await within(500, Promise.allSettled([articles, pages, ...laneQueues.values()].map((queue) => queue.close())));
      await composer.close();
      await closeClient(redis);
    },
  };
};

const countJobs = (queues: readonly { readonly name: string; getJobCounts(): Promise<Record<string, number>> }[]) =>
  Promise.all(queues.map(async (queue) => ({ queue: queue.name, counts: await queue.getJobCounts() })));
