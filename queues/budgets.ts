import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';
import { defineScript } from './script.ts';

/** How often something shared by all lanes may be done. */
export interface Budget {
  /** Sustained. */
  readonly count: number;
  readonly perMs: number;
  /** How many may be done at once after a pause. */
  readonly burst: number;
}

/*
 * A generic cell rate algorithm: one number, the moment at which the budget is whole again.
 * KEYS: the budget. ARGV: milliseconds between two turns, burst. Answers the wait in ms; 0: the turn is taken.
 */
const takeScript = `
local t = redis.call('TIME')
local at = t[1] * 1000 + t[2] / 1000
local every, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local whole = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), at)
local wait = whole - (burst - 1) * every - at
if wait > 0 then return math.ceil(wait) end
redis.call('SET', KEYS[1], string.format('%.3f', whole + every), 'PX', math.ceil(whole + every - at) + 1000)
return 0
`;

/** Budgets of accounts and proof chats, shared by every process on this Redis. */
export const createBudgets = (redis: RedisClient) => {
  const take = defineScript<number>(redis, 'tellalTake', takeScript);
  /** Takes a turn, or says how many milliseconds to wait before asking again. */
  return (name: string, { count, perMs, burst }: Budget): Promise<number> =>
    take(`${houseSlot}:budget:${name}`, [perMs / count, burst]);
};
