import { script } from './connection.ts';
import { SHARED } from './lua.ts';

/** A conversation and its open ticket, by the conversation's id. */
export const standing = script(`${SHARED}
local conversation = redis.call('GET', p .. 'conversation:' .. ARGV[2])
local ticket = conversation and cjson.decode(conversation).ticketId
if not ticket or ticket == cjson.null then return { conversation, false } end
return { conversation, redis.call('GET', p .. 'ticket:' .. ticket) }`);

/** A conversation and its ticket, by the ticket's id. */
export const matter = script(`${SHARED}
local ticket = redis.call('GET', p .. 'ticket:' .. ARGV[2])
if not ticket then return { false, false } end
return { redis.call('GET', p .. 'conversation:' .. cjson.decode(ticket).conversationId), ticket }`);

/** The ticket of a conversation that was closed last. */
export const lastClosed = script(`${SHARED}
local last, ticket = -1, false
for _, id in ipairs(redis.call('SMEMBERS', p .. 'tickets-of:' .. ARGV[2])) do
  local closed = redis.call('ZSCORE', p .. 'tickets:closed', id)
  if closed and number(closed) > last then last, ticket = number(closed), redis.call('GET', p .. 'ticket:' .. id) end
end
return ticket`);

/** The last lines after one, with what became of those that were to be sent. */
export const lines = script(`${SHARED}
local conversation, after, limit = ARGV[2], ARGV[3], ARGV[4]
local found = {}
local ids = redis.call('ZRANGE', p .. 'order:' .. conversation, '+inf', '(' .. after, 'BYSCORE', 'REV', 'LIMIT', 0, limit)
for i = #ids, 1, -1 do
  local state, reason = unpack(out(ids[i], 'state', 'reason'))
  found[#found + 1] = { number(ids[i]), redis.call('HGET', p .. 'lines:' .. conversation, ids[i]), state, reason }
end
return found`);

/** Tickets of several indexes, merged by their score. */
export const list = script(`${SHARED}
local found = {}
for i = 4, #ARGV do
  local ids = ARGV[2] == 'newest'
    and redis.call('ZRANGE', p .. ARGV[i], '+inf', '-inf', 'BYSCORE', 'REV', 'LIMIT', 0, ARGV[3], 'WITHSCORES')
    or redis.call('ZRANGE', p .. ARGV[i], '-inf', '+inf', 'BYSCORE', 'LIMIT', 0, ARGV[3], 'WITHSCORES')
  for j = 1, #ids, 2 do found[#found + 1] = { number(ids[j + 1]), ids[j] } end
end
table.sort(found, function(a, b)
  if ARGV[2] == 'newest' then return a[1] > b[1] end
  return a[1] < b[1]
end)
local tickets = {}
for i = 1, math.min(#found, number(ARGV[3])) do tickets[i] = redis.call('GET', p .. 'ticket:' .. found[i][2]) end
return tickets`);
