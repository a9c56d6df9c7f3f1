import type { ChannelStatus } from '../src/article/channel.ts';
import type { RedisClient } from './connection.ts';
import { laneSlot } from './keys.ts';

/** A status that no worker has confirmed for so long is none. */
const validSeconds = 150;

/** What the worker that runs a channel last said of it. */
export const createStatuses = (redis: RedisClient) => ({
  put: async (channel: string, status: ChannelStatus): Promise<void> => {
    await redis.set(`${laneSlot(channel)}:status`, JSON.stringify(status), 'EX', validSeconds);
  },
  get: async (channel: string): Promise<ChannelStatus | null> => {
    const stored = await redis.get(`${laneSlot(channel)}:status`);
    return stored === null ? null : (JSON.parse(stored) as ChannelStatus);
  },
});
