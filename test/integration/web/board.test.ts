import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Queue } from 'bullmq';
import type { InjectOptions } from 'fastify';
import { openArticles } from '../../../queues/articles.ts';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { createFakeWeb, type FakeWeb } from '../../support/fake-web.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';

let server: TestRedis;
let redis: RedisClient;
let queue: Queue;
let web: FakeWeb;

beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
  await redis.connect();
  queue = openArticles(redis);
  await queue.add('article.published', { article: { id: '41' } });
  web = await createFakeWeb({ queues: [queue] });
});
afterAll(async () => {
  await web.app.close();
  await queue.close();
  await closeClient(redis);
  await server.close();
});

const ask = async (
  role: 'viewer' | 'ops',
  method: InjectOptions['method'],
  url: string,
  site = 'same-origin',
  at = web,
) => {
  const session = await at.desk.access.login(at.tokens[role]);
  const cookies = { tellal: session?.session ?? '' };
  return at.app.inject({ method: method ?? 'GET', url, cookies, headers: { 'sec-fetch-site': site } });
};

describe('the board of the queues', () => {
  it('asks strangers to sign in', async () => {
    expect((await web.app.inject('/queues')).headers.location).toBe('/login?next=/queues');
    expect((await web.app.inject('/queues/api/queues')).statusCode).toBe(302);
    expect((await web.app.inject({ method: 'PUT', url: '/queues/api/queues/articles/pause' })).statusCode).toBe(401);
  });

  it('takes a Bearer token as the API does', async () => {
    const askBy = (token: string, method: 'GET' | 'PUT', url: string) =>
      web.app.inject({ method, url, headers: { authorization: `Bearer ${token}` } });
    expect((await askBy(web.tokens.ops, 'GET', '/queues/api/queues')).statusCode).toBe(200);
    expect((await askBy(web.tokens.ops, 'PUT', '/queues/api/queues/articles/pause')).statusCode).toBe(200);
    await askBy(web.tokens.ops, 'PUT', '/queues/api/queues/articles/resume');
    expect((await askBy(web.tokens.viewer, 'PUT', '/queues/api/queues/articles/pause')).statusCode).toBe(403);
    expect((await askBy('unknown', 'GET', '/queues/api/queues')).statusCode).toBe(401);
  });

  it('shows ops every queue, and nothing of Redis itself', async () => {
    const queues = (await ask('ops', 'GET', '/queues/api/queues')).json().queues;
    expect(queues).toEqual([expect.objectContaining({ name: 'articles', readOnlyMode: false })]);
    const page = await ask('ops', 'GET', '/queues');
    expect(page.body).toContain('"hideRedisDetails":true');
    expect(page.body).not.toContain('https://fonts');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('lets ops hold a queue, but only from its own page', async () => {
    expect((await ask('ops', 'PUT', '/queues/api/queues/articles/pause', 'cross-site')).statusCode).toBe(403);
    expect(await queue.isPaused()).toBe(false);
    expect((await ask('ops', 'PUT', '/queues/api/queues/articles/pause')).statusCode).toBe(200);
    expect(await queue.isPaused()).toBe(true);
    await ask('ops', 'PUT', '/queues/api/queues/articles/resume');
  });

  it('leads everyone else to a board that only shows', async () => {
    expect((await ask('viewer', 'GET', '/queues')).headers.location).toBe('/queues/view');
    const shown = await ask('viewer', 'GET', '/queues/view/api/queues');
    expect(shown.json().queues[0].readOnlyMode).toBe(true);
    for (const board of ['/queues', '/queues/view', '/queues%2Fview']) {
      expect((await ask('viewer', 'PUT', `${board}/api/queues/articles/pause`)).statusCode).toBeGreaterThanOrEqual(403);
    }
    expect(await queue.isPaused()).toBe(false);
  });

  it('says that Redis is gone, not where it was', async () => {
    const lost = createClient(server.url, 'worker');
    await lost.connect();
    const blind = await createFakeWeb({ queues: [openArticles(lost)] });
    await closeClient(lost);
    const answer = await ask('ops', 'GET', '/queues/api/queues', 'same-origin', blind);
    expect([answer.statusCode, answer.json().type]).toEqual([503, 'urn:tellal:problem:unavailable']);
    expect(answer.json().detail).toBe('Redis does not answer.');
    await blind.app.close();
  });
});
