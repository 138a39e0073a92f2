import type { Conversation, DeliveryState, Ticket, TranscriptMessage } from '../../bot/conversation.ts';
import type { OutgoingMessage, Stale, TurnCommit, TurnRecords } from '../../bot/ports/records.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import type { MemoryInbox } from './memory-inbox.ts';

/** Conversations and tickets that forget with the process, with a hand on the outbox for tests. */
export interface MemoryRecords extends TurnRecords {
  /** What the sender did with one line of ours. */
  settle(messageId: number, delivery: DeliveryState, reason?: string): void;
  /** Lets everything that waits go out. */
  sendAll(): void;
}

const PRIORITY_RANK = { normal: 0, high: 1, urgent: 2 } as const;

export function createMemoryRecords(inbox: MemoryInbox, staff: StaffStore): MemoryRecords {
  const conversations = new Map<string, Conversation>();
  const tickets = new Map<string, Ticket>();
  const replyKeys = new Set<string>();
  let lines: TranscriptMessage[] = [];

  function change(id: string, fields: Partial<Conversation>): void {
    const before = conversations.get(id);
    if (before !== undefined) conversations.set(id, { ...before, ...fields });
  }

  function changeTicket(ticket: Ticket, fields: Partial<Ticket>): Ticket {
    const after = { ...ticket, ...fields };
    tickets.set(ticket.id, after);
    return after;
  }

  function write(
    conversationId: string,
    line: Pick<TranscriptMessage, 'author' | 'text' | 'at'> & Partial<TranscriptMessage>,
  ): void {
    const epoch = conversations.get(conversationId)?.epoch ?? 1;
    const blank = { authorName: null, quickReplies: [], citations: [], delivery: null, deliveryReason: null };
    lines = [...lines, { ...blank, ...line, id: lines.length + 1, conversationId, epoch }];
  }

  function enqueue(conversationId: string, message: OutgoingMessage, at: number): void {
    write(conversationId, { ...message, at, delivery: 'pending' });
  }

  function openTicket(ticketId: string, staffName: string): Ticket | Stale {
    const ticket = tickets.get(ticketId);
    if (ticket === undefined) return { ok: false, reason: 'not-found' };
    if (ticket.state === 'closed') return { ok: false, reason: 'closed' };
    return ticket.assignee === null || ticket.assignee === staffName ? ticket : { ok: false, reason: 'taken' };
  }

  function take(ticket: Ticket, staffName: string, at: number): Ticket {
    change(ticket.conversationId, { owner: 'staff' });
    return changeTicket(ticket, { state: 'claimed', assignee: staffName, updatedAt: at });
  }

  function applyTicketChange(turn: TurnCommit, conversation: Conversation): Ticket | null {
    const open = conversation.ticketId === null ? null : (tickets.get(conversation.ticketId) ?? null);
    if (turn.ticket === null) return open;
    const { topic, priority } = turn.ticket;
    if (open !== null) {
      return PRIORITY_RANK[priority] > PRIORITY_RANK[open.priority] ? changeTicket(open, { topic, priority }) : open;
    }
    if (turn.ticket.kind !== 'open') return null;
    const number = tickets.size + 1;
    const ticket: Ticket = {
      id: `ticket-${number}`,
      number,
      conversationId: conversation.id,
      channel: turn.channel,
      epoch: conversation.epoch,
      topic,
      priority,
      state: 'new',
      question: turn.ticket.question,
      assignee: null,
      openedAt: turn.at,
      updatedAt: turn.at,
      closedAt: null,
      closingNote: null,
    };
    tickets.set(ticket.id, ticket);
    change(conversation.id, { ticketId: ticket.id });
    return ticket;
  }

  return {
    conversation: async (id) => conversations.get(id) ?? null,
    async transcript(conversationId, afterId, limit) {
      return lines.filter((line) => line.conversationId === conversationId && line.id > afterId).slice(-limit);
    },
    async context(conversationId, limit) {
      const epoch = conversations.get(conversationId)?.epoch;
      return lines
        .filter((line) => line.conversationId === conversationId && line.epoch === epoch)
        .slice(-limit)
        .map((line) => ({
          author: line.author === 'citizen' ? 'citizen' : 'us',
          text: line.text,
          quickReplies: line.quickReplies,
        }));
    },
    async commit(turn) {
      if (!inbox.consume(turn.conversationId, turn.itemIds)) return { ok: false, reason: 'stale' };
      const { conversationId: id, channel, reference } = turn;
      const known = conversations.get(id);
      const blank = { epoch: 1, ticketId: null, disclosedAt: null, lastInboundAt: null, lastStaffAt: null };
      const conversation: Conversation = { ...blank, ...known, id, channel, reference, owner: turn.owner };
      conversations.set(id, { ...conversation, lastInboundAt: turn.lastInboundAt ?? conversation.lastInboundAt });
      for (const line of turn.heard) write(id, line);
      const ticket = applyTicketChange(turn, conversation);
      for (const message of turn.outgoing) enqueue(id, message, turn.at);
      return { ok: true, ticket };
    },
    async tickets(view, staffName, limit) {
      const shown = [...tickets.values()].filter((ticket) => {
        if (view === 'closed') return ticket.state === 'closed';
        if (view === 'mine') return ticket.state === 'claimed' && ticket.assignee === staffName;
        return ticket.state !== 'closed';
      });
      const byUrgency = (a: Ticket, b: Ticket) =>
        PRIORITY_RANK[b.priority] - PRIORITY_RANK[a.priority] || a.openedAt - b.openedAt;
      return shown.sort(byUrgency).slice(0, limit);
    },
    ticket: async (id) => tickets.get(id) ?? null,
    async countTickets() {
      const counts = { new: 0, claimed: 0, closed: 0 };
      for (const ticket of tickets.values()) counts[ticket.state] += 1;
      return counts;
    },
    async claim(ticketId, staffName, at) {
      const ticket = openTicket(ticketId, staffName);
      return 'ok' in ticket ? ticket : { ok: true, ticket: take(ticket, staffName, at) };
    },
    async reply(ticketId, reply) {
      if (replyKeys.has(reply.replyKey)) return { ok: true, duplicate: true };
      const ticket = openTicket(ticketId, reply.staffName);
      if ('ok' in ticket) return ticket;
      replyKeys.add(reply.replyKey);
      take(ticket, reply.staffName, reply.at);
      const authorName = (await staff.find(reply.staffName))?.displayName ?? reply.staffName;
      enqueue(
        ticket.conversationId,
        { author: 'staff', authorName, text: reply.text, quickReplies: [], citations: [] },
        reply.at,
      );
      return { ok: true, duplicate: false };
    },
    async close(ticketId, closing) {
      const ticket = openTicket(ticketId, closing.staffName);
      if ('ok' in ticket) return ticket;
      const { staffName: assignee, note: closingNote, at } = closing;
      changeTicket(ticket, { state: 'closed', assignee, closingNote, closedAt: at, updatedAt: at });
      if (closing.farewell !== null) {
        const farewell = {
          author: 'bot',
          authorName: null,
          text: closing.farewell,
          quickReplies: [],
          citations: [],
        } as const;
        enqueue(ticket.conversationId, farewell, at);
      }
      change(ticket.conversationId, { owner: 'bot', ticketId: null, epoch: ticket.epoch + 1 });
      return { ok: true };
    },
    settle(messageId, delivery, reason) {
      lines = lines.map((line) =>
        line.id === messageId ? { ...line, delivery, deliveryReason: reason ?? null } : line,
      );
    },
    sendAll() {
      lines = lines.map((line) => (line.delivery === 'pending' ? { ...line, delivery: 'sent' } : line));
    },
  };
}
