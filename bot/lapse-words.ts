import type { Ticket } from './conversation.ts';
import { fillSentence } from './office-hours/fill-sentence.ts';
import { humaneTime, momentWords } from './office-hours/moment-words.ts';
import { LAPSES } from './policy/lapse-sentences.ts';

/** What a citizen reads when the reply that was promised by `dueAt` did not come; dated, and promises nothing new. */
export function apologyWords({ number }: Ticket, dueAt: number, now: number): string {
  const facts = { number: `${number}`, due: momentWords(humaneTime(dueAt), now), now: momentWords(now, now) };
  return fillSentence(LAPSES.apology, facts);
}

/** What a citizen reads when nobody took their matter and the bot answers them again. */
export function unattendedWords({ number, queuedAt }: Ticket, now: number): string {
  return fillSentence(LAPSES.unattended, { number: `${number}`, since: momentWords(queuedAt, now) });
}

/** What a citizen reads when the bot takes the conversation back because nothing came after staff's last words. */
export function quietWords({ number }: Ticket): string {
  return fillSentence(LAPSES.quiet, { number: `${number}` });
}
