import type { ContextLine, Conversation } from '../conversation.ts';
import type { TurnRecords } from '../ports/records.ts';
import type { TurnDecision } from '../turn-decision.ts';
import { PRESS_SLOTS } from './press-slots.ts';
import { readPressSlots } from './read-slots.ts';
import { PRESS_NOTED, PRESS_QUESTIONS } from './sentences.ts';

/**
 * Asks somebody of the press who waits for the spokesperson for what is still missing: outlet, contact, deadline. Each
 * is asked for once, and whatever they say of the matter is answered with nothing. A person who took over asks himself.
 * @param context earlier messages, oldest first
 */
export async function askPress(
  decision: TurnDecision,
  heard: string,
  conversation: Conversation | null,
  context: readonly ContextLine[],
  records: Pick<TurnRecords, 'ticket'>,
): Promise<TurnDecision> {
  const waits = conversation?.owner === 'queue' && conversation.ticketId !== null;
  if (!waits || decision.reply !== null || decision.outcome !== 'escalated' || heard === '') return decision;
  const ticket = await records.ticket(conversation.ticketId);
  if (ticket?.topic !== 'press' && decision.ticket?.topic !== 'press') return decision;
  const slots = readPressSlots([...context, { author: 'citizen', text: heard }]);
  const wasSaid = (words: string) => context.some((line) => line.author === 'us' && line.text.includes(words));
  const missing = PRESS_SLOTS.find((slot) => slots[slot] === null && !wasSaid(PRESS_QUESTIONS[slot]));
  const reply = missing === undefined ? PRESS_NOTED : PRESS_QUESTIONS[missing];
  return wasSaid(reply) ? decision : { ...decision, decidedBy: `press:${missing ?? 'noted'}`, reply };
}
