/*
 * The ledger's rules, run inside Redis so that each is one indivisible step on Redis' own clock.
 * All keys of a script share the channel's slot. ARGV[1] is that slot, ARGV[2] the article.
 *
 *   <slot>:d:<article>  hash: one delivery        <slot>:a:<article>  list: its attempts, newest last
 *   <slot>:s:<state>    zset: articles by time and order of planning   <slot>:seq   counter: plans
 *   <slot>:behind       zset: those that stand but not as wanted, in the same order
 *   <slot>:in           hash: what is in flight   <slot>:fence        counter: fencing tokens
 *   <slot>:sends        list: times of the latest operations, newest first (for the pace)
 *   <slot>:ids          zset: message ids of our latest posts
 *   <slot>:target       string: where the channel points (targets.ts)
 */

/** What every script of the ledger begins with. */
export const prelude = `
local slot, article = ARGV[1], ARGV[2]
local d, a = slot .. ':d:' .. article, slot .. ':a:' .. article
local inflight = slot .. ':in'
local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end
-- The delivery is read once; what is put or dropped is changed in both places.
local known = {}
local flat = redis.call('HGETALL', d)
for i = 1, #flat, 2 do known[flat[i]] = flat[i + 1] end
local function get(field)
  return known[field] or ''
end
local function text(value)
  return type(value) == 'number' and string.format('%.17g', value) or value
end
local function put(...)
  local pairs = {...}
  for i = 1, #pairs, 2 do
    pairs[i + 1] = text(pairs[i + 1])
    known[pairs[i]] = pairs[i + 1]
  end
  redis.call('HSET', d, unpack(pairs))
end
local function drop(...)
  for _, field in ipairs({...}) do known[field] = nil end
  redis.call('HDEL', d, ...)
end
local function move(from, to)
  if from == to then return end
  if from ~= '' then redis.call('ZREM', slot .. ':s:' .. from, article) end
  redis.call('ZADD', slot .. ':s:' .. to, get('seq'), article)
  put('state', to)
end
-- What stands but not as wanted can be found if its lane job was lost.
local function noteBehind()
  local want = get('want')
  if get('state') == 'sent' and (want == '' or tonumber(want) > tonumber(get('rev'))) then
    redis.call('ZADD', slot .. ':behind', get('seq'), article)
  else
    redis.call('ZREM', slot .. ':behind', article)
  end
end
local function tell(channel, topic)
  noteBehind()
  redis.call('PUBLISH', topic, article .. '@' .. channel)
end
local function announce(channel, topic, keepMs)
  redis.call('PEXPIRE', d, keepMs)
  redis.call('PEXPIRE', a, keepMs)
  tell(channel, topic)
end
local function forget(before, most)
  local last = string.format('%.0f', before * 1000)
  for _, state in ipairs({'planned', 'sending', 'sent', 'refused', 'skipped', 'unknown', 'removed'}) do
    redis.call('ZREMRANGEBYSCORE', slot .. ':s:' .. state, '-inf', last)
  end
  redis.call('ZREMRANGEBYSCORE', slot .. ':behind', '-inf', last)
  -- By number only what nobody waits for, and little at a time, so that no script takes long.
  for _, state in ipairs({'sent', 'refused', 'skipped', 'removed'}) do
    local key = slot .. ':s:' .. state
    local over = math.min(redis.call('ZCARD', key) - most, 200)
    if over > 0 then
      for _, old in ipairs(redis.call('ZRANGE', key, 0, over - 1)) do
        redis.call('DEL', slot .. ':d:' .. old, slot .. ':a:' .. old)
        redis.call('ZREM', slot .. ':behind', old)
      end
      redis.call('ZREMRANGEBYRANK', key, 0, over - 1)
    end
  end
end
-- Message ids of our posts, so that a look into the channel can pass over them.
local ids = slot .. ':ids'
local function keepId(message)
  if not tonumber(message) then return end
  redis.call('ZADD', ids, message, message)
  redis.call('ZREMRANGEBYRANK', ids, 0, -5001)
end
local function changeAttempt(change)
  local last = redis.call('LINDEX', a, -1)
  local entry = last and cjson.decode(last)
  if not entry or tostring(entry.fence) ~= get('fence') then return end
  change(entry)
  redis.call('LSET', a, -1, cjson.encode(entry))
end
local function closeAttempt(receipt, at)
  changeAttempt(function(entry)
    entry.endedAt = at
    entry.receipt = cjson.decode(receipt)
  end)
end
-- By the clock, too: after a Redis that lost its data, no attempt may have the name of an earlier one.
local function nextFence(at)
  local fence = redis.call('INCR', slot .. ':fence')
  if fence >= at then return fence end
  redis.call('SET', slot .. ':fence', text(at))
  return at
end
-- Whatever it says: revision 0 of what stands means that nobody can tell.
local function stands()
  return get('msg') ~= '' or get('rev') ~= '0'
end
local function reopen(from, to)
  drop('why')
  move(from, to)
end
`;

/** For the scripts that end an operation. */
export const takeEffect = `
local function tookEffect(op, at, message, link, picture, note, byPerson)
  if op == 'remove' then
    put('rev', 0)
    move(get('state'), 'removed')
  else
    put('rev', get('trying'))
    -- The plan of what is newest may be on its way, or was lost on a channel that was not configured then.
    if get('want') ~= '' and tonumber(get('want')) < tonumber(get('trying')) then put('want', get('trying')) end
    if message ~= '' then
      put('msg', message)
      -- A slip of a person must not be the id after which later posts are looked for.
      if not byPerson then keepId(message) end
    end
    if link ~= '' then put('link', link) end
    if picture ~= '' then put('pic', picture) end
    if op == 'post' then put('sent', at) end
    move(get('state'), 'sent')
  end
  if note ~= '' then put('why', note) else drop('why') end
end
-- What was said is kept of a post that was not found, so that it is known if it turns up.
local function keepSought()
  local sought = redis.call('HGET', inflight, article)
  if get('op') ~= 'post' or not sought then return end
  changeAttempt(function(entry) entry.sought = cjson.decode(sought) end)
end
-- What has been wanted since it was begun was not refused with it.
local function turnToNewest()
  local want = get('want')
  if get('state') ~= 'refused' or get('op') == 'remove' then return end
  if want ~= '' and tonumber(want) <= tonumber(get('trying')) then return end
  if want ~= '' or stands() then return reopen('refused', stands() and 'sent' or 'planned') end
  put('why', 'retracted before it was sent')
  move('refused', 'skipped')
end
-- Nothing left us: neither an attempt, nor a place in the pace.
local function undoAttempt()
  redis.call('RPOP', a)
  redis.call('LREM', slot .. ':sends', 1, get('began'))
  put('tries', tonumber(get('tries')) - 1)
end
local function clearFlight()
  redis.call('HDEL', inflight, article)
  drop('needs', 'until', 'began', 'op', 'trying', 'prev', 'looks', 'looked', 'hand', 'was')
end
-- A change is put before a person only while nothing newer is wanted: then that is done instead.
local function dropOutdated()
  local want, op = get('want'), get('op')
  if get('state') ~= 'unknown' or get('needs') ~= 'person' or op == 'post' or op == 'remove' then return end
  if want ~= '' and tonumber(want) <= tonumber(get('trying')) then return end
  reopen('unknown', get('prev'))
  clearFlight()
end
`;
