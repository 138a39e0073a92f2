import { fold } from '../knowledge/text/normalise.ts';
import type { ContextLine } from './conversation.ts';
import { typedRating } from './gaps/rate-turn.ts';
import { PAYLOADS } from './quick-replies.ts';
import { typedConsent } from './reminders/reminder-buttons.ts';
import { typedClosingRating } from './ticket-rating/rate-closing.ts';
import type { HeardMessage } from './turn-input.ts';

/** «2», «2.», «số 2 ạ». */
const NUMBER = /^(?:số )?(\d{1,2})[.)]?(?: (?:ạ|nhé|nha))?$/iu;

/**
 * What a message chooses of the buttons under our last words: channels without buttons let people type a button's
 * number (from 1, in their order) or its title. A button that speaks for the citizen becomes its words.
 */
export function readChoice(heard: HeardMessage, context: readonly ContextLine[]): HeardMessage {
  const payload = heard.payload ?? typedPayload(heard.text, context);
  if (payload === null) return heard;
  return payload.startsWith(PAYLOADS.say)
    ? { ...heard, text: payload.slice(PAYLOADS.say.length), payload: null }
    : { ...heard, payload };
}

function typedPayload(text: string, context: readonly ContextLine[]): string | null {
  const offered = context.at(-1)?.quickReplies ?? [];
  const number = NUMBER.exec(text.trim())?.[1];
  const choice =
    number === undefined ? offered.find(({ title }) => fold(title) === fold(text).trim()) : offered[Number(number) - 1];
  return (
    choice?.payload ?? typedRating(text, context) ?? typedConsent(text, context) ?? typedClosingRating(text, context)
  );
}
