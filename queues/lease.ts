import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';
import { defineScript } from './script.ts';

export type Acquired =
  /** `epoch` grows with every holder. */
  | { readonly held: true; readonly epoch: number }
  /** `by`: `<host>:<process id>`; `ms`: until it ends unless it is renewed. */
  | { readonly held: false; readonly by: string; readonly ms: number };

/** Something that one process at a time may have. */
export interface Lease {
  /** Of an acquired or renewed lease, in milliseconds. */
  readonly ttlMs: number;
  acquire(): Promise<Acquired>;
  /** False: it ended, or another process has it. */
  renew(epoch: number): Promise<boolean>;
  release(epoch: number): Promise<void>;
}

/** A worker that was killed is followed within the 20 s that are promised, a new browser included. */
const usualTtlMs = 12_000;

const now = `
local t = redis.call('TIME')
local at = t[1] * 1000 + math.floor(t[2] / 1000)
local owner, ends = unpack(redis.call('HMGET', KEYS[1], 'owner', 'until'))
local held = owner and tonumber(ends) > at
`;

/*
 * KEYS: the lease, a hash {owner, until, epoch}. The epoch outlives its owners.
 * ARGV: owner, ttl in ms. Answers [epoch, '', 0], or [0, the other owner, ms left].
 */
const acquireScript = `${now}
if held and owner ~= ARGV[1] then return {0, owner, tonumber(ends) - at} end
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', at + ARGV[2])
return {redis.call('HINCRBY', KEYS[1], 'epoch', 1), '', 0}
`;

/* ARGV: owner, epoch, ttl in ms; 0 gives the lease back. */
const renewScript = `${now}
if not held or owner ~= ARGV[1] or redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[2] then return 0 end
if ARGV[3] == '0' then return redis.call('HDEL', KEYS[1], 'owner', 'until') end
redis.call('HSET', KEYS[1], 'until', at + ARGV[3])
return 1
`;

/** A lease on the clock of Redis. Each one created is an owner of its own. */
export const createLease = (redis: RedisClient, name: string, ttlMs = usualTtlMs): Lease => {
  const key = `${houseSlot}:lease:${name}`;
  const host = `${hostname()}:${process.pid}`;
  const owner = `${host}#${randomUUID()}`;
  const acquire = defineScript<[number, string, number]>(redis, 'tellalLeaseAcquire', acquireScript);
  const renew = defineScript<number>(redis, 'tellalLeaseRenew', renewScript);
  return {
    ttlMs,
    acquire: async () => {
      const [epoch, by, ms] = await acquire(key, [owner, ttlMs]);
      return epoch > 0 ? { held: true, epoch } : { held: false, by: by.replace(/#.*$/, ''), ms };
    },
    renew: async (epoch) => (await renew(key, [owner, epoch, ttlMs])) === 1,
    release: async (epoch) => {
      await renew(key, [owner, epoch, 0]);
    },
  };
};
