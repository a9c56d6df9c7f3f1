import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { addSweep, type LanePayload, type LaneQueue, openLane, startLane } from '../../../queues/lanes.ts';
import type { Sweep } from '../../../src/article/lane.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';

const channel = 'tg-az';
const hour = 3_600_000;

let server: TestRedis;
let redis: RedisClient;
let lane: LaneQueue;
beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
  await redis.connect();
  lane = openLane(redis, channel);
});
beforeEach(() => lane.obliterate({ force: true }));
afterAll(async () => {
  await lane.close();
  await closeClient(redis);
  await server.close();
});

const edit = (fence: number, round = 0, article = 'desk:1'): Sweep => ({ article, edit: fence, round });
const copy = (from: string, round = 0): Sweep => ({ article: 'desk:1', from, round });
const waiting = async (): Promise<readonly (LanePayload & { readonly delay: number })[]> =>
  (await lane.getJobs(['delayed', 'prioritized', 'waiting'])).map(({ data, delay }) => ({ ...data, delay }));
/** Runs what waits, with `during` while the first of it is under way. */
const runOnce = async (during: (job: LanePayload) => Promise<unknown>): Promise<void> => {
  let runs = 0;
  const worker = await startLane(redis, lane, channel, async (job) => {
    runs += 1;
    await during(job);
    return { kind: 'done', note: 'swept' };
  });
  await waitFor('the sweep', () => runs > 0);
  await worker.close();
};

it('the sweep after a newer edit takes the place of the one that waits', async () => {
  await addSweep(lane, edit(5, 2), hour);
  await addSweep(lane, edit(6), 1_000);
  expect(await waiting()).toEqual([{ article: 'desk:1', sweep: { edit: 6, round: 0 }, delay: 1_000 }]);
});

it('also of one whose time has come, and which waits for its lane', async () => {
  await addSweep(lane, edit(5), 1);
  await lane.pause();
  await (await lane.getJobs(['delayed']))[0]?.promote();
  await addSweep(lane, edit(6), hour);
  expect(await waiting()).toEqual([{ article: 'desk:1', sweep: { edit: 6, round: 0 }, delay: hour }]);
});

it('the sweep after an older edit, or the same once more, gives way to the one that waits', async () => {
  await addSweep(lane, edit(6), 1_000);
  await addSweep(lane, edit(5, 1), hour);
  await addSweep(lane, edit(6), hour);
  expect(await waiting()).toEqual([{ article: 'desk:1', sweep: { edit: 6, round: 0 }, delay: 1_000 }]);
});

it('the next round can be added while one is under way, and does not replace a newer sweep', async () => {
  await addSweep(lane, edit(5), 1);
  await runOnce(() => addSweep(lane, edit(5, 1), hour));
  expect(await waiting()).toMatchObject([{ sweep: { edit: 5, round: 1 } }]);

  await (await lane.getJobs(['delayed']))[0]?.promote();
  await runOnce(async () => {
    await addSweep(lane, edit(6), hour);
    await addSweep(lane, edit(5, 2), hour);
  });
  expect(await waiting()).toMatchObject([{ sweep: { edit: 6, round: 0 } }]);
});

it('a failed one is in nobody’s way', async () => {
  await addSweep(lane, edit(5), 1);
  await runOnce(() => Promise.reject(new Error('a bug')));
  await waitFor('the dead letter', async () => (await lane.getFailedCount()) === 1);
  await addSweep(lane, edit(5), hour);
  await addSweep(lane, edit(5, 1), hour);
  expect(await waiting()).toMatchObject([{ sweep: { edit: 5, round: 0 } }]);
});

it('a search for copies begins anew with every post that was not found, and keeps looking from the oldest on', async () => {
  await addSweep(lane, copy('10', 2), hour);
  await addSweep(lane, copy('12'), 1_000);
  expect(await waiting()).toEqual([{ article: 'desk:1', sweep: { from: '10', round: 0 }, delay: 1_000 }]);
});

it('articles, and the two kinds of sweeps, do not stand in for each other', async () => {
  await addSweep(lane, edit(5), hour);
  await addSweep(lane, copy('10'), hour);
  await addSweep(lane, edit(5, 0, 'desk%3A1'), hour);
  expect(await waiting()).toHaveLength(3);
});
