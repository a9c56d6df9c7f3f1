import type { Config, TelegramAccount } from '../config/config.ts';
import type { RedisClient } from '../queues/connection.ts';
import { createPreviewPosts } from '../queues/preview-posts.ts';
import type { ChannelConfig } from './article/channel.ts';
import { createPreviewChannel } from './channels/preview/preview-channel.ts';
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
const previewTiming: Timing = { timeoutMs: 10_000, uploadTimeoutMs: 10_000, settleMs: 1_000, uploadSettleMs: 1_000 };

/** A lane for every channel that this version can post to, each with its platform's adapter. */
export const openLanes = ({ config, redis, telegramBotToken }: LaneOptions): readonly Lane[] => {
  const posts = createPreviewPosts(redis);
  const account = config.accounts.telegram;
  const api = account && telegramBotToken ? openTelegram(account, telegramBotToken) : null;
  return config.channels.flatMap((channel): readonly Lane[] => {
    if (channel.platform === 'preview')
      return [{ config: channel, channel: createPreviewChannel({ config: channel, posts }), timing: previewTiming }];
    return channel.platform === 'telegram' && account && api ? [telegramLane(channel, account, api)] : [];
  });
};

const openTelegram = ({ apiRoot, timeoutMs }: TelegramAccount, token: string): TelegramApi =>
  createTelegramApi({ token, apiRoot, timeoutMs, uploadTimeoutMs: timeoutMs * uploadFactor });

const telegramLane = (config: ChannelConfig, { timeoutMs, settleMs }: TelegramAccount, api: TelegramApi): Lane => ({
  config,
  channel: createTelegramChannel({ config, api }),
  timing: {
    timeoutMs,
    settleMs,
    uploadTimeoutMs: timeoutMs * uploadFactor,
    uploadSettleMs: settleMs * uploadFactor,
  },
});
