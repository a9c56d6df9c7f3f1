import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';

/** Who holds a token; keyed by the token's hash. */
export interface StoredHolder<Role extends string> {
  readonly name: string;
  readonly role: Role;
  /** Epoch milliseconds. */
  readonly since: number;
}

const tokensKey = `${houseSlot}:tokens`;
const sessionKey = (hash: string): string => `${houseSlot}:session:${hash}`;

/** API tokens by their SHA-256: a hash that ends only by removal. */
export const createTokens = <Role extends string>(redis: RedisClient) => {
  const all = async (): Promise<readonly (readonly [string, StoredHolder<Role>])[]> =>
    Object.entries(await redis.hgetall(tokensKey)).map(([hash, json]) => [hash, JSON.parse(json)] as const);
  return {
    put: async (hash: string, holder: StoredHolder<Role>): Promise<void> => {
      await redis.hset(tokensKey, hash, JSON.stringify(holder));
    },
    find: async (hash: string): Promise<StoredHolder<Role> | null> => {
      const stored = await redis.hget(tokensKey, hash);
      return stored === null ? null : (JSON.parse(stored) as StoredHolder<Role>);
    },
    list: async (): Promise<readonly StoredHolder<Role>[]> => (await all()).map(([, holder]) => holder),
    remove: async (name: string): Promise<boolean> => {
      const hashes = (await all()).filter(([, holder]) => holder.name === name).map(([hash]) => hash);
      return hashes.length > 0 && (await redis.hdel(tokensKey, ...hashes)) > 0;
    },
  };
};

/** Console sessions by the SHA-256 of their cookie; they end by themselves. */
export const createSessions = <Session>(redis: RedisClient) => ({
  put: async (hash: string, session: Session, ttlMs: number): Promise<void> => {
    await redis.set(sessionKey(hash), JSON.stringify(session), 'PX', ttlMs);
  },
  find: async (hash: string): Promise<Session | null> => {
    const stored = await redis.get(sessionKey(hash));
    return stored === null ? null : (JSON.parse(stored) as Session);
  },
  remove: async (hash: string): Promise<void> => {
    await redis.del(sessionKey(hash));
  },
});
