import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { createHostLines } from '../../../queues/host-lines.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';

let redis: TestRedis;
let client: RedisClient;
let lines: ReturnType<typeof createHostLines>;
beforeAll(async () => {
  redis = await startRedis();
  client = createClient(redis.url, 'worker');
  await client.connect();
  lines = createHostLines(client);
});
afterAll(async () => {
  await closeClient(client);
  await redis.close();
});

const noteMany = async (host: string, from: number, to: number, marks: (id: number) => readonly string[]) => {
  for (let id = from; id <= to; id += 1) await lines.note(host, String(id), marks(id));
};

describe('the lines of a host', () => {
  it('repeat when they stand in three of its latest articles', async () => {
    expect(await lines.note('a.example', '1', ['slogan', 'lead-1'])).toEqual([]);
    expect(await lines.note('a.example', '2', ['lead-2', 'slogan'])).toEqual([]);
    expect(await lines.note('a.example', '3', ['lead-3', 'slogan'])).toEqual([1]);
    expect(await lines.find('a.example', ['slogan', 'lead-9'])).toEqual([0]);
  });

  it('are those of one host only', async () => {
    expect(await lines.find('b.example', ['slogan'])).toEqual([]);
  });

  it('count once however often an article comes', async () => {
    await noteMany('c.example', 1, 2, () => ['slogan']);
    for (let time = 0; time < 5; time += 1) expect(await lines.note('c.example', '2', ['slogan'])).toEqual([]);
    expect(await lines.note('c.example', '2', ['corrected'])).toEqual([]);
    expect(await lines.note('c.example', '3', ['slogan'])).toEqual([]);
    expect(await lines.note('c.example', '4', ['slogan'])).toEqual([0]);
  });

  it('do not repeat when they stand in few of many', async () => {
    await noteMany('d.example', 1, 40, (id) => [`lead-${id}`, ...(id % 10 === 0 ? ['rubric'] : [])]);
    expect(await lines.find('d.example', ['rubric'])).toEqual([]);
  });

  it('are forgotten with the articles that had them, and nothing else is kept', async () => {
    await noteMany('e.example', 1, 20, () => ['old']);
    await noteMany('e.example', 21, 70, (id) => [`new-${id}`]);
    expect(await lines.find('e.example', ['old'])).toEqual([]);
    expect(await client.hlen('{tellal}:lines:e.example')).toBe(100);
    expect(await client.llen('{tellal}:lines:e.example:order')).toBe(50);
    expect(await client.ttl('{tellal}:lines:e.example')).toBeGreaterThan(29 * 24 * 60 * 60);
  });

  it('leave no key behind when they are only looked for', async () => {
    await lines.find('f.example', ['slogan']);
    expect(await client.keys('*f.example*')).toEqual([]);
  });

  it('are kept of so many hosts, those that spoke last', async () => {
    const ofTwo = createHostLines(client, 2);
    for (const host of ['x.example', 'y.example', 'z.example']) await ofTwo.note(host, '1', ['slogan']);
    const kept = (await client.keys('{tellal}:lines:*:order')).sort();
    expect(kept).toEqual(['{tellal}:lines:y.example:order', '{tellal}:lines:z.example:order']);
  });
});
