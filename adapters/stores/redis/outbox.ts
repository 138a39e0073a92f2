import { z } from 'zod';
import type { Outbox, OutboxRow } from '../../../bot/ports/outbox.ts';
import { nextUnconfirmed } from '../unconfirmed-words.ts';
import { PREFIX, type RedisConnection, type Reply, script } from './connection.ts';
import { SHARED } from './lua.ts';
import { conversationJson, lineJson } from './stored-json.ts';

/** Echoes come within minutes; the ids of the platform need not be known for longer than some days. */
export const ECHO_WITHIN_SECONDS = 3 * 24 * 3_600;

/** Of each channel's conversations the ones that are due, merged by time. */
const due = script(`${SHARED}
local now, limit = ARGV[2], number(ARGV[3])
local found = {}
for i = 4, #ARGV do
  local page = redis.call('ZRANGE', p .. 'due:' .. ARGV[i], '-inf', now, 'BYSCORE', 'LIMIT', 0, limit, 'WITHSCORES')
  for j = 1, #page, 2 do
    local id = number(redis.call('ZRANGE', p .. 'open:' .. page[j], 0, 0)[1])
    found[#found + 1] = { at = number(page[j + 1]), id = id, conversation = page[j] }
  end
end
table.sort(found, function(a, b) return a.at < b.at or (a.at == b.at and a.id < b.id) end)
local rows = {}
for i = 1, math.min(limit, #found) do
  local id, conversation = found[i].id, found[i].conversation
  local correlation, channel, state, attempts, created, received =
    unpack(out(id, 'correlation', 'channel', 'state', 'attempts', 'created', 'received'))
  rows[i] = { id, correlation, conversation, channel, state, attempts, created, received,
    redis.call('HGET', p .. 'lines:' .. conversation, id), redis.call('GET', p .. 'conversation:' .. conversation) }
end
return rows`);

const begin = script(`${SHARED}
local id, now, lease, remember = ARGV[2], number(ARGV[3]), ARGV[4], ARGV[5]
local conversation, channel, state, next = unpack(out(id, 'conversation', 'channel', 'state', 'next'))
if (state ~= 'pending' and state ~= 'sending') or number(next) > now then return 0 end
local line = cjson.decode(redis.call('HGET', p .. 'lines:' .. conversation, id))
if line.author == 'bot' and line.overStaff ~= true then
  if cjson.decode(redis.call('GET', p .. 'conversation:' .. conversation)).owner == 'staff' then return 0 end
end
redis.call('HSET', p .. 'out:' .. id, 'state', 'sending', 'next', lease)
redis.call('HINCRBY', p .. 'out:' .. id, 'attempts', 1)
redis.call('ZADD', p .. 'unconfirmed:' .. conversation, id, member(id))
redis.call('EXPIRE', p .. 'unconfirmed:' .. conversation, remember)
queue(conversation, channel)
return 1`);

/** A row in a platform's hands goes back into the line, or stays in doubt. */
const putOff = script(`${SHARED}
local id, state, next, reason = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local conversation, channel, before = unpack(out(id, 'conversation', 'channel', 'state'))
if before ~= 'sending' then return 0 end
redis.call('HSET', p .. 'out:' .. id, 'state', state, 'next', next, 'reason', reason)
queue(conversation, channel)
return 1`);

const end = script(`${SHARED}
finish(ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7])
return 0`);

const recover = script(`${SHARED}
local changed = 0
for _, id in ipairs(redis.call('ZRANGE', p .. 'unsent', 0, -1)) do
  local conversation, channel, state = unpack(out(number(id), 'conversation', 'channel', 'state'))
  if state == 'sending' then
    redis.call('HSET', p .. 'out:' .. number(id), 'next', ARGV[2])
    queue(conversation, channel)
    changed = changed + 1
  end
end
return changed`);

const pieces = script(`${SHARED}
local id = redis.call('GET', p .. 'correlation:' .. ARGV[2])
if not id then return '0' end
return out(id, 'pieces')[1] or '0'`);

const countPieces = script(`${SHARED}
local id = redis.call('GET', p .. 'correlation:' .. ARGV[2])
if not id then return 0 end
local conversation, before = unpack(out(id, 'conversation', 'pieces'))
if ARGV[4] ~= '' and conversation ~= ARGV[4] then return 0 end
if number(ARGV[3]) > number(before) then redis.call('HSET', p .. 'out:' .. id, 'pieces', ARGV[3]) end
return 1`);

const confirmKnown = script(`${SHARED}
local conversation, correlation, provider, at, remember = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local id = correlation ~= '' and redis.call('GET', p .. 'correlation:' .. correlation)
if not id or out(id, 'conversation')[1] ~= conversation then
  id = redis.call('HGET', p .. 'provider:' .. conversation, provider)
end
if not id then return 0 end
finish(id, 'sent', provider, '', at, remember)
return 1`);

