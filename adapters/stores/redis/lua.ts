/**
 * Lua that several scripts share; each script gets it in front. All keys begin with the prefix in `ARGV[1]`.
 *
 * - `item:<id>` one waiting or parked message; `mail:<conversation>` its place by the citizen's clock;
 *   `received:<conversation>` by ours; `first` conversations by their oldest waiting message; `inbox` all waiting ones
 * - `ready` stream whose pending entries are the claims; `claims` the fence and entry of each claimed conversation
 * - `hold:<conversation>` what keeps its words; `conversation:<id>`, `lines:<conversation>` (line id → JSON), `order:<conversation>`, `heard:<conversation>`
 * - `out:<id>` what sending needs of a line; `open:<conversation>` unfinished ones; `due:<channel>` conversations by
 *   the time of their oldest unfinished one; `unsent` all unfinished ones by age
 */
export const SHARED = `
local p = ARGV[1]

local function number(value) return tonumber(value) or 0 end
local function text(value) return string.format('%.0f', value) end
local function member(id) return string.format('%016d', id) end
local function nextId(name) return redis.call('HINCRBY', p .. 'ids', name, 1) end

-- Whether staff still have an open matter with a citizen, or a hold keeps the words.
local function isInWork(conversation)
  if redis.call('EXISTS', p .. 'hold:' .. conversation) == 1 then return true end
  for _, id in ipairs(redis.call('SMEMBERS', p .. 'tickets-of:' .. conversation)) do
    if not redis.call('ZSCORE', p .. 'tickets:closed', id) then return true end
  end
  return false
end

-- Puts a conversation where its oldest waiting message belongs.
local function place(conversation)
  local oldest = redis.call('ZRANGE', p .. 'received:' .. conversation, 0, 0, 'WITHSCORES')
  if oldest[2] then
    redis.call('ZADD', p .. 'first', oldest[2], conversation)
  else
    redis.call('ZREM', p .. 'first', conversation)
    redis.call('HDEL', p .. 'not-before', conversation)
  end
end

local function takeOut(conversation, id)
  redis.call('ZREM', p .. 'mail:' .. conversation, member(id))
  redis.call('ZREM', p .. 'received:' .. conversation, member(id))
  redis.call('ZREM', p .. 'inbox', member(id))
end

local function holds(conversation, fence)
  local held = redis.call('HGET', p .. 'claims', conversation)
  if not held then return nil end
  local of, entry = string.match(held, '^(%d+) (.+)$')
  if of == fence then return entry end
  return nil
end

-- Puts a conversation where the oldest of its unfinished messages belongs.
local function queue(conversation, channel)
  local head = redis.call('ZRANGE', p .. 'open:' .. conversation, 0, 0)[1]
  if head then
    redis.call('ZADD', p .. 'due:' .. channel, redis.call('HGET', p .. 'out:' .. number(head), 'next'), conversation)
  else
    redis.call('ZREM', p .. 'due:' .. channel, conversation)
  end
end

local function out(id, ...) return redis.call('HMGET', p .. 'out:' .. id, ...) end

-- Ends an unfinished row; a platform's id is remembered whenever one is told.
local function finish(id, state, provider, reason, at, remember)
  local conversation, channel, before = unpack(out(id, 'conversation', 'channel', 'state'))
  if not conversation then return end
  if before ~= 'pending' and before ~= 'sending' then return end
  redis.call('HSET', p .. 'out:' .. id, 'state', state, 'reason', reason, 'ended', at)
  if provider ~= '' then
    redis.call('HSET', p .. 'out:' .. id, 'provider', provider)
    redis.call('HSET', p .. 'provider:' .. conversation, provider, id)
    redis.call('EXPIRE', p .. 'provider:' .. conversation, remember)
  end
  if provider ~= '' or state ~= 'sent' then redis.call('ZREM', p .. 'unconfirmed:' .. conversation, member(id)) end
  redis.call('ZREM', p .. 'open:' .. conversation, member(id))
  redis.call('ZREM', p .. 'unsent', member(id))
  queue(conversation, channel)
end
`;
