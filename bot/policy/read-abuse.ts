import type { MessageWords } from './message-words.ts';
import { createPhraseCompiler, findPhrase, type Phrase } from './phrase.ts';
import { AROUND_INSULTS, CITIZENS_WORDS, INSULTS, OFFERS } from './rules/abuse.ts';
import type { MessageShape } from './shapes.ts';

/** What a message is where it is nothing but misuse of the page. */
export type Abuse = 'insult' | 'advert';

/** Longer tirades say something besides. */
const MOST_WORDS = 40;
const LINK =
  /https?:\/\/|www\.|\b(?:t\.me|zalo\.me|bit\.ly|fb\.com|shopee|lazada|tiktok)\b|\b[a-z0-9-]+\.(?:com|net|vip|top|xyz|club|shop|info|io|me)\b/iu;

const compile = createPhraseCompiler({});
const insults = INSULTS.map(compile);
const offers = OFFERS.map(compile);
const citizensWords = CITIZENS_WORDS.map(compile);

/**
 * Tells messages that are nothing but an insult, or advertising, from all others. One word of something else, and it is
 * no insult: an angry parent's question is a question.
 * @param text as it came, for links
 */
export function readAbuse(text: string, message: MessageWords, shapes: ReadonlySet<MessageShape>): Abuse | null {
  if (isOnlyInsult(message)) return 'insult';
  return isAdvert(text, message, shapes) ? 'advert' : null;
}

function isOnlyInsult(message: MessageWords): boolean {
  if (message.words.length === 0 || message.words.length > MOST_WORDS) return false;
  // Dots inside an insult hide it; where nothing else is said, no sentence needs its end.
  const words = message.words.map((word) => ({ ...word, opensSentence: false }));
  const insulting = new Set<number>();
  for (const phrase of insults) {
    words.forEach((word, at) => {
      if (!phrase.heads.has(word.folded)) return;
      phrase.matchAt(words, at, (end) => {
        for (let index = at; index < end; index += 1) insulting.add(index);
        return true;
      });
    });
  }
  return insulting.size > 0 && words.every(({ folded }, at) => insulting.has(at) || AROUND_INSULTS.has(folded));
}

function isAdvert(text: string, message: MessageWords, shapes: ReadonlySet<MessageShape>): boolean {
  if (!LINK.test(text) && !shapes.has('phone-number')) return false;
  if (shapes.has('asks')) return false;
  const has = (among: readonly Phrase[]) => among.some((phrase) => findPhrase(phrase, message) !== null);
  return has(offers) && !has(citizensWords);
}
