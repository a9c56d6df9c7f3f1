import { closeClient, createClient, type RedisClient } from '../queues/connection.ts';
import { createLedger } from '../queues/ledger.ts';
import type { Ledger } from '../src/article/ledger.ts';
import { startRedis } from '../test/support/redis.ts';
import { describeMachine } from './machine.ts';
import { median } from './statistics.ts';

// What a ledger full of deliveries costs: `npm run bench:growth [deliveries]`, 1,000,000 unless said otherwise.

const channels = ['tg-ru', 'tg-az', 'tg-en', 'wa-ru', 'wa-az'] as const;
const atOnce = 500;
const probes = 2_000;

const total = Number(process.argv[2] ?? 1_000_000);
const server = await startRedis(['--appendfsync', 'no']);
const redis = createClient(server.url, 'worker');
await redis.connect();
const ledger = createLedger(redis);

interface Point {
  readonly deliveries: number;
  readonly perDeliveryMs: number;
  readonly bytes: number;
  readonly rssMb: number;
}

/** One delivery after another, from its planning to its receipt. */
const measure = async (deliveries: number): Promise<Point> => {
  const times: number[] = [];
  for (let n = 0; n < probes; n += 1) {
    const start = performance.now();
    await deliver(ledger, `probe-${deliveries}-${n}`, channels[n % channels.length] ?? channels[0]);
    times.push(performance.now() - start);
  }
  globalThis.gc?.();
  const { bytes, rssMb } = await readMemory(redis);
  return { deliveries, perDeliveryMs: median(times), bytes, rssMb };
};

const fill = async (from: number, to: number): Promise<void> => {
  for (let start = from; start < to; start += atOnce) {
    const count = Math.min(atOnce, to - start);
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        deliver(ledger, String(start + n), channels[(start + n) % channels.length] ?? channels[0]),
      ),
    );
    if (process.stderr.isTTY && start % 10_000 < atOnce) process.stderr.write(`\r${start + count} of ${total}`);
  }
};

const deliver = async (on: Ledger, article: string, channel: string): Promise<void> => {
  await on.plan([{ article, channel, wanted: 1, breaking: false, dueAt: null, skippedBy: null, insist: false }]);
  const beginning = await on.begin({
    article,
    channel,
    revision: 1,
    leaseMs: 35_000,
    pace: { minGapMs: 0, rates: [] },
    sought: { looks: 'telegram', text: 'x'.repeat(400), link: `https://herald.example/news/${article}`, image: null },
  });
  if (beginning.kind !== 'begun') throw new Error(`${article}@${channel}: ${beginning.kind}`);
  const link = `https://t.me/herald/${beginning.fence}`;
  const messageId = String(beginning.fence);
  await on.settle(article, channel, beginning.fence, { outcome: 'accepted', messageId, link, picture: false });
};

const readMemory = async (client: RedisClient): Promise<{ bytes: number; rssMb: number }> => ({
  bytes: Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]),
  rssMb: process.memoryUsage().rss / 1024 / 1024,
});

await fill(0, 1_000);
const first = await measure(1_000);
await fill(1_000, total);
const last = await measure(total);

const { cpu, cores, node, redis: version, date, load } = describeMachine();
process.stdout.write(`${cpu}, ${cores} cores; node ${node}, redis ${version}; ${date}; load ${load}\n`);
for (const { deliveries, perDeliveryMs, bytes, rssMb } of [first, last])
  process.stdout.write(
    `${String(deliveries).padStart(9)} deliveries  ${perDeliveryMs.toFixed(3)} ms each (median)  Redis ${(bytes / 1e6).toFixed(0)} MB  worker ${rssMb.toFixed(0)} MB\n`,
  );
const grown = (last.bytes - first.bytes) / (last.deliveries - first.deliveries + probes);
process.stdout.write(
  `ratio ${(last.perDeliveryMs / first.perDeliveryMs).toFixed(2)}; ${grown.toFixed(0)} bytes of Redis a delivery\n`,
);
await closeClient(redis);
await server.close();
