import type { Conversation, Ticket } from './conversation.ts';
import { isDanger } from './handover.ts';
import type { OfficeCalendar } from './office-hours/calendar.ts';
import { waitingWords } from './office-hours/waiting-words.ts';
import type { TurnRecords } from './ports/records.ts';
import type { TurnDecision } from './turn-decision.ts';

/** Who writes again and again while waiting is told their place this often (ms). */
const EVERY_MS = 60 * 60_000;

/**
 * Tells somebody who waits for staff and writes again that they were heard, and their place in line, instead of
 * staying silent. A child in danger waits in no line.
 * @param open the ticket in which they wait
 */
export async function tellPlaceInLine(
  decision: TurnDecision,
  conversation: Conversation | null,
  open: Ticket | null,
  records: Pick<TurnRecords, 'placeInLine'>,
  at: number,
  calendar: OfficeCalendar,
): Promise<TurnDecision> {
  if (conversation?.owner !== 'queue' || decision.reply !== null || decision.ticket !== null) return decision;
  const told = conversation.toldAt['in-line'];
  if (told !== undefined && at - told < EVERY_MS) return decision;
  if (open === null || open.dueAt === null || isDanger(open)) return decision;
  const position = await records.placeInLine(open.id);
  if (position === null) return decision;
  const words = waitingWords({ position, dueAt: open.dueAt, pace: null }, at, calendar);
  return { ...decision, reply: words, notice: 'in-line' };
}
