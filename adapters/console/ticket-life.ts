import type { Ticket } from '../../bot/conversation.ts';
import { useWords } from './languages/use-words.tsx';
import type { ConsoleWords } from './languages/words.ts';
import { momentInWords } from './time-words.ts';
import { keyInWords, type TransferChoices } from './transfer-form.tsx';

/** What became of a ticket with time, as labels with values; `null` where there is nothing to tell. */
export function lifeFacts(
  ticket: Ticket,
  choices: TransferChoices,
): readonly (readonly [label: string, value: string | null])[] {
  const words = useWords();
  const moment = (at: number | null) => (at === null ? null : momentInWords(at, words.times));
  return [
    [words.life.routedTo, ticket.routedTo === null ? null : keyInWords(ticket.routedTo, choices)],
    [words.life.transferNote, ticket.transferNote || null],
    [words.life.reopened, ticket.reopened === 0 ? null : String(ticket.reopened)],
    [words.life.reminded, moment(ticket.remindedAt)],
    [words.life.escalated, moment(ticket.escalatedAt)],
    [words.life.apologised, moment(ticket.apologisedAt)],
    [words.life.unattended, moment(ticket.unattendedAt)],
    [words.life.closedAs, endingInWords(ticket, words)],
  ];
}

/** Whoever closes a ticket holds it: one that is done and nobody's ended with an answer that left by itself. */
function endingInWords({ closedAs, assignee }: Ticket, words: ConsoleWords): string | null {
  if (closedAs === null) return null;
  return closedAs === 'done' && assignee === null ? words.life.leftByItself : words.endings[closedAs];
}
