import { z } from 'zod';
import type { Ticket } from '../../../bot/conversation.ts';
import { EXPIRED_WORDS, type Retention } from '../../../bot/ports/retention.ts';
import { applyChanges, type Guard, type Step, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection, type Reply, script } from './connection.ts';
import { emptyGapQuestions } from './gaps.ts';
import { emptyIncidents } from './incidents.ts';
import { rewordConversation } from './index-tickets.ts';
import { expireLinks } from './links.ts';
import { SHARED } from './lua.ts';
import { noteSteps } from './notes.ts';
import { scanKeys } from './scan-keys.ts';
import { lineJson, noteJson, type StoredLine, ticketJson } from './stored-json.ts';
import { rewordSteps } from './ticket-list-steps.ts';
import { ticketSteps } from './ticket-steps.ts';

/** Looked at in one step, between which Redis serves everybody else. */
const STEP = 100;
const DAY_MS = 24 * 3_600_000;

/** Ledger entries of a stretch of time that still have words and of which no matter is open; and how many were looked at. */
const oldTurns = script(`${SHARED}
local found = {}
local ids = redis.call('ZRANGE', p .. 'ledger', '-inf', '(' .. ARGV[2], 'BYSCORE', 'LIMIT', ARGV[3], ARGV[4])
for _, id in ipairs(ids) do
  local conversation, question, reply, citations = unpack(redis.call('HMGET', p .. 'turn:' .. id,
    'conversation', 'question', 'reply', 'citations'))
  if (question ~= '' or reply ~= '' or citations ~= '[]') and not isInWork(conversation) then found[#found + 1] = id end
end
return { #ids, found }`);

/** A transcript's lines that are not on their way out any more; none while a matter is open. */
const settledLines = script(`${SHARED}
local found = {}
if isInWork(ARGV[2]) then return found end
for _, id in ipairs(redis.call('ZRANGE', p .. 'order:' .. ARGV[2], 0, -1)) do
  if not redis.call('ZSCORE', p .. 'open:' .. ARGV[2], member(id)) then
    found[#found + 1] = { id, redis.call('HGET', p .. 'lines:' .. ARGV[2], id) }
  end
end
return found`);

const isBusy = script(`${SHARED}
return isInWork(ARGV[2]) and 1 or 0`);

const turnsReply = z.tuple([z.number(), z.array(z.string())]);
const linesReply = z.array(z.tuple([z.string(), z.string()]));

/**
 * Retention in Redis. Mail that was worked off leaves no words behind at all, and its keys, log-ins and failed log-ins
 * end by their own expiry; so this pass is about transcript, tickets and ledger.
 */
