import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Newsroom, newsroomChannels, startNewsroom } from '../support/newsroom-process.ts';
import { waitFor } from '../support/wait-for.ts';

// One Redis is away for a minute; meanwhile the disk of another is full.

const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
const awayMs = 60_000;

let away: Newsroom;
let goneAt: number;
let full: Newsroom;
beforeAll(async () => {
  [away, full] = await Promise.all([startNewsroom(['--appendfsync', 'always']), startNewsroom([])]);
  await away.publish(...range(1, 40));
  await away.untilPosted('1');
  await away.redis.kill();
  goneAt = Date.now();
}, 60_000);
afterAll(() => Promise.all([away.close(), full.close()]));

const expectAllOnce = async (newsroom: Newsroom, ids: readonly string[]): Promise<void> => {
  for (const channel of newsroomChannels) expect(await newsroom.posted(channel)).toEqual(ids);
  expect(await newsroom.producer.getFailedCount()).toBe(0);
};

describe('a Redis whose disk is full', () => {
  it('refuses what is published at once, with its reason', async () => {
    await full.publish(...range(1, 40));
    await full.untilPosted('1');
    await full.redis.fillDisk(true);
    await waitFor('Redis to refuse writes', () =>
      full.client.set('probe', '1').then(
        () => false,
        () => true,
      ),
    );
    await expect(full.publish('41')).rejects.toThrow(/MISCONF/);
    const article = { id: '42', url: 'https://herald.example/ru/42', title: 'Рынок у вокзала открыли снова' };
    const pushed = await full.folder.run(['push', '-'], { REDIS_URL: full.redis.url }, JSON.stringify(article));
    expect(pushed).toMatchObject({ code: 1, stderr: expect.stringContaining('MISCONF') });
  });

  it('is told in the log and by /readyz, with what to do', async () => {
    const { status, body } = await full.probe('/readyz');
    expect([status, body]).toEqual([503, expect.stringContaining('make room on the disk of Redis')]);
    expect((await full.probe('/livez')).status).toBe(200);
    const told = () => /takes no writes.*|.*make room on the disk of Redis.*/.exec(full.worker.output())?.[0];
    expect(await waitFor('the worker to say it', told)).toContain('make room');
  });

  it('costs nothing once there is room: every post appears once, in order', async () => {
    await full.redis.fillDisk(false);
    await waitFor('the worker to be ready', async () => (await full.probe('/readyz')).status === 200);
    await full.publish('41');
    await full.untilPosted('41');
    await expectAllOnce(full, range(1, 41));
  }, 40_000);
});

describe('a Redis that is away for a minute', () => {
  it('fails producers all the time, and the worker stays alive', async () => {
    await expect(away.publish('41')).rejects.toThrow();
    expect((await away.probe('/livez')).status).toBe(200);
    const { status, body } = await away.probe('/readyz');
    expect([status, body]).toEqual([503, expect.stringContaining('no answer')]);
    expect(away.worker.output()).toContain('Redis is away');
  });

  it('costs nothing when it is back: every post appears once, in order', async () => {
    await waitFor('the minute to pass', () => Date.now() >= goneAt + awayMs, awayMs);
    await expect(away.publish('41')).rejects.toThrow();
    await away.redis.startAgain();
    await waitFor('the producer to be connected', () => away.client.status === 'ready');
    await away.publish('41');
    await away.untilPosted('41');
    await expectAllOnce(away, range(1, 41));
  }, 100_000);
});
