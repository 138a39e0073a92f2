import type { Ticket } from '../../bot/conversation.ts';
import { momentInWords } from './time-words.ts';
import { keyInWords, type TransferChoices } from './transfer-form.tsx';
import { ENDINGS, LIFE } from './transfer-words.ts';

/** What became of a ticket with time, as labels with values; `null` where there is nothing to tell. */
export function lifeFacts(
  ticket: Ticket,
  choices: TransferChoices,
): readonly (readonly [label: string, value: string | null])[] {
  const moment = (at: number | null) => (at === null ? null : momentInWords(at));
  return [
    [LIFE.routedTo, ticket.routedTo === null ? null : keyInWords(ticket.routedTo, choices)],
    [LIFE.transferNote, ticket.transferNote || null],
    [LIFE.reopened, ticket.reopened === 0 ? null : String(ticket.reopened)],
    [LIFE.reminded, moment(ticket.remindedAt)],
    [LIFE.escalated, moment(ticket.escalatedAt)],
    [LIFE.apologised, moment(ticket.apologisedAt)],
    [LIFE.unattended, moment(ticket.unattendedAt)],
    [LIFE.closedAs, ticket.closedAs === null ? null : ENDINGS[ticket.closedAs]],
  ];
}
