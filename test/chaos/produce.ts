import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { closeClient, createClient } from '../../queues/connection.ts';
import type { Backlog } from './backlog.ts';
import type { ScriptedEvent } from './script-events.ts';

/** So many events and posts may wait: later corrections would find nothing posted yet that they could edit. */
const ahead = 15;

/** A newsroom: plain BullMQ, one event after another, each tried again until the queue has taken it. */
export const produce = async (
  redisUrl: string,
  events: readonly ScriptedEvent[],
  backlog: Backlog,
  signal: AbortSignal,
): Promise<void> => {
  const connection = createClient(redisUrl, 'producer');
  connection.on('error', () => undefined);
  await connection.connect();
  const queue = new Queue('articles', { connection, prefix: '{tellal}', skipWaitingForReady: true });
  queue.on('error', () => undefined);
  try {
    for (const { name, data } of events) {
      while (!(await backlog.isBelow(ahead))) await delay(10, undefined, { signal });
      for (;;) {
        const taken = await queue.add(name, data).catch(() => null);
        if (taken) break;
        await delay(50, undefined, { signal });
      }
    }
  } finally {
    await queue.close();
    await closeClient(connection);
  }
};
