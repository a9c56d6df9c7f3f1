import { laneSlot } from '../../queues/keys.ts';
import { startRedis } from '../support/redis.ts';
import { startCluster } from '../support/redis-cluster.ts';
import { startSentinel } from '../support/redis-sentinel.ts';
import type { RedisKind } from './chaos-options.ts';

export interface RedisHouse {
  readonly url: string;
  /** SIGKILL of what is written to; resolves when there is a Redis again. */
  strike(): Promise<void>;
  close(): Promise<void>;
}

/** `channel`: on a Cluster the primary of this channel's lane is struck. `inStep`: see killInStep. */
export const startRedisHouse = async (kind: RedisKind, channel: string, inStep: boolean): Promise<RedisHouse> => {
  if (kind === 'sentinel') {
    const sentinel = await startSentinel();
    return { ...sentinel, strike: () => sentinel.failOver(inStep) };
  }
  if (kind === 'cluster') {
    const cluster = await startCluster();
    return { ...cluster, strike: () => cluster.failOver(laneSlot(channel), inStep) };
  }
  const redis = await startRedis(['--appendfsync', 'always']);
  const strike = async (): Promise<void> => {
    await redis.kill();
    await redis.startAgain();
  };
  return { url: redis.url, strike, close: redis.close };
};
