import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { addLaneJob, openLane, readHold, startLane, wakeLane } from '../../../queues/lanes.ts';
import type { LaneStep } from '../../../src/article/lane.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';

let server: TestRedis;
let redis: RedisClient;
beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
  await redis.connect();
});
afterAll(async () => {
  await closeClient(redis);
  await server.close();
});

it('ends the wait of a lane whose cause is over, and no other', async () => {
  const channel = 'wa-az';
  const lane = openLane(redis, channel);
  const steps: LaneStep[] = [{ kind: 'wait', ms: 3_600_000, because: 'the account is not linked' }];
  const worked: string[] = [];
  const worker = await startLane(redis, lane, channel, async ({ article }) => {
    worked.push(article);
    return steps.shift() ?? { kind: 'done', note: 'sent' };
  });
  await addLaneJob(lane, { article: '1', channel, breaking: false, delayMs: 0 });
  await waitFor('the lane to wait', async () => (await readHold(redis, channel)) !== null);
  await waitFor('the limit', async () => (await lane.getRateLimitTtl()) > 0);

  await wakeLane(redis, lane, channel, (because) => because === 'flood control');
  expect(await readHold(redis, channel)).not.toBeNull();
  expect(await lane.getRateLimitTtl()).toBeGreaterThan(60_000);

  await wakeLane(redis, lane, channel, (because) => because === 'the account is not linked');
  await waitFor('the job to be taken again', () => worked.length === 2);
  expect(await readHold(redis, channel)).toBeNull();
  await worker.close();
  await lane.close();
});
