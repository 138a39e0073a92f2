import type { Conversation, Ticket } from './conversation.ts';
import type { Topic } from './topics.ts';

/** Matters that no machine may end or put aside: people alone decide when a child is safe or a complaint is settled. */
export function isForPeople({ topic, priority }: Pick<Ticket, 'topic' | 'priority'>): boolean {
  return topic === 'child_safety' || topic === 'complaint_denunciation' || priority === 'urgent';
}

/** Whether the citizen may still call a matter off by themselves: they wait, and no person has taken it. */
export function mayCancel(conversation: Pick<Conversation, 'owner'>, ticket: Ticket | null): boolean {
  return (
    conversation.owner === 'queue' && ticket?.state === 'new' && ticket.unattendedAt === null && !isForPeople(ticket)
  );
}

/** When staff owe the citizen words (ms since epoch): the first reply, or the answer to what they wrote back. */
export function owedAt({ state, repliedAt, dueAt, newsDueAt }: Ticket): number | null {
  if (state === 'waiting' || state === 'closed') return null;
  return repliedAt === null ? dueAt : newsDueAt;
}

/** Whether words that need a person concern what a closed ticket was about. */
export function isSameMatter(closed: Ticket, { topic }: { readonly topic: Topic | null }): boolean {
  return topic === closed.topic || topic === 'human_request' || topic === null;
}
