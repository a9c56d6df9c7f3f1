import type { Acceptance, Archive, ArchivedArticle } from '../src/article/archive.ts';
import type { Article } from '../src/article/article.ts';
import type { Post } from '../src/article/post.ts';
import type { RedisClient } from './connection.ts';
import { houseSlot, retentionDays } from './keys.ts';
import { defineScript } from './script.ts';

const keepSeconds = retentionDays * 24 * 60 * 60;
const articleKey = (id: string): string => `${houseSlot}:article:${id}`;
const addressKey = (address: string): string => `${houseSlot}:address:${address}`;

/*
 * KEYS: the article's hash. ARGV: id, revision ('' = newest plus one), fingerprint, address key, article, post, keepSeconds,
 * near-duplicate ('' = none). Fields: rev, print, article, post, dup (another article with this address), near (another
 * article that says nearly the same), retracted.
 */
const acceptScript = `
local key = KEYS[1]
local id, revision, print, address, keep = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[7]
if redis.call('HGET', key, 'retracted') then
  -- Kept all the same, so that it can be seen why nothing was said.
  if redis.call('HSETNX', key, 'article', ARGV[5]) == 1 then
    redis.call('HSET', key, 'rev', 1, 'post', ARGV[6])
  end
  return {'retracted'}
end
local newest = tonumber(redis.call('HGET', key, 'rev') or '0')
local dup = redis.call('HGET', key, 'dup') or ''
local near = redis.call('HGET', key, 'near') or ''
if revision == '' then
  if newest > 0 and redis.call('HGET', key, 'print') == print then return {'seen', newest, dup, near} end
  revision = math.max(newest, tonumber(redis.call('HGET', key, 'reserved') or '0')) + 1
else
  revision = tonumber(revision)
end
if revision == newest then return {'seen', newest, dup, near} end
if revision < newest then return {'older', newest} end
if newest == 0 then
  local owner = redis.call('GET', address)
  if owner and owner ~= id then
    dup = owner
    redis.call('HSET', key, 'dup', owner)
  end
  near = ARGV[8]
  if near ~= '' then redis.call('HSET', key, 'near', near) end
end
if dup == '' then redis.call('SET', address, id, 'EX', keep) end
redis.call('HSET', key, 'rev', revision, 'print', print, 'article', ARGV[5], 'post', ARGV[6], 'address', address)
redis.call('EXPIRE', key, keep)
return {'accepted', revision, dup, near}
`;

/* KEYS: the article's hash. ARGV: keepSeconds. The revision of an event that has to wait for its page. */
const reserveScript = `
local key = KEYS[1]
local newest = tonumber(redis.call('HGET', key, 'rev') or '0')
local reserved = math.max(newest, tonumber(redis.call('HGET', key, 'reserved') or '0')) + 1
redis.call('HSET', key, 'reserved', reserved)
redis.call('EXPIRE', key, ARGV[1])
return reserved
`;

/* KEYS: the article's hash. ARGV: id, keepSeconds. Its address is free for another article. */
const retractScript = `
local key = KEYS[1]
redis.call('HSET', key, 'retracted', '1')
redis.call('EXPIRE', key, ARGV[2])
local address = redis.call('HGET', key, 'address')
if address and redis.call('GET', address) == ARGV[1] then redis.call('DEL', address) end
return 1
`;

type AcceptAnswer = ['retracted'] | ['seen' | 'accepted', number, string, string] | ['older', number];

export const createArchive = (redis: RedisClient): Archive => {
  const accept = defineScript<AcceptAnswer>(redis, 'tellalAccept', acceptScript);
  const reserve = defineScript<number>(redis, 'tellalReserve', reserveScript);
  const retract = defineScript<number>(redis, 'tellalRetract', retractScript);
  return {
    accept: async (article, post, { fingerprint, address, nearDuplicateOf }) => {
      const { html: _html, text: _text, revision, ...kept } = article;
      const args = [
        article.id,
        revision ?? '',
        fingerprint,
        addressKey(address),
        JSON.stringify(kept),
        JSON.stringify(post),
        keepSeconds,
        nearDuplicateOf ?? '',
      ];
      return readAcceptance(await accept(articleKey(article.id), args));
    },
    reserve: (id) => reserve(articleKey(id), [keepSeconds]),
    retract: async (id) => {
      await retract(articleKey(id), [id, keepSeconds]);
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
