import type { ContextLine, TranscriptMessage } from '../../bot/conversation.ts';
import { maskMessage } from '../../bot/masked-message.ts';
import type { RecordedTurn } from '../../bot/ports/ledger.ts';

/** What a turn heard and knew, as far as the records still tell. */
export interface HeardThen {
  readonly text: string;
  /** Earlier lines of the conversation, oldest first. */
  readonly before: readonly ContextLine[];
  /** The transcript has the words no more: they are the ledger's, without personal data and without what came before. */
  readonly masked: boolean;
}

/** One turn joins no more messages. */
const MOST_JOINED = 10;

/** Finds the words of a turn among the lines of its conversation, which has them as they were written. */
export function heardThen({ at, question }: RecordedTurn, lines: readonly TranscriptMessage[]): HeardThen {
  const reply = lines.findIndex((line) => line.author === 'bot' && line.at === at);
  const ends = reply === -1 ? lines.flatMap(({ author }, index) => (author === 'citizen' ? index + 1 : [])) : [reply];
  for (const end of ends.reverse()) {
    for (let count = 1; count <= Math.min(MOST_JOINED, end); count += 1) {
      const own = lines.slice(end - count, end);
      if (own.some(({ author }) => author !== 'citizen')) break;
      const text = own.map((line) => line.text).join('\n');
      if (maskMessage(text).trim() === question.trim()) return found(text, lines, end - count);
    }
  }
  // What families say of birth and address is kept out of the ledger: it is what stands before the reply.
  if (reply > 0 && lines[reply - 1]?.author === 'citizen') return found(lines[reply - 1]?.text ?? '', lines, reply - 1);
  return { text: question, before: [], masked: true };
}

function found(text: string, lines: readonly TranscriptMessage[], start: number): HeardThen {
  const epoch = lines[start]?.epoch;
  const before = lines
    .slice(0, start)
    .filter((line) => line.epoch === epoch && line.text !== '')
    .map(({ author, text: words, quickReplies }): ContextLine => {
      return { author: author === 'citizen' ? 'citizen' : 'us', text: words, quickReplies };
    });
  return { text, before, masked: false };
}
