import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { readDoc, readTable } from '../../support/docs/read-docs.ts';
import { editor, startHouse, type TestHouse } from '../../support/house.ts';
import { must, untilDelivery } from '../../support/house-words.ts';
import { waitFor } from '../../support/wait-for.ts';

const yaml = `
channels:
  - { id: all, platform: preview, looks: telegram, perHour: 100, minGapSeconds: 1 }
  - { id: az, platform: preview, looks: whatsapp, takes: { languages: [az] } }
`;

let house: TestHouse;
let redis: RedisClient;
let articles: Queue;
beforeAll(async () => {
  house = await startHouse(yaml);
  redis = createClient(house.redis.url, 'worker');
  await redis.connect();
  articles = new Queue('articles', { connection: redis, prefix: '{tellal}' });
});
afterAll(async () => {
  await articles.close();
  await closeClient(redis);
  await house.close();
});

/** `{tellal:<channel>}:d:<article>` becomes an expression that such keys match. */
const toPattern = (key: string): RegExp =>
  new RegExp(
    `^${key
      .replace(/[{}]/g, '\\$&')
      .replaceAll('<channel>', '[a-z0-9-]+')
      .replace(/<[^>]*>/g, '.+')
      .replace('*', '.*')}$`,
  );

const article = (id: string) => ({
  id,
  url: `https://herald.example/en/${id}`,
  language: 'en',
  title: `Swimming pool number ${id} opens in Sumqayit`,
  text: 'The pool opens to everybody on Saturday. It has six lanes and is heated in winter.',
});

describe('queues/README.md', () => {
  it('lists every key that a house at work leaves in Redis', async () => {
    await articles.add('article.published', { article: article('1') });
    await articles.add('article.published', {
      article: { ...article('2'), text: undefined, url: 'http://127.0.0.1:9/2' },
    });
    await articles.add('article.published', { article: { id: 3 } });
    await untilDelivery(house.desk, '1', 'all', 'sent');
    await untilDelivery(house.desk, '2', 'all', 'sent');
    await waitFor('the dead letter', async () => (await articles.getFailedCount()) === 1);
    must(await house.desk.retract(editor, '1'));
    await untilDelivery(house.desk, '1', 'all', 'removed');
    const { token } = must(await house.desk.access.grant({ name: 'Nigar', role: 'admin' }, 'Leyla', 'editor'));
    await house.desk.access.login(token);

    const keys = await redis.keys('*');
    const patterns = readTable(readDoc('queues/README.md'))
      .map(([key = '']) => key)
      .filter((key) => key.startsWith('{'))
      .map(toPattern);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});
