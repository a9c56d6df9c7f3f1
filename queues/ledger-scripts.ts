import { prelude, takeEffect } from './ledger-prelude.ts';

// One script a rule; what they share, and the keys, stand in ledger-prelude.ts.

/**
 * ARGV: slot, article, channel, wanted ('' = retracted), breaking 0|1, dueAt ('' = now), rule, topic, keepMs, insist 0|1,
 * whether the rule is one of those that stop what waits 0|1, how many are kept in each final state.
 */
export const planScript = `${prelude}${takeEffect}
local channel, wanted, breaking, due, rule, topic, keep = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9]
local insist, barred = ARGV[10], ARGV[11] == '1'
local at = now()
local state = get('state')
local todo = 0
local changed = false
if state == '' then
  if wanted == '' then return {0, 0} end
  state = rule == '' and 'planned' or 'skipped'
  local planned = redis.call('INCR', slot .. ':seq')
  local seq = string.format('%.0f', at * 1000 + planned % 1000)
  if planned % 100 == 0 then forget(at - tonumber(keep), tonumber(ARGV[12])) end
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
    if state == 'planned' or (state == 'refused' and not stands()) then
      put('why', 'retracted before it was sent')
      move(state, 'skipped')
    elseif state == 'refused' then
      move(state, 'sent')
    end
  elseif wanted ~= '' and before ~= '' and tonumber(wanted) > tonumber(before) then
    changed = true
    put('want', wanted, 'brk', breaking)
    -- A channel that an editor left out stays out, whatever the correction says.
    local leftOut = state == 'skipped' and get('why') == 'to' and insist ~= '1'
    -- What subscribers saw is corrected, whatever the rules; what an editor asked for is sent.
    local closed = barred and not stands() and get('named') == ''
    drop('barred')
    if closed and (state == 'planned' or state == 'refused') then
      put('why', rule)
      move(state, 'skipped')
    elseif closed and state ~= 'skipped' then
      put('barred', rule)
    elseif state == 'refused' or (state == 'skipped' and rule == '' and not leftOut) then
      reopen(state, stands() and 'sent' or 'planned')
    elseif state == 'skipped' and rule ~= '' and not leftOut then
      put('why', rule)
    end
  elseif state == 'skipped' and rule == '' and insist == '1' and wanted ~= '' and wanted == before then
    changed = true
    reopen(state, 'planned')
  end
  if changed then dropOutdated() end
  state = get('state')
  if state == 'planned' and wanted == get('want') and due ~= '' and due ~= get('due') then
    changed = true
    put('due', due)
  end
  local differs = get('want') ~= get('rev')
  if state == 'planned' or state == 'sending' or state == 'unknown' or (state == 'sent' and differs) then todo = 1 end
end
if insist == '1' then put('named', 1) end
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
  closeAttempt('{"outcome":"unknown","cause":"the process that sent it did not come back"}', at)
  move('sending', 'unknown')
  announce(channel, topic, keep)
  state = 'unknown'
end
if state == 'unknown' then
  if get('needs') ~= 'lookup' then return {'nothing'} end
  local started = tonumber(get('began'))
  local looked = tonumber(get('looked')) or started
  local sought = redis.call('HGET', inflight, article) or ''
  local attempt, planned = tonumber(get('tries')), tonumber(get('at'))
  local looks = tonumber(get('looks')) or 0
  return {'lookup', get('op'), tonumber(get('fence')), started, attempt, planned, at - looked, looks, get('floor'), sought}
end
local want = get('want')
local op
if state == 'planned' and (want == '' or get('barred') ~= '') then
  put('why', want == '' and 'retracted before it was sent' or get('barred'))
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
local target = redis.call('GET', slot .. ':target') or ''
if op ~= 'post' and get('place') ~= '' and get('place') ~= target then
  put('why', 'it stands on ' .. get('place') .. ', where this channel no longer points: change it there by hand')
  move(state, 'refused')
  announce(channel, topic, keep)
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
local fence = nextFence(at)
local tries = (tonumber(get('tries')) or 0) + 1
local entry = {fence = fence, operation = op, startedAt = at}
if op ~= 'remove' then entry.revision = revision end
if redis.call('RPUSH', a, cjson.encode(entry)) > 50 then redis.call('LTRIM', a, -50, -1) end
put('tries', tries, 'fence', fence, 'until', at + lease, 'began', at, 'op', op, 'trying', revision, 'prev', state)
redis.call('HSET', inflight, article, sought)
if op == 'post' then put('floor', redis.call('ZREVRANGE', ids, 0, 0)[1] or '', 'place', target) end
move(state, 'sending')
tell(channel, topic)
local sweep = op == 'post' and get('sweep') or ''
return {'begun', op, fence, at, tries, tonumber(get('at')), get('msg'), get('pic'), sweep}
`;

/**
 * ARGV: slot, article, channel, fence, outcome, receipt (JSON), messageId, link, picture 0|1, words, topic, keepMs, unsent 0|1.
 * What is certain also ends what was unknown, as long as nobody has settled that.
 */
