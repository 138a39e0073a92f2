import type { Conversation } from '../../../bot/conversation.ts';
import { afterNotice, afterTurn, isOutdated, type OpenMatter, standingOf } from '../../../bot/handover.ts';
import { afterLapse, type Said, saidWith } from '../../../bot/lapses.ts';
import { noticeKey } from '../../../bot/notice-key.ts';
import type { Stale, TurnCommit, TurnRecords } from '../../../bot/ports/records.ts';
import { afterClaim, afterClose, afterReply, afterTakeBack, afterTransfer } from '../../../bot/staff-steps.ts';
import { partingWords } from '../../../bot/ticket-rating/parting-words.ts';
import type { Database } from './database.ts';
import { createEnqueue } from './enqueue.ts';
import { eraseAsNoted, eraseRows, isHeld, noteErasure, scrubFreedPages } from './erasure.ts';
import { writeGapQuestion, writeRating } from './gaps.ts';
import { groupCommitOf } from './group-commit.ts';
import { isLinkOutdated, writeLink } from './links.ts';
import { mailClaimsOf } from './mail-claims.ts';
import { writeReminders } from './reminders.ts';
import { toContextLine, toTicket, toTranscriptMessage } from './rows.ts';
import { createStandingRows } from './standing-rows.ts';
import { createTaggedTickets } from './tagged-tickets.ts';

const STALE: Stale = { ok: false, reason: 'stale' };
const NOT_FOUND: Stale = { ok: false, reason: 'not-found' };
const CLOSED: Stale = { ok: false, reason: 'closed' };
const NEWER: Stale = { ok: false, reason: 'newer' };
const TRANSCRIPT_COLUMNS = `m.id, m.conversation_id, m.epoch, m.author, m.author_name, m.text, m.at, m.quick_replies,
  m.citations, o.state, o.reason`;

/**
 * Conversations, transcript, tickets, outbox rows and ledger in the state file. Every method is one transaction, which
 * turns that end together share; ids come from `newId`.
 */
