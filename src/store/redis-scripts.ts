/**
 * The store's Lua, one script a method that must be atomic. Every key is passed in KEYS and shares a slot.
 *
 * A conversation is one hash:
 *   r revision · x when it expires · n number of entries · e1..en entries · c cards · ct their turn
 *   t last turn · ot or to os oa  the owed mark: turn, revision, address, since, attempts
 *   d:… delivery ids, each with its end
 * An item is one hash: p payload (gone when done) · x expires · a attempts.
 * The due set holds the key of both, scored by when they are due.
 */

const shared = /* lua */ `
local function int(n) return string.format('%.0f', n) end

-- A sorted set or hash must outlive all it holds, and never live for ever.
local function keep(key, ms)
  if redis.call('PTTL', key) < ms then redis.call('PEXPIRE', key, int(ms)) end
end

local function load(key, now)
  local flat, h = redis.call('HGETALL', key), {}
  for i = 1, #flat, 2 do h[flat[i]] = flat[i + 1] end
  if h.x and not h.p and tonumber(h.x) <= now then h.expired = true end
  return h
end

local function state(h)
  local entries = {}
  for i = 1, tonumber(h.n or 0) do entries[i] = h['e' .. i] or '' end
  return { h.r or '0', h.c or '', h.ot or '', h['or'] or '', h.to or '', h.os or '', h.oa or '', entries }
end

local function unmark(key, due)
  redis.call('HDEL', key, 'ot', 'or', 'to', 'os', 'oa')
  redis.call('ZREM', due, key)
end
`;

/** KEYS conversation, due · ARGV now, delivery, expected, change, entry, reply, idle, deliveries, lease, most entries, silent, begins */
export const stepScript = /* lua */ `${shared}
local key, due = KEYS[1], KEYS[2]
local now, delivery, expected, change, entry, reply = tonumber(ARGV[1]), 'd:' .. ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local idle, deliveries, lease, most = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
local silent, begins = tonumber(ARGV[11]), tonumber(ARGV[12])

local h = load(key, now)
local live = {}
for field, value in pairs(h) do
  if field ~= 'expired' then
    local isDelivery = string.sub(field, 1, 2) == 'd:'
    if (isDelivery and tonumber(value) <= now) or (h.expired and not isDelivery) then
      redis.call('HDEL', key, field)
    else
      live[field] = value
    end
  end
end
if h.expired then redis.call('ZREM', due, key) end
h = live

-- Taken on once, never put off, and nobody has said since that it is still being sent.
local score = tonumber(redis.call('ZSCORE', due, key) or 0)
local left = h.ot and h.oa == '1' and score >= tonumber(h.os) + lease and score - lease <= now - silent

local function owe(to, since)
  h.t = int(math.max(tonumber(h.t or 0) + 1, now))
  h.ot, h['or'], h.to, h.os, h.oa = h.t, h['or'] or h.r, to, int(since), '1'
  redis.call('HSET', key, 't', h.t, 'ot', h.ot, 'or', h['or'], 'to', to, 'os', h.os, 'oa', '1')
  redis.call('ZADD', due, int(now + lease), key)
  keep(due, idle)
end

if h[delivery] then
  if not left then return { 'repeated', 'none', state(h) } end
  owe(h.to, tonumber(h.os))
  return { 'repeated', 'yours', state(h) }
end

local revision, count = tonumber(h.r or 0), tonumber(h.n or 0)
local outcome = 'taken'
if change == 'nothing' then outcome = 'read'
elseif expected ~= '' and tonumber(expected) ~= revision then outcome = 'stale' end

if outcome == 'taken' then
  if change == 'clear' then
    for i = 1, count do redis.call('HDEL', key, 'e' .. i); h['e' .. i] = nil end
    count = 0
  end
  if count >= most then return redis.error_reply('TOOMANYENTRIES') end
  revision, count = revision == 0 and begins or math.max(revision, 0) + 1, count + 1
  h.r, h.n, h['e' .. count] = int(revision), int(count), entry
  redis.call('HSET', key, 'r', h.r, 'n', h.n, 'e' .. count, entry)
end

local owes = 'none'
if reply ~= '' then
  if outcome == 'stale' and h.ot and h.oa == '1' and score > now and not left then
    owes = 'on-its-way'
  else
    owes = 'yours'
    h['or'] = int(revision)
    owe(reply, now)
  end
end
redis.call('HSET', key, 'x', int(now + idle), delivery, int(now + deliveries))
redis.call('PEXPIRE', key, int(math.max(idle, deliveries)))
return { outcome, owes, state(h) }
`;

