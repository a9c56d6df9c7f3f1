import type { RedisClient } from './connection.ts';
import { liveTopic } from './keys.ts';

const subscribeWithinMs = 5_000;

/**
 * Calls back with the id of each delivery that changed. `redis` is for this alone: a subscribed connection can do
 * nothing else. A view, not a record: what changes while Redis is away is not announced.
 */
export const createLive = (redis: RedisClient) => {
  const watchers = new Set<(deliveryId: string) => void>();
  redis.on('message', (_topic: string, deliveryId: string) => {
    for (const watcher of watchers) watcher(deliveryId);
  });
  return {
    watch: async (onChange: (deliveryId: string) => void): Promise<() => Promise<void>> => {
      watchers.add(onChange);
      try {
        if (watchers.size === 1) await subscribe(redis);
      } catch (error) {
        watchers.delete(onChange);
        throw error;
      }
      return async () => {
        watchers.delete(onChange);
        if (watchers.size === 0 && redis.status === 'ready') await redis.unsubscribe(liveTopic);
      };
    },
  };
};

/** Redis away: the subscription is made when it is back, but the caller is told now. */
const subscribe = async (redis: RedisClient): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Command timed out')), subscribeWithinMs);
  });
  try {
    await Promise.race([redis.subscribe(liveTopic), late]);
  } finally {
    clearTimeout(timer);
  }
};
