import { Queue } from 'bullmq';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { twoPreviews } from './house.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { createFolder, type Folder, type Started } from './tellal-process.ts';
import { waitFor } from './wait-for.ts';

/** A Redis, `tellal worker` as a process of its own with two preview channels, and a CMS that adds events. */
export interface Newsroom {
  readonly redis: TestRedis;
  readonly folder: Folder;
  readonly worker: Started;
  readonly client: RedisClient;
  readonly producer: Queue;
  publish(...ids: readonly string[]): Promise<unknown>;
  /** Ids of the articles that stand on a channel, the oldest post first. */
  posted(channel?: string): Promise<readonly string[]>;
  untilPosted(id: string, timeoutMs?: number): Promise<unknown>;
  probe(path: '/livez' | '/readyz' | '/metrics'): Promise<{ readonly status: number; readonly body: string }>;
  close(): Promise<void>;
}

export const newsroomChannels = ['preview-telegram', 'preview-whatsapp'] as const;

export const startNewsroom = async (redisArgs: readonly string[]): Promise<Newsroom> => {
  const redis = await startRedis(redisArgs);
  const folder = await createFolder(twoPreviews);
  const worker = folder.start(['worker'], { REDIS_URL: redis.url });
  const address = await worker.ready();
  const client = createClient(redis.url, 'producer');
  client.on('error', () => undefined);
  await client.connect();
  const producer = new Queue('articles', { connection: client, prefix: '{tellal}', skipWaitingForReady: true });
  producer.on('error', () => undefined);

  const posted = async (channel: string = newsroomChannels[0]): Promise<readonly string[]> => {
    const stored = await client.hvals(`{tellal:${channel}}:posts`).catch(() => []);
    const posts = stored.map((post) => JSON.parse(post) as { readonly link: string; readonly messageId: string });
    return posts
      .sort((one, other) => Number(one.messageId) - Number(other.messageId))
      .map(({ link }) => link.slice(link.lastIndexOf('/') + 1));
  };
  return {
    ...{ redis, folder, worker, client, producer, posted },
    publish: (...ids) => producer.addBulk(ids.map(eventOf)),
    untilPosted: (id, timeoutMs) =>
      waitFor(
        `${id} to be posted`,
        async () => {
          const channels = await Promise.all(newsroomChannels.map(posted));
          return channels.every((ids) => ids.includes(id));
        },
        timeoutMs,
      ),
    probe: async (path) => {
      const response = await fetch(`${address}${path}`);
      return { status: response.status, body: await response.text() };
    },
    close: async () => {
      await worker.stop();
      await closeClient(client);
      await redis.close();
      await folder.remove();
    },
  };
};

const eventOf = (id: string) => ({
  name: 'article.published',
  data: {
    article: {
      id,
      url: `https://herald.example/ru/${id}`,
      language: 'ru',
      title: `Мост номер ${id} открыли после ремонта`,
      text: `Движение по мосту номер ${id} возобновили утром в понедельник. Ремонт длился девять месяцев и обошёлся городу дешевле, чем ждали.`,
    },
  },
});