export function createLibsqlRecords(database: Database, newId: () => string): TurnRecords {
  const selectOldestMail = database.prepare(
    `SELECT id FROM inbox WHERE conversation_id = ? AND state = 'waiting' ORDER BY at, id LIMIT 1`,
  );
  const standingRows = createStandingRows(database);
  const { conversation: findConversation, ticket: findTicket, save, lastClosedTicket, nextTicketNumber } = standingRows;
  const selectNewer = database.prepare(
    `SELECT 1 FROM messages WHERE conversation_id = ? AND id > ? AND author IN ('citizen', 'staff') LIMIT 1`,
  );
  /** Only what nobody handed over yet: its first attempt is still to come. */
  const selectUnsent = database.prepare(
    `SELECT m.text, m.at, (SELECT MAX(other.at) FROM messages other WHERE other.conversation_id = m.conversation_id
       AND other.epoch = m.epoch AND other.author = 'staff' AND other.id <> m.id) AS before
     FROM messages m JOIN outbox o ON o.id = m.id JOIN tickets t ON t.conversation_id = m.conversation_id
     WHERE m.id = ? AND t.id = ? AND m.author = 'staff' AND o.state = 'pending' AND o.attempts = 0`,
  );
  const endUnsent = database.prepare(`UPDATE outbox SET state = 'withheld', reason = ?, ended_at = ? WHERE id = ?`);
  const claims = mailClaimsOf(database);
  const enqueue = createEnqueue(database);
  const commitTogether = groupCommitOf(database);

  /** The claim must stand, and the items be the oldest waiting ones of this citizen, all of them still waiting. */
  function consume(turn: TurnCommit): boolean {
    const { conversationId, fence } = turn;
    if (fence !== null && !claims.stands({ conversationId, fence })) return false;
    if (turn.itemIds.length === 0) return true;
    const oldest = database
      .prepare(
        `SELECT id FROM inbox WHERE conversation_id = ? AND state = 'waiting' ORDER BY at, id LIMIT ${turn.itemIds.length}`,
      )
      .all(turn.conversationId) as { id: number }[];
    const expected = new Set(turn.itemIds);
    if (oldest.length !== expected.size || oldest.some((row) => !expected.has(row.id))) return false;
    const markDone = database.prepare(`UPDATE inbox SET state = 'done' WHERE id = ?`);
    for (const id of turn.itemIds) markDone.run(id);
    return true;
  }

  function writeLedger(conversation: Conversation, turn: TurnCommit): void {
    const entry = turn.ledger;
    if (entry === null) return;
    database
      .prepare(
        `INSERT INTO turns (turn_id, conversation_id, epoch, at, item_ids, question, outcome, topic, priority, decided_by,
           reply, citations, ms, trace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        entry.turnId,
        conversation.id,
        conversation.epoch,
        turn.at,
        JSON.stringify(turn.itemIds),
        entry.question,
        entry.outcome,
        entry.topic,
        entry.priority,
        entry.decidedBy,
        entry.reply,
        JSON.stringify(entry.citations),
        entry.ms,
        entry.trace ? JSON.stringify(entry.trace) : null,
      );
  }

  /** Whether citizen or staff wrote after a line. */
  function isAnswered(conversationId: string, lineId: number): boolean {
    return selectNewer.get(conversationId, lineId) !== undefined;
  }

  function openMatter(ticketId: string): OpenMatter | Stale {
    const ticket = findTicket(ticketId);
    const conversation = ticket === null ? null : findConversation(ticket.conversationId);
    if (ticket === null || conversation === null) return NOT_FOUND;
    return ticket.state === 'closed' ? CLOSED : { ticket, conversation };
  }

  /** Changes an open matter by a rule, in the caller's transaction. */
  function change(ticketId: string, at: number, rule: (matter: OpenMatter) => OpenMatter | Stale): OpenMatter | Stale {
    const matter = openMatter(ticketId);
    if ('ok' in matter) return matter;
    const changed = rule(matter);
    if (!('ok' in changed)) save(changed, at);
    return changed;
  }

  /**
   * The same in a transaction of its own, with words of the bot to the citizen unless a person speaks with them. An
   * erasure that the ticket put off comes with its end instead.
   */
  async function changeSaying(
    { ticketId, at, said }: { readonly ticketId: string; readonly at: number; readonly said: Said },
    correlationId: string,
    rule: (matter: OpenMatter) => OpenMatter | Stale,
  ): Promise<OpenMatter | Stale> {
    let erased = false;
    const result = await commitTogether(() => {
      const before = openMatter(ticketId);
      const changed = change(ticketId, at, rule);
      if ('ok' in before) return before;
      if ('ok' in changed) return changed;
      const { conversation } = before;
      erased = changed.ticket.state === 'closed' && eraseAsNoted(database, conversation.id, at);
      const message = said(before);
      if (!erased && message !== null && (message.overStaff || changed.conversation.owner !== 'staff')) {
        // Words of parting belong to the period that ends here.
        enqueue(conversation, message, correlationId, at);
      }
      return changed;
    });
    if (erased) scrubFreedPages(database);
    return result;
  }

  return {
    async conversation(id) {
      return findConversation(id);
    },

    async liftAbuse(conversationId) {
      const statement = database.prepare('UPDATE conversations SET abuse = NULL WHERE id = ? AND abuse IS NOT NULL');
      return commitTogether(() => statement.run(conversationId).changes > 0);
    },

    isHeld: async (conversationId) => isHeld(database, conversationId),

    async transcript(conversationId, afterId, limit) {
      const rows = database
        .prepare(
          `SELECT * FROM (SELECT ${TRANSCRIPT_COLUMNS} FROM messages m LEFT JOIN outbox o ON o.id = m.id
           WHERE m.conversation_id = ? AND m.id > ? ORDER BY m.id DESC LIMIT ?) ORDER BY id`,
        )
        .all(conversationId, afterId, limit);
      return rows.map(toTranscriptMessage);
    },

    async heardLine(conversationId, key) {
      const row = database
        .prepare('SELECT text, at, revised_at AS revisedAt FROM messages WHERE heard_key = ? AND conversation_id = ?')
        .get(key, conversationId) as { text: string; at: number; revisedAt: number | null } | undefined;
      return row === undefined ? null : { text: row.text, at: row.at, revisedAt: row.revisedAt };
    },

    async context(conversationId, limit) {
      const rows = database
        .prepare(
          `SELECT m.author, m.text, m.quick_replies FROM messages m JOIN conversations c ON c.id = m.conversation_id
           WHERE m.conversation_id = ?1 AND (m.epoch = c.epoch OR (m.author = 'bot' AND m.quick_replies <> '[]'
             AND m.id = (SELECT MAX(id) FROM messages WHERE conversation_id = ?1)))
           ORDER BY m.id DESC LIMIT ?2`,
        )
        .all(conversationId, limit);
      return rows.reverse().map(toContextLine);
    },

    async commit(turn) {
      let erased = turn.erasure?.when === 'now';
      const committed = await commitTogether<Awaited<ReturnType<TurnRecords['commit']>>>(() => {
        const found = findConversation(turn.conversationId);
        if (isOutdated(turn, found, found?.ticketId ? findTicket(found.ticketId) : null)) return STALE;
        const closable = turn.ticket !== null || found?.ticketId;
        const held = turn.erasure !== undefined && isHeld(database, turn.conversationId);
        if (held ? turn.erasure?.when === 'now' : turn.erasure?.when === 'after-closing' && !closable) return STALE;
        if (isLinkOutdated(database, turn) || !consume(turn)) return STALE;
        if (turn.erasure?.when === 'now') {
          eraseRows(database, turn.conversationId, turn.erasure, turn.at, turn.itemIds);
          if (turn.outgoing.length === 0) return { ok: true, ticket: null } as const;
        }
        if (turn.erasure?.when === 'after-closing') {
          noteErasure(database, turn.conversationId, turn.erasure);
        }
        const known = findConversation(turn.conversationId);
        const open = known?.ticketId ? findTicket(known.ticketId) : null;
        const before = standingOf(known, open, turn);
        const identify = () => ({ id: newId(), number: nextTicketNumber() });
        const lastClosed =
          turn.ticket?.kind === 'open' && open === null && turn.reopenSince !== undefined
            ? lastClosedTicket(turn.conversationId)
            : null;
        const standing = afterTurn(before, turn, identify, lastClosed);
        const { ticket } = standing;
        save(standing, turn.at);
        // What ends a period still belongs to it.
        const { conversation } = before;
        for (const line of turn.heard) {
          database
            .prepare(
              'INSERT INTO messages (conversation_id, epoch, author, text, at, heard_key) VALUES (?, ?, ?, ?, ?, ?)',
            )
            .run(conversation.id, conversation.epoch, line.author, line.text, line.at, line.key ?? null);
        }
        for (const { key, text, at } of turn.revisions ?? []) {
          database
            .prepare('UPDATE messages SET text = ?, revised_at = ? WHERE heard_key = ? AND conversation_id = ?')
            .run(text, at, key, conversation.id);
          // The words of before go with their message.
          database.prepare(`UPDATE inbox SET activity = '{}' WHERE key = ? AND state = 'done'`).run(key);
        }
        writeLedger(conversation, turn);
        writeGapQuestion(database, turn);
        writeRating(database, turn);
        writeReminders(database, turn);
        writeLink(database, turn);
        standingRows.rate(turn);
        turn.outgoing.forEach((message, index) => {
          const correlationId = `turn:${turn.ledger?.turnId ?? newId()}:${index}`;
          enqueue(conversation, message, correlationId, turn.at, turn.receivedAt);
        });
        if (turn.cancels === true && eraseAsNoted(database, conversation.id, turn.at)) erased = true;
        return { ok: true, ticket } as const;
      });
      if (erased) scrubFreedPages(database);
      return committed;
    },

    async notify(notice) {
      return commitTogether(() => {
        const oldest = selectOldestMail.get(notice.conversationId) as { id: number } | undefined;
        const known = findConversation(notice.conversationId);
        const open = known?.ticketId ? findTicket(known.ticketId) : null;
        const standing = afterNotice(standingOf(known, open, notice), notice);
        if (oldest?.id !== notice.itemId || standing === null) return false;
        save(standing, notice.at);
        const message = {
          author: 'bot',
          authorName: null,
          text: notice.text,
          quickReplies: [],
          citations: [],
        } as const;
        enqueue(standing.conversation, message, noticeKey(newId()), notice.at);
        return true;
      });
    },

    async tickets(view, staffName, limit) {
      const where = {
        open: `state <> 'closed'`,
        mine: `state <> 'closed' AND assignee = ?1`,
        closed: `state = 'closed'`,
      }[view];
      const order = view === 'closed' ? 'closed_at DESC' : 'list_order, number';
      const statement = database.prepare(`SELECT * FROM tickets WHERE ${where} ORDER BY ${order} LIMIT ?2`);
      return statement.all(staffName, limit).map(toTicket);
    },

    async ticket(id) {
      return findTicket(id);
    },

    async placeInLine(ticketId) {
      const row = database
        .prepare(
          `SELECT COUNT(*) AS place, MAX(t.id = ?1) AS waits FROM tickets t
           JOIN conversations c ON c.ticket_id = t.id AND c.owner = 'queue'
           WHERE t.state = 'new' AND (t.list_order, t.number) <=
             (SELECT own.list_order, own.number FROM tickets own WHERE own.id = ?1)`,
        )
        .get(ticketId) as { place: number; waits: number | null };
      return row.waits === 1 ? row.place : null;
    },

    async unalarmed(limit) {
      const statement = database.prepare(
        `SELECT * FROM tickets WHERE alarmed_at IS NULL AND topic = 'child_safety' AND priority = 'urgent'
           AND state <> 'closed' ORDER BY opened_at LIMIT ?`,
      );
      return statement.all(limit).map(toTicket);
    },

    async alarmed(ticketId, at) {
      await commitTogether(() => database.prepare('UPDATE tickets SET alarmed_at = ? WHERE id = ?').run(at, ticketId));
    },

    async countTickets() {
      const counts = { new: 0, claimed: 0, waiting: 0, closed: 0 };
      const rows = database.prepare('SELECT state, COUNT(*) AS n FROM tickets GROUP BY state').all();
      for (const row of rows as { state: keyof typeof counts; n: number }[]) counts[row.state] = row.n;
      return counts;
    },

    ...createTaggedTickets(database),

    async claim(ticketId, staffName, at) {
      return commitTogether(() => {
        const claimed = change(ticketId, at, (matter) => afterClaim(matter, staffName, at));
        return 'ok' in claimed ? claimed : { ok: true, ticket: claimed.ticket };
      });
    },

    async reply(ticketId, { staffName, authorName, text, replyKey, at, waits, sendAt, seen }) {
      return commitTogether(() => {
        const correlationId = `staff:${replyKey}`;
        if (database.prepare('SELECT 1 FROM outbox WHERE correlation_id = ?').get(correlationId) !== undefined) {
          return { ok: true, duplicate: true };
        }
        const replied = change(ticketId, at, (matter) =>
          seen !== undefined && isAnswered(matter.conversation.id, seen)
            ? NEWER
            : afterReply(matter, staffName, at, waits),
        );
        if ('ok' in replied) return replied;
        const message = { author: 'staff', authorName, text, quickReplies: [], citations: [] } as const;
        enqueue(replied.conversation, message, correlationId, at, null, sendAt);
        return { ok: true, duplicate: false };
      });
    },

    async transfer(ticketId, transfer) {
      return commitTogether(() => {
        const passed = change(ticketId, transfer.at, (matter) => afterTransfer(matter, transfer));
        return 'ok' in passed ? passed : { ok: true, ticket: passed.ticket };
      });
    },

    async takeBack(ticketId, { staffName, messageId, reason, at }) {
      return commitTogether(() => {
        const row = selectUnsent.get(messageId, ticketId) as
          | { text: string; at: number; before: number | null }
          | undefined;
        if (row === undefined) return findTicket(ticketId) === null ? NOT_FOUND : STALE;
        const taken = { wroteAt: row.at, before: row.before };
        const changed = change(ticketId, at, (matter) => afterTakeBack(matter, staffName, taken, at));
        if ('ok' in changed) return changed;
        endUnsent.run(reason, at, messageId);
        return { ok: true, text: row.text };
      });
    },

    async lapse(ticketId, lapse, words) {
      const { at, kind } = lapse;
      const said: Said = (before) => saidWith(before, lapse, words);
      const lapsed = await changeSaying({ ticketId, at, said }, `${kind}:${ticketId}:${at}`, (matter) =>
        afterLapse(matter, lapse),
      );
      return 'ok' in lapsed ? lapsed : { ok: true, ticket: lapsed.ticket };
    },

    async close(ticketId, { farewell: words, ...closing }) {
      const { at } = closing;
      const said: Said = ({ ticket }) => partingWords(ticket, words, at);
      const closed = await changeSaying({ ticketId, at, said }, `close:${ticketId}:${at}`, (matter) =>
        afterClose(matter, closing),
      );
      return 'ok' in closed ? closed : { ok: true };
    },
  };
}
