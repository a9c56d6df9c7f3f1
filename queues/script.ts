import type { RedisClient } from './connection.ts';

type Command = (key: string, ...args: readonly (string | number)[]) => Promise<unknown>;

/** A Lua script as a command: sent by its hash, loaded when Redis does not know it. One key names the slot. */
export const defineScript = <T>(redis: RedisClient, name: string, lua: string) => {
  redis.defineCommand(name, { numberOfKeys: 1, lua });
  return (key: string, args: readonly (string | number)[]): Promise<T> => {
    const command = (redis as unknown as Record<string, Command>)[name];
    if (!command) throw new Error(`script ${name} is not defined`);
    return command.call(redis, key, ...args) as Promise<T>;
  };
};
