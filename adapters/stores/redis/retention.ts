import { z } from 'zod';
import { EXPIRED_WORDS, LOGIN_FAILURES_MS, type Retention } from '../../../bot/ports/retention.ts';
import { applyChanges } from './apply-changes.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';
import { SHARED } from './lua.ts';
import { endSessions, forgetFailures } from './staff-retention.ts';
import { lineJson, ticketJson } from './stored-json.ts';
import { ticketSteps } from './ticket-steps.ts';
import { keysLike } from './walk-keys.ts';

const DAY_MS = 24 * 3_600_000;
/** Looked at in one step: a millisecond or so, for which Redis does nothing else. */
const STEP = 100;

/** A conversation with an open ticket keeps its words. */
const IS_OPEN = `
local function isOpen(conversation)
  local known = redis.call('GET', p .. 'conversation:' .. conversation)
  local ticket = known and cjson.decode(known).ticketId
  return ticket and ticket ~= cjson.null
end
`;

/** The next lines after one, each with its id; those that are still to be sent are left out. */
const nextLines = script(`${SHARED}${IS_OPEN}
local conversation, after, limit = ARGV[2], ARGV[3], ARGV[4]
if isOpen(conversation) then return { 0, {} } end
local ids = redis.call('ZRANGE', p .. 'order:' .. conversation, '(' .. after, '+inf', 'BYSCORE', 'LIMIT', 0, limit)
local found = {}
for _, id in ipairs(ids) do
  if not redis.call('ZSCORE', p .. 'open:' .. conversation, member(id)) then
    found[#found + 1] = { id, redis.call('HGET', p .. 'lines:' .. conversation, id) }
  end
end
return { number(ids[#ids]), found }`);

/** Replaces lines that are still as they were read: id, before, after. */
const replaceLines = script(`${SHARED}${IS_OPEN}
local key = p .. 'lines:' .. ARGV[2]
local changed = 0
if isOpen(ARGV[2]) then return changed end
for i = 3, #ARGV, 3 do
  if redis.call('HGET', key, ARGV[i]) == ARGV[i + 1] then
    redis.call('HSET', key, ARGV[i], ARGV[i + 2])
    changed = changed + 1
  end
end
return changed`);

const emptyTurns = script(`${SHARED}${IS_OPEN}
local changed = 0
for i = 2, #ARGV do
  local key = p .. 'turn:' .. ARGV[i]
  local conversation, question, reply, citations, items =
    unpack(redis.call('HMGET', key, 'conversation', 'question', 'reply', 'citations', 'items'))
  local isEmpty = question == '' and reply == '' and citations == '[]' and items == '[]'
  if conversation and not isEmpty and not isOpen(conversation) then
    redis.call('HSET', key, 'question', '', 'reply', '', 'citations', '[]', 'items', '[]')
    changed = changed + 1
  end
end
return changed`);

const linesReply = z.tuple([z.number(), z.array(z.tuple([z.string(), z.string()]))]);
const texts = z.array(z.string());

/**
 * Retention in Redis, in steps of few rows. Mail is deleted when it is worked off, and its key is forgotten by Redis
 * itself after eight days, so a pass finds none to let go of.
 */
export function createRedisRetention(connection: RedisConnection): Retention {
  return {
    async retain(now, wordsDays) {
      const until = now - wordsDays * DAY_MS;
      const keepsAll = wordsDays === 0;
      return {
        emptiedMail: 0,
        deletedMail: 0,
        messages: keepsAll ? 0 : await expireTranscripts(connection, until),
        tickets: keepsAll ? 0 : await expireTickets(connection, until),
        turns: keepsAll ? 0 : await expireTurns(connection, until),
        sessions: await endSessions(connection, now),
        loginFailures: await forgetFailures(connection, now - LOGIN_FAILURES_MS),
      };
    },
  };
}

async function expireTranscripts(connection: RedisConnection, until: number): Promise<number> {
  let expired = 0;
  for await (const conversation of keysLike(connection, 'order:')) {
    expired += await expireTranscript(connection, conversation, until);
  }
  return expired;
}

async function expireTranscript(connection: RedisConnection, conversation: string, until: number): Promise<number> {
  let expired = 0;
  let after = 0;
  for (;;) {
    const reply = await connection.run(nextLines, [PREFIX, conversation, String(after), String(STEP)]);
    const [last, found] = linesReply.parse(reply);
    const old = found
      .map(([id, before]) => ({ id, before, line: lineJson.parse(before) }))
      .filter(({ line }) => line.at < until);
    const replacements = old.flatMap(({ id, before, line }) => {
      if (line.text === EXPIRED_WORDS) return [];
      return [id, before, JSON.stringify({ ...line, text: EXPIRED_WORDS, quickReplies: [], citations: [] })];
    });
    if (replacements.length > 0) {
      expired += Number(await connection.run(replaceLines, [PREFIX, conversation, ...replacements]));
    }
    if (last === 0 || (found.length > 0 && old.length === 0)) return expired;
    after = last;
  }
}

/** Members of a sorted set below `until`, in steps. */
async function* membersBefore(connection: RedisConnection, key: string, until: number): AsyncGenerator<string[]> {
  for (let offset = 0; ; offset += STEP) {
    const page = ['BYSCORE', 'LIMIT', String(offset), String(STEP)];
    const found = texts.parse(await connection.send(['ZRANGE', `${PREFIX}${key}`, '-inf', `(${until}`, ...page]));
    if (found.length > 0) yield found;
    if (found.length < STEP) return;
  }
}

async function expireTurns(connection: RedisConnection, until: number): Promise<number> {
  let expired = 0;
  for await (const ids of membersBefore(connection, 'ledger', until)) {
    expired += Number(await connection.run(emptyTurns, [PREFIX, ...ids]));
  }
  return expired;
}

async function expireTickets(connection: RedisConnection, until: number): Promise<number> {
  let expired = 0;
  for await (const ids of membersBefore(connection, 'tickets:closed', until)) {
    for (const id of ids) if (await expireTicket(connection, id)) expired += 1;
  }
  return expired;
}

async function expireTicket(connection: RedisConnection, id: string): Promise<boolean> {
  const stored = z.string().parse(await connection.send(['GET', `${PREFIX}ticket:${id}`]));
  const ticket = ticketJson.parse(stored);
  if (ticket.question === EXPIRED_WORDS && ticket.closingNote === null) return false;
  const changed = { ...ticket, question: EXPIRED_WORDS, closingNote: null };
  return (await applyChanges(connection, [['equal', `ticket:${id}`, stored]], ticketSteps(ticket, changed))) === null;
}
