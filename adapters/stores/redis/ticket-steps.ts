import type { Ticket } from '../../../bot/conversation.ts';
import { isUnalarmed, ticketOrder } from '../../../bot/handover.ts';
import type { Step } from './apply-changes.ts';
import { ticketListSteps } from './ticket-list-steps.ts';

/**
 * Steps that store a ticket and put it where it is looked for: `tickets:<state>` of open ones and `tickets-by:<staff>`
 * in the order of the list, `tickets:closed` by closing time, `tickets:unalarmed` by age, `tickets-of:<conversation>`. A
 * ticket that is no longer new leaves `tickets:line`. `tags` counts the tickets of each tag.
 * @param before as it is stored now
 */
export function ticketSteps(before: Ticket | null, ticket: Ticket): readonly Step[] {
  const order = String(ticketOrder(ticket));
  const score = ticket.state === 'closed' ? String(ticket.closedAt ?? ticket.updatedAt) : order;
  const holder = ticket.state === 'closed' ? null : ticket.assignee;
  const left = before?.assignee != null && before.assignee !== holder ? before.assignee : null;
  return [
    ['call', 'SET', `ticket:${ticket.id}`, JSON.stringify(ticket)],
    ...(before === null || before.state === ticket.state
      ? []
      : [['call', 'ZREM', `tickets:${before.state}`, ticket.id] as const]),
    ['call', 'ZADD', `tickets:${ticket.state}`, score, ticket.id],
    ...(left === null ? [] : [['call', 'ZREM', `tickets-by:${left}`, ticket.id] as const]),
    ...(holder === null ? [] : [['call', 'ZADD', `tickets-by:${holder}`, order, ticket.id] as const]),
    isUnalarmed(ticket)
      ? ['call', 'ZADD', 'tickets:unalarmed', String(ticket.openedAt), ticket.id]
      : ['call', 'ZREM', 'tickets:unalarmed', ticket.id],
    ...(ticket.state === 'new' ? [] : [['call', 'ZREM', 'tickets:line', ticket.id] as const]),
    ['call', 'SADD', `tickets-of:${ticket.conversationId}`, ticket.id],
    ...tagSteps(before?.tags ?? [], ticket.tags),
    ...ticketListSteps(before, ticket),
  ];
}

function tagSteps(before: readonly string[], after: readonly string[]): readonly Step[] {
  const count = (by: string) => (tag: string) => ['call', 'ZINCRBY', 'tags', by, tag] as const;
  const gone = before.filter((tag) => !after.includes(tag));
  const added = after.filter((tag) => !before.includes(tag));
  if (gone.length === 0 && added.length === 0) return [];
  return [...gone.map(count('-1')), ...added.map(count('1')), ['call', 'ZREMRANGEBYSCORE', 'tags', '-inf', '0']];
}
