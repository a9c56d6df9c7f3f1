import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { createNearDuplicates } from '../../../queues/near-duplicates.ts';
import { findNearDuplicate } from '../../../src/ingest/near-duplicates.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';

let redis: TestRedis;
let client: RedisClient;
let store: ReturnType<typeof createNearDuplicates>;
beforeAll(async () => {
  redis = await startRedis();
  client = createClient(redis.url, 'worker');
  await client.connect();
  store = createNearDuplicates(client, 60_000);
});
afterAll(async () => {
  await closeClient(client);
  await redis.close();
});

/** A story of its own for each subject: a hundred words that no other subject shares in a row. */
const storyOf = (subject: string): string =>
  Array.from({ length: 100 }, (_, index) => `${subject}${(index * 7) % 100} wurde`).join(' ');
const find = (id: string, body: string, language = 'de') => findNearDuplicate(store, { id, language }, body);

describe('near-duplicates', () => {
  it('are found under another id, also after an edit', async () => {
    expect(await find('1', storyOf('brücke'))).toBeNull();
    expect(await find('2', `${storyOf('brücke')} Das sagte der Bürgermeister am Abend vor der Presse.`)).toBe('1');
    expect(await find('3', storyOf('hafen'))).toBeNull();
  });

  it('are the later ones, however often and in whatever order they come again', async () => {
    expect(await find('10', storyOf('schule'))).toBeNull();
    expect(await find('11', storyOf('schule'))).toBe('10');
    for (let time = 0; time < 3; time += 1) {
      expect(await find('11', storyOf('schule'))).toBe('10');
      expect(await find('10', storyOf('schule'))).toBeNull();
    }
  });

  it('are not found in another language', async () => {
    expect(await find('20', storyOf('museum'))).toBeNull();
    expect(await find('21', storyOf('museum'), 'en')).toBeNull();
  });

  it('name the first one, not another copy', async () => {
    for (const id of ['30', '31', '32']) await find(id, storyOf('theater'));
    expect(await find('33', storyOf('theater'))).toBe('30');
  });

  it('are compared with what an article says now', async () => {
    expect(await find('40', storyOf('zoo'))).toBeNull();
    expect(await find('40', storyOf('tierpark'))).toBeNull();
    expect(await find('41', storyOf('zoo'))).toBeNull();
    expect(await find('42', storyOf('tierpark'))).toBe('40');
  });

  it('are none of an article that was retracted', async () => {
    await find('50', storyOf('markt'));
    await store.forget('50');
    expect(await find('51', storyOf('markt'))).toBeNull();
    expect(await find('52', storyOf('markt'))).toBe('51');
  });

  it('are all but one of those that come at the same moment', async () => {
    const found = await Promise.all(['60', '61', '62', '63'].map((id) => find(id, storyOf('bahnhof'))));
    expect(found.filter((one) => one === null)).toHaveLength(1);
  });

  it('are forgotten after the window, and leave nothing behind', async () => {
    const short = createNearDuplicates(client, 100);
    await client.flushall();
    await findNearDuplicate(short, { id: '70', language: 'de' }, storyOf('turm'));
    await waitFor('the keys to end', async () => (await client.keys('*')).length === 0);
    await findNearDuplicate(store, { id: '71', language: 'de' }, storyOf('turm'));
    const forgotten = await waitFor('the article to be forgotten', async () => {
      await findNearDuplicate(short, { id: '72', language: 'de' }, storyOf('dach'));
      await client.persist('{tellal}:sketches:order');
      return (await client.zscore('{tellal}:sketches:order', '71')) === null;
    });
    expect(forgotten).toBe(true);
    const bands = await client.hvals('{tellal}:sketches:bands');
    expect(new Set(bands)).toEqual(new Set(['72']));
  });
});
