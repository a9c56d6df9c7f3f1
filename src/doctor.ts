import { access, constants } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { closeClient, type RedisClient } from '../queues/connection.ts';
import { checkRedis } from '../queues/redis-check.ts';
import { createWhatsappAccountRecord } from '../queues/whatsapp-account.ts';
import type { ChannelStatus } from './article/channel.ts';
import type { AccountView } from './channels/whatsapp/account-view.ts';
import { statusOfAccount } from './channels/whatsapp/status.ts';
import type { Examined } from './cli/world.ts';
import type { Lane } from './deliver/lane.ts';
import { openLanes } from './open-lanes.ts';
import { CannotStart, connectRedis } from './ops/open-redis.ts';
import { findOwnRedis } from './ops/own-redis.ts';

export interface DoctorOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly redisDir: string;
  readonly log: Logger;
}

const askWithinMs = 20_000;

/** Looks at everything that a worker needs, and says what is wrong and what to do about it. */
export const examineHouse = async ({ config, secrets, redisDir, log }: DoctorOptions): Promise<readonly Examined[]> => {
  const url = secrets.redisUrl ?? (await findOwnRedis(redisDir))?.url ?? null;
  const found: Examined[] = [examineNode(), ...(await examineBrowser(config))];
  if (url === null) {
    const hint = 'npm start brings its own; or set REDIS_URL';
    return [...found, { subject: 'Redis', state: 'warning', detail: 'none runs here yet', hint }];
  }
  try {
    const redis = await connectRedis(url, 'producer', log);
    const check = await checkRedis(redis);
    found.push(
      check.kind === 'unfit'
        ? { subject: 'Redis', state: 'failed', detail: check.fault, hint: check.remedy }
        : { subject: 'Redis', state: check.warning ? 'warning' : 'ok', detail: check.warning ?? 'answers', hint: null },
    );
    const lanes = openLanes({ config, redis, telegramBotToken: secrets.telegramBotToken });
    found.push(...(await Promise.all(lanes.map(examineLane))));
    if (config.channels.some(({ platform }) => platform === 'whatsapp')) found.push(await examineWhatsapp(redis));
    await closeClient(redis);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    found.push({ subject: 'Redis', state: 'failed', detail: error.message, hint: error.hint });
  }
  return found;
};

const examineNode = (): Examined => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fit = major > 20 || (major === 20 && minor >= 19);
  const hint = fit ? null : 'install Node 20.19 or newer';
  return { subject: 'Node', state: fit ? 'ok' : 'failed', detail: process.versions.node, hint };
};

const examineBrowser = async (config: Config): Promise<readonly Examined[]> => {
  const account = config.accounts.whatsapp;
  if (!account) return [];
  const { executable, args } = account.browser;
  const there = await access(executable, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!there) {
    const hint = 'install chromium, or name it in accounts.whatsapp.browser.executable';
    return [{ subject: 'Chromium', state: 'failed', detail: `${executable} is not there`, hint }];
  }
  if (process.getuid?.() === 0 && !args.includes('--no-sandbox')) {
    const hint = 'run as another user, or add --no-sandbox to accounts.whatsapp.browser.args';
    return [{ subject: 'Chromium', state: 'warning', detail: 'does not start as root with its sandbox', hint }];
  }
  return [{ subject: 'Chromium', state: 'ok', detail: executable, hint: null }];
};

const examineLane = async ({ config, channel }: Lane): Promise<Examined> => {
  const status = await channel.status({ signal: AbortSignal.timeout(askWithinMs) });
  return { subject: config.id, state: stateOf[status.state], detail: status.detail, hint: status.hint };
};

/** Only the worker that holds the account may open its browser: what it says is what there is to know. */
const examineWhatsapp = async (redis: RedisClient): Promise<Examined> => {
  const subject = 'WhatsApp account';
  const view = await createWhatsappAccountRecord<AccountView>(redis).view();
  if (!view)
    return { subject, state: 'warning', detail: 'no worker holds it now', hint: 'tellal start or tellal worker' };
  const { state, detail, hint } = statusOfAccount(view);
  return { subject, state: stateOf[state], detail, hint };
};

const stateOf: Readonly<Record<ChannelStatus['state'], Examined['state']>> = {
  ready: 'ok',
  degraded: 'warning',
  down: 'failed',
};
