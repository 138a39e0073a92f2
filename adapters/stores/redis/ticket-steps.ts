import type { Ticket } from '../../../bot/conversation.ts';
import type { Step } from './apply-changes.ts';

/** Urgent tickets come first, then the oldest; times have thirteen digits. */
const RANK = { urgent: 0, high: 1, normal: 2 } as const;
const RANK_STEP = 10 ** 13;

/**
 * Steps that store a ticket and put it where it is looked for: `tickets:new`, `tickets:claimed` and `tickets-by:<staff>`
 * by urgency and age, `tickets:closed` by closing time, `tickets-of:<conversation>`.
 * @param before as it is stored now
 */
export function ticketSteps(before: Ticket | null, ticket: Ticket): readonly Step[] {
  const order = String(RANK[ticket.priority] * RANK_STEP + ticket.openedAt);
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
    ['call', 'SADD', `tickets-of:${ticket.conversationId}`, ticket.id],
  ];
}
