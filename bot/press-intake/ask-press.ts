import type { ContextLine, Conversation, Ticket } from '../conversation.ts';
import type { TurnDecision } from '../turn-decision.ts';
import { PRESS_SLOTS } from './press-slots.ts';
import { readPressSlots } from './read-slots.ts';
import { PRESS_NOTED, PRESS_QUESTIONS } from './sentences.ts';

/**
 * Asks somebody of the press who waits for the spokesperson for what is still missing: outlet, contact, deadline. Each
 * is asked for once, and whatever they say of the matter is answered with nothing. A person who took over asks himself.
 * @param open the ticket in which they wait
 * @param context earlier messages, oldest first
 */
export function askPress(
  decision: TurnDecision,
  heard: string,
  conversation: Conversation | null,
  open: Ticket | null,
  context: readonly ContextLine[],
): TurnDecision {
  const waits = conversation?.owner === 'queue' && open !== null;
  if (!waits || decision.reply !== null || decision.outcome !== 'escalated' || heard === '') return decision;
  if (open.topic !== 'press' && decision.ticket?.topic !== 'press') return decision;
  const slots = readPressSlots([...context, { author: 'citizen', text: heard }]);
  const wasSaid = (words: string) => context.some((line) => line.author === 'us' && line.text.includes(words));
  const missing = PRESS_SLOTS.find((slot) => slots[slot] === null && !wasSaid(PRESS_QUESTIONS[slot]));
  const reply = missing === undefined ? PRESS_NOTED : PRESS_QUESTIONS[missing];
  return wasSaid(reply) ? decision : { ...decision, decidedBy: `press:${missing ?? 'noted'}`, reply };
}
