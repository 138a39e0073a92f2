import { type MessageWords, readMessageWords } from './message-words.ts';
import { createPhraseCompiler, type Phrase } from './phrase.ts';

const compile = createPhraseCompiler({});
/** Longer messages say something else, too. */
const MOST_WORDS = 20;

/**
 * Makes a reader of messages that say one thing and nothing else.
 * @param meant phrases (`phrase.ts`) of which one must stand there
 * @param around words and courtesies that may stand around them; anything else makes it another message
 */
export function saysOnly(meant: readonly string[], around: readonly string[]): (text: string) => boolean {
  const wanted = meant.map(compile);
  const all = [...wanted, ...around.map(compile)];

  function isCovered(message: MessageWords, at: number, said: boolean): boolean {
    if (at === message.words.length) return said;
    const reads = (phrase: Phrase, says: boolean) =>
      phrase.matchAt(message.words, at, (end) => end > at && isCovered(message, end, said || says));
    return all.some((phrase) => reads(phrase, wanted.includes(phrase)));
  }

  return (text) => {
    const message = readMessageWords(text);
    return message.words.length <= MOST_WORDS && isCovered(message, 0, false);
  };
}
