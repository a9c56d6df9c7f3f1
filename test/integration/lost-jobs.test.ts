import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { type LaneQueue, openLane } from '../../queues/lanes.ts';
import { createFetcher, type Fetcher } from '../../src/ingest/guarded-fetch.ts';
import { startWorker } from '../../src/worker.ts';
import { editor, ops, startHouse, type TestHouse } from '../support/house.ts';
import { must, seenOn, untilDelivery } from '../support/house-words.ts';
import { waitFor } from '../support/wait-for.ts';

const channel = 'all';
const yaml = `
channels:
  - { id: ${channel}, platform: preview, looks: telegram, minGapSeconds: 0 }
`;

let house: TestHouse;
let redis: RedisClient;
let lane: LaneQueue;
let fetcher: Fetcher;
beforeAll(async () => {
  house = await startHouse(yaml);
  redis = createClient(house.redis.url, 'worker');
  await redis.connect();
  lane = openLane(redis, channel);
  fetcher = createFetcher({ allow: [], userAgent: 'Tellal/test', gapMs: 0 });
});
afterAll(async () => {
  await fetcher.close();
  await lane.close();
  await closeClient(redis);
  await house.close();
});

const article = (id: string, title: string) => ({
  id,
  url: `https://herald.example/en/${id}`,
  language: 'en',
  title,
  text: 'The library of Shusha lends books again. It was closed for two winters, and has a new roof.',
});
const publish = async (id: string): Promise<void> => {
  must(await house.desk.push(editor, { article: article(id, `Library ${id} opens again`) }));
  await untilDelivery(house.desk, id, channel, 'sent');
};

/** What Redis forgets of a lane: the jobs that come of `change`. The ledger keeps what is wanted. */
const losingJobs = async (count: number, change: () => Promise<unknown>): Promise<void> => {
  must(await house.desk.pause(ops, channel));
  await change();
  const jobs = await waitFor('the lane jobs', async () => {
    const found = await lane.getJobs(['waiting', 'prioritized']);
    return found.length === count && found;
  });
  await Promise.all(jobs.map((job) => job.remove()));
  must(await house.desk.resume(ops, channel));
};
/** A worker looks at its lanes when it starts. */
const withAnotherWorker = async (work: () => Promise<unknown>): Promise<void> => {
  const log = pino({ level: 'silent' });
  const { config, redis: server } = house;
  const worker = await startWorker({ config, redisUrl: server.url, telegramBotToken: null, fetcher, log });
  try {
    await work();
  } finally {
    await worker.stop();
  }
};

describe('a change of what stands whose lane job was lost', () => {
  it('is brought to the channel all the same, once, also while another post is scheduled', async () => {
    const at = new Date(Date.now() + 86_400_000).toISOString();
    must(await house.desk.push(editor, { article: article('later', 'Library will open once more'), at }));
    await untilDelivery(house.desk, 'later', channel, 'planned');
    await publish('roof');
    await publish('gone');
    await losingJobs(2, async () => {
      must(await house.desk.correct(editor, 'roof', article('roof', 'Library has no roof')));
      must(await house.desk.retract(editor, 'gone'));
    });
    await withAnotherWorker(async () => {
      await untilDelivery(house.desk, 'gone', channel, 'removed');
      await waitFor('the correction', async () => {
        const { revision, attempts } = await untilDelivery(house.desk, 'roof', channel, 'sent');
        return revision === 2 && attempts === 2;
      });
    });
    expect((await seenOn(house.desk, channel)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Library has no roof'),
    ]);
    await withAnotherWorker(() => publish('next'));
    expect(await untilDelivery(house.desk, 'roof', channel, 'sent')).toMatchObject({ revision: 2, attempts: 2 });
    expect(await untilDelivery(house.desk, 'gone', channel, 'removed')).toMatchObject({ attempts: 2 });
    expect(await lane.getJobCounts('delayed')).toEqual({ delayed: 1 });
  });
});
