import { z } from 'zod';
import {
  TICKET_VIEWS,
  type TicketFilter,
  type TicketLists,
  type TicketReader,
  type TicketView,
} from '../../../bot/ports/ticket-lists.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';
import { SHARED } from './lua.ts';
import { ticketJson } from './stored-json.ts';

/** Index of a view, and whether its highest scores come first. */
function listOf(view: TicketView, staffName: string): readonly [key: string, order: 'oldest' | 'newest'] {
  if (view === 'closed') return ['tickets:closed', 'newest'];
  if (view === 'mine') return [`list:held:${staffName}`, 'oldest'];
  return [view === 'overdue' ? 'list:owed' : `list:${view}`, 'oldest'];
}

/**
 * Tickets of one index after a place, as far as all filters have them: index, order, highest score, score and id of the
 * place (or twice ''), how many, latest opening time or '', '' or the index of the only press tickets among them, sets that must have
 * them.
 */
const page = script(`${SHARED}
local key, newest, highest = p .. ARGV[2], ARGV[3] == 'newest', ARGV[4]
local order, id, limit, opened = ARGV[5], ARGV[6], number(ARGV[7]), tonumber(ARGV[8])
local held = ARGV[9]
local found, chunk, start = {}, 200, 0
if order ~= '' then
  start = newest and redis.call('ZCOUNT', key, '(' .. order, '+inf') or redis.call('ZCOUNT', key, '-inf', '(' .. order)
end
while #found < limit do
  local entries
  if newest then entries = redis.call('ZRANGE', key, start, start + chunk - 1, 'REV', 'WITHSCORES')
  else entries = redis.call('ZRANGE', key, start, start + chunk - 1, 'WITHSCORES') end
  local ids, scores = {}, {}
  for i = 1, #entries, 2 do
    local of, score = entries[i], entries[i + 1]
    local past = order == '' or number(score) ~= number(order) or (newest and of < id) or (not newest and of > id)
    if highest ~= '' and number(score) > number(highest) then entries = {} break end
    if past then ids[#ids + 1], scores[#scores + 1] = of, score end
  end
  local kept = {}
  for i = 1, #ids do kept[i] = true end
  if #ids > 0 then
    if held ~= '' then
      local press = redis.call('SMISMEMBER', p .. 'list:topic:press', unpack(ids))
      for j = 1, #ids do kept[j] = press[j] == 0 or redis.call('ZSCORE', p .. held, ids[j]) ~= false end
    end
    for i = 10, #ARGV do
      local has = redis.call('SMISMEMBER', p .. ARGV[i], unpack(ids))
      for j = 1, #ids do kept[j] = kept[j] and has[j] == 1 end
    end
    if opened then
      local times = redis.call('ZMSCORE', p .. 'list:opened', unpack(ids))
      for j = 1, #ids do kept[j] = kept[j] and number(times[j]) <= opened end
    end
  end
  for i = 1, #ids do
    if kept[i] and #found < limit then
      found[#found + 1] = { scores[i], redis.call('GET', p .. 'ticket:' .. ids[i]) }
    end
  end
  if #entries < 2 * chunk then break end
  start = start + chunk
end
return found`);

/** Tickets that have all words, the highest numbers first: '' or the index of the only press tickets among them, how many, words. */
const search = script(`${SHARED}
local held, limit, keys = ARGV[2], number(ARGV[3]), {}
for i = 4, #ARGV do keys[#keys + 1] = p .. 'word:' .. ARGV[i] end
local numbers, found = redis.call('SINTER', unpack(keys)), {}
table.sort(numbers, function(a, b) return number(a) > number(b) end)
for _, of in ipairs(numbers) do
  if #found >= limit then break end
  local id = redis.call('HGET', p .. 'list:numbers', of)
  local ticket = id and redis.call('GET', p .. 'ticket:' .. id)
  local shown = held == '' or redis.call('SISMEMBER', p .. 'list:topic:press', id) == 0 or redis.call('ZSCORE', p .. held, id)
  if ticket and shown then found[#found + 1] = ticket end
end
return found`);

/**
 * How many tickets of an index have no higher score than one: '' or the index of the only press tickets that count.
 * Matters of the press are few.
 */
const count = script(`${SHARED}
local key, highest, held = p .. ARGV[2], ARGV[3], ARGV[4]
local all = redis.call('ZCOUNT', key, '-inf', highest)
if held == '' then return all end
for _, id in ipairs(redis.call('SMEMBERS', p .. 'list:topic:press')) do
  local score = redis.call('ZSCORE', key, id)
  local counts = score and (highest == '+inf' or number(score) <= number(highest))
  if counts and not redis.call('ZSCORE', p .. held, id) then all = all - 1 end
end
return all`);

const pageReply = z.array(z.tuple([z.coerce.number(), ticketJson]));

/** Tickets as staff look for them in Redis, from the indexes that every step on a ticket or its transcript keeps. */
export function createRedisTicketLists(connection: RedisConnection): TicketLists {
  return {
    async page({ view, reader, now, filter, after, limit }) {
      const [key, order] = listOf(view, reader.staffName);
      const found = pageReply.parse(
        await connection.run(page, [
          ...[PREFIX, key, order, view === 'overdue' ? String(now) : ''],
          ...[after === null ? '' : String(after.order), after?.id ?? '', String(limit + 1)],
          filter.openedUntil === null ? '' : String(filter.openedUntil),
          hiddenBut(reader),
          ...filterSets(filter),
        ]),
      );
      const last = found[limit - 1];
      const tickets = found.slice(0, limit).map(([, ticket]) => ticket);
      return { tickets, next: found.length > limit && last ? { order: last[0], id: last[1].id } : null };
    },

    async counts(reader, now) {
      const sizes = await Promise.all(
        TICKET_VIEWS.map(async (view) => {
          const [key] = listOf(view, reader.staffName);
          const until = view === 'overdue' ? String(now) : '+inf';
          return [view, Number(await connection.run(count, [PREFIX, key, until, hiddenBut(reader)]))] as const;
        }),
      );
      return Object.fromEntries(sizes) as Record<TicketView, number>; // one entry a view
    },

    async search(words, reader, limit) {
      if (words.length === 0) return [];
      const found = await connection.run(search, [PREFIX, hiddenBut(reader), String(limit), ...words]);
      return z.array(ticketJson).parse(found);
    },
  };
}

/** '' where a reader sees the press; else the index whose tickets they see although they are of the press. */
function hiddenBut({ press, staffName }: TicketReader): string {
  return press ? '' : `list:held:${staffName}`;
}

function filterSets({ topic, channel, priority, tag }: TicketFilter): readonly string[] {
  const sets = { topic, channel, priority, tag };
  return Object.entries(sets).flatMap(([name, value]) => (value === null ? [] : [`list:${name}:${value}`]));
}
