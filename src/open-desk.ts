import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createSessions, createTokens } from '../queues/access.ts';
import { createArchive } from '../queues/archive.ts';
import { openArticles } from '../queues/articles.ts';
import { createAudit } from '../queues/audit.ts';
import { closeClient, type RedisClient } from '../queues/connection.ts';
import { createHostLines } from '../queues/host-lines.ts';
import { addLaneJob, type LaneQueue, openLane, readHold, resumeLane } from '../queues/lanes.ts';
import { createLedger } from '../queues/ledger.ts';
import { createLive } from '../queues/live.ts';
import { openPages } from '../queues/pages.ts';
import { createPreviewPosts } from '../queues/preview-posts.ts';
import { createStatuses } from '../queues/statuses.ts';
import { createWhatsappAccountRecord } from '../queues/whatsapp-account.ts';
import type { Article } from './article/article.ts';
import type { Post } from './article/post.ts';
import type { AccountView } from './channels/whatsapp/account-view.ts';
import { createDesk } from './desk/create-desk.ts';
import type { Desk, Role } from './desk/desk.ts';
import type { Lanes, Session } from './desk/ports.ts';
import type { Fetcher } from './ingest/guarded-fetch.ts';
import type { Composer } from './open-composer.ts';
import type { Summarise } from './open-summaries.ts';
import { connectRedis, openRedis } from './ops/open-redis.ts';
import { trackWork, within } from './ops/wait.ts';

export interface DeskOptions {
  readonly config: Config;
  readonly redisUrl: string;
  readonly adminToken: string | null;
  readonly fetcher: Fetcher;
  /** Without it, no language model is asked. */
  readonly summarise?: Summarise | null;
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

const closeWithinMs = 2_000;

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
  const auditing = trackWork();
  const composer = createLazyComposer(redis, options.summarise ?? null);
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
    whatsapp: config.channels.some(({ platform }) => platform === 'whatsapp')
      ? createWhatsappAccountRecord<AccountView>(redis)
      : null,
    readPage: async (url) => {
      const { createPageReader } = await import('./ingest/read-page.ts');
      const page = await createPageReader(fetcher)(url);
      if (page.kind === 'read') return { ok: true, value: { ...page.article, revision: 0 } };
      return { ok: false, fault: { code: 'invalid', message: page.reason, hint: page.hint } };
    },
    compose: composer.compose,
    tokens: createTokens<Role>(redis),
    sessions: createSessions<Session>(redis),
    live: createLive(subscriber),
    audit: (line) => {
      log.info(line, 'audit');
      auditing
        .track(audit.add(line))
        .catch((err: unknown) => log.error({ err, ...line }, 'an audit line could not be kept'));
    },
    adminToken,
  });
  return {
    desk,
    queues,
    ping: async () => (await redis.ping().catch(() => '')) === 'PONG',
    close: async () => {
      await within(closeWithinMs, auditing.settled());
      await composer.close();
      await Promise.allSettled(queues.map((queue) => queue.close()));
      await Promise.all([closeClient(redis), closeClient(subscriber)]);
    },
  };
};

/** Loaded when it is needed: a push at the command line composes nothing. */
const createLazyComposer = (redis: RedisClient, summarise: Summarise | null) => {
  let opening: Promise<Pick<Composer, 'compose' | 'close'>> | null = null;
  const open = async () => {
    const { composeOnHost, openComposer } = await import('./open-composer.ts');
    const composer = openComposer(1);
    return { compose: composeOnHost(composer, createHostLines(redis), false), close: composer.close };
  };
  return {
    compose: async (article: Article): Promise<Post> => {
      opening ??= open();
      const composed = await (await opening).compose(article);
      return (summarise ? await summarise(article, composed) : composed).post;
    },
    close: async (): Promise<void> => {
      await (await opening)?.close();
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
