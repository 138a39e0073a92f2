import type { Ticket } from '../../bot/conversation.ts';
import { NO_TOPIC, PRIORITIES, TOPICS } from './vietnamese.ts';

/** How urgent a ticket is, in a word and a colour. */
export function PriorityBadge({ ticket }: { readonly ticket: Ticket }) {
  return <span class={`badge ${ticket.priority}`}>{PRIORITIES[ticket.priority]}</span>;
}

/** What a ticket is about, in Vietnamese. */
export function topicInWords(ticket: Ticket): string {
  return ticket.topic === null ? NO_TOPIC : TOPICS[ticket.topic];
}
