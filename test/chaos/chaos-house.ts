import type { BotApi } from '../support/telegram/port.ts';
import { createFolder, type Folder } from '../support/tellal-process.ts';
import { type Backlog, openBacklog } from './backlog.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { writeHouseFile } from './house-file.ts';
import { type RedisHouse, startRedisHouse } from './redis-house.ts';
import type { Script } from './script.ts';
import { startStage } from './stage.ts';

/** Everything that runs in one run: the stand-in here, all else in processes of its own. */
export interface ChaosHouse {
  readonly api: BotApi;
  readonly redis: RedisHouse;
  readonly folder: Folder;
  readonly env: Readonly<Record<string, string>>;
  readonly fleet: Fleet;
  readonly backlog: Backlog;
  close(): Promise<void>;
}

export const openHouse = async (options: ChaosOptions, { chats, faults }: Script): Promise<ChaosHouse> => {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    const channels = chats.map(({ channel }) => channel);
    const api = await startStage(options, chats, faults);
    closers.push(api.close);
    const redis = await startRedisHouse(options.redis, channels[0] ?? '', options.inStep);
    closers.push(redis.close);
    const folder = await createFolder(writeHouseFile(options, api.url));
    closers.push(folder.remove);
    const backlog = await openBacklog(redis.url, channels);
    closers.push(backlog.close);
    const env = {
      ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TELLAL_HTTP: '127.0.0.1:0', LOG_LEVEL: 'warn' },
      ...{ REDIS_URL: redis.url, TELEGRAM_BOT_TOKEN: api.token },
    };
    const fleet = startFleet({ worker: options.worker, count: options.workers, folder: folder.path, env });
    closers.push(fleet.close);
    await fleet.ready();
    return { api, redis, folder, env, fleet, backlog, close };
  } catch (error) {
    await close();
    throw error;
  }
};
