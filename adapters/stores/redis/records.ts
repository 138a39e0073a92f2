import { z } from 'zod';
import type { Conversation, Ticket } from '../../../bot/conversation.ts';
import {
  afterNotice,
  afterTurn,
  isOutdated,
  type OpenMatter,
  type Standing,
  standingOf,
} from '../../../bot/handover.ts';
import { afterLapse, type Said, saidWith } from '../../../bot/lapses.ts';
import { noticeKey } from '../../../bot/notice-key.ts';
import type { Stale, TurnCommit, TurnRecords } from '../../../bot/ports/records.ts';
import { afterClaim, afterClose, afterReply, afterTakeBack, afterTransfer } from '../../../bot/staff-steps.ts';
import { partingWords } from '../../../bot/ticket-rating/parting-words.ts';
import { applyChanges, type Guard, type GuardedSteps, type Step, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { ratedSteps } from './gap-steps.ts';
import { rewordConversation } from './index-tickets.ts';
import { LAST_LINES, readContext, readLines, unreadAfter } from './read-lines.ts';
import { lastClosed, list, matter, standing } from './record-scripts.ts';
import { conversationJson, lineJson, type StoredLine, ticketJson } from './stored-json.ts';
import { createTaggedTickets } from './tagged-tickets.ts';
import { wordStep } from './ticket-list-steps.ts';
import { ratedClosingSteps } from './ticket-rating.ts';
import { ticketSteps } from './ticket-steps.ts';
import { isHeld, notedErasure, turnErasure } from './turn-erasure.ts';
import { sendStep, standingSteps, turnSteps } from './turn-steps.ts';
import { turnWishSteps } from './turn-wishes.ts';

const NO_MORE: GuardedSteps = { steps: [], guards: [] };
const STALE: Stale = { ok: false, reason: 'stale' };
const NOT_FOUND: Stale = { ok: false, reason: 'not-found' };
const CLOSED: Stale = { ok: false, reason: 'closed' };
const NEWER: Stale = { ok: false, reason: 'newer' };
/** Lines of a conversation that a new ticket is found by, counted over all its periods. */
const LONGEST_PERIOD = 100_000;

const pairReply = z.tuple([z.string().nullable(), z.string().nullable()]);
const heardReply = z.string().nullable();

/** What was read, with the words that guard it. */
interface Read<T> {
  readonly value: T;
  readonly guards: readonly Guard[];
}

/**
 * Conversations, transcript, tickets and ledger in Redis. What changes together is read, decided by the same rules as
 * everywhere (`bot/handover.ts`) and written in one atomic step that is refused when what was read has changed.
 * @param newId gives ids of tickets
 */
export function createRedisRecords(connection: RedisConnection, newId: () => string): TurnRecords {
  async function read<T>(key: string, reader: z.ZodType<T, string>): Promise<T | null> {
    const found = await connection.send(['GET', `${PREFIX}${key}`]);
    return found === null ? null : reader.parse(found);
  }

  async function readPair(
    which: typeof standing,
    id: string,
  ): Promise<Read<readonly [Conversation | null, Ticket | null]>> {
    const [conversation, ticket] = pairReply.parse(await connection.run(which, [PREFIX, id]));
    const known = conversation === null ? null : conversationJson.parse(conversation);
    const open = ticket === null ? null : ticketJson.parse(ticket);
    return {
      value: [known, open],
      guards: [
        ...(known === null ? [] : [['equal', `conversation:${known.id}`, conversation] as const]),
        ...(open === null ? [] : [['equal', `ticket:${open.id}`, ticket] as const]),
      ],
    };
  }

  async function nextTicketNumber(): Promise<number> {
    return Number(await connection.send(['HINCRBY', `${PREFIX}ids`, 'ticket', '1']));
  }

  async function heardLine(
    conversationId: string,
    key: string,
  ): Promise<{ readonly id: string; readonly line: StoredLine } | null> {
    const id = heardReply.parse(await connection.send(['HGET', `${PREFIX}heard:${conversationId}`, key]));
    const line = id === null ? null : await connection.send(['HGET', `${PREFIX}lines:${conversationId}`, id]);
    return id === null || line === null ? null : { id, line: lineJson.parse(line) };
  }

  /** Changes an open matter by a rule and does `more` in the same step. */
  async function change(
    ticketId: string,
    at: number,
    rule: (matter: OpenMatter) => OpenMatter | Stale,
    more: (before: OpenMatter, after: OpenMatter) => Promise<GuardedSteps | Stale>,
  ): Promise<OpenMatter | Stale> {
    return untilApplied(async () => {
      const found = await readPair(matter, ticketId);
      const [conversation, ticket] = found.value;
      if (ticket?.state === 'closed') return CLOSED;
      if (ticket === null || conversation === null) return NOT_FOUND;
      const before = { conversation, ticket };
      const after = rule(before);
      if ('ok' in after) return after;
      const added = await more(before, after);
      if ('ok' in added) return added;
      const { steps, guards } = added;
      const all = [...standingSteps(before, after, at), ...steps];
      return (await applyChanges(connection, [...found.guards, ...guards], all)) === null ? after : null;
    });
  }

  /**
   * Changes an open matter by a rule, with words of the bot to the citizen unless a person speaks with them. An erasure
   * that the ticket put off comes with its end instead.
   */
  function changeSaying(
    { ticketId, at, said }: { readonly ticketId: string; readonly at: number; readonly said: Said },
    correlationId: string,
    rule: (matter: OpenMatter) => OpenMatter | Stale,
  ): Promise<OpenMatter | Stale> {
    return change(ticketId, at, rule, async (before, after) => {
      const { conversation } = before;
      const noted = after.ticket.state === 'closed' ? await notedErasure(connection, conversation.id, at) : null;
      if (noted !== null) return noted;
      const message = said(before);
      if (message === null || (after.conversation.owner === 'staff' && !message.overStaff)) return NO_MORE;
      // Words of parting belong to the period that ends here.
      const sent = sendStep(conversation, message, correlationId, at);
      return { steps: [sent, wordStep(after.ticket, message.text)], guards: [] };
    });
  }

  /** The ticket of a conversation that was closed last, where a turn may open it again. */
  async function reopenable(turn: TurnCommit, open: Ticket | null): Promise<Read<Ticket | null>> {
    const looks = turn.ticket?.kind === 'open' && open === null && turn.reopenSince !== undefined;
    const found = looks ? await connection.run(lastClosed, [PREFIX, turn.conversationId]) : null;
    if (found === null) return { value: null, guards: [] };
    const ticket = ticketJson.parse(found);
    return { value: ticket, guards: [['equal', `ticket:${ticket.id}`, String(found)]] };
  }

  async function revisionSteps(turn: TurnCommit): Promise<readonly Step[]> {
    const { conversationId, revisions = [] } = turn;
    const revised = new Map<string, StoredLine>();
    for (const { key, text, at } of revisions) {
      const heard = await heardLine(conversationId, key);
      if (heard !== null) revised.set(heard.id, { ...heard.line, text, revisedAt: at });
    }
    return [
      ...[...revised].map(([id, line]): Step => ['call', 'HSET', `lines:${conversationId}`, id, JSON.stringify(line)]),
      ...(await rewordConversation(connection, conversationId, revised)),
    ];
  }

  /** A ticket that a turn opens is found by what was said before it in its period. */
  async function earlierWordSteps(before: Standing, { ticket }: Standing): Promise<GuardedSteps> {
    if (ticket === null || before.ticket !== null) return NO_MORE;
    const earlier = await readLines(connection, ticket.conversationId, 0, LONGEST_PERIOD);
    const ofThePeriod = earlier.filter(({ epoch }) => epoch === ticket.epoch).map(({ text }) => text);
    return {
      steps: [wordStep(ticket, ...ofThePeriod)],
      guards: [['reads', String(earlier.length), 'ZCARD', `order:${ticket.conversationId}`]],
    };
  }

  return {
    conversation: (id) => read(`conversation:${id}`, conversationJson),

    async liftAbuse(conversationId) {
      return untilApplied(async () => {
        const key = `conversation:${conversationId}`;
        const found = await connection.send(['GET', `${PREFIX}${key}`]);
        const known = found === null ? null : conversationJson.parse(found);
        if (known === null || known.abuse === null) return false;
        const lifted: Step = ['call', 'SET', key, JSON.stringify({ ...known, abuse: null })];
        return (await applyChanges(connection, [['equal', key, String(found)]], [lifted])) === null ? true : null;
      });
    },

    isHeld: (conversationId) => isHeld(connection, conversationId),

    transcript: (id, afterId, limit) => readLines(connection, id, afterId, limit),

    async heardLine(conversationId, key) {
      const heard = await heardLine(conversationId, key);
      if (heard === null) return null;
      const { text, at, revisedAt } = heard.line;
      return { text, at, revisedAt };
    },

    async context(conversationId, limit) {
      const epoch = (await read(`conversation:${conversationId}`, conversationJson))?.epoch;
      return readContext(connection, conversationId, epoch, limit);
    },

    async commit(turn) {
      const { conversationId, itemIds, fence } = turn;
      const mail: readonly Guard[] = [
        ...(fence === null ? [] : [['claim', conversationId, fence] as const]),
        ...(itemIds.length === 0 ? [] : [['oldest', conversationId, ...itemIds] as const]),
      ];
      const taken: readonly Step[] = itemIds.length === 0 ? [] : [['take', conversationId, ...itemIds]];
      return untilApplied(async () => {
        const found = await readPair(standing, conversationId);
        const [known, open] = found.value;
        if (isOutdated(turn, known, open)) return STALE;
        const guards: readonly Guard[] =
          known === null ? [...mail, ['equal', `conversation:${conversationId}`, null]] : [...mail, ...found.guards];
        const erasing = await turnErasure(connection, turn, known);
        if (erasing === 'stale') return STALE;
        const erasesNow = turn.erasure?.when === 'now';
        const endsErased = turn.cancels === true && erasing.steps.length > 0;
        const silent = endsErased || (erasesNow && turn.outgoing.length === 0);
        const again = erasesNow ? { value: null, guards: [] } : await reopenable(turn, open);
        const number = turn.ticket?.kind === 'open' && (open === null || erasesNow) ? await nextTicketNumber() : 0;
        const before = erasesNow ? standingOf(null, null, turn) : standingOf(known, open, turn);
        const after = afterTurn(before, turn, () => ({ id: newId(), number }), again.value);
        const reopened = after.ticket !== null && after.ticket.id === again.value?.id;
        const stored = reopened ? { ...before, ticket: again.value } : before;
        const earlier = silent || erasesNow ? NO_MORE : await earlierWordSteps(before, after);
        const revised = silent ? [] : await revisionSteps(turn);
        const rated = silent ? [] : await ratedSteps(connection, turn);
        const wished = silent ? NO_MORE : await turnWishSteps(connection, turn);
        if (wished === 'stale') return STALE;
        const closing = silent ? NO_MORE : await ratedClosingSteps(connection, turn);
        const said = silent ? [] : [...revised, ...turnSteps(turn, stored, after, newId), ...rated, ...wished.steps];
        const failed = await applyChanges(
          connection,
          [...guards, ...erasing.guards, ...again.guards, ...earlier.guards, ...wished.guards, ...closing.guards],
          [...taken, ...erasing.steps, ...said, ...earlier.steps, ...closing.steps],
        );
        if (failed === 'equal' || failed === 'reads') return null;
        return failed === null ? ({ ok: true, ticket: silent ? null : after.ticket } as const) : STALE;
      });
    },

    async notify(notice) {
      const { conversationId, itemId, text, at } = notice;
      return untilApplied(async () => {
        const found = await readPair(standing, conversationId);
        const [known, open] = found.value;
        const before = standingOf(known, open, notice);
        const after = afterNotice(before, notice);
        if (after === null) return false;
        const unchanged: readonly Guard[] =
          known === null ? [['equal', `conversation:${conversationId}`, null]] : found.guards;
        const message = { author: 'bot', authorName: null, text, quickReplies: [], citations: [] } as const;
        const failed = await applyChanges(
          connection,
          [['oldest', conversationId, itemId], ...unchanged],
          [...standingSteps(before, after, at), sendStep(after.conversation, message, noticeKey(newId()), at)],
        );
        return failed === 'equal' ? null : failed === null;
      });
    },

    async placeInLine(ticketId) {
      const rank = await connection.send(['ZRANK', `${PREFIX}tickets:line`, ticketId]);
      return rank === null ? null : Number(rank) + 1;
    },

    async unalarmed(limit) {
      return z
        .array(ticketJson)
        .parse(await connection.run(list, [PREFIX, 'oldest', String(limit), 'tickets:unalarmed']));
    },

    async alarmed(ticketId, at) {
      await untilApplied(async () => {
        const found = await connection.send(['GET', `${PREFIX}ticket:${ticketId}`]);
        if (found === null) return true;
        const ticket = ticketJson.parse(found);
        const steps = ticketSteps(ticket, { ...ticket, alarmedAt: at });
        const failed = await applyChanges(connection, [['equal', `ticket:${ticketId}`, String(found)]], steps);
        return failed === null ? true : null;
      });
    },

    async tickets(view, staffName, limit) {
      const where = {
        open: ['oldest', 'tickets:new', 'tickets:claimed', 'tickets:waiting'],
        mine: ['oldest', `tickets-by:${staffName}`],
        closed: ['newest', 'tickets:closed'],
      }[view];
      const [order = '', ...keys] = where;
      return z.array(ticketJson).parse(await connection.run(list, [PREFIX, order, String(limit), ...keys]));
    },

    ticket: (id) => read(`ticket:${id}`, ticketJson),

    async countTickets() {
      const count = async (state: Ticket['state']) =>
        Number(await connection.send(['ZCARD', `${PREFIX}tickets:${state}`]));
      const [fresh, claimed, waiting, closed] = await Promise.all(
        (['new', 'claimed', 'waiting', 'closed'] as const).map(count),
      );
      return { new: fresh ?? 0, claimed: claimed ?? 0, waiting: waiting ?? 0, closed: closed ?? 0 };
    },

    ...createTaggedTickets(connection),

    async claim(ticketId, staffName, at) {
      const claimed = await change(
        ticketId,
        at,
        (found) => afterClaim(found, staffName, at),
        async () => NO_MORE,
      );
      return 'ok' in claimed ? claimed : { ok: true, ticket: claimed.ticket };
    },

    async reply(ticketId, { staffName, authorName, text, replyKey, at, waits, sendAt, seen }) {
      const correlationId = `staff:${replyKey}`;
      const isStored = () => connection.send(['GET', `${PREFIX}correlation:${correlationId}`]);
      if ((await isStored()) !== null) return { ok: true, duplicate: true };
      const message = { author: 'staff', authorName, text, quickReplies: [], citations: [] } as const;
      let duplicate = false;
      const replied = await change(
        ticketId,
        at,
        (found) => (duplicate ? STALE : afterReply(found, staffName, at, waits)),
        async (_before, { conversation, ticket }) => {
          duplicate = (await isStored()) !== null;
          // The number of lines is read before the lines: one that comes between makes the guard fail.
          const unread = seen === undefined ? null : await unreadAfter(connection, conversation.id, seen);
          if (unread?.newer && !duplicate) return NEWER;
          return {
            steps: [sendStep(conversation, message, correlationId, at, undefined, sendAt), wordStep(ticket, text)],
            guards: [['equal', `correlation:${correlationId}`, null], ...(unread?.guards ?? [])],
          };
        },
      );
      if (duplicate) return { ok: true, duplicate: true };
      return 'ok' in replied ? replied : { ok: true, duplicate: false };
    },

    async takeBack(ticketId, { staffName, messageId, reason, at }) {
      const found = await read(`ticket:${ticketId}`, ticketJson);
      if (found === null) return NOT_FOUND;
      const lines = await readLines(connection, found.conversationId, 0, LAST_LINES);
      const line = lines.find(({ id }) => id === messageId);
      if (line?.author !== 'staff' || line.delivery !== 'pending') return STALE;
      const others = lines.filter(
        ({ author, epoch, id }) => author === 'staff' && epoch === line.epoch && id !== line.id,
      );
      const taken = { wroteAt: line.at, before: others.at(-1)?.at ?? null };
      const key = `out:${messageId}`;
      // Only what nobody handed over yet: its first attempt is still to come.
      const guards: readonly Guard[] = [
        ['reads', 'pending', 'HGET', key, 'state'],
        ['reads', '0', 'HGET', key, 'attempts'],
      ];
      const isUnsent = async () =>
        String(await connection.send(['HMGET', `${PREFIX}${key}`, 'state', 'attempts'])) === 'pending,0';
      const changed = await change(
        ticketId,
        at,
        (matter) => afterTakeBack(matter, staffName, taken, at),
        async () =>
          (await isUnsent()) ? { steps: [['end', String(messageId), 'withheld', reason, at]], guards } : STALE,
      );
      return 'ok' in changed ? changed : { ok: true, text: line.text };
    },

    async transfer(ticketId, transfer) {
      const passed = await change(
        ticketId,
        transfer.at,
        (found) => afterTransfer(found, transfer),
        async () => NO_MORE,
      );
      return 'ok' in passed ? passed : { ok: true, ticket: passed.ticket };
    },

    async lapse(ticketId, lapse, words) {
      const { at, kind } = lapse;
      const said: Said = (before) => saidWith(before, lapse, words);
      const lapsed = await changeSaying({ ticketId, at, said }, `${kind}:${ticketId}:${at}`, (found) =>
        afterLapse(found, lapse),
      );
      return 'ok' in lapsed ? lapsed : { ok: true, ticket: lapsed.ticket };
    },

    async close(ticketId, { farewell: words, ...closing }) {
      const { at } = closing;
      const said: Said = ({ ticket }) => partingWords(ticket, words, at);
      const closed = await changeSaying({ ticketId, at, said }, `close:${ticketId}:${at}`, (found) =>
        afterClose(found, closing),
      );
      return 'ok' in closed ? closed : { ok: true };
    },
  };
}
