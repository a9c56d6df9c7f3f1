import type { Config, TelegramAccount } from '../config/config.ts';
import { type Budget, createBudgets } from '../queues/budgets.ts';
import type { RedisClient } from '../queues/connection.ts';
import { createPreviewPosts } from '../queues/preview-posts.ts';
import type { ChannelConfig } from './article/channel.ts';
import { createPreviewChannel } from './channels/preview/preview-channel.ts';
import { holdBack } from './channels/telegram/held-api.ts';
import type { Proof } from './channels/telegram/probe.ts';
import { createTelegramApi, type TelegramApi } from './channels/telegram/telegram-api.ts';
import { createTelegramChannel } from './channels/telegram/telegram-channel.ts';
import type { Lane, Timing } from './deliver/lane.ts';

export interface LaneOptions {
  readonly config: Config;
  readonly redis: RedisClient;
  readonly telegramBotToken: string | null;
}

/** An upload takes its time. */
const uploadFactor = 4;
/** Waiting for a turn of the account takes from the time that an answer has. */
const longestTurnMs = 2_000;
const previewTiming: Timing = {
  timeoutMs: 10_000,
  uploadTimeoutMs: 10_000,
  settleMs: 1_000,
  uploadSettleMs: 1_000,
  patienceMs: 0,
};
/** Telegram's 500 rarely is about one post: an outage must not refuse what only has to wait. */
const telegramPatienceMs = 30 * 60_000;

/** A lane for every channel that any worker can post to, each with its platform's adapter; not those of WhatsApp. */
export const openLanes = ({ config, redis, telegramBotToken }: LaneOptions): readonly Lane[] => {
  const posts = createPreviewPosts(redis);
  const account = config.accounts.telegram;
  const telegram = account && telegramBotToken ? openTelegram(account, telegramBotToken, redis) : null;
  return config.channels.flatMap((channel): readonly Lane[] => {
    if (channel.platform === 'preview')
      return [{ config: channel, channel: createPreviewChannel({ config: channel, posts }), timing: previewTiming }];
    return channel.platform === 'telegram' && telegram ? [telegramLane(channel, telegram)] : [];
  });
};

/** What all Telegram channels share. */
interface Telegram {
  readonly api: TelegramApi;
  readonly proof: Proof | null;
  readonly timing: Timing;
}

const openTelegram = (account: TelegramAccount, token: string, redis: RedisClient): Telegram => {
  const { apiRoot, timeoutMs, settleMs, perSecond, proofChat, proofPerMinute } = account;
  const uploadTimeoutMs = timeoutMs * uploadFactor;
  const takeFrom = createBudgets(redis);
  const bare = createTelegramApi({ token, apiRoot, timeoutMs, uploadTimeoutMs });
  const ofSecond = spread(perSecond, 1_000);
  const ofMinute = spread(proofPerMinute, 60_000);
  const takeProofTurn = async (): Promise<number> =>
    (await takeFrom('telegram-proof-second', spread(1, 1_000))) || takeFrom('telegram-proof-minute', ofMinute);
  return {
    api:
      perSecond > 0
        ? holdBack(bare, () => takeFrom('telegram', ofSecond), Math.min(longestTurnMs, timeoutMs / 4))
        : bare,
    proof:
      proofChat === null ? null : { chat: proofChat, takeTurn: proofPerMinute > 0 ? takeProofTurn : async () => 0 },
    timing: {
      timeoutMs,
      settleMs,
      uploadTimeoutMs,
      uploadSettleMs: settleMs * uploadFactor,
      patienceMs: telegramPatienceMs,
    },
  };
};

/** At most `count` in any window of `perMs`: what may be done at once is taken off the steady rate. */
export const spread = (count: number, perMs: number): Budget => {
  const burst = Math.ceil(count / 3);
  return { count: count - burst + 1, perMs, burst };
};

const telegramLane = (config: ChannelConfig, { api, proof, timing }: Telegram): Lane => ({
  config,
  channel: createTelegramChannel({ config, api, proof }),
  timing,
});