const unconfirmed = script(`${SHARED}
local rows = {}
for _, id in ipairs(redis.call('ZRANGE', p .. 'unconfirmed:' .. ARGV[2], 0, -1)) do
  local correlation, sent = unpack(out(number(id), 'correlation', 'pieces'))
  local line = redis.call('HGET', p .. 'lines:' .. ARGV[2], number(id))
  if correlation and line then rows[#rows + 1] = { number(id), correlation, sent or '0', line } end
end
return rows`);

const depth = script(`${SHARED}
local oldest = redis.call('ZRANGE', p .. 'unsent', 0, 0, 'WITHSCORES')[2]
return { redis.call('ZCARD', p .. 'unsent'), oldest or '' }`);

const dueReply = z
  .tuple([
    z.number(),
    z.string(),
    z.string(),
    z.enum(['messenger', 'zalo', 'web']),
    z.enum(['pending', 'sending']),
    z.coerce.number(),
    z.coerce.number(),
    z.string(),
    lineJson,
    conversationJson,
  ])
  .transform(
    ([
      id,
      correlationId,
      conversationId,
      channel,
      state,
      attempts,
      createdAt,
      receivedAt,
      line,
      conversation,
    ]): OutboxRow => ({
      id,
      correlationId,
      conversationId,
      channel,
      author: line.author === 'staff' ? 'staff' : 'bot',
      text: line.text,
      quickReplies: line.quickReplies,
      citations: line.citations,
      state,
      attempts,
      createdAt,
      receivedAt: receivedAt === '' ? null : Number(receivedAt),
      lastInboundAt: conversation.lastInboundAt,
      owner: conversation.owner,
      overStaff: line.overStaff ?? false,
      reference: conversation.reference,
    }),
  );

const unconfirmedReply = z
  .tuple([z.number(), z.string(), z.coerce.number(), lineJson])
  .transform(([id, correlationId, piecesSent, line]) => ({ id, correlationId, piecesSent, text: line.text }));

const PIECE_ID = /^(?<row>.*)~(?<piece>\d+)$/s;

/** The outbox in Redis. A row's words stand in the transcript; the row holds only what sending needs. */
export function createRedisOutbox(connection: RedisConnection): Outbox {
  const run = (which: typeof due, ...parameters: (string | number)[]): Promise<Reply> =>
    connection.run(which, [PREFIX, ...parameters.map(String)]);
  const finish = (id: number, state: string, provider: string, reason: string, at: number) =>
    run(end, id, state, provider, reason, at, ECHO_WITHIN_SECONDS);

  return {
    async due(now, channels, limit) {
      if (channels.length === 0) return [];
      return z.array(dueReply).parse(await run(due, now, limit, ...channels));
    },

    async begin(id, now, leaseUntil) {
      return (await run(begin, id, now, leaseUntil, ECHO_WITHIN_SECONDS)) === 1;
    },

    async recover(checkAt) {
      await run(recover, checkAt);
    },

    async sent(id, providerMessageId, at) {
      await finish(id, 'sent', providerMessageId ?? '', '', at);
    },

    async retry(id, nextAt, reason) {
      await run(putOff, id, 'pending', nextAt, reason);
    },

    async inDoubt(id, checkAt, reason) {
      await run(putOff, id, 'sending', checkAt, reason);
    },

    async piecesSent(correlationId) {
      return Number(await run(pieces, correlationId));
    },

    async pieceSent(correlationId, sent) {
      await run(countPieces, correlationId, sent, '');
    },

    async end(id, state, reason, at) {
      await finish(id, state, '', reason, at);
    },

    async confirm({ conversationId, correlationId, providerMessageId, text }, at) {
      const known = await run(
        confirmKnown,
        conversationId,
        correlationId ?? '',
        providerMessageId,
        at,
        ECHO_WITHIN_SECONDS,
      );
      if (known === 1) return true;
      if (correlationId !== null) {
        const { row, piece } = PIECE_ID.exec(correlationId)?.groups ?? {};
        return row !== undefined && (await run(countPieces, row, Number(piece), conversationId)) === 1;
      }
      if (text === null) return false;
      const rows = z.array(unconfirmedReply).parse(await run(unconfirmed, conversationId));
      const found = nextUnconfirmed(rows, text);
      if (found === null) return false;
      if (found.news === 'whole') await finish(found.row.id, 'sent', providerMessageId, '', at);
      if (found.news === 'piece') await run(countPieces, found.row.correlationId, found.row.piecesSent + 1, '');
      return true;
    },

    async depth(now) {
      const [pending, oldest] = z.tuple([z.number(), z.string()]).parse(await run(depth));
      return { pending, oldestMs: oldest === '' ? 0 : Math.max(0, now - Number(oldest)) };
    },
  };
}
