import { type DefaultJobOptions, Queue } from 'bullmq';
import type { RedisClient } from './connection.ts';

/** A queue to add to and to look at. Faults of its connection are the connection's to tell, and each call fails by itself. */
export const openQueue = <Payload = unknown, Result = string>(
  redis: RedisClient,
  name: string,
  prefix: string,
  defaultJobOptions: DefaultJobOptions,
): Queue<Payload, Result> => {
  const queue = new Queue<Payload, Result>(name, {
    connection: redis,
    prefix,
    defaultJobOptions,
    skipWaitingForReady: true,
    streams: { events: { maxLen: 1_000 } },
  });
  queue.on('error', () => undefined);
  return queue;
};
