import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';
import { defineScript } from './script.ts';

/** What a text is recognised by: 512 hex digits of MinHash, its numbers, how many words it has. */
interface Sketch {
  readonly signature: string;
  readonly numbers: readonly string[];
  readonly words: number;
}

/** However long the window: some 20 MB at most. */
const mostArticles = 5_000;
const mostCandidates = 10;
/** 42 bands of 3 hashes: of two texts that share half of their shingles, 99.6 % meet in one of them. */
const bands = 42;
const digitsInBand = 12;

/*
 * KEYS: hash of sketches. ARGV: id, record ('' = forget the article), windowMs, mostArticles, bands, digitsInBand,
 * mostCandidates. A record ends with its signature. `<key>:order`: ids by the time they were first seen;
 * `<key>:bands`: which article was the first to have a band. An article keeps its time when it comes again, and is
 * answered only with earlier ones, so that of two the same one is always the duplicate.
 */
const exchangeScript = `
local key, order, index = KEYS[1], KEYS[1] .. ':order', KEYS[1] .. ':bands'
local id, record, window, most = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local bands, digits, mostCandidates = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local t = redis.call('TIME')
local at = t[1] * 1000 + math.floor(t[2] / 1000)
local function bandsOf(text)
  local signature, found = text:match('%x+$') or '', {}
  for band = 0, bands - 1 do found[#found + 1] = band .. ':' .. signature:sub(band * digits + 1, (band + 1) * digits) end
  return found
end
local function forget(article)
  local known = redis.call('HGET', key, article)
  if known then
    for _, band in ipairs(bandsOf(known)) do
      if redis.call('HGET', index, band) == article then redis.call('HDEL', index, band) end
    end
    redis.call('HDEL', key, article)
  end
  redis.call('ZREM', order, article)
end
if record == '' then forget(id) return {} end
for _, old in ipairs(redis.call('ZRANGEBYSCORE', order, '-inf', at - window, 'LIMIT', 0, 20)) do forget(old) end
local seen = tonumber(redis.call('ZSCORE', order, id) or at)
if redis.call('HGET', key, id) ~= record then
  forget(id)
  redis.call('HSET', key, id, record)
  redis.call('ZADD', order, seen, id)
  while redis.call('ZCARD', order) > most do forget(redis.call('ZRANGE', order, 0, 0)[1]) end
end
local met, candidates = {[id] = true}, {}
for _, band in ipairs(bandsOf(record)) do
  local owner = redis.call('HGET', index, band)
  if not owner then
    redis.call('HSET', index, band, id)
  elseif not met[owner] and #candidates < mostCandidates then
    met[owner] = true
    local score = tonumber(redis.call('ZSCORE', order, owner) or at)
    if score < seen or (score == seen and owner < id) then candidates[#candidates + 1] = {score, owner} end
  end
end
table.sort(candidates, function(a, b) return a[1] < b[1] or (a[1] == b[1] and a[2] < b[2]) end)
local answer = {}
for _, candidate in ipairs(candidates) do
  answer[#answer + 1] = candidate[2]
  answer[#answer + 1] = redis.call('HGET', key, candidate[2])
end
for _, name in ipairs({key, order, index}) do redis.call('PEXPIRE', name, window) end
return answer
`;

/** Sketches of the articles of the last `windowMs`, and which earlier ones may be alike. */
export const createNearDuplicates = (redis: RedisClient, windowMs: number) => {
  const run = defineScript<string[]>(redis, 'tellalExchangeSketch', exchangeScript);
  const ask = (id: string, record: string): Promise<string[]> =>
    run(`${houseSlot}:sketches`, [id, record, windowMs, mostArticles, bands, digitsInBand, mostCandidates]);
  return {
    /** Keeps a sketch; answers with earlier articles in the same language, the earliest first. */
    exchange: async ({ id, language }: { readonly id: string; readonly language: string }, sketch: Sketch) => {
      const answer = await ask(id, writeRecord(language, sketch));
      return readCandidates(answer).filter((candidate) => candidate.language === language);
    },
    /** A retracted article is no reason to keep quiet about another. */
    forget: async (id: string): Promise<void> => {
      await ask(id, '');
    },
  };
};

const writeRecord = (language: string, { signature, numbers, words }: Sketch): string =>
  [language, words, numbers.join(' '), signature].join('\n');

const readCandidates = (answer: readonly string[]) =>
  Array.from({ length: answer.length / 2 }, (_, at) => {
    const [language = '', words = '', numbers = '', signature = ''] = (answer[at * 2 + 1] ?? '').split('\n');
    const sketch: Sketch = { signature, numbers: numbers.split(' ').filter(Boolean), words: Number(words) };
    return { id: answer[at * 2] ?? '', language, sketch };
  });
