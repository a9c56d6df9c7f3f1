import type { RedisClient } from './connection.ts';
import { laneSlot } from './keys.ts';
import { defineScript } from './script.ts';

/** ARGV: slot, target. The message ids of one target mean nothing on another. */
const pointScript = `
local key = ARGV[1] .. ':target'
local before = redis.call('GET', key)
redis.call('SET', key, ARGV[2])
if not before or before == ARGV[2] then return '' end
redis.call('DEL', ARGV[1] .. ':ids')
return before
`;

/**
 * Notes where a channel points, for the ledger: what stands elsewhere is neither edited nor removed here. Gives the target
 * of before if it was another one, else null.
 */
export const pointChannel = async (redis: RedisClient, channel: string, target: string): Promise<string | null> => {
  const point = defineScript<string>(redis, 'tellalPoint', pointScript);
  return (await point(`${laneSlot(channel)}:target`, [laneSlot(channel), target])) || null;
};
