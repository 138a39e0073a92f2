import { z } from 'zod';
import type { Inbox, InboxItem } from '../../../bot/ports/inbox.ts';
import { MAIL_LEASE_MS } from '../../../bot/ports/inbox.ts';
import { PREFIX, type RedisConnection, type Reply, script } from './connection.ts';
import { SHARED } from './lua.ts';

/** A platform delivers an event again for some hours at most. */
const KNOWN_FOR_SECONDS = 8 * 24 * 3_600;

const put = script(`${SHARED}
local received, known = ARGV[2], ARGV[3]
local stored = 0
for i = 4, #ARGV, 5 do
  local key, conversation, channel, activity, at = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  if redis.call('SET', p .. 'arrived:' .. key, '1', 'NX', 'EX', known) then
    local id = nextId('item')
    redis.call('HSET', p .. 'item:' .. id, 'key', key, 'conversation', conversation, 'channel', channel,
      'activity', activity, 'at', at, 'received', received, 'attempts', '0')
    redis.call('ZADD', p .. 'mail:' .. conversation, at, member(id))
    redis.call('ZADD', p .. 'received:' .. conversation, received, member(id))
    redis.call('ZADD', p .. 'inbox', received, member(id))
    redis.call('ZADD', p .. 'first', 'LT', received, conversation)
    stored = stored + 1
  end
end
return stored`);

/** Entries of the stream that nobody acknowledged for the length of the lease belong to dead workers. */
const claim = script(`${SHARED}
local now, quiet, limit, lease = number(ARGV[2]), number(ARGV[3]), number(ARGV[4]), ARGV[5]
local ready, claims = p .. 'ready', p .. 'claims'
if redis.call('EXISTS', ready) == 0 then redis.call('XGROUP', 'CREATE', ready, 'workers', '0', 'MKSTREAM') end

local found = {}
local function grant(entry, conversation)
  local fence = nextId('fence')
  redis.call('HSET', claims, conversation, fence .. ' ' .. entry)
  found[#found + 1] = conversation
  found[#found + 1] = fence
end
local function isFull() return #found >= 2 * limit end
local function take(conversation)
  redis.call('XADD', ready, '*', 'conversation', conversation)
  local entries = redis.call('XREADGROUP', 'GROUP', 'workers', 'worker', 'COUNT', 1, 'STREAMS', ready, '>')[1][2]
  grant(entries[1][1], conversation)
end
local function isFree(conversation)
  return redis.call('HEXISTS', claims, conversation) == 0
    and number(redis.call('HGET', p .. 'not-before', conversation)) <= now
end

local left = redis.call('XAUTOCLAIM', ready, 'workers', 'worker', lease, '0-0', 'COUNT', limit)[2]
for _, entry in ipairs(left) do
  if entry then grant(entry[1], entry[2][2]) end
end

local offset, page = 0, nil
while not isFull() do
  page = redis.call('ZRANGE', p .. 'first', '-inf', text(now - quiet), 'BYSCORE', 'LIMIT', offset, 64, 'WITHSCORES')
  for i = 1, #page, 2 do
    local conversation, first = page[i], number(page[i + 1])
    if not isFull() and isFree(conversation) then
      local last = number(redis.call('ZRANGE', p .. 'received:' .. conversation, -1, -1, 'WITHSCORES')[2])
      if last <= now - quiet or first <= now - 3 * quiet then take(conversation) end
    end
  end
  if #page < 128 then break end
  offset = offset + 64
end
if not isFull() then
  -- A clock that was set back must hold no mail up.
  for _, conversation in ipairs(redis.call('ZRANGE', p .. 'first', '(' .. text(now), '+inf', 'BYSCORE', 'LIMIT', 0, limit)) do
    if not isFull() and isFree(conversation) then take(conversation) end
  end
end
return found`);

const renew = script(`${SHARED}
local entry = holds(ARGV[2], ARGV[3])
if not entry then return 0 end
redis.call('XCLAIM', p .. 'ready', 'workers', 'worker', '0', entry, 'JUSTID')
return 1`);

const release = script(`${SHARED}
local entry = holds(ARGV[2], ARGV[3])
if not entry then return 0 end
redis.call('XACK', p .. 'ready', 'workers', entry)
redis.call('XDEL', p .. 'ready', entry)
redis.call('HDEL', p .. 'claims', ARGV[2])
return 1`);

