import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { closeClient, createClient } from '../../queues/connection.ts';
import type { Backlog } from './backlog.ts';
import type { ScriptedEvent } from './script-events.ts';

/** A newsroom: plain BullMQ, one event after another, each tried again until the queue has taken it; `ahead`: so many may wait. */
export const produce = async (
  redisUrl: string,
  events: readonly ScriptedEvent[],
  backlog: Backlog,
  signal: AbortSignal,
  ahead: number,
): Promise<void> => {
  const connection = createClient(redisUrl, 'producer');
  connection.on('error', () => undefined);
  await connection.connect();
  const queue = new Queue('articles', { connection, prefix: '{tellal}', skipWaitingForReady: true });
  queue.on('error', () => undefined);
  try {
    for (const { name, data, calm } of events) {
      while (!(await (calm ? isCalm(backlog) : backlog.isBelow(ahead)))) await delay(10, undefined, { signal });
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

const isCalm = async (backlog: Backlog): Promise<boolean> =>
  (await backlog.isBelow(1)) && (await backlog.busy()).length === 0;
