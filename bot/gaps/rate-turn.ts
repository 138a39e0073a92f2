import { fold } from '../../knowledge/text/normalise.ts';
import type { ContextLine } from '../conversation.ts';
import { chat, type TurnDecision } from '../turn-decision.ts';
import { readRating, reasonButtons } from './rating-buttons.ts';
import { RATING_REPLIES, WRONG_ANSWER } from './rating-words.ts';

/** The decision on a tap that rates an answer; `null` for any other payload. */
export function rateTurn(payload: string | null): TurnDecision | null {
  const read = payload === null ? null : readRating(payload);
  if (read === null) return null;
  const { rating, reason, turnId } = read;
  const reply = rating === 'up' ? RATING_REPLIES.up : reason === null ? RATING_REPLIES.down : RATING_REPLIES.reason;
  const decision = chat(`rating:${rating}`, reply);
  const asksWhy = rating === 'down' && reason === null;
  return { ...decision, rating: read, ...(asksWhy ? { quickReplies: reasonButtons(turnId) } : {}) };
}

/** The button that typed words stand for when they say that the answer just before them is wrong; else `null`. */
export function typedRating(text: string, context: readonly ContextLine[]): string | null {
  const words = fold(text.replace(/[^\p{L}\p{M}\s]/gu, ' '))
    .replace(/^(?:da|ad|ad oi|page|ban|em|oi) /u, '')
    .replace(/ (?:a|ad|nhe|nha|roi a|em|ban|page)$/u, '');
  if (!WRONG_ANSWER.has(words)) return null;
  const offered = context.at(-1)?.author === 'us' ? (context.at(-1)?.quickReplies ?? []) : [];
  return (
    offered.find(({ payload }) => {
      const read = readRating(payload);
      return read?.rating === 'down' && read.reason === null;
    })?.payload ?? null
  );
}
