import { describe, expect, it } from '@jest/globals';
import { checkSecrets } from '../../../config/check.ts';
import { formatProblems } from '../../../config/problem.ts';
import { resolveConfig } from '../../../config/resolve.ts';
import { newsroomSchema } from '../../../config/schema.ts';

const none = { redisUrl: null, telegramBotToken: null, apiToken: null, llmKey: null };
const configOf = (...channels: readonly object[]) => resolveConfig(newsroomSchema.parse({ channels }));
const telegram = configOf({ id: 'tg-az', platform: 'telegram', target: '@herald_az' });
const preview = configOf({ id: 'page', platform: 'preview', looks: 'telegram' });

describe('what the configuration needs of the environment', () => {
  it('is the token of the bot, if a channel is on Telegram', () => {
    expect(formatProblems(checkSecrets(telegram, none))).toBe(
      'TELEGRAM_BOT_TOKEN: is missing, but needed by tg-az; set it, or TELEGRAM_BOT_TOKEN_FILE',
    );
  });

  it('is there, or is nothing', () => {
    expect(checkSecrets(telegram, { ...none, telegramBotToken: '1:a' })).toEqual([]);
    expect(checkSecrets(preview, none)).toEqual([]);
  });
});
