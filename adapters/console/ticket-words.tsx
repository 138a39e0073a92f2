import type { Ticket } from '../../bot/conversation.ts';
import { useWords } from './languages/use-words.tsx';
import type { ConsoleWords } from './languages/words.ts';

/** How urgent a ticket is, in a word and a colour. */
export function PriorityBadge({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords();
  return <span class={`badge ${ticket.priority}`}>{words.priorities[ticket.priority]}</span>;
}

/** What a ticket is about. */
export function topicInWords(ticket: Ticket, words: ConsoleWords): string {
  return ticket.topic === null ? words.noTopic : words.topics[ticket.topic];
}