/** KEYS conversation · ARGV now */
export const readScript = /* lua */ `${shared}
local h = load(KEYS[1], tonumber(ARGV[1]))
if h.expired then h = {} end
return state(h)
`;

/** KEYS conversation, due, item... · ARGV now, turn, cards, deliveries, then payload, due and end of each item */
export const settleScript = /* lua */ `${shared}
local key, due = KEYS[1], KEYS[2]
local now, turn, cards, deliveries = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
for i = 3, #KEYS do
  local at = 5 + (i - 3) * 3
  local payload, dueAt, ends = ARGV[at], tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  if redis.call('EXISTS', KEYS[i]) == 0 then
    -- Kept past its end, so that a late second settle finds the key taken and a late sweep can report it.
    local life = math.max(ends - now, 0) + deliveries
    redis.call('HSET', KEYS[i], 'p', payload, 'x', int(ends), 'a', '0')
    redis.call('PEXPIRE', KEYS[i], int(life))
    redis.call('ZADD', due, int(dueAt), KEYS[i])
    keep(due, life)
  end
end
local h = load(key, now)
if turn == 0 or not h.x or h.expired then return end
if cards ~= '' and turn >= tonumber(h.ct or 0) then redis.call('HSET', key, 'c', cards, 'ct', int(turn)) end
if h.ot and tonumber(h.ot) == turn then unmark(key, due) end
`;

/** KEYS every due set · ARGV now, most of each. Of each set keys and scores by turns. Not on a Cluster: the sets lie apart. */
export const dueScript = /* lua */ `
local found = {}
for i, due in ipairs(KEYS) do
  found[i] = redis.call('ZRANGEBYSCORE', due, '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
end
return found
`;

/** KEYS owed, due · ARGV now, lease. Nothing comes back when it is not due, or no longer there. */
export const claimScript = /* lua */ `${shared}
local key, due = KEYS[1], KEYS[2]
local now, lease = tonumber(ARGV[1]), tonumber(ARGV[2])
local score = redis.call('ZSCORE', due, key)
if not score or tonumber(score) > now then return end
local h = load(key, now)
if h.expired or not (h.p or h.ot) then
  redis.call('ZREM', due, key)
  return
end
redis.call('ZADD', due, int(now + lease), key)
if h.p then return { 'item', h.p, h.x, redis.call('HINCRBY', key, 'a', 1) } end
h.oa = int(redis.call('HINCRBY', key, 'oa', 1))
return { 'reply', state(h) }
`;

/** KEYS owed, due · ARGV turn (empty for an item), attempts, at, how long to keep it. Attempts tell whether it was claimed since. */
export const retryScript = /* lua */ `${shared}
local key, due, turn, attempts = KEYS[1], KEYS[2], ARGV[1], ARGV[2]
local fields = turn == '' and { 'a', 'p' } or { 'oa', 'ot' }
local held = redis.call('HMGET', key, unpack(fields))
if held[1] ~= attempts or not held[2] then return end
if turn ~= '' and held[2] ~= turn then return end
redis.call('ZADD', due, 'XX', ARGV[3], key)
if turn == '' then keep(key, tonumber(ARGV[4])) end
keep(due, tonumber(ARGV[4]))
`;

/** KEYS conversation, due, where it is put */
export const setAsideScript = /* lua */ `
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('RENAME', KEYS[1], KEYS[3]) end
redis.call('ZREM', KEYS[2], KEYS[1])
`;

