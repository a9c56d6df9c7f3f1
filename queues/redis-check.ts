import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';

export type RedisCheck =
  | { readonly kind: 'fit'; readonly warning: string | null }
  | { readonly kind: 'unfit'; readonly fault: string; readonly remedy: string };

/** Refuses a Redis that would evict keys, warns of one that would lose them. */
export const checkRedis = async (redis: RedisClient): Promise<RedisCheck> => {
  const info = await redis.info();
  const read = (field: string): string | undefined => new RegExp(`^${field}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const policy = read('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    return {
      kind: 'unfit',
      fault: `Redis would evict keys when its memory is full (maxmemory-policy is ${policy}), and deliveries would be lost`,
      remedy: 'set maxmemory-policy to noeviction: CONFIG SET maxmemory-policy noeviction, and the same in redis.conf',
    };
  return {
    kind: 'fit',
    warning:
      read('aof_enabled') === '0'
        ? 'Redis keeps no append-only file: what was planned and sent since its last snapshot is lost if it dies; set appendonly yes'
        : null,
  };
};

/** Rejects with the words of Redis if it takes no writes. */
export const proveWrites = async (redis: RedisClient): Promise<void> => {
  await redis.set(`${houseSlot}:writes`, new Date().toISOString());
};
