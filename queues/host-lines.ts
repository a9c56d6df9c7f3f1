import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';
import { defineScript } from './script.ts';

/** How many of a host's latest articles are remembered, for so long after the last. */
const latest = 50;
const keepSeconds = 30 * 24 * 60 * 60;
/** A line repeats if it stands in so many of them, and in such a share. */
const atLeast = 3;
const atLeastShare = 0.3;

/** Of one newsroom there are a few; where articles link to others, the host that was silent longest is forgotten. */
const mostHosts = 500;
const hostsKey = `${houseSlot}:lines`;

/*
 * KEYS: the host's hash. ARGV: article id ('' = keep nothing), latest, atLeast, atLeastShare, keepSeconds, marks, key of
 * all hosts, mostHosts.
 * Fields: `a:<id>` the marks of an article, `l:<mark>` in how many articles it stands. `<key>:order`: ids, oldest first.
 * An article that comes again takes its own place, so that redelivery counts nothing twice.
 */
const noteScript = `
local key, order = KEYS[1], KEYS[1] .. ':order'
local id, latest, least, share, keep, marks = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5], ARGV[6]
local hosts, mostHosts = ARGV[7], tonumber(ARGV[8])
local function forget(article)
  for mark in (redis.call('HGET', key, 'a:' .. article) or ''):gmatch('%S+') do
    if redis.call('HINCRBY', key, 'l:' .. mark, -1) <= 0 then redis.call('HDEL', key, 'l:' .. mark) end
  end
  redis.call('HDEL', key, 'a:' .. article)
end
if id ~= '' then
  local known = redis.call('HGET', key, 'a:' .. id)
  if known ~= marks then
    if known then forget(id) else redis.call('RPUSH', order, id) end
    redis.call('HSET', key, 'a:' .. id, marks)
    for mark in marks:gmatch('%S+') do redis.call('HINCRBY', key, 'l:' .. mark, 1) end
    while redis.call('LLEN', order) > latest do forget(redis.call('LPOP', order)) end
  end
  redis.call('EXPIRE', key, keep)
  redis.call('EXPIRE', order, keep)
  redis.call('ZADD', hosts, redis.call('TIME')[1], key)
  redis.call('EXPIRE', hosts, keep)
  while redis.call('ZCARD', hosts) > mostHosts do
    local silent = redis.call('ZRANGE', hosts, 0, 0)[1]
    redis.call('DEL', silent, silent .. ':order')
    redis.call('ZREM', hosts, silent)
  end
end
local needed = math.max(least, share * redis.call('LLEN', order))
local repeated, index = {}, 0
for mark in marks:gmatch('%S+') do
  if tonumber(redis.call('HGET', key, 'l:' .. mark) or '0') >= needed then repeated[#repeated + 1] = index end
  index = index + 1
end
return repeated
`;

/** The lines of each host's latest articles, as marks without spaces, and which of them repeat. */
export const createHostLines = (redis: RedisClient, most = mostHosts) => {
  const note = defineScript<number[]>(redis, 'tellalNoteLines', noteScript);
  const ask = (host: string, article: string, marks: readonly string[]): Promise<readonly number[]> =>
    note(`${houseSlot}:lines:${host}`, [
      ...[article, latest, atLeast, atLeastShare, keepSeconds],
      marks.join(' '),
      ...[hostsKey, most],
    ]);
  return {
    /** Keeps the marks of an article; answers the indexes of those that repeat. */
    note: ask,
    find: (host: string, marks: readonly string[]) => ask(host, '', marks),
  };
};
