import { prelude, takeEffect } from './ledger-prelude.ts';

// One script a rule; what they share, and the keys, stand in ledger-prelude.ts.

/** ARGV: slot, article, channel, wanted ('' = retracted), breaking 0|1, dueAt ('' = now), rule, topic, keepMs, insist 0|1. */
export const planScript = `${prelude}
local channel, wanted, breaking, due, rule, topic, keep = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9]
local insist = ARGV[10]
local at = now()
local state = get('state')
local todo = 0
local changed = false
if state == '' then
  if wanted == '' then return {0, 0} end
  state = rule == '' and 'planned' or 'skipped'
  local planned = redis.call('INCR', slot .. ':seq')
  local seq = string.format('%.0f', at * 1000 + planned % 1000)
  if planned % 100 == 0 then forget(at - tonumber(keep)) end
  put('rev', 0, 'want', wanted, 'at', at, 'seq', seq, 'tries', 0, 'brk', breaking)
  if rule ~= '' then put('why', rule) end
  if due ~= '' then put('due', due) end
  move('', state)
  todo = rule == '' and 1 or 0
  changed = true
else
  local before = get('want')
  if wanted == '' and before ~= '' then
    changed = true
    put('want', '')
    if state == 'planned' or (state == 'refused' and get('rev') == '0') then
      put('why', 'retracted before it was sent')
      move(state, 'skipped')
    elseif state == 'refused' then
      move(state, 'sent')
    end
  elseif wanted ~= '' and before ~= '' and tonumber(wanted) > tonumber(before) then
    changed = true
    put('want', wanted, 'brk', breaking)
    -- A channel that an editor left out stays out, whatever the correction says.
    local opened = state == 'skipped' and rule == '' and (get('why') ~= 'to' or insist == '1')
    if state == 'refused' or opened then
      drop('why')
      move(state, get('rev') == '0' and 'planned' or 'sent')
    elseif state == 'skipped' then
      put('why', rule)
    end
  elseif state == 'skipped' and rule == '' and insist == '1' and wanted ~= '' and wanted == before then
    changed = true
    drop('why')
    if due ~= '' then put('due', due) end
    move(state, 'planned')
  elseif state == 'planned' and due ~= '' and due ~= get('due') then
    changed = true
    put('due', due)
  end
  state = get('state')
  local differs = get('want') ~= get('rev')
  if state == 'planned' or state == 'sending' or state == 'unknown' or (state == 'sent' and differs) then todo = 1 end
end
if changed then announce(channel, topic, keep) end
local dueAt = get('due')
local wait = 0
if dueAt ~= '' and get('state') == 'planned' then wait = math.max(0, tonumber(dueAt) - at) end
return {todo, wait}
`;

/**
 * ARGV: slot, article, channel, revision, leaseMs, sought (JSON), minGapMs, keepSends, topic, keepMs, then pairs count, perMs.
 * Answers {kind, ...}; see `readBeginning`.
 */
export const beginScript = `${prelude}
local channel, revision, lease, sought = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local gap, keepSends, topic, keep = tonumber(ARGV[7]), tonumber(ARGV[8]), ARGV[9], ARGV[10]
local at = now()
local state = get('state')
if state == 'sending' then
  local left = tonumber(get('until')) - at
  if left > 0 then return {'wait', left + 1} end
  put('needs', 'lookup', 'why', 'the process that sent it did not come back')
  closeAttempt(get('fence'), '{"outcome":"unknown","cause":"the process that sent it did not come back"}', at)
  move('sending', 'unknown')
  announce(channel, topic, keep)
  state = 'unknown'
end
if state == 'unknown' then
  if get('needs') ~= 'lookup' then return {'nothing'} end
  local started = tonumber(get('began'))
  local looked = tonumber(get('looked')) or started
  local sought = redis.call('HGET', inflight, article) or ''
  return {'lookup', tonumber(get('fence')), get('op'), started, at - looked, tonumber(get('looks')) or 0, get('floor'), sought}
end
local want = get('want')
local op
if state == 'planned' and want == '' then
  put('why', 'retracted before it was sent')
  move('planned', 'skipped')
  announce(channel, topic, keep)
  return {'nothing'}
elseif state == 'planned' then
  local due = get('due')
  if due ~= '' and tonumber(due) > at then return {'early', tonumber(due) - at} end
  op = 'post'
elseif state == 'sent' and want == '' then
  op = 'remove'
elseif state == 'sent' and tonumber(want) > tonumber(get('rev')) then
  op = 'edit'
else
  return {'nothing'}
end
if op ~= 'remove' and revision < tonumber(want) then return {'stale'} end
local sends = slot .. ':sends'
local wait = 0
local latest = redis.call('LINDEX', sends, 0)
if gap > 0 and latest then wait = math.max(wait, tonumber(latest) + gap - at) end
for i = 11, #ARGV, 2 do
  local nth = redis.call('LINDEX', sends, tonumber(ARGV[i]) - 1)
  if nth then wait = math.max(wait, tonumber(nth) + tonumber(ARGV[i + 1]) - at) end
end
if wait > 0 then return {'wait', wait} end
if keepSends > 0 then
  redis.call('LPUSH', sends, at)
  redis.call('LTRIM', sends, 0, keepSends - 1)
end
local fence = redis.call('INCR', slot .. ':fence')
local tries = (tonumber(get('tries')) or 0) + 1
local entry = {fence = fence, operation = op, startedAt = at}
if op ~= 'remove' then entry.revision = revision end
if redis.call('RPUSH', a, cjson.encode(entry)) > 50 then redis.call('LTRIM', a, -50, -1) end
put('tries', tries, 'fence', fence, 'until', at + lease, 'began', at, 'op', op, 'trying', revision, 'prev', state)
redis.call('HSET', inflight, article, sought)
if op == 'post' then put('floor', redis.call('ZREVRANGE', ids, 0, 0)[1] or '') end
move(state, 'sending')
tell(channel, topic)
local sweep = op == 'post' and get('sweep') or ''
return {'begun', op, fence, at, get('msg'), get('pic'), tries, tonumber(get('at')), sweep}
`;

