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

type NewPost = Pick<PreviewPost, 'text' | 'image' | 'link'>;
type Stored = Omit<PreviewPost, 'sentAt' | 'editedAt'> & { readonly sent: number; readonly edited?: number };

/** A preview channel shows its newest posts only. */
const keepPosts = 1_000;

const now = `
local t = redis.call('TIME')
local at = t[1] * 1000 + math.floor(t[2] / 1000)
`;

/*
 * <slot>:posts  hash: message id -> post (JSON)      <slot>:post-id  counter
 * <slot>:post-ids  zset: attempts by the message id of their post
 *
 * A connection that broke before the answer came says the same once more: that must not become a second post.
 */
const addScript = `${now}
local slot, attempt = ARGV[1], ARGV[4]
local posted = redis.call('ZSCORE', slot .. ':post-ids', attempt)
if posted then return posted end
local id = redis.call('INCR', slot .. ':post-id')
local post = cjson.decode(ARGV[2])
post.messageId, post.sent = tostring(id), at
redis.call('HSET', slot .. ':posts', id, cjson.encode(post))
redis.call('ZADD', slot .. ':post-ids', id, attempt ~= '' and attempt or id)
local last = id - tonumber(ARGV[3])
local old = redis.call('ZRANGEBYSCORE', slot .. ':post-ids', '-inf', last, 'WITHSCORES')
for i = 2, #old, 2 do redis.call('HDEL', slot .. ':posts', old[i]) end
redis.call('ZREMRANGEBYSCORE', slot .. ':post-ids', '-inf', last)
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
redis.call('ZREMRANGEBYSCORE', ARGV[1] .. ':post-ids', ARGV[2], ARGV[2])
return redis.call('HDEL', ARGV[1] .. ':posts', ARGV[2])
`;

/** The posts of preview channels, in Redis, so that every process and every subscriber sees the same. */
export const createPreviewPosts = (redis: RedisClient) => {
  const add = defineScript<string>(redis, 'tellalPreviewAdd', addScript);
  const edit = defineScript<0 | 1>(redis, 'tellalPreviewEdit', editScript);
  const remove = defineScript<0 | 1>(redis, 'tellalPreviewRemove', removeScript);
  const key = (channel: string): string => `${laneSlot(channel)}:posts`;
  return {
    /** The post's message id; ids grow. One attempt posts once, however often it is said. */
    add: (channel: string, post: NewPost, attempt = '') =>
      add(key(channel), [laneSlot(channel), JSON.stringify(post), keepPosts, attempt]),
    /** False if there is no such post. */
    edit: async (channel: string, messageId: string, text: string): Promise<boolean> =>
      (await edit(key(channel), [laneSlot(channel), messageId, JSON.stringify({ text })])) === 1,
    remove: async (channel: string, messageId: string): Promise<boolean> =>
      (await remove(key(channel), [laneSlot(channel), messageId])) === 1,
    /** Newest first. */
    recent: async (channel: string, limit: number): Promise<readonly PreviewPost[]> => {
      const scored = await redis.zrevrange(`${laneSlot(channel)}:post-ids`, 0, limit - 1, 'WITHSCORES');
      const ids = scored.filter((_, index) => index % 2 === 1);
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
