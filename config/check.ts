import type { Config } from './config.ts';
import { type Problem, variableProblem } from './problem.ts';
import type { Secrets } from './secrets.ts';

/** What the configuration needs of the environment and does not find there. */
export const checkSecrets = (config: Config, secrets: Secrets): readonly Problem[] => {
  const telegram = config.channels.filter(({ platform }) => platform === 'telegram').map(({ id }) => id);
  if (!telegram.length || secrets.telegramBotToken !== null) return [];
  const message = `is missing, but needed by ${telegram.join(', ')}; set it, or TELEGRAM_BOT_TOKEN_FILE`;
  return [variableProblem('TELEGRAM_BOT_TOKEN', message)];
};
