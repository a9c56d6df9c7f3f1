import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createSessions, createTokens } from '../queues/access.ts';
import { createArchive } from '../queues/archive.ts';
import { openArticles } from '../queues/articles.ts';
import { createAudit } from '../queues/audit.ts';
import { closeClient, type RedisClient } from '../queues/connection.ts';
import { addLaneJob, type LaneQueue, openLane, readHold, resumeLane } from '../queues/lanes.ts';
import { createLedger } from '../queues/ledger.ts';
import { createLive } from '../queues/live.ts';
import { openPages } from '../queues/pages.ts';
import { createPreviewPosts } from '../queues/preview-posts.ts';
import { createStatuses } from '../queues/statuses.ts';
import { createDesk } from './desk/create-desk.ts';
import type { Desk, Role } from './desk/desk.ts';
import type { Lanes, Session } from './desk/ports.ts';
import type { Fetcher } from './ingest/guarded-fetch.ts';
import { connectRedis, openRedis } from './ops/open-redis.ts';

export interface DeskOptions {
  readonly config: Config;
  readonly redisUrl: string;
  readonly adminToken: string | null;
  readonly fetcher: Fetcher;
  readonly log: Logger;
  /** How long to wait for Redis at first, milliseconds. */
  readonly patienceMs?: number;
}

export interface OpenedDesk {
  readonly desk: Desk;
  /** For bull-board and metrics. */
  readonly queues: readonly ReturnType<typeof openArticles>[];
  /** True if Redis answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** The desk on a connection that fails at once when Redis is away, so that no editor hangs on it. */
export const openDesk = async (options: DeskOptions): Promise<OpenedDesk> => {
  const { config, redisUrl, adminToken, fetcher, log, patienceMs } = options;
  const redis = await openRedis(redisUrl, 'producer', log, patienceMs);
  const subscriber = await connectRedis(redisUrl, 'worker', log, patienceMs);
  const articles = openArticles(redis);
  const lanes = new Map(config.channels.map(({ id }) => [id, openLane(redis, id)]));
  const queues = [articles, openPages(redis), ...lanes.values()];
  const posts = createPreviewPosts(redis);
  const audit = createAudit(redis);
  const desk = createDesk({
    channels: config.channels,
    inbox: {
      add: async (type, data) => {
        await articles.add(type, data);
      },
    },
    ledger: createLedger(redis),
    archive: createArchive(redis),
    lanes: steerLanes(redis, lanes),
    statuses: createStatuses(redis),
    posts: { list: posts.recent },
    readPage: async (url) => {
      const { createPageReader } = await import('./ingest/read-page.ts');
      const page = await createPageReader(fetcher)(url);
      if (page.kind === 'read') return { ok: true, value: { ...page.article, revision: 0 } };
      return { ok: false, fault: { code: 'invalid', message: page.reason, hint: page.hint } };
    },
    // Loaded when it is needed: a push at the command line composes nothing.
    compose: async (article) => (await import('./compose/compose-post.ts')).composePost(article),
    tokens: createTokens<Role>(redis),
    sessions: createSessions<Session>(redis),
    live: createLive(subscriber),
    audit: (line) => {
      log.info(line, 'audit');
      audit.add(line).catch((err: unknown) => log.error({ err, ...line }, 'an audit line could not be kept'));
    },
    adminToken,
  });
  return {
    desk,
    queues,
    ping: async () => (await redis.ping().catch(() => '')) === 'PONG',
    close: async () => {
      await Promise.allSettled(queues.map((queue) => queue.close()));
      await Promise.all([closeClient(redis), closeClient(subscriber)]);
    },
  };
};

const steerLanes = (redis: RedisClient, queues: ReadonlyMap<string, LaneQueue>): Lanes => {
  const laneOf = (channel: string): LaneQueue => {
    const queue = queues.get(channel);
    if (!queue) throw new Error(`no lane of the channel ${channel}`);
    return queue;
  };
  return {
    add: (job) => addLaneJob(laneOf(job.channel), job),
    pause: (channel) => laneOf(channel).pause(),
    resume: (channel) => resumeLane(redis, laneOf(channel), channel),
    view: async (channel) => {
      const lane = laneOf(channel);
      const [paused, hold, counts] = await Promise.all([
        lane.isPaused(),
        readHold(redis, channel),
        lane.getJobCounts('waiting', 'prioritized', 'active', 'delayed'),
      ]);
      const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
      return { paused, hold, waiting: waiting + prioritized, active, delayed };
    },
  };
};
