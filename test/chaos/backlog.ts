import type { Queue } from 'bullmq';
import { openArticles } from '../../queues/articles.ts';
import { closeClient, createClient } from '../../queues/connection.ts';
import { openLane } from '../../queues/lanes.ts';

/** What waits in the queues. While Redis is away nobody can tell. */
export interface Backlog {
  /** True if fewer than `limit` events wait, and fewer than `limit` jobs in the lane that is farthest. */
  isBelow(limit: number): Promise<boolean>;
  /** True if nothing waits, runs or is delayed anywhere. */
  isEmpty(): Promise<boolean>;
  /** Channels whose lanes have work now. */
  busy(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const openBacklog = async (redisUrl: string, channels: readonly string[]): Promise<Backlog> => {
  const redis = createClient(redisUrl, 'producer');
  redis.on('error', () => undefined);
  await redis.connect();
  const articles = openArticles(redis);
  const lanes = channels.map((channel) => ({ channel, queue: openLane(redis, channel) }));

  const countLanes = () => Promise.all(lanes.map(({ queue }) => countJobs(queue)));
  return {
    isBelow: (limit) =>
      unlessAway(false, async () => {
        const [events, jobs] = await Promise.all([countJobs(articles), countLanes()]);
        return events.now < limit && Math.min(...jobs.map(({ now }) => now)) < limit;
      }),
    isEmpty: () =>
      unlessAway(false, async () => {
        const [events, jobs] = await Promise.all([countJobs(articles), countLanes()]);
        return [events, ...jobs].every(({ now, later }) => now + later === 0);
      }),
    busy: () =>
      unlessAway([], async () => {
        const jobs = await countLanes();
        return lanes.filter((_, i) => (jobs[i]?.now ?? 0) > 0).map(({ channel }) => channel);
      }),
    close: async () => {
      await Promise.allSettled([articles, ...lanes.map(({ queue }) => queue)].map((queue) => queue.close()));
      await closeClient(redis);
    },
  };
};

const countJobs = async (queue: Pick<Queue, 'getJobCounts'>) => {
  const { waiting = 0, prioritized = 0, active = 0, paused = 0, delayed = 0 } = await queue.getJobCounts();
  return { now: waiting + prioritized + active + paused, later: delayed };
};

const unlessAway = <T>(otherwise: T, ask: () => Promise<T>): Promise<T> => ask().catch(() => otherwise);
