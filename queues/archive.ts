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
 * KEYS: the article's hash. ARGV: id, revision ('' = newest plus one), fingerprint, address key, article, post, keepSeconds.
 * Fields: rev, print, article, post, dup (another article with this address), retracted.
 */
const acceptScript = `
local key = KEYS[1]
local id, revision, print, address, keep = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[7]
if redis.call('HGET', key, 'retracted') then return {'retracted'} end
local newest = tonumber(redis.call('HGET', key, 'rev') or '0')
local dup = redis.call('HGET', key, 'dup') or ''
if revision == '' then
  if newest > 0 and redis.call('HGET', key, 'print') == print then return {'seen', newest, dup} end
  revision = newest + 1
else
  revision = tonumber(revision)
end
if revision == newest then return {'seen', newest, dup} end
if revision < newest then return {'older', newest} end
if newest == 0 then
  local owner = redis.call('GET', address)
  if owner and owner ~= id then
    dup = owner
    redis.call('HSET', key, 'dup', owner)
  end
end
if dup == '' then redis.call('SET', address, id, 'EX', keep) end
redis.call('HSET', key, 'rev', revision, 'print', print, 'article', ARGV[5], 'post', ARGV[6])
redis.call('EXPIRE', key, keep)
return {'accepted', revision, dup}
`;

type AcceptAnswer = ['retracted'] | ['seen' | 'accepted', number, string] | ['older', number];

export const createArchive = (redis: RedisClient): Archive => {
  const accept = defineScript<AcceptAnswer>(redis, 'tellalAccept', acceptScript);
  return {
    accept: async (article, post, { fingerprint, address }) => {
      const { html: _html, text: _text, revision, ...kept } = article;
      const args = [
        article.id,
        revision ?? '',
        fingerprint,
        addressKey(address),
        JSON.stringify(kept),
        JSON.stringify(post),
        keepSeconds,
      ];
      return readAcceptance(await accept(articleKey(article.id), args));
    },
    retract: async (id) => {
      await redis.pipeline().hset(articleKey(id), 'retracted', '1').expire(articleKey(id), keepSeconds).exec();
    },
    get: async (id) => readArticle(await redis.hmget(articleKey(id), 'rev', 'article', 'post', 'dup', 'retracted')),
  };
};

const readAcceptance = (answer: AcceptAnswer): Acceptance => {
  switch (answer[0]) {
    case 'retracted':
      return { kind: 'retracted' };
    case 'older':
      return { kind: 'older', newest: answer[1] };
    default:
      return { kind: answer[0], revision: answer[1], duplicateOf: answer[2] || null };
  }
};

const readArticle = (fields: readonly (string | null)[]): ArchivedArticle | null => {
  const [revision, article, post, duplicateOf, retracted] = fields;
  if (!article || !post) return null;
  const kept = JSON.parse(article) as Omit<Article, 'html' | 'text' | 'revision'>;
  return {
    article: { ...kept, html: null, text: null, revision: Number(revision) },
    post: JSON.parse(post) as Post,
    duplicateOf: duplicateOf ?? null,
    retracted: retracted !== null && retracted !== undefined,
  };
};
