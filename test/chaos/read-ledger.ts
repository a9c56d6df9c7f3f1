import { closeClient, createClient } from '../../queues/connection.ts';
import { createLedger } from '../../queues/ledger.ts';
import type { Attempt, Delivery } from '../../src/article/delivery.ts';

export interface LedgerLine {
  readonly delivery: Delivery;
  readonly attempts: readonly Attempt[];
}

/** Every delivery of these articles, by its id. */
export const readLedger = async (
  redisUrl: string,
  articles: readonly string[],
  channels: readonly string[],
): Promise<ReadonlyMap<string, LedgerLine>> => {
  const redis = createClient(redisUrl, 'worker');
  redis.on('error', () => undefined);
  await redis.connect();
  const ledger = createLedger(redis);
  const lines = new Map<string, LedgerLine>();
  for (const article of articles) {
    const deliveries = await ledger.ofArticle(article, channels);
    for (const delivery of deliveries)
      lines.set(delivery.id, { delivery, attempts: await ledger.attempts(article, delivery.channel) });
  }
  await closeClient(redis);
  return lines;
};
