import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createArchive } from '../../../queues/archive.ts';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import type { Archive } from '../../../src/article/archive.ts';
import { composePost } from '../../../src/compose/compose-post.ts';
import { articleWith } from '../../support/article-words.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';

const most = 3;

let redis: TestRedis;
let client: RedisClient;
let archive: Archive;
beforeAll(async () => {
  redis = await startRedis();
  client = createClient(redis.url, 'worker');
  await client.connect();
  archive = createArchive(client, most);
});
afterAll(async () => {
  await closeClient(client);
  await redis.close();
});

const accept = (id: string, revision: number, address = `https://herald.example/${id}`) => {
  const article = articleWith({ id, revision, url: address });
  return archive.accept(article, composePost(article), {
    fingerprint: `${id}-${revision}`,
    address,
    nearDuplicateOf: null,
    event: null,
  });
};
const acceptEvent = (event: string, text: string) => {
  const article = { ...articleWith({ id: 'told', text }), revision: null };
  return archive.accept(article, composePost({ ...article, revision: 0 }), {
    fingerprint: text,
    address: 'https://herald.example/told',
    nearDuplicateOf: null,
    event,
  });
};
const isKept = async (id: string): Promise<boolean> => (await archive.get(id)) !== null;

describe('the archive', () => {
  it('keeps so many articles, those that changed last', async () => {
    for (const id of ['a', 'b', 'c']) await accept(id, 1);
    await accept('a', 2);
    await accept('d', 1);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(isKept))).toEqual([true, false, true, true]);
  });

  it('frees the address of an article that it forgets', async () => {
    expect(await accept('b-again', 1, 'https://herald.example/b')).toMatchObject({
      kind: 'accepted',
      duplicateOf: null,
    });
  });

  it('counts a retraction of what it never saw, and a page that is awaited', async () => {
    await archive.retract('never-seen');
    await archive.reserve('awaited');
    expect(await client.zcard('{tellal}:article-order')).toBe(most);
    expect(await client.keys('{tellal}:article:*')).toHaveLength(most);
  });

  it('does not take an event without a revision for news when it comes again after newer ones', async () => {
    expect(await acceptEvent('7@100', 'First.')).toMatchObject({ kind: 'accepted', revision: 1 });
    expect(await acceptEvent('7@100', 'First.')).toMatchObject({ kind: 'seen', revision: 1 });
    expect(await acceptEvent('8@101', 'Second.')).toMatchObject({ kind: 'accepted', revision: 2 });
    expect(await acceptEvent('7@100', 'First.')).toEqual({ kind: 'older', newest: 2 });
    expect(await acceptEvent('9@102', 'First.')).toMatchObject({ kind: 'accepted', revision: 3 });
  });

  it('remembers the latest of very many events', async () => {
    for (let number = 0; number < 200; number += 1) await acceptEvent(`many ${number}@100`, `Text ${number}.`);
    expect(await acceptEvent('many 198@100', 'Text 198.')).toMatchObject({ kind: 'older' });
    expect(String(await client.hget('{tellal}:article:told', 'events')).length).toBeLessThan(1_050);
  });

  it('goes down to a lower number step by step', async () => {
    for (const id of ['e', 'f', 'g']) await accept(id, 1);
    const smaller = createArchive(client, 1);
    await smaller.retract('g');
    await smaller.retract('g');
    expect(await client.keys('{tellal}:article:*')).toEqual(['{tellal}:article:g']);
  });

  it('keeps nothing of an article that nobody changed for 45 days', async () => {
    await accept('old', 1);
    expect(await client.ttl('{tellal}:article:old')).toBeGreaterThan(44 * 24 * 60 * 60);
    const at = Number((await client.time())[0]);
    await client.zadd('{tellal}:article-order', at - 46 * 24 * 60 * 60, 'old');
    await accept('young', 1);
    expect(await client.zscore('{tellal}:article-order', 'old')).toBeNull();
  });
});
