import { fold } from '../knowledge/text/normalise.ts';
import type { QuickReply, TranscriptMessage } from './conversation.ts';
import type { TurnRecords } from './ports/records.ts';
import type { HeardMessage } from './turn-input.ts';

/** Longer words than any title are no choice. */
const LONGEST_CHOICE = 40;
const RECENT_LINES = 6;
const NUMBER = /^(?:số\s*)?(\d{1,2})[.)]?$/iu;

/**
 * A message that types a choice instead of tapping it (its number in the list, or its words) as if it had been
 * tapped. The choices are those of our last words; a message with other words comes back unchanged.
 */
export async function readTypedChoice(
  heard: HeardMessage,
  conversationId: string,
  records: TurnRecords,
): Promise<HeardMessage> {
  if (heard.payload !== null || heard.text === '' || heard.text.length > LONGEST_CHOICE) return heard;
  const lines = await records.transcript(conversationId, 0, RECENT_LINES);
  const chosen = choiceOf(heard.text, offeredBy(lines));
  return chosen === null ? heard : { ...heard, text: chosen.title, payload: chosen.payload };
}

function offeredBy(lines: readonly TranscriptMessage[]): readonly QuickReply[] {
  return lines.findLast((line) => line.author !== 'citizen')?.quickReplies ?? [];
}

function choiceOf(text: string, offered: readonly QuickReply[]): QuickReply | null {
  const number = text.match(NUMBER)?.[1];
  if (number !== undefined) return offered[Number(number) - 1] ?? null;
  return offered.find((choice) => fold(choice.title) === fold(text)) ?? null;
}