/** KEYS owed, due · ARGV turn (empty for an item) */
export const dropScript = /* lua */ `${shared}
local key, due, turn = KEYS[1], KEYS[2], ARGV[1]
if turn == '' then
  redis.call('HDEL', key, 'p')
  redis.call('ZREM', due, key)
elseif redis.call('HGET', key, 'ot') == turn then
  unmark(key, due)
end
`;

/** KEYS place · ARGV value, how long it is kept */
export const putScript = /* lua */ `redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`;

/** KEYS a name of its own. Written and taken back: it tells whether the server takes writes, and leaves nothing. */
export const probeScript = /* lua */ `
redis.call('SET', KEYS[1], '1', 'PX', '1000')
redis.call('DEL', KEYS[1])
`;

/** KEYS place · ARGV how long it is kept from when it is used; one that had no end gets one. */
export const getScript = /* lua */ `
local value = redis.call('GET', KEYS[1])
if value and redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) / 2 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return value
`;

/** KEYS place */
export const removeScript = /* lua */ `redis.call('DEL', KEYS[1])`;

/** A group is a sorted set: each member with when it ends. An earlier version wrote a plain set: it becomes one here. */
const group = /* lua */ `
local function asGroup(key, now)
  if redis.call('TYPE', key).ok ~= 'set' then return end
  local left, members = redis.call('PTTL', key), redis.call('SMEMBERS', key)
  redis.call('DEL', key)
  for _, member in ipairs(members) do redis.call('ZADD', key, int(now + left), member) end
  redis.call('PEXPIRE', key, int(left))
end
`;

/** KEYS group · ARGV now, how long they are kept, then each conversation. Members that have ended go. */
export const enlistScript = /* lua */ `${shared}${group}
local now, kept = tonumber(ARGV[1]), tonumber(ARGV[2])
asGroup(KEYS[1], now)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', int(now))
for i = 3, #ARGV do redis.call('ZADD', KEYS[1], int(now + kept), ARGV[i]) end
keep(KEYS[1], kept)
`;

/** KEYS group · ARGV now */
export const membersScript = /* lua */ `${shared}${group}
asGroup(KEYS[1], tonumber(ARGV[1]))
return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf')
`;

/** KEYS group · ARGV conversation, now */
export const leaveScript = /* lua */ `${shared}${group}
asGroup(KEYS[1], tonumber(ARGV[2]))
redis.call('ZREM', KEYS[1], ARGV[1])
`;

/** A group of lines is one hash: of each member when its line ends, the revision it was made from, and the line, sealed. */
const lines = /* lua */ `
local function parts(held)
  local ends, revision, sealed = string.match(held, '^(%d+) (%d+) (.*)$')
  return tonumber(ends), tonumber(revision), sealed
end
`;

/** KEYS group · ARGV member, now, kept, revision, line (empty for none) */
export const noteScript = /* lua */ `${shared}${lines}
local group, member, now, kept, revision = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local held = redis.call('HGET', group, member)
if held then
  local ends, known = parts(held)
  if known > revision and ends > now then return end
end
redis.call('HSET', group, member, int(now + kept) .. ' ' .. int(revision) .. ' ' .. ARGV[5])
keep(group, kept)
`;

/** KEYS group · ARGV now. Those that have ended go. */
export const notesScript = /* lua */ `${lines}
local flat, found = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #flat, 2 do
  local ends, _, sealed = parts(flat[i + 1])
  if ends <= tonumber(ARGV[1]) then redis.call('HDEL', KEYS[1], flat[i])
  elseif sealed ~= '' then
    found[#found + 1] = flat[i]
    found[#found + 1] = sealed
  end
end
return found
`;

/** KEYS conversations · ARGV now */
export const readAllScript = /* lua */ `${shared}
local states = {}
for i, key in ipairs(KEYS) do
  local h = load(key, tonumber(ARGV[1]))
  if h.expired then h = {} end
  states[i] = state(h)
end
return states
`;

/** KEYS conversation, due */
export const forgetScript = /* lua */ `
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], KEYS[1])
`;
