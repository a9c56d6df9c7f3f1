import type { RedisClient } from './connection.ts';
import { liveTopic } from './keys.ts';

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
      if (watchers.size === 1) await redis.subscribe(liveTopic);
      return async () => {
        watchers.delete(onChange);
        if (watchers.size === 0 && redis.status === 'ready') await redis.unsubscribe(liveTopic);
      };
    },
  };
};
