import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { startRedis } from '../test/support/redis.ts';
import { createEvent } from './articles.ts';
import { withCleanUp } from './clean-up.ts';
import { type Measured, readProcessorMs, startRaw, startTellal } from './processes.ts';
import { median } from './statistics.ts';

/** Articles a second, processor time of worker and Redis for each, and MB of the worker's process before and after. */
interface Round {
  readonly perSecond: number;
  readonly workerMs: number;
  readonly redisMs: number;
  readonly memoryAtStart: number;
  readonly memoryAfter: number;
}

export interface Throughput {
  readonly articles: number;
  readonly tellal: readonly Round[];
  readonly raw: readonly Round[];
}

interface Contender {
  readonly start: (socket: string) => Promise<Measured>;
  readonly articles: QueueName;
  readonly lanes: readonly QueueName[];
}

interface QueueName {
  readonly name: string;
  readonly prefix: string;
}

const numbers = [1, 2, 3] as const;
const warmUp = 300;
const finishWithinMs = 60_000;
/** Looking costs both sides, so it is done seldom enough. */
const pollMs = 40;

const yaml = `
newsroom: { name: Herald }
channels:
${numbers.map((n) => `  - { id: preview-${n}, platform: preview, looks: ${n === 2 ? 'whatsapp' : 'telegram'} }`).join('\n')}
`;

const tellal: Contender = {
  start: (socket) => startTellal('worker', yaml, { REDIS_URL: socket }),
  articles: { name: 'articles', prefix: '{tellal}' },
  lanes: numbers.map((n) => ({ name: `lane-preview-${n}`, prefix: `{tellal:preview-${n}}` })),
};

const raw: Contender = {
  start: (socket) => startRaw(socket, numbers.length),
  articles: { name: 'articles', prefix: '{raw}' },
  lanes: numbers.map((n) => ({ name: `lane-${n}`, prefix: '{raw}' })),
};

/** Both by turns, so that what else the machine does meets both. */
export const measureThroughput = async (
  articles: number,
  rounds: number,
  note: (text: string) => void,
): Promise<Throughput> => {
  const results: { tellal: Round[]; raw: Round[] } = { tellal: [], raw: [] };
  for (let round = 1; round <= rounds; round++) {
    note(`throughput: round ${round} of ${rounds}, Tellal`);
    results.tellal.push(await runRound(tellal, articles));
    note(`throughput: round ${round} of ${rounds}, raw BullMQ`);
    results.raw.push(await runRound(raw, articles));
  }
  return { articles, ...results };
};

/** A fresh Redis and a fresh process; the first events warm it up, then the queue is filled while it is paused. */
const runRound = ({ start, articles, lanes }: Contender, count: number): Promise<Round> =>
  withCleanUp(async (later) => {
    const redis = await startRedis(['--appendfsync', 'everysec']);
    later(redis.close);
    const worker = await start(redis.url);
    later(worker.stop);
    const memoryAtStart = worker.memory();
    const open = ({ name, prefix }: QueueName): Queue => new Queue(name, { connection: { path: redis.url }, prefix });
    const inbox = open(articles);
    const queues = [inbox, ...lanes.map(open)];
    later(() => Promise.all(queues.map((queue) => queue.close())));

    await fill(inbox, 0, warmUp);
    await untilEmpty(queues);
    await inbox.pause();
    await fill(inbox, warmUp, count);
    const [workerBefore, redisBefore] = [readProcessorMs(worker.child.pid), readProcessorMs(redis.pid)];
    const resumedAt = performance.now();
    await inbox.resume();
    await untilEmpty(queues);
    const seconds = (performance.now() - resumedAt) / 1_000;
    const workerMs = (readProcessorMs(worker.child.pid) - workerBefore) / count;
    const redisMs = (readProcessorMs(redis.pid) - redisBefore) / count;
    await proveDone(queues, warmUp + count);
    return { perSecond: count / seconds, workerMs, redisMs, memoryAtStart, memoryAfter: worker.memory() };
  });

const fill = async (inbox: Queue, from: number, count: number): Promise<void> => {
  const batch = 500;
  for (let first = from; first < from + count; first += batch) {
    const events = Array.from({ length: Math.min(batch, from + count - first) }, (_, i) => createEvent(first + i));
    await inbox.addBulk(events.map((event) => ({ name: event.type, data: event })));
  }
};

const untilEmpty = async (queues: readonly Queue[]): Promise<void> => {
  const end = performance.now() + finishWithinMs;
  const states = ['waiting', 'prioritized', 'active', 'delayed'] as const;
  while ((await Promise.all(queues.map((queue) => queue.getJobCountByTypes(...states)))).some((left) => left > 0)) {
    if (performance.now() > end) throw new Error(`the queues are not empty after ${finishWithinMs / 1_000} s`);
    await delay(pollMs);
  }
};

/** A queue that is empty because jobs failed, or were never planned, is no result. */
const proveDone = async (queues: readonly Queue[], expected: number): Promise<void> => {
  for (const queue of queues) {
    const client = await queue.getBackend().client;
    const added = Number(await client.get(queue.toKey('id')));
    const failed = await queue.getFailedCount();
    if (added !== expected || failed > 0)
      throw new Error(`${queue.name} had ${added} jobs of ${expected}, and ${failed} failed`);
  }
};

export const medianOf = (rounds: readonly Round[], key: keyof Round): number =>
  median(rounds.map((round) => round[key]));