export const settleScript = `${prelude}${takeEffect}
local channel, fence, outcome, receipt = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local state = get('state')
local open = state == 'sending' or (state == 'unknown' and outcome ~= 'unknown')
if not open or get('fence') ~= fence then return 0 end
local at = now()
closeAttempt(receipt, at)
if outcome == 'accepted' then
  tookEffect(get('op'), at, ARGV[7], ARGV[8], ARGV[9], ARGV[10])
elseif outcome == 'refused' then
  if state == 'unknown' then keepSought() end
  put('why', ARGV[10])
  move(state, 'refused')
  turnToNewest()
elseif outcome == 'deferred' then
  if ARGV[13] == '1' then undoAttempt() end
  put('why', ARGV[10])
  move(state, get('prev'))
else
  put('needs', 'lookup', 'why', ARGV[10])
  move('sending', 'unknown')
end
if outcome ~= 'unknown' then clearFlight() end
announce(channel, ARGV[11], ARGV[12])
return 1
`;

/** ARGV: slot, article, channel, took 0|1, messageId, link, fence ('' = any), topic, keepMs, may be an older revision 0|1. */
export const resolveScript = `${prelude}${takeEffect}
local channel, took, message, link, fence = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local state = get('state')
if state == '' then return 'no-such-delivery' end
if state ~= 'unknown' or (fence ~= '' and get('fence') ~= fence) then return 'not-unknown' end
if took == '1' then
  local sought = cjson.decode(redis.call('HGET', inflight, article) or '{}')
  local picture = get('op') == 'post' and (type(sought.image) == 'string' and '1' or '0') or ''
  tookEffect(get('op'), tonumber(get('began')), message, link, picture, get('hand'), fence == '')
else
  if get('was') ~= '' then put('why', get('was')) else drop('why') end
  keepSought()
  if fence == '' and get('op') == 'post' and get('sweep') == '' then put('sweep', get('floor')) end
  move('unknown', get('prev'))
  turnToNewest()
end
if ARGV[10] == '1' then put('rev', 0) end
clearFlight()
if get('state') == 'planned' and get('want') == '' then
  put('why', 'retracted before it was sent')
  move('planned', 'skipped')
end
announce(channel, ARGV[8], ARGV[9])
return 'resolved'
`;

/** ARGV: slot, article, channel, fence, cause, topic, keepMs. */
export const askPersonScript = `${prelude}${takeEffect}
if get('state') ~= 'unknown' or get('fence') ~= ARGV[4] then return 0 end
put('needs', 'person', 'why', ARGV[5])
dropOutdated()
announce(ARGV[3], ARGV[6], ARGV[7])
return 1
`;

/** ARGV: slot, article, channel, fence, keepMs. */
export const noteLookScript = `${prelude}
if get('state') ~= 'unknown' or get('fence') ~= ARGV[4] then return 0 end
put('looks', (tonumber(get('looks')) or 0) + 1, 'looked', now())
return 1
`;

/**
 * ARGV: slot, article, channel, was ('' = nothing), messageId, link, topic, keepMs.
 * Revision 0 makes the next job bring it up to date.
 */
export const adoptScript = `${prelude}
local state, was = get('state'), ARGV[4]
local lost = was == '' and get('want') ~= '' and (state == 'planned' or state == 'skipped')
if get('msg') ~= was or not (lost or state == 'sent' or state == 'refused') then return 0 end
if was == '' then put('sent', now()) end
if state ~= 'sent' then reopen(state, 'sent') end
put('msg', ARGV[5], 'rev', 0)
if ARGV[6] ~= '' then put('link', ARGV[6]) end
keepId(ARGV[5])
announce(ARGV[3], ARGV[7], ARGV[8])
return 1
`;

/** ARGV: slot, article, channel, topic, keepMs. */
export const restateScript = `${prelude}
if get('state') ~= 'sent' then return 0 end
put('rev', 0)
announce(ARGV[3], ARGV[4], ARGV[5])
return 1
`;

/** ARGV: slot, article, channel, topic, keepMs. */
export const retryScript = `${prelude}
local state = get('state')
if state == '' then return 'no-such-delivery' end
if (state ~= 'refused' and state ~= 'skipped') or (get('want') == '' and not stands()) then
  return 'not-retryable'
end
put('named', 1)
drop('barred')
reopen(state, stands() and 'sent' or 'planned')
announce(ARGV[3], ARGV[4], ARGV[5])
return 'planned'
`;

/**
 * ARGV: slot, article, channel, why, note once it stands, topic, keepMs. A first post only: what was never begun, what was
 * refused, or what nobody can tell. The new fence makes void what a look under way finds.
 */
export const holdScript = `${prelude}
local state = get('state')
if state == '' then return 'no-such-delivery' end
if stands() or get('want') == '' then return 'not-holdable' end
if state == 'planned' or state == 'refused' then
  if get('why') ~= '' then put('was', get('why')) end
  put('op', 'post', 'trying', get('want'), 'prev', state, 'began', now(), 'floor', redis.call('ZREVRANGE', ids, 0, 0)[1] or '')
  move(state, 'unknown')
elseif state ~= 'unknown' then
  return 'not-holdable'
end
put('needs', 'person', 'fence', nextFence(now()), 'why', ARGV[4], 'hand', ARGV[5])
announce(ARGV[3], ARGV[6], ARGV[7])
return 'held'
`;
