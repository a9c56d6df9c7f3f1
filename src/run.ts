import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/env.ts';
import type { Secrets } from '../config/secrets.ts';
import { type RunningServer, startConsole, startProbes } from './console.ts';
import { createFetcher, type Fetcher } from './ingest/guarded-fetch.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';
import type { Summarise } from './open-summaries.ts';
import { loadOrCreateToken } from './ops/api-token.ts';
import { printBanner } from './ops/banner.ts';
import { redisDir, tokenFile } from './ops/house-files.ts';
import { createMetrics } from './ops/metrics.ts';
import { CannotStart } from './ops/open-redis.ts';
import { type OwnRedis, startOwnRedis } from './ops/own-redis.ts';
import { type RunningWorker, startWorker } from './worker.ts';

export interface House {
  readonly version: string;
  readonly config: Config;
  readonly env: Environment;
  readonly secrets: Secrets;
  readonly log: Logger;
  /** For people: banner and warnings. */
  readonly say: (text: string) => void;
  /** Resolves when the process is asked to stop. */
  readonly stopped: Promise<void>;
}

type Running = { stop(): Promise<void> };

/** Worker and console in one process. */
export const runStart = (house: House): Promise<void> =>
  runUntilStopped(house, async (started) => {
    const redis = await bringRedis(house, started);
    const shared = { house, redisUrl: redis.url, summarise: await openModel(house), started };
    const worker = await beginWorker(shared);
    const { server, tokenPlace } = await beginConsole(shared, worker);
    house.say(printBanner({ address: house.env.publicUrl ?? server.address, tokenPlace, redis }));
  });

/** The lanes and the queues only, with /livez, /readyz and /metrics. */
export const runWorker = (house: House): Promise<void> =>
  runUntilStopped(house, async (started) => {
    const redis = await bringRedis(house, started);
    const worker = await beginWorker({ house, redisUrl: redis.url, summarise: await openModel(house), started });
    const { log, env } = house;
    const server = await startProbes({ ready: worker.ready, metrics: worker.metrics.read, log, http: env.http });
    started.push(server);
    house.say(`Tellal worker: probes on ${server.address}\n`);
  });

/** The desk, the API and the boards only. */
export const runConsole = (house: House): Promise<void> =>
  runUntilStopped(house, async (started) => {
    const redis = await bringRedis(house, started);
    const shared = { house, redisUrl: redis.url, summarise: await openModel(house), started };
    const { server, tokenPlace } = await beginConsole(shared, null);
    house.say(printBanner({ address: house.env.publicUrl ?? server.address, tokenPlace, redis }));
  });

/** Whatever was started is stopped in the opposite order, also when a later part could not start. */
const runUntilStopped = async (house: House, start: (started: Running[]) => Promise<void>): Promise<void> => {
  const started: Running[] = [];
  try {
    await start(started);
    await house.stopped;
    house.log.info('stopping');
  } finally {
    for (const part of started.reverse())
      await part.stop().catch((error: unknown) => house.log.warn({ err: error }, 'a part did not stop cleanly'));
  }
};

const bringRedis = async (
  { config, secrets, log }: House,
  started: Running[],
): Promise<OwnRedis | { readonly url: string; readonly kind: 'given' }> => {
  if (secrets.redisUrl) return { url: secrets.redisUrl, kind: 'given' };
  const own = await startOwnRedis(redisDir, (line) => log.warn(line));
  started.push(own);
  const real = config.channels.find(({ platform }) => platform !== 'preview');
  if (own.kind === 'embedded' && real)
    throw new CannotStart(
      `the channel ${real.id} needs a real Redis, and there is neither REDIS_URL nor redis-server or valkey-server here`,
      'install redis-server (apt-get install redis-server), or set REDIS_URL; the embedded one serves preview channels only',
    );
  return own;
};

const beginFetcher = ({ config, version }: House, started: Running[]): Fetcher => {
  const fetcher = createFetcher({
    allow: config.fetch.allow,
    userAgent: `Tellal/${version}${config.newsroom.site ? ` (+${config.newsroom.site})` : ''}`,
  });
  started.push({ stop: fetcher.close });
  return fetcher;
};

/** Loaded where a model is configured only: what checks its language takes much memory. */
const openModel = async ({ config, secrets, log }: House): Promise<Summarise | null> =>
  config.summary.llm === null
    ? null
    : (await import('./open-summaries.ts')).openSummaries(config.summary.llm, secrets.llmKey, log);

/** What worker and console have in common. */
interface Shared {
  readonly house: House;
  readonly redisUrl: string;
  readonly summarise: Summarise | null;
  readonly started: Running[];
}

const beginWorker = async ({ house, redisUrl, summarise, started }: Shared): Promise<RunningWorker> => {
  const { config, secrets, log } = house;
  const { telegramBotToken } = secrets;
  const fetcher = beginFetcher(house, started);
  const worker = await startWorker({ config, redisUrl, telegramBotToken, fetcher, summarise, log });
  started.push(worker);
  return worker;
};

const beginConsole = async (
  { house, redisUrl, summarise, started }: Shared,
  worker: RunningWorker | null,
): Promise<{ readonly server: RunningServer; readonly tokenPlace: string }> => {
  const { config, env, secrets, log } = house;
  const generated = secrets.apiToken === null ? await loadOrCreateToken(tokenFile) : null;
  const opened = await openDesk({
    config,
    redisUrl,
    adminToken: secrets.apiToken ?? generated,
    fetcher: beginFetcher(house, started),
    summarise,
    log,
  });
  started.push({ stop: opened.close });
  const server = await startConsole({
    opened,
    http: env.http,
    log,
    secureCookies: env.publicUrl?.startsWith('https:') ?? false,
    ready: () => readyOf(opened, worker),
    metrics: (worker?.metrics ?? createMetrics(async () => [])).read,
  });
  started.push(server);
  return { server, tokenPlace: generated === null ? 'TELLAL_API_TOKEN' : tokenFile };
};

const readyOf = async (opened: OpenedDesk, worker: RunningWorker | null) => {
  const desk = await opened.ping();
  const working = await worker?.ready();
  return {
    ok: desk && (working?.ok ?? true),
    checks: { ...working?.checks, desk: desk ? { ok: true } : { ok: false, detail: 'Redis does not answer' } },
  };
};
