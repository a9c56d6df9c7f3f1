import type { Acceptance, Archive, ArchivedArticle } from '../src/article/archive.ts';
import type { Article } from '../src/article/article.ts';
import type { Post } from '../src/article/post.ts';
import type { RedisClient } from './connection.ts';
import { houseSlot, retentionDays } from './keys.ts';
import { defineScript } from './script.ts';

const keepSeconds = retentionDays * 24 * 60 * 60;
/** However long that is: some 700 MB. The article whose last change is the oldest goes first. */
const mostArticles = 250_000;
const articleKey = (id: string): string => `${houseSlot}:article:${id}`;
const addressKey = (address: string): string => `${houseSlot}:address:${address}`;

/*
 * Keeps the article for `keep` seconds from now, and `most` of them in all. `order`: ids by their last change.
 * At most two go at a time, so that no script takes long where the limit was lowered.
 */
const keepArticle = `
local function keepArticle(id, keep, most)
  local prefix = '${articleKey('')}'
  local order, time = '${houseSlot}:article-order', redis.call('TIME')
  local at = time[1] + time[2] / 1e6
  redis.call('EXPIRE', prefix .. id, keep)
  redis.call('ZADD', order, string.format('%.6f', at), id)
  redis.call('ZREMRANGEBYSCORE', order, '-inf', math.floor(at - keep))
  local over = math.min(redis.call('ZCARD', order) - most, 2)
  if over <= 0 then return end
  for _, old in ipairs(redis.call('ZRANGE', order, 0, over - 1)) do
    local address = redis.call('HGET', prefix .. old, 'address')
    if address and redis.call('GET', address) == old then redis.call('DEL', address) end
    redis.call('DEL', prefix .. old)
    redis.call('ZREM', order, old)
  end
end
`;

/*
 * KEYS: the article's hash. ARGV: id, keepSeconds, mostArticles, revision ('' = newest plus one), fingerprint, address key,
 * article, post, near-duplicate ('' = none), name of the event ('' = none). Fields: rev, print, article, post, dup (another
 * article with this address), near (another article that says nearly the same), retracted, events (which of the latest
 * events without a revision got which: ` name=revision` each).
 */
const acceptScript = `${keepArticle}
local key = KEYS[1]
local id, keep, most, revision, print, address = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local article, post, event = ARGV[7], ARGV[8], ARGV[10]
local known = redis.call('HMGET', key, 'retracted', 'rev', 'dup', 'near', 'print', 'reserved', 'events')
if known[1] then
  -- Kept all the same, so that it can be seen why nothing was said.
  if redis.call('HSETNX', key, 'article', article) == 1 then redis.call('HSET', key, 'rev', 1, 'post', post) end
  return {'retracted'}
end
local newest, dup, near = tonumber(known[2] or '0'), known[3] or '', known[4] or ''
if revision == '' then
  for name, got in (event ~= '' and known[7] or ''):gmatch('(%S+)=(%d+)') do
    -- A process that was frozen comes back with it after others have gone on.
    if name == event and tonumber(got) < newest then return {'older', newest} end
  end
  if newest > 0 and known[5] == print then return {'seen', newest, dup, near} end
  revision = math.max(newest, tonumber(known[6] or '0')) + 1
  if event ~= '' then
    local events = (known[7] or '') .. string.format(' %s=%d', event, revision)
    redis.call('HSET', key, 'events', #events > 1000 and events:sub(-1000):match('^%S*(.*)$') or events)
  end
else
  revision = tonumber(revision)
  -- Reserved for an event whose page says nothing new.
  local reserved = tonumber(known[6] or '0')
  if revision > newest and revision <= reserved and known[5] == print then return {'seen', newest, dup, near} end
end
if revision == newest then return {'seen', newest, dup, near} end
if revision < newest then return {'older', newest} end
if newest == 0 then
  local owner = redis.call('GET', address)
  if owner and owner ~= id then
    dup = owner
    redis.call('HSET', key, 'dup', owner)
  end
  near = ARGV[9]
  if near ~= '' then redis.call('HSET', key, 'near', near) end
end
if dup == '' then redis.call('SET', address, id, 'EX', keep) end
redis.call('HSET', key, 'rev', revision, 'print', print, 'article', article, 'post', post, 'address', address)
keepArticle(id, keep, most)
return {'accepted', revision, dup, near}
`;

/* KEYS: the article's hash. ARGV: id, keepSeconds, mostArticles. The revision of an event that has to wait for its page. */
const reserveScript = `${keepArticle}
local key = KEYS[1]
local known = redis.call('HMGET', key, 'rev', 'reserved')
local reserved = math.max(tonumber(known[1] or '0'), tonumber(known[2] or '0')) + 1
redis.call('HSET', key, 'reserved', reserved)
keepArticle(ARGV[1], ARGV[2], ARGV[3])
return reserved
`;

/* KEYS: the article's hash. ARGV: id, keepSeconds, mostArticles. Its address is free for another article. */
const retractScript = `${keepArticle}
local key = KEYS[1]
redis.call('HSET', key, 'retracted', '1')
keepArticle(ARGV[1], ARGV[2], ARGV[3])
local address = redis.call('HGET', key, 'address')
if address and redis.call('GET', address) == ARGV[1] then redis.call('DEL', address) end
return 1
`;

type AcceptAnswer = ['retracted'] | ['seen' | 'accepted', number, string, string] | ['older', number];

export const createArchive = (redis: RedisClient, most = mostArticles): Archive => {
  const accept = defineScript<AcceptAnswer>(redis, 'tellalAccept', acceptScript);
  const reserve = defineScript<number>(redis, 'tellalReserve', reserveScript);
  const retract = defineScript<number>(redis, 'tellalRetract', retractScript);
  return {
    accept: async (article, post, { fingerprint, address, nearDuplicateOf, event }) => {
      const { html: _html, text: _text, revision, ...kept } = article;
      const args = [
        article.id,
        keepSeconds,
        most,
        revision ?? '',
        fingerprint,
        addressKey(address),
        JSON.stringify(kept),
        JSON.stringify(post),
        nearDuplicateOf ?? '',
        event === null ? '' : encodeURIComponent(event),
      ];
      return readAcceptance(await accept(articleKey(article.id), args));
    },
    reserve: (id) => reserve(articleKey(id), [id, keepSeconds, most]),
    retract: async (id) => {
      await retract(articleKey(id), [id, keepSeconds, most]);
    },
    get: async (id) =>
      readArticle(await redis.hmget(articleKey(id), 'rev', 'article', 'post', 'dup', 'near', 'retracted')),
  };
};

const readAcceptance = (answer: AcceptAnswer): Acceptance => {
  switch (answer[0]) {
    case 'retracted':
      return { kind: 'retracted' };
    case 'older':
      return { kind: 'older', newest: answer[1] };
    default:
      return {
        kind: answer[0],
        revision: answer[1],
        duplicateOf: answer[2] || null,
        nearDuplicateOf: answer[3] || null,
      };
  }
};

const readArticle = (fields: readonly (string | null)[]): ArchivedArticle | null => {
  const [revision, article, post, duplicateOf, nearDuplicateOf, retracted] = fields;
  if (!article || !post) return null;
  const kept = JSON.parse(article) as Omit<Article, 'html' | 'text' | 'revision'>;
  return {
    article: { ...kept, html: null, text: null, revision: Number(revision) },
    post: JSON.parse(post) as Post,
    duplicateOf: duplicateOf ?? null,
    nearDuplicateOf: nearDuplicateOf ?? null,
    retracted: retracted !== null && retracted !== undefined,
  };
};