/** ARGV: slot, article, channel, fence, outcome, receipt (JSON), messageId, link, picture 0|1, words, topic, keepMs. */
export const settleScript = `${prelude}${takeEffect}
local channel, fence, outcome, receipt = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if get('state') ~= 'sending' or get('fence') ~= fence then return 0 end
local at = now()
closeAttempt(fence, receipt, at)
if outcome == 'accepted' then
  tookEffect(get('op'), at, ARGV[7], ARGV[8], ARGV[9], ARGV[10])
elseif outcome == 'refused' then
  put('why', ARGV[10])
  move('sending', 'refused')
elseif outcome == 'deferred' then
  put('why', ARGV[10])
  move('sending', get('prev'))
else
  put('needs', 'lookup', 'why', ARGV[10])
  move('sending', 'unknown')
end
if outcome ~= 'unknown' then clearFlight() end
announce(channel, ARGV[11], ARGV[12])
return 1
`;

/** ARGV: slot, article, channel, took 0|1, messageId, link, fence ('' = any), topic, keepMs. */
export const resolveScript = `${prelude}${takeEffect}
local channel, took, message, link, fence = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local state = get('state')
if state == '' then return 'no-such-delivery' end
if state ~= 'unknown' or (fence ~= '' and get('fence') ~= fence) then return 'not-unknown' end
if took == '1' then
  local sought = cjson.decode(redis.call('HGET', inflight, article) or '{}')
  local picture = get('op') == 'post' and (type(sought.image) == 'string' and '1' or '0') or ''
  tookEffect(get('op'), tonumber(get('began')), message, link, picture, '')
else
  drop('why')
  if fence == '' and get('op') == 'post' and get('sweep') == '' then put('sweep', get('floor')) end
  move('unknown', get('prev'))
end
clearFlight()
if get('state') == 'planned' and get('want') == '' then
  put('why', 'retracted before it was sent')
  move('planned', 'skipped')
end
announce(channel, ARGV[8], ARGV[9])
return 'resolved'
`;

/** ARGV: slot, article, channel, fence, cause, topic, keepMs. */
export const askPersonScript = `${prelude}
if get('state') ~= 'unknown' or get('fence') ~= ARGV[4] then return 0 end
put('needs', 'person', 'why', ARGV[5])
announce(ARGV[3], ARGV[6], ARGV[7])
return 1
`;

/** ARGV: slot, article, channel, fence, keepMs. */
export const noteLookScript = `${prelude}
if get('state') ~= 'unknown' or get('fence') ~= ARGV[4] then return 0 end
put('looks', (tonumber(get('looks')) or 0) + 1, 'looked', now())
return 1
`;

/** ARGV: slot, article, channel, was, messageId, link, topic, keepMs. Revision 0 makes the next job bring it up to date. */
export const adoptScript = `${prelude}
if get('state') ~= 'sent' or get('msg') ~= ARGV[4] then return 0 end
put('msg', ARGV[5], 'rev', 0)
if ARGV[6] ~= '' then put('link', ARGV[6]) end
keepId(ARGV[5])
announce(ARGV[3], ARGV[7], ARGV[8])
return 1
`;

/** ARGV: slot, article, channel, topic, keepMs. */
export const retryScript = `${prelude}
local state = get('state')
if state == '' then return 'no-such-delivery' end
if (state ~= 'refused' and state ~= 'skipped') or (get('want') == '' and get('rev') == '0') then
  return 'not-retryable'
end
drop('why')
move(state, get('rev') == '0' and 'planned' or 'sent')
announce(ARGV[3], ARGV[4], ARGV[5])
return 'planned'
`;
