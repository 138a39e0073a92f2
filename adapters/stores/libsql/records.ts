import type { Conversation, Ticket } from '../../../bot/conversation.ts';
import type { OutgoingMessage, Stale, TurnCommit, TurnRecords } from '../../../bot/ports/records.ts';
import { type Database, inTransaction } from './database.ts';
import { eraseAsNoted, eraseRows, noteErasure, scrubFreedPages } from './erasure.ts';
import { groupCommitOf } from './group-commit.ts';
import { toContextLine, toConversation, toTicket, toTranscriptMessage } from './rows.ts';

const STALE: Stale = { ok: false, reason: 'stale' };
const NOT_FOUND: Stale = { ok: false, reason: 'not-found' };
const CLOSED: Stale = { ok: false, reason: 'closed' };
const PRIORITY_RANK = { normal: 0, high: 1, urgent: 2 } as const;
const TRANSCRIPT_COLUMNS = `m.id, m.conversation_id, m.epoch, m.author, m.author_name, m.text, m.at, m.quick_replies,
  m.citations, o.state, o.reason`;

/**
 * Conversations, transcript, tickets, outbox rows and ledger in the state file. Every method is one transaction, which
 * turns that end together share; ids come from `newId`.
 */
export function createLibsqlRecords(database: Database, newId: () => string): TurnRecords {
  const selectConversation = database.prepare('SELECT * FROM conversations WHERE id = ?');
  const selectTicket = database.prepare('SELECT * FROM tickets WHERE id = ?');
  const commitTogether = groupCommitOf(database);

  function findConversation(id: string): Conversation | null {
    const row = selectConversation.get(id);
    return row === undefined ? null : toConversation(row);
  }

  function findTicket(id: string): Ticket | null {
    const row = selectTicket.get(id);
    return row === undefined ? null : toTicket(row);
  }

  function enqueue(
    conversation: Conversation,
    message: OutgoingMessage,
    correlationId: string,
    at: number,
    receivedAt: number | null = null,
  ): void {
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO messages (conversation_id, epoch, author, author_name, text, at, quick_replies, citations)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        conversation.id,
        conversation.epoch,
        message.author,
        message.authorName,
        message.text,
        at,
        JSON.stringify(message.quickReplies),
        JSON.stringify(message.citations),
      );
    database
      .prepare(
        `INSERT INTO outbox (id, correlation_id, conversation_id, channel, next_at, created_at, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(lastInsertRowid, correlationId, conversation.id, conversation.channel, at, at, receivedAt);
  }

  /** The items must be the oldest waiting ones of this citizen, all of them still waiting. */
  function consume(turn: TurnCommit): boolean {
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

  function openOrCreate(turn: TurnCommit): Conversation {
    database
      .prepare(
        `INSERT INTO conversations (id, channel, owner, epoch, reference, created_at) VALUES (?, ?, 'bot', 1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET reference = excluded.reference`,
      )
      .run(turn.conversationId, turn.channel, JSON.stringify(turn.reference), turn.at);
    return toConversation(selectConversation.get(turn.conversationId));
  }

  function applyTicketChange(conversation: Conversation, turn: TurnCommit): Ticket | null {
    const change = turn.ticket;
    const open = conversation.ticketId === null ? null : findTicket(conversation.ticketId);
    if (change === null) return open;
    if (open !== null) {
      const raised = PRIORITY_RANK[change.priority] > PRIORITY_RANK[open.priority];
      database
        .prepare('UPDATE tickets SET priority = ?, topic = ?, updated_at = ? WHERE id = ?')
        .run(
          raised ? change.priority : open.priority,
          raised ? change.topic : (open.topic ?? change.topic),
          turn.at,
          open.id,
        );
      return findTicket(open.id);
    }
    if (change.kind !== 'open') return null;
    const id = newId();
    database
      .prepare(
        `INSERT INTO tickets (id, conversation_id, channel, epoch, topic, priority, state, question, opened_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, 'new', ?, ?, ?)`,
      )
      .run(
        id,
        conversation.id,
        turn.channel,
        conversation.epoch,
        change.topic,
        change.priority,
        change.question,
        turn.at,
        turn.at,
      );
    database.prepare('UPDATE conversations SET ticket_id = ? WHERE id = ?').run(id, conversation.id);
    return findTicket(id);
  }

  function writeLedger(conversation: Conversation, turn: TurnCommit): void {
    const entry = turn.ledger;
    if (entry === null) return;
    database
      .prepare(
        `INSERT INTO turns (turn_id, conversation_id, epoch, at, item_ids, question, outcome, topic, priority, decided_by,
           reply, citations, ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      );
  }

  function openTicketOf(ticketId: string): { ticket: Ticket; conversation: Conversation } | Stale {
    const ticket = findTicket(ticketId);
    const conversation = ticket === null ? null : findConversation(ticket.conversationId);
    if (ticket === null || conversation === null) return NOT_FOUND;
    return ticket.state === 'closed' ? CLOSED : { ticket, conversation };
  }

  function take(ticket: Ticket, staffName: string, at: number): void {
    database
      .prepare(`UPDATE tickets SET state = 'claimed', assignee = ?, updated_at = ? WHERE id = ?`)
      .run(staffName, at, ticket.id);
    database.prepare(`UPDATE conversations SET owner = 'staff' WHERE id = ?`).run(ticket.conversationId);
  }

  return {
    async conversation(id) {
      return findConversation(id);
    },

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
           WHERE m.conversation_id = ? AND m.epoch = c.epoch ORDER BY m.id DESC LIMIT ?`,
        )
        .all(conversationId, limit);
      return rows.reverse().map(toContextLine);
    },

    async commit(turn) {
      const committed = await commitTogether<Awaited<ReturnType<TurnRecords['commit']>>>(() => {
        const closable = turn.ticket !== null || findConversation(turn.conversationId)?.ticketId;
        if (turn.erasure?.when === 'after-closing' && !closable) return STALE;
        if (!consume(turn)) return STALE;
        if (turn.erasure?.when === 'now') {
          eraseRows(database, turn.conversationId, turn.erasure, turn.at, turn.itemIds);
          if (turn.outgoing.length === 0) return { ok: true, ticket: null } as const;
        }
        if (turn.erasure?.when === 'after-closing') {
          noteErasure(database, turn.conversationId, turn.erasure);
        }
        const conversation = openOrCreate(turn);
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
        const ticket = applyTicketChange(conversation, turn);
        writeLedger(conversation, turn);
        const staffSpoke = turn.heard.some((line) => line.author === 'staff');
        database
          .prepare(
            `UPDATE conversations SET owner = ?, disclosed_at = COALESCE(?, disclosed_at),
               last_inbound_at = MAX(COALESCE(?, 0), COALESCE(last_inbound_at, 0)), last_staff_at = COALESCE(?, last_staff_at)
             WHERE id = ?`,
          )
          .run(
            turn.owner,
            turn.disclosed ? turn.at : null,
            turn.lastInboundAt,
            staffSpoke ? turn.at : null,
            conversation.id,
          );
        turn.outgoing.forEach((message, index) => {
          const correlationId = `turn:${turn.ledger?.turnId ?? newId()}:${index}`;
          enqueue(conversation, message, correlationId, turn.at, turn.receivedAt);
        });
        return { ok: true, ticket } as const;
      });
      if (turn.erasure?.when === 'now') scrubFreedPages(database);
      return committed;
    },

    async tickets(view, staffName, limit) {
      const where = {
        open: `state <> 'closed'`,
        mine: `state = 'claimed' AND assignee = ?1`,
        closed: `state = 'closed'`,
      }[view];
      const order =
        view === 'closed'
          ? 'closed_at DESC'
          : `CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 ELSE 2 END, opened_at`;
      const statement = database.prepare(`SELECT * FROM tickets WHERE ${where} ORDER BY ${order} LIMIT ?2`);
      return statement.all(staffName, limit).map(toTicket);
    },

    async ticket(id) {
      return findTicket(id);
    },

    async countTickets() {
      const counts = { new: 0, claimed: 0, closed: 0 };
      const rows = database.prepare('SELECT state, COUNT(*) AS n FROM tickets GROUP BY state').all();
      for (const row of rows as { state: keyof typeof counts; n: number }[]) counts[row.state] = row.n;
      return counts;
    },

    async claim(ticketId, staffName, at) {
      return inTransaction(database, () => {
        const found = openTicketOf(ticketId);
        if ('ok' in found) return found;
        const { assignee } = found.ticket;
        if (assignee !== null && assignee !== staffName) return { ok: false, reason: 'taken' };
        take(found.ticket, staffName, at);
        return { ok: true, ticket: findTicket(ticketId) ?? found.ticket };
      });
    },

    async reply(ticketId, reply) {
      return inTransaction(database, () => {
        const correlationId = `staff:${reply.replyKey}`;
        if (database.prepare('SELECT 1 FROM outbox WHERE correlation_id = ?').get(correlationId) !== undefined) {
          return { ok: true, duplicate: true };
        }
        const found = openTicketOf(ticketId);
        if ('ok' in found) return found;
        const { ticket, conversation } = found;
        if (ticket.assignee !== null && ticket.assignee !== reply.staffName) return { ok: false, reason: 'taken' };
        take(ticket, reply.staffName, reply.at);
        const { display_name: authorName } = (database
          .prepare('SELECT display_name FROM staff WHERE name = ?')
          .get(reply.staffName) ?? { display_name: reply.staffName }) as { display_name: string };
        enqueue(
          conversation,
          { author: 'staff', authorName, text: reply.text, quickReplies: [], citations: [] },
          correlationId,
          reply.at,
        );
        database.prepare('UPDATE conversations SET last_staff_at = ? WHERE id = ?').run(reply.at, conversation.id);
        return { ok: true, duplicate: false };
      });
    },

    async close(ticketId, closing) {
      let erased = false;
      const closed = inTransaction(database, () => {
        const found = openTicketOf(ticketId);
        if ('ok' in found) return found;
        const { ticket, conversation } = found;
        if (ticket.assignee !== null && ticket.assignee !== closing.staffName)
          return { ok: false, reason: 'taken' } as const;
        database
          .prepare(
            `UPDATE tickets SET state = 'closed', assignee = ?, closed_at = ?, updated_at = ?, closing_note = ? WHERE id = ?`,
          )
          .run(closing.staffName, closing.at, closing.at, closing.note, ticket.id);
        database
          .prepare(
            `UPDATE conversations SET owner = 'bot', epoch = epoch + 1, ticket_id = NULL, last_staff_at = NULL WHERE id = ?`,
          )
          .run(conversation.id);
        erased = eraseAsNoted(database, conversation.id, closing.at);
        if (!erased && closing.farewell !== null) {
          enqueue(
            conversation,
            { author: 'bot', authorName: null, text: closing.farewell, quickReplies: [], citations: [] },
            `close:${ticket.id}`,
            closing.at,
          );
        }
        return { ok: true } as const;
      });
      if (erased) scrubFreedPages(database);
      return closed;
    },
  };
}
