import { afterAll, beforeAll } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { createLedger } from '../../queues/ledger.ts';
import type { BeginRequest, Begun, Ledger, Plan, Settlement } from '../../src/article/ledger.ts';
import { startRedis, type TestRedis } from './redis.ts';

export const channel = 'tg-az';

export const planOf = (article: string, more: Partial<Plan> = {}): Plan => ({
  article,
  channel,
  wanted: 1,
  breaking: false,
  dueAt: null,
  skippedBy: null,
  insist: false,
  ...more,
});

export const beginOf = (article: string, more: Partial<BeginRequest> = {}): BeginRequest => ({
  article,
  channel,
  revision: 1,
  leaseMs: 60_000,
  pace: { minGapMs: 0, rates: [] },
  sought: { looks: 'telegram', text: 'Xəbər', link: 'https://herald.example/1', image: null },
  ...more,
});

/** A ledger on a Redis of this file's own, and the steps that most of its tests begin with. */
export const useLedger = () => {
  let server: TestRedis;
  let redis: RedisClient;
  let ledger: Ledger;
  beforeAll(async () => {
    server = await startRedis();
    redis = createClient(server.url, 'worker');
    await redis.connect();
    ledger = createLedger(redis);
  });
  afterAll(async () => {
    await closeClient(redis);
    await server.close();
  });

  const begun = async (article: string, more: Partial<BeginRequest> = {}): Promise<Begun> => {
    const beginning = await ledger.begin(beginOf(article, more));
    if (beginning.kind !== 'begun') throw new Error(`not begun but ${beginning.kind}`);
    return beginning;
  };
  const accept = (article: string, fence: number, messageId: string): Promise<Settlement> =>
    ledger.settle(article, channel, fence, { outcome: 'accepted', messageId, link: null, picture: false });
  const sent = async (article: string, messageId = '7'): Promise<void> => {
    await ledger.plan([planOf(article)]);
    const { fence } = await begun(article);
    await accept(article, fence, messageId);
  };
  return {
    begun,
    accept,
    sent,
    get redis() {
      return redis;
    },
    get ledger() {
      return ledger;
    },
  };
};