export function createRedisRetention(connection: RedisConnection): Retention {
  const run = (which: typeof oldTurns, ...parameters: (string | number)[]): Promise<Reply> =>
    connection.run(which, [PREFIX, ...parameters.map(String)]);

  async function emptyTurns(until: number): Promise<number> {
    let emptied = 0;
    for (let offset = 0; ; offset += STEP) {
      const [seen, ids] = turnsReply.parse(await run(oldTurns, until, offset, STEP));
      const steps = ids.map((id): Step => {
        return [
          'call',
          'HSET',
          `turn:${id}`,
          'question',
          '',
          'reply',
          '',
          'citations',
          '[]',
          'items',
          '[]',
          'trace',
          '',
        ];
      });
      if (steps.length > 0) await applyChanges(connection, [], steps);
      emptied += steps.length;
      if (seen < STEP) return emptied;
    }
  }

  async function emptyTickets(until: number): Promise<number> {
    let emptied = 0;
    for (let offset = 0; ; offset += STEP) {
      const range = ['-inf', `(${until}`, 'BYSCORE', 'LIMIT', String(offset), String(STEP)];
      const ids = z.array(z.string()).parse(await connection.send(['ZRANGE', `${PREFIX}tickets:closed`, ...range]));
      for (const id of ids) {
        const stored = z.string().parse(await connection.send(['GET', `${PREFIX}ticket:${id}`]));
        const ticket: Ticket = ticketJson.parse(stored);
        if (
          ticket.question === EXPIRED_WORDS &&
          (ticket.closingNote ?? ticket.transferNote ?? ticket.proposal) === null
        )
          continue;
        if ((await connection.send(['EXISTS', `${PREFIX}hold:${ticket.conversationId}`])) === 1) continue;
        const wordless = { question: EXPIRED_WORDS, closingNote: null, transferNote: null, proposal: null, tags: [] };
        const emptyTicket: Ticket = { ...ticket, ...wordless };
        // Its lines are older than its closing, so that their words are gone by now.
        const steps = [...ticketSteps(ticket, emptyTicket), ...rewordSteps(emptyTicket, [])];
        if ((await applyChanges(connection, [['equal', `ticket:${id}`, stored]], steps)) === null) emptied += 1;
      }
      if (ids.length < STEP) return emptied;
    }
  }

  /** A line that was revised or erased meanwhile is looked at anew. */
  async function emptyLines(conversationId: string, until: number): Promise<number> {
    return untilApplied(async () => {
      const found = linesReply.parse(await run(settledLines, conversationId));
      const lines = found
        .map(([id, stored]) => ({ id, stored, line: lineJson.parse(stored) }))
        .filter(({ line }) => line.at < until && line.text !== EXPIRED_WORDS);
      if (lines.length === 0) return 0;
      const guards = lines.map(({ id, stored }): Guard => ['reads', stored, 'HGET', `lines:${conversationId}`, id]);
      const empty = new Map(
        lines.map(({ id, line }): [string, StoredLine] => {
          return [id, { ...line, text: EXPIRED_WORDS, quickReplies: [], citations: [] }];
        }),
      );
      const steps = [
        ...[...empty].map(([id, line]): Step => ['call', 'HSET', `lines:${conversationId}`, id, JSON.stringify(line)]),
        ...(await rewordConversation(connection, conversationId, empty)),
      ];
      return (await applyChanges(connection, guards, steps)) === null ? lines.length : null;
    });
  }

  async function emptyTranscripts(until: number): Promise<number> {
    let emptied = 0;
    for (const id of await scanKeys(connection, 'order:')) emptied += await emptyLines(id, until);
    return emptied;
  }

  /** A note loses its words with the transcript that it speaks of. */
  async function emptyNotes(until: number): Promise<number> {
    let emptied = 0;
    for (const id of await scanKeys(connection, 'note:')) {
      const stored = z
        .string()
        .nullable()
        .parse(await connection.send(['GET', `${PREFIX}note:${id}`]));
      const note = stored === null ? null : noteJson.parse(stored);
      if (stored === null || note === null || note.at >= until || note.text === EXPIRED_WORDS) continue;
      if ((await run(isBusy, note.conversationId)) === 1) continue;
      const steps = noteSteps({ ...note, text: EXPIRED_WORDS, unread: [] });
      if ((await applyChanges(connection, [['equal', `note:${id}`, stored]], steps)) === null) emptied += 1;
    }
    return emptied;
  }

  return {
    async retain(now, wordsDays) {
      const until = now - wordsDays * DAY_MS;
      const forEver = wordsDays === 0;
      if (!forEver) await emptyGapQuestions(connection, until);
      if (!forEver) await emptyIncidents(connection, until);
      if (!forEver) await expireLinks(connection, until);
      return {
        emptiedMail: 0,
        deletedMail: 0,
        messages: forEver ? 0 : await emptyTranscripts(until),
        tickets: forEver ? 0 : await emptyTickets(until),
        notes: forEver ? 0 : await emptyNotes(until),
        turns: forEver ? 0 : await emptyTurns(until),
        sessions: 0,
        loginFailures: 0,
      };
    },
  };
}
