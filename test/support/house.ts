import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load.ts';
import { formatProblems } from '../../config/problem.ts';
import type { Actor, Desk } from '../../src/desk/desk.ts';
import { createFetcher } from '../../src/ingest/guarded-fetch.ts';
import { openDesk } from '../../src/open-desk.ts';
import { openSummaries } from '../../src/open-summaries.ts';
import { type RunningWorker, startWorker } from '../../src/worker.ts';
import { startRedis, type TestRedis } from './redis.ts';

/** A whole house of its own for one test file: a real Redis, a worker and the desk, all in this process. */
export interface TestHouse {
  readonly redis: TestRedis;
  readonly config: Config;
  readonly desk: Desk;
  readonly worker: RunningWorker;
  close(): Promise<void>;
}

export const editor: Actor = { name: 'Leyla', role: 'editor' };
export const ops: Actor = { name: 'Rashad', role: 'ops' };

export const twoPreviews = `
newsroom: { name: Herald }
channels:
  - { id: preview-telegram, platform: preview, looks: telegram }
  - { id: preview-whatsapp, platform: preview, looks: whatsapp }
`;

export const readConfig = async (yaml: string): Promise<Config> => {
  const dir = await mkdtemp(join(tmpdir(), 'tellal-config-'));
  const file = join(dir, 'newsroom.yaml');
  await writeFile(file, yaml);
  const loaded = loadConfig(file);
  await rm(dir, { recursive: true });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return loaded.config;
};

export const startHouse = async (yaml = twoPreviews, telegramBotToken: string | null = null): Promise<TestHouse> => {
  const redis = await startRedis();
  const config = await readConfig(yaml);
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const fetcher = createFetcher({ allow: config.fetch.allow, userAgent: 'Tellal/test', gapMs: 0 });
  const summarise = openSummaries(config.summary.llm, null, log);
  const shared = { config, redisUrl: redis.url, fetcher, summarise, log };
  const worker = await startWorker({ ...shared, telegramBotToken });
  const opened = await openDesk({ ...shared, adminToken: 'a-first-admins-token' });
  return {
    redis,
    config,
    worker,
    desk: opened.desk,
    close: async () => {
      await opened.close();
      await worker.stop();
      await fetcher.close();
      await redis.close();
    },
  };
};
