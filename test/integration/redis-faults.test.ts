import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { twoPreviews } from '../support/house.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { createFolder, type Folder, type Started } from '../support/tellal-process.ts';
import { waitFor } from '../support/wait-for.ts';

let redis: TestRedis;
let folder: Folder;
let worker: Started;
let client: RedisClient;
let producer: Queue;

beforeAll(async () => {
  redis = await startRedis(['--appendfsync', 'always']);
  folder = await createFolder(twoPreviews);
  worker = folder.start(['worker'], { REDIS_URL: redis.url });
  await worker.ready();
  client = createClient(redis.url, 'producer');
  client.on('error', () => undefined);
  await client.connect();
  producer = new Queue('articles', { connection: client, prefix: '{tellal}', skipWaitingForReady: true });
  producer.on('error', () => undefined);
});
afterAll(async () => {
  await worker.stop();
  await closeClient(client);
  await redis.close();
  await folder.remove();
});

const publish = (id: string) =>
  producer.add('article.published', {
    article: {
      id,
      url: `https://herald.example/ru/${id}`,
      language: 'ru',
      title: `Мост номер ${id} открыли после ремонта`,
      text: 'Движение по мосту возобновили утром в понедельник. Ремонт длился девять месяцев и обошёлся городу дешевле, чем ждали.',
    },
  });
const postsWith = async (id: string): Promise<number> => {
  const posts = await client.hvals('{tellal:preview-telegram}:posts').catch(() => []);
  return posts.filter((post) => (JSON.parse(post) as { link: string }).link.endsWith(`/ru/${id}`)).length;
};
const untilPosted = (id: string, timeoutMs: number) =>
  waitFor(`${id} to be posted`, async () => (await postsWith(id)) > 0, timeoutMs);

describe('a Redis that is killed and comes back', () => {
  it('makes producers fail at once, and workers go on by themselves', async () => {
    await publish('1');
    await untilPosted('1', 10_000);
    await redis.kill();
    await expect(publish('2')).rejects.toThrow();
    const pushed = await folder.run(['push', '-'], { REDIS_URL: redis.url }, '{}');
    expect(pushed).toMatchObject({ code: 1, stderr: expect.stringContaining('no Redis answers') });
    await redis.startAgain();
    await waitFor('the producer to be connected again', () => client.status === 'ready');
    await publish('3');
    await untilPosted('3', 15_000);
    expect(await postsWith('1')).toBe(1);
  });

  it('is no fault of liveness, but of readiness', async () => {
    const address = await worker.ready();
    await redis.kill();
    const [live, ready] = await Promise.all([fetch(`${address}/livez`), fetch(`${address}/readyz`)]);
    expect([live.status, ready.status]).toEqual([200, 503]);
    await redis.startAgain();
    await waitFor(
      'the worker to be ready again',
      async () => (await fetch(`${address}/readyz`)).status === 200,
      15_000,
    );
  });

  it('refuses writes when it is full, and nothing is lost', async () => {
    await client.config('SET', 'maxmemory', '1');
    await expect(publish('4')).rejects.toThrow(/OOM|memory/i);
    await client.config('SET', 'maxmemory', '0');
    await publish('5');
    await untilPosted('5', 15_000);
  });

  it('does not keep a worker from ending when it is gone', async () => {
    const other = folder.start(['worker'], { REDIS_URL: redis.url });
    await other.ready();
    await redis.kill();
    expect(await other.stop()).toBe(0);
    await redis.startAgain();
  });
});
