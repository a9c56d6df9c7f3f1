import { join } from 'node:path';
import { createTestAccount } from '../../contract/a-whatsapp-account.ts';
import { findBrowsers } from '../../integration/whatsapp/find-processes.ts';
import { png } from '../../support/pictures.ts';
import { createFolder, type Folder } from '../../support/tellal-process.ts';
import { waitFor } from '../../support/wait-for.ts';
import { startWebSite } from '../../support/web-site.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { type Backlog, openBacklog } from '../backlog.ts';
import { type Fleet, startFleet } from '../fleet.ts';
import { type RedisHouse, startRedisHouse } from '../redis-house.ts';
import { profileFolder, writeHouseFile } from './house-file.ts';
import type { RunOptions } from './run-options.ts';
import type { Script } from './script.ts';
import { driftsOf } from './stage.ts';

/** Everything that runs in one run: WhatsApp's stand-in here, all else in processes of its own. */
export interface ChaosHouse {
  readonly web: WhatsappWeb;
  readonly redis: RedisHouse;
  readonly folder: Folder;
  /** Absolute path of the browser profile. */
  readonly profile: string;
  /** Where pictures are served. */
  readonly pictures: string;
  readonly env: Readonly<Record<string, string>>;
  readonly fleet: Fleet;
  readonly backlog: Backlog;
  close(): Promise<void>;
}

export const openHouse = async (options: RunOptions, { places, orders }: Script): Promise<ChaosHouse> => {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    const web = await startWhatsappWeb();
    closers.push(web.close);
    for (const { channel, inviteCode, chat } of places)
      web.addChannel({ id: chat, name: channel, inviteCode, role: 'admin' });
    const picture = png(320, 200);
    const site = await startWebSite((_, response) => response.end(picture));
    closers.push(site.close);
    const redis = await startRedisHouse('standalone', places[0]?.channel ?? '', true);
    closers.push(redis.close);
    const pictures = `127.0.0.1:${site.port}`;
    const folder = await createFolder(writeHouseFile(options, web.browserArgs, pictures));
    closers.push(folder.remove);
    const profile = join(folder.path, profileFolder);
    await linkProfile(web, profile);
    for (const name of driftsOf(options.pass)) web.drift(name, true);
    for (const order of orders) web.faults.order(order);
    const channels = places.map(({ channel }) => channel);
    const backlog = await openBacklog(redis.url, channels);
    closers.push(backlog.close);
    const env = {
      ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TELLAL_HTTP: '127.0.0.1:0', LOG_LEVEL: 'info' },
      ...{ REDIS_URL: redis.url },
    };
    // Killed workers leave browsers that end by themselves, and write to the folder until then.
    closers.push(() => waitFor('the browsers to end', async () => (await findBrowsers(profile)).length === 0));
    const worker = options.pass === 'control' ? 'control' : 'tellal';
    const fleet = startFleet({ worker, count: options.workers, folder: folder.path, env });
    closers.push(fleet.close);
    await fleet.ready();
    return { web, redis, folder, profile, pictures: site.url, env, fleet, backlog, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Before anything is struck, a person links the account. */
const linkProfile = async (web: WhatsappWeb, profile: string): Promise<void> => {
  const linking = await createTestAccount(web, { profile });
  await linking.link();
  await linking.account.close('in-order');
  await linking.close();
};
