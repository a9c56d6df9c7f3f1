import { closeClient, createClient } from '../queues/connection.ts';
import { startRedis } from '../test/support/redis.ts';
import { openGrowingHouse } from './growing-house.ts';
import { describeMachine } from './machine.ts';
import { median } from './statistics.ts';

// What a Redis full of articles and deliveries costs: `npm run bench:growth [deliveries]`, 1,000,000 unless said otherwise.

const atOnce = 500;
const probes = 2_000;
const deliveries = Number(process.argv[2] ?? 1_000_000);

const server = await startRedis(['--appendfsync', 'no']);
const redis = createClient(server.url, 'worker');
await redis.connect();
const house = await openGrowingHouse(redis);
const channels = house.channels.length;
const articles = Math.ceil(deliveries / channels);

interface Point {
  readonly articleMs: number;
  readonly deliveryMs: number;
  readonly pageMs: number;
  /** What else the machine does tells here too. */
  readonly pingMs: number;
  readonly redisMb: number;
  readonly rssMb: number;
}

/** Times of one thing after another, the median. */
const time = async (count: number, act: (n: number) => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await act(n);
    times.push(performance.now() - start);
  }
  return median(times);
};

/** Each point adds articles of its own, so that nothing is measured twice. */
const measure = async (from: number): Promise<Point> => {
  const articleMs = await time(probes / channels, (n) => house.accept(from + n));
  const deliveryMs = await time(probes, (n) => house.deliver(from + Math.floor(n / channels), n % channels));
  const pageMs = await time(50, house.readPage);
  const pingMs = await time(probes, () => redis.ping());
  const redisMb = (await readBytes()) / 1e6;
  return { articleMs, deliveryMs, pageMs, pingMs, redisMb, rssMb: process.memoryUsage().rss / 2 ** 20 };
};

const fill = async (count: number, what: string, act: (n: number) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < count; start += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - start) }, (_, n) => act(start + n)));
    if (process.stderr.isTTY && start % 10_000 === 0) process.stderr.write(`\r\u001b[K${start} of ${count} ${what}`);
  }
};

const readBytes = async (): Promise<number> => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);

const first = await measure(0);
const empty = await readBytes();
await fill(articles, 'articles', (n) => house.accept(probes + n));
const withArticles = await readBytes();
await fill(articles * channels, 'deliveries', (n) => house.deliver(probes + Math.floor(n / channels), n % channels));
const full = await readBytes();
const last = await measure(probes + articles);

const { cpu, cores, memoryGb, node, redis: version, date, load } = describeMachine();
process.stdout.write(
  `${cpu}, ${cores} cores, ${memoryGb} GB; node ${node}, redis ${version}; ${date}; load ${load}\n\n`,
);
const row = (name: string, of: (point: Point) => number, digits: number): void => {
  const [before, after] = [of(first), of(last)];
  const cells = [before.toFixed(digits), after.toFixed(digits), (after / before).toFixed(2)];
  process.stdout.write(`${name.padEnd(52)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
};
process.stdout.write(`${''.padEnd(52)}${['empty', 'full', 'ratio'].map((cell) => cell.padStart(10)).join('')}\n`);
row('an article into archive, host lines, sketches, ms', (point) => point.articleMs, 3);
row('a delivery from its planning to its receipt, ms', (point) => point.deliveryMs, 3);
row('a page of 50 deliveries and the counts, ms', (point) => point.pageMs, 3);
row('a PING, to compare with, ms', (point) => point.pingMs, 3);
row('memory of Redis, MB', (point) => point.redisMb, 0);
row('memory of this process, MB RSS', (point) => point.rssMb, 0);
process.stdout.write(
  `\n${articles} articles, ${((withArticles - empty) / articles).toFixed(0)} bytes of Redis each; ` +
    `${articles * channels} deliveries, ${((full - withArticles) / articles / channels).toFixed(0)} bytes each\n`,
);
await closeClient(redis);
await server.close();
