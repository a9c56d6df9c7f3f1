import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Newsroom, startNewsroom } from '../support/newsroom-process.ts';
import { waitFor } from '../support/wait-for.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom(['--appendfsync', 'always']);
});
afterAll(() => newsroom.close());

const untilConnected = () => waitFor('the producer to be connected', () => newsroom.client.status === 'ready');

describe('a Redis that is killed and comes back', () => {
  it('makes producers fail at once, and workers go on by themselves', async () => {
    const { redis, publish, untilPosted, folder } = newsroom;
    await publish('1');
    await untilPosted('1');
    await redis.kill();
    await expect(publish('2')).rejects.toThrow();
    const pushed = await folder.run(['push', '-'], { REDIS_URL: redis.url }, '{}');
    expect(pushed).toMatchObject({ code: 1, stderr: expect.stringContaining('no Redis answers') });
    await redis.startAgain();
    await untilConnected();
    await publish('3');
    await untilPosted('3');
    expect(await newsroom.posted()).toEqual(['1', '3']);
  });

  it('is no fault of liveness, but of readiness', async () => {
    const { redis, probe } = newsroom;
    await redis.kill();
    const [live, ready] = await Promise.all([probe('/livez'), probe('/readyz')]);
    expect([live.status, ready.status]).toEqual([200, 503]);
    const metrics = await probe('/metrics');
    expect(metrics.body).toContain('tellal_events_total');
    expect(metrics.body).not.toContain('tellal_queue_jobs{');
    await redis.startAgain();
    await waitFor('the worker to be ready again', async () => (await probe('/readyz')).status === 200);
  });

  it('refuses writes when it is full, and nothing is lost', async () => {
    const { client, publish, untilPosted } = newsroom;
    await untilConnected();
    await client.config('SET', 'maxmemory', '1');
    await expect(publish('4')).rejects.toThrow(/OOM|memory/i);
    await client.config('SET', 'maxmemory', '0');
    await publish('5');
    await untilPosted('5');
  });

  it('ends when its disk is full, and goes on when it is started with room', async () => {
    const { redis, publish, untilPosted, posted } = newsroom;
    await redis.fillDisk(true);
    await expect(publish('6')).rejects.toThrow();
    await redis.startAgain();
    await untilConnected();
    await publish('6');
    await untilPosted('6');
    expect(await posted()).toEqual(['1', '3', '5', '6']);
  });

  it('does not keep a worker from ending when it is gone', async () => {
    const { redis, folder } = newsroom;
    const other = folder.start(['worker'], { REDIS_URL: redis.url });
    await other.ready();
    await redis.kill();
    expect(await other.stop()).toBe(0);
    await redis.startAgain();
  });
});
