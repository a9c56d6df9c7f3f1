import type { Logger } from 'pino';
import { type ConnectionUse, closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { checkRedis, proveWrites } from '../../queues/redis-check.ts';

/** A service may come up before its Redis; a command at the terminal has no reason to wait. */
export const patience = { service: 10_000, command: 1_500 } as const;

/** A fault that ops must mend before a process can start: the fault and the remedy. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Connected to a Redis that is fit for us, or CannotStart. */
export const openRedis = async (
  url: string,
  use: ConnectionUse,
  log: Logger,
  patienceMs: number = patience.service,
): Promise<RedisClient> => {
  const client = await connectRedis(url, use, log, patienceMs);
  const check = await checkRedis(client);
  if (check.kind === 'fit') {
    if (check.warning) log.warn(check.warning);
    return client;
  }
  await closeClient(client);
  throw new CannotStart(check.fault, check.remedy);
};

/** Closes the connection and throws CannotStart if Redis takes no writes: full, read-only, or with a full disk. */
export const requireWrites = async (redis: RedisClient): Promise<void> => {
  try {
    await proveWrites(redis);
  } catch (error) {
    await closeClient(redis);
    const words = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`Redis refuses to write: ${words}`, 'give it more memory or disk, or connect to the primary');
  }
};

/** Connected, or CannotStart. Later faults of the connection are logged, once per outage. */
export const connectRedis = async (
  url: string,
  use: ConnectionUse,
  log: Logger,
  patienceMs: number = patience.service,
): Promise<RedisClient> => {
  const client = createClient(url, use);
  let lastFault = 'no answer';
  let away = false;
  client.on('error', (error: Error) => {
    lastFault = error.message;
    if (!away) log.warn({ fault: error.message }, 'Redis is away');
    away = true;
  });
  client.on('ready', () => {
    if (away) log.info('Redis is back');
    away = false;
  });
  const ready = new Promise<boolean>((settle) => {
    client.once('ready', () => settle(true));
    setTimeout(() => settle(false), patienceMs).unref();
  });
  client.connect().catch((error: unknown) => {
    if (error instanceof Error && !/closed/.test(error.message)) lastFault = error.message;
  });
  if (await ready) return client;
  await closeClient(client);
  throw new CannotStart(
    `no Redis answers at ${nameOf(url)}: ${lastFault}`,
    'start Redis, correct REDIS_URL, or unset it so that Tellal brings its own',
  );
};

/** Without user and password. */
const nameOf = (url: string): string => url.replace(/\/\/[^/@]*@/g, '//');
