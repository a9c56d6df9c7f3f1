import pino from 'pino';
import { loadConfig } from '../../config/load.ts';
import { formatProblems } from '../../config/problem.ts';
import { createArchive } from '../../queues/archive.ts';
import { openArticles, startArticles } from '../../queues/articles.ts';
import { addLaneJob, openLane, startLane } from '../../queues/lanes.ts';
import { createLedger } from '../../queues/ledger.ts';
import { composeArticle } from '../../src/compose/compose-post.ts';
import { renderMessage, renderNotice } from '../../src/compose/messages/render-message.ts';
import { createDeliver } from '../../src/deliver/deliver.ts';
import type { Lane } from '../../src/deliver/lane.ts';
import { openLanes } from '../../src/open-lanes.ts';
import { openRedis } from '../../src/ops/open-redis.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { RunningLanes } from '../../src/run-lanes.ts';
import { runWhatsapp } from '../../src/run-whatsapp.ts';
import { unprotect } from './unprotected-ledger.ts';

/*
 * The negative control: a worker wired like src/worker.ts, but with a ledger that protects nothing. If a run with this
 * one showed no duplicates, a run without duplicates would prove nothing.
 */
const loaded = loadConfig('config/newsroom.yaml');
if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
const { config } = loaded;
const { REDIS_URL: redisUrl = '', TELEGRAM_BOT_TOKEN: telegramBotToken = '' } = process.env;
const log = pino({ level: 'info', timestamp: pino.stdTimeFunctions.isoTime });
const redis = await openRedis(redisUrl, 'worker', log);
const archive = createArchive(redis);
const ledger = unprotect(createLedger(redis), redis);
const queues = new Map(config.channels.map(({ id }) => [id, openLane(redis, id)]));
const queueOf = (channel: string) => {
  const queue = queues.get(channel);
  if (!queue) throw new Error(`no lane of the channel ${channel}`);
  return queue;
};
const pipeline = createPipeline({
  channels: config.channels,
  archive,
  ledger,
  addLaneJob: (job) => addLaneJob(queueOf(job.channel), job),
  waitForPage: async () => undefined,
  readPage: async () => {
    throw new Error('every article of a run has its text');
  },
  compose: async (article) => composeArticle({ ...article, revision: article.revision ?? 0 }),
  nearDuplicates: { find: async () => null, forget: async () => undefined },
  deliver: createDeliver({
    archive: { get: archive.get, forget: () => undefined },
    ledger,
    render: renderMessage,
    renderNotice,
    addSweep: async () => undefined,
    fetchPicture: async () => ({ kind: 'failed', reason: 'the control posts no pictures' }),
    record: ({ article, channel, begun }, receipt) => ledger.settle(article, channel, begun.fence, receipt),
  }),
  sweep: async () => ({ kind: 'done', note: 'the control sweeps nothing' }),
});
await startArticles(redis, openArticles(redis), async (jobName, data, name) => {
  const { kind, note } = await pipeline.announce(jobName, data, name);
  return { kind: kind === 'dead' ? 'dead' : 'done', note };
});
const forever = new AbortController().signal;
const run = async (lanes: readonly Lane[]): Promise<RunningLanes> => {
  const workers = await Promise.all(
    lanes.map((lane) => {
      const { id } = lane.config;
      return startLane(redis, queueOf(id), id, ({ article }) => pipeline.deliver(lane, article, forever));
    }),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
  return { workers, look: () => undefined, wake: async () => undefined, stop };
};
await run(openLanes({ config, redis, telegramBotToken }));
runWhatsapp({ config, redis, run, log });
process.stdout.write('probes on nothing: this is the control\n');