const waiting = script(`${SHARED}
local found = {}
for _, id in ipairs(redis.call('ZRANGE', p .. 'mail:' .. ARGV[2], 0, -1)) do
  found[#found + 1] = { number(id), unpack(redis.call('HMGET', p .. 'item:' .. number(id),
    'key', 'conversation', 'channel', 'activity', 'at', 'received', 'attempts')) }
end
return found`);

const postpone = script(`${SHARED}
for i = 3, #ARGV do
  local conversation = redis.call('HGET', p .. 'item:' .. ARGV[i], 'conversation')
  if conversation and redis.call('ZSCORE', p .. 'mail:' .. conversation, member(ARGV[i])) then
    redis.call('HINCRBY', p .. 'item:' .. ARGV[i], 'attempts', 1)
    local before = number(redis.call('HGET', p .. 'not-before', conversation))
    if number(ARGV[2]) > before then redis.call('HSET', p .. 'not-before', conversation, ARGV[2]) end
  end
end
return 0`);

const park = script(`${SHARED}
for i = 2, #ARGV do
  local conversation, received = unpack(redis.call('HMGET', p .. 'item:' .. ARGV[i], 'conversation', 'received'))
  if conversation and redis.call('ZSCORE', p .. 'mail:' .. conversation, member(ARGV[i])) then
    takeOut(conversation, ARGV[i])
    redis.call('ZADD', p .. 'parked', received, member(ARGV[i]))
    redis.call('SADD', p .. 'parked-of:' .. conversation, ARGV[i])
    place(conversation)
  end
end
return 0`);

const depth = script(`${SHARED}
local oldest = redis.call('ZRANGE', p .. 'inbox', 0, 0, 'WITHSCORES')[2]
return { redis.call('ZCARD', p .. 'inbox'), redis.call('ZCARD', p .. 'parked'), oldest or '' }`);

const itemReply = z
  .tuple([
    z.number(),
    z.string(),
    z.string(),
    z.enum(['messenger', 'zalo', 'web']),
    z.string(),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
  ])
  .transform(
    ([id, key, conversationId, channel, activity, at, receivedAt, attempts]): InboxItem => ({
      id,
      key,
      conversationId,
      channel,
      activity: JSON.parse(activity),
      at,
      receivedAt,
      attempts,
    }),
  );

/**
 * The inbox in Redis: a mailbox for each citizen, in the order of their clock, and a stream with a consumer group whose
 * pending entries are the mailboxes under work. A worker that dies leaves its entry behind; whoever looks for work next
 * takes it over under a higher fence.
 * @param leaseMs how long an entry may go unrenewed
 */
export function createRedisInbox(connection: RedisConnection, leaseMs = MAIL_LEASE_MS): Inbox {
  const run = (which: typeof put, ...parameters: (string | number)[]): Promise<Reply> =>
    connection.run(which, [PREFIX, ...parameters.map(String)]);

  return {
    async put(arrivals, receivedAt) {
      if (arrivals.length === 0) return { stored: 0, duplicates: 0 };
      const fields = arrivals.flatMap(({ key, conversationId, channel, activity, at }) => [
        key,
        conversationId,
        channel,
        JSON.stringify(activity),
        at,
      ]);
      const stored = Number(await run(put, receivedAt, KNOWN_FOR_SECONDS, ...fields));
      return { stored, duplicates: arrivals.length - stored };
    },

    async claim(now, quietMs, limit) {
      const found = z.array(z.union([z.string(), z.number()])).parse(await run(claim, now, quietMs, limit, leaseMs));
      return Array.from({ length: found.length / 2 }, (_, index) => ({
        conversationId: String(found[2 * index]),
        fence: Number(found[2 * index + 1]),
      }));
    },

    async renew({ conversationId, fence }) {
      return (await run(renew, conversationId, fence)) === 1;
    },

    async release({ conversationId, fence }) {
      await run(release, conversationId, fence);
    },

    async waiting(conversationId) {
      return z.array(itemReply).parse(await run(waiting, conversationId));
    },

    async late(before, limit) {
      const range = ['-inf', String(before), 'BYSCORE', 'LIMIT', '0', String(limit)];
      return z.array(z.string()).parse(await connection.send(['ZRANGE', `${PREFIX}first`, ...range]));
    },

    async postpone(ids, retryAt) {
      await run(postpone, retryAt, ...ids);
    },

    async park(ids) {
      await run(park, ...ids);
    },

    async depth(now) {
      const [count, parked, oldest] = z.tuple([z.number(), z.number(), z.string()]).parse(await run(depth));
      return { waiting: count, parked, oldestMs: oldest === '' ? 0 : Math.max(0, now - Number(oldest)) };
    },
  };
}
