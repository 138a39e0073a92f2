import type { Ticket } from '../../../bot/conversation.ts';
import type { Lapse, Stale } from '../../../bot/ports/records.ts';
import { partingWords } from '../../../bot/ticket-rating/parting-words.ts';
import {
  conversationOf,
  count,
  endMatter,
  isForPeople,
  type Model,
  type ModelConversation,
  type ModelTicket,
  newRow,
  owed,
  setOwner,
} from './model.ts';

/** Judges what a store made of a ticket by time alone, and remembers what it changed. */
export function judgeLapse(
  model: Model,
  ticketId: string,
  lapse: Lapse,
  words: string | null,
  result: { readonly ok: true; readonly ticket: Ticket } | Stale,
): void {
  const fault = (what: string) => model.faults.push(`${what} (${lapse.kind}, ${ticketId})`);
  const ticket = model.tickets.get(ticketId);
  if (ticket === undefined || ticket.state === 'closed') {
    if (result.ok) fault('a ticket that is closed changed with time');
    return;
  }
  const conversation = conversationOf(model, ticket.conversationId);
  const verdict = verdictOn(conversation, ticket, lapse);
  count(model, result.ok ? lapse.kind : `${lapse.kind} refused`);
  if (result.ok && verdict === 'no') return void fault('time did what it must not do');
  if (!result.ok && verdict === 'yes')
    return void fault(`time was refused as ${result.reason} although nothing changed`);
  if (!result.ok) return;
  const { erasureNoted } = conversation;
  if (lapse.kind === 'unattended') {
    setOwner(conversation, 'bot');
    ticket.unattended = true;
  } else if (lapse.kind === 'routed') {
    ticket.routed = true;
    ticket.assignee = lapse.assignee;
    // A decision that looked at who holds the ticket is out of date.
    conversation.version += 1;
  } else if (lapse.kind === 'quiet') endMatter(model, conversation, ticket, lapse.at);
  else ticket.done.add(lapse.kind);
  if (words === null || (erasureNoted && lapse.kind === 'quiet')) return;
  if (conversation.owner === 'staff') return;
  const said = lapse.kind === 'quiet' ? partingWords(result.ticket, words, lapse.at)?.text : words;
  conversation.rows.push(newRow('bot', said ?? words));
}

/** Whether time may do this now; `either` where only the store knows when the citizen last acted. */
function verdictOn(
  { owner, lastStaffAt, lastPlainAt, lastActAt }: ModelConversation,
  ticket: ModelTicket,
  lapse: Lapse,
): 'yes' | 'no' | 'either' {
  const sure = (holds: boolean) => (holds ? 'yes' : 'no');
  switch (lapse.kind) {
    case 'reminded':
    case 'escalated':
      return sure(owed(ticket) === lapse.dueAt && !ticket.done.has(lapse.kind));
    case 'apologised': {
      const danger = ticket.topic === 'child_safety' && ticket.priority === 'urgent';
      return sure(owed(ticket) === lapse.dueAt && !ticket.done.has(lapse.kind) && owner === 'queue' && !danger);
    }
    case 'unattended': {
      const waits = owner === 'queue' && ticket.state === 'new' && !ticket.unattended;
      return sure(waits && !isForPeople(ticket) && ticket.queuedAt === lapse.queuedAt);
    }
    case 'quiet': {
      const staffLast = owner === 'staff' && lastStaffAt === lapse.lastStaffAt && !isForPeople(ticket);
      if (!staffLast || lastPlainAt > lapse.lastStaffAt) return 'no';
      return lastActAt <= lapse.lastStaffAt ? 'yes' : 'either';
    }
    case 'approved':
    case 'dropped':
      // Nobody in the walk asks for answers to wait.
      return 'no';
    case 'routed':
      return sure(ticket.state === 'new' && ticket.assignee === null && !ticket.routed);
  }
}
