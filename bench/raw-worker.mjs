// The reference: BullMQ and nothing else. `node raw-worker.mjs SOCKET LANES` takes jobs from `articles` and adds one to
// each lane, whose work is nothing. With no lanes it tells its parent when each job started.
import { Queue, Worker } from 'bullmq';

const [path = '', lanes = '0'] = process.argv.slice(2);
const names = Array.from({ length: Number(lanes) }, (_, index) => `lane-${index + 1}`);
const shared = { connection: { path, maxRetriesPerRequest: null }, prefix: '{raw}' };

const laneQueues = names.map((name) => new Queue(name, shared));
const workers = [
  new Worker(
    'articles',
    async (job) => {
      if (laneQueues.length === 0) process.send?.({ startedAt: String(process.hrtime.bigint()) });
      await Promise.all(laneQueues.map((queue) => queue.add('deliver', { article: job.data.article.id })));
    },
    { ...shared, concurrency: 1, removeOnComplete: { count: 1_000 } },
  ),
  ...names.map((name) => new Worker(name, async () => undefined, { ...shared, removeOnComplete: { count: 0 } })),
];
await Promise.all(workers.map((worker) => worker.waitUntilReady()));
process.send?.('ready');

process.once('SIGTERM', async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await Promise.all(laneQueues.map((queue) => queue.close()));
  process.disconnect();
});
