import type { Ticket } from '../../../bot/conversation.ts';
import { isUnalarmed, ticketOrder } from '../../../bot/handover.ts';
import type { Step } from './apply-changes.ts';
import { ticketListSteps } from './ticket-list-steps.ts';

/**
 * Steps that store a ticket and put it where it is looked for: `tickets:new`, `tickets:claimed` and `tickets-by:<staff>`
 * in the order of the list, `tickets:closed` by closing time, `tickets:unalarmed` by age, `tickets-of:<conversation>`. A
 * ticket that is no longer new leaves `tickets:line`.
 * @param before as it is stored now
 */
export function ticketSteps(before: Ticket | null, ticket: Ticket): readonly Step[] {
  const order = String(ticketOrder(ticket));
  const score = ticket.state === 'closed' ? String(ticket.closedAt ?? ticket.updatedAt) : order;
  const claimed = ticket.state === 'claimed' && ticket.assignee !== null;
  return [
    ['call', 'SET', `ticket:${ticket.id}`, JSON.stringify(ticket)],
    ...(before === null || before.state === ticket.state
      ? []
      : [['call', 'ZREM', `tickets:${before.state}`, ticket.id] as const]),
    ['call', 'ZADD', `tickets:${ticket.state}`, score, ticket.id],
    ...(before?.assignee && !claimed ? [['call', 'ZREM', `tickets-by:${before.assignee}`, ticket.id] as const] : []),
    ...(claimed ? [['call', 'ZADD', `tickets-by:${ticket.assignee}`, order, ticket.id] as const] : []),
    isUnalarmed(ticket)
      ? ['call', 'ZADD', 'tickets:unalarmed', String(ticket.openedAt), ticket.id]
      : ['call', 'ZREM', 'tickets:unalarmed', ticket.id],
    ...(ticket.state === 'new' ? [] : [['call', 'ZREM', 'tickets:line', ticket.id] as const]),
    ['call', 'SADD', `tickets-of:${ticket.conversationId}`, ticket.id],
    ...ticketListSteps(before, ticket),
  ];
}
