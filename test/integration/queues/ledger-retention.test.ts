import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { createLedger } from '../../../queues/ledger.ts';
import type { Ledger } from '../../../src/article/ledger.ts';
import { planOf } from '../../support/ledger-words.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';

const channel = 'tg-ru';
const most = 50;

let redis: TestRedis;
let client: RedisClient;
let ledger: Ledger;
beforeAll(async () => {
  redis = await startRedis();
  client = createClient(redis.url, 'worker');
  await client.connect();
  ledger = createLedger(client, most);
});
afterAll(async () => {
  await closeClient(client);
  await redis.close();
});

const plan = (article: string, skippedBy: string | null) => ledger.plan([planOf(article, { channel, skippedBy })]);

describe('the deliveries of a channel', () => {
  it('are kept by number where they are done: the oldest go, with every trace', async () => {
    await plan('waits', null);
    for (let number = 1; number <= 299; number += 1) await plan(`skipped-${number}`, 'takes.languages');
    // Every hundredth plan makes room before it is written itself.
    expect(await ledger.counts(channel)).toMatchObject({ planned: 1, skipped: most + 1 });
    expect(await client.keys('{tellal:tg-ru}:d:*')).toHaveLength(most + 2);
    expect(await ledger.get('skipped-299', channel)).toMatchObject({ state: 'skipped' });
    expect(await ledger.get('skipped-1', channel)).toBeNull();
  });

  it('leave nothing to do behind when they go, though a change of them never came to the channel', async () => {
    const on = (article: string, wanted: number) => planOf(article, { channel: 'tg-az', wanted });
    for (let number = 1; number <= 299; number += 1) {
      await ledger.plan([on(`${number}`, 1)]);
      await ledger.hold(`${number}`, 'tg-az', 'Elif');
      await ledger.resolve(`${number}`, 'tg-az', { tookEffect: true, messageId: `${number}`, link: null });
      await ledger.plan([on(`${number}`, 2)]);
    }
    expect(await client.zcard('{tellal:tg-az}:behind')).toBe((await ledger.counts('tg-az')).sent);
  });

  it('stay, however many there are, while somebody waits for them', async () => {
    for (let number = 1; number <= 2 * most + 100; number += 1) await plan(`planned-${number}`, null);
    expect(await ledger.counts(channel)).toMatchObject({ planned: 2 * most + 101 });
    expect(await ledger.get('waits', channel)).toMatchObject({ state: 'planned' });
  });
});
