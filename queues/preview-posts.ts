import type { RedisClient } from './connection.ts';
import { laneSlot } from './keys.ts';
import { defineScript } from './script.ts';

/** What stands on a preview channel. Times are ISO 8601. */
export interface PreviewPost {
  readonly messageId: string;
  readonly text: string;
  readonly image: string | null;
  readonly link: string;
  readonly sentAt: string;
  readonly editedAt: string | null;
}

type Stored = Omit<PreviewPost, 'sentAt' | 'editedAt'> & { readonly sent: number; readonly edited?: number };

/** A preview channel shows its newest posts only. */
const keepPosts = 1_000;

const now = `
local t = redis.call('TIME')
local at = t[1] * 1000 + math.floor(t[2] / 1000)
`;

/*
 * <slot>:posts  hash: message id -> post (JSON)      <slot>:post-ids  zset: message ids      <slot>:post-id  counter
 */
const addScript = `${now}
local slot = ARGV[1]
local id = redis.call('INCR', slot .. ':post-id')
local post = cjson.decode(ARGV[2])
post.messageId, post.sent = tostring(id), at
redis.call('HSET', slot .. ':posts', id, cjson.encode(post))
redis.call('ZADD', slot .. ':post-ids', id, id)
local old = redis.call('ZRANGEBYSCORE', slot .. ':post-ids', '-inf', id - tonumber(ARGV[3]))
for _, gone in ipairs(old) do
  redis.call('HDEL', slot .. ':posts', gone)
  redis.call('ZREM', slot .. ':post-ids', gone)
end
return post.messageId
`;

const editScript = `${now}
local key = ARGV[1] .. ':posts'
local stored = redis.call('HGET', key, ARGV[2])
if not stored then return 0 end
local post = cjson.decode(stored)
local change = cjson.decode(ARGV[3])
if post.text ~= change.text then
  post.text, post.edited = change.text, at
  redis.call('HSET', key, ARGV[2], cjson.encode(post))
end
return 1
`;

const removeScript = `
redis.call('ZREM', ARGV[1] .. ':post-ids', ARGV[2])
return redis.call('HDEL', ARGV[1] .. ':posts', ARGV[2])
`;

/** The posts of preview channels, in Redis, so that every process and every subscriber sees the same. */
export const createPreviewPosts = (redis: RedisClient) => {
  const add = defineScript<string>(redis, 'tellalPreviewAdd', addScript);
  const edit = defineScript<0 | 1>(redis, 'tellalPreviewEdit', editScript);
  const remove = defineScript<0 | 1>(redis, 'tellalPreviewRemove', removeScript);
  const key = (channel: string): string => `${laneSlot(channel)}:posts`;
  return {
    /** The new post's message id; ids grow. */
    add: (channel: string, post: { readonly text: string; readonly image: string | null; readonly link: string }) =>
      add(key(channel), [laneSlot(channel), JSON.stringify(post), keepPosts]),
    /** False if there is no such post. */
    edit: async (channel: string, messageId: string, text: string): Promise<boolean> =>
      (await edit(key(channel), [laneSlot(channel), messageId, JSON.stringify({ text })])) === 1,
    remove: async (channel: string, messageId: string): Promise<boolean> =>
      (await remove(key(channel), [laneSlot(channel), messageId])) === 1,
    /** Newest first. */
    recent: async (channel: string, limit: number): Promise<readonly PreviewPost[]> => {
      const ids = await redis.zrevrange(`${laneSlot(channel)}:post-ids`, 0, limit - 1);
      if (ids.length === 0) return [];
      const stored = await redis.hmget(key(channel), ...ids);
      return stored.filter((json) => json !== null).map((json) => readPost(JSON.parse(json) as Stored));
    },
  };
};

const readPost = ({ sent, edited, image, ...post }: Stored): PreviewPost => ({
  ...post,
  image: typeof image === 'string' ? image : null,
  sentAt: new Date(sent).toISOString(),
  editedAt: edited === undefined ? null : new Date(edited).toISOString(),
});
