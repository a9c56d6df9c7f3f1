import { type Problem, type Reading, variableProblem } from './problem.ts';
import { isRedisUrl } from './redis-url.ts';
import { readSecret } from './secret-variable.ts';
import type { Secrets } from './secrets.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where a process listens; port 0: any free one. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What the environment says that may be shown. */
export interface Environment {
  readonly http: Address;
  /** Where browsers reach the console, from TELLAL_PUBLIC_URL; https makes its cookies secure. Null: at `http`. */
  readonly publicUrl: string | null;
  readonly configFile: string;
  readonly logLevel: LogLevel;
}

type EnvironmentRead =
  | { readonly ok: true; readonly env: Environment; readonly secrets: Secrets }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Variables = Readonly<Record<string, string | undefined>>;

/** The only reader of `process.env`, which the entry points hand over. An empty variable counts as not set. */
export const readEnv = (variables: Variables): EnvironmentRead => {
  const problems: Problem[] = [];
  const take = <T>(reading: Reading<T>, fallback: T): T => {
    if ('value' in reading) return reading.value;
    problems.push(reading.problem);
    return fallback;
  };
  const env: Environment = {
    http: take(readAddress(variables.TELLAL_HTTP), localAddress),
    publicUrl: take(readPublicUrl(variables.TELLAL_PUBLIC_URL), null),
    configFile: variables.TELLAL_CONFIG || 'config/newsroom.yaml',
    logLevel: take(readLogLevel(variables.LOG_LEVEL), 'info'),
  };
  const secrets: Secrets = {
    redisUrl: take(readSecret(variables, 'REDIS_URL', explainRedisUrl), null),
    telegramBotToken: take(readSecret(variables, 'TELEGRAM_BOT_TOKEN', explainBotToken), null),
    apiToken: take(readSecret(variables, 'TELLAL_API_TOKEN', explainApiToken), null),
    llmKey: take(readSecret(variables, 'TELLAL_LLM_KEY', explainLlmKey), null),
  };
  return problems.length ? { ok: false, problems } : { ok: true, env, secrets };
};

const localAddress: Address = { host: '127.0.0.1', port: 8080 };

const readAddress = (text: string | undefined): Reading<Address> => {
  if (!text) return { value: localAddress };
  const [, six, four, port] = /^(?:\[([\da-f:.]+)\]|([^\s:/[\]]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = six ?? four;
  if (host !== undefined && Number(port) <= 65_535) return { value: { host, port: Number(port) } };
  const message = `expected host:port such as 127.0.0.1:8080 or [::1]:8080, found ${JSON.stringify(text)}`;
  return { problem: variableProblem('TELLAL_HTTP', message) };
};

const readPublicUrl = (text: string | undefined): Reading<string | null> => {
  if (!text) return { value: null };
  if (/^https?:\/\/[^/?#\s]+\/?$/.test(text)) return { value: text.replace(/\/$/, '') };
  const message = `expected https://host without a path, found ${JSON.stringify(text)}`;
  return { problem: variableProblem('TELLAL_PUBLIC_URL', message) };
};

const readLogLevel = (text: string | undefined): Reading<LogLevel> => {
  const level = logLevels.find((name) => name === (text || 'info'));
  if (level) return { value: level };
  const message = `expected one of ${logLevels.join(', ')}, found ${JSON.stringify(text)}`;
  return { problem: variableProblem('LOG_LEVEL', message) };
};

const explainRedisUrl = (text: string): string | null =>
  isRedisUrl(text)
    ? null
    : 'expected redis://host:port, rediss://host:port, the path of a unix socket, ' +
      'sentinel://[:password@]host:port,host:port/master, or several redis:// separated by commas';

const explainBotToken = (text: string): string | null =>
  /^\d+:[\w-]+$/.test(text) ? null : 'expected a bot token as @BotFather gives it: digits, a colon, letters and digits';

const explainApiToken = (text: string): string | null =>
  /^[\x21-\x7e]{8,}$/.test(text)
    ? null
    : 'expected at least 8 letters, digits or signs without spaces, such as the output of: openssl rand -hex 24';

// Shorter, masking it would mask half of every log line; what needs no key is given none.
const explainLlmKey = (text: string): string | null =>
  /^[\x21-\x7e]{8,}$/.test(text) ? null : 'expected a key of at least 8 letters, digits or signs without spaces';
