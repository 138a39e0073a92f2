import { territoriesAskedFor } from '../territories.ts';
import { type Restore, restoreDiacritics } from '../text/restore/restore-diacritics.ts';
import { tokenize } from '../text/tokens.ts';
import { CITIZEN_WORDS } from './citizen-words.ts';
import { FILLER_WORDS, QUESTION_WORDS } from './filler-words.ts';
import { readMessageText } from './message-text.ts';

/** A citizen's message, read for searching. */
export interface Question {
  /** Abbreviations written out, otherwise the citizen's words. */
  readonly text: string;
  /** The same as a question that stands alone: for a follow-up the earlier message comes first. */
  readonly standalone: string;
  /** Search terms with weights (1 = the citizen's own words in this message). */
  readonly accented: ReadonlyMap<string, number>;
  readonly folded: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** Folded content words of the citizen's own wording, without filler and synonyms: what an answer must cover. */
  readonly content: ReadonlySet<string>;
  /** `other` when most of its words cannot be Vietnamese. */
  readonly language: 'vi' | 'other';
}

const SYNONYM_WEIGHT = 0.5;
const EARLIER_WEIGHT = 0.7;
const FOLLOW_UP_OPENING = /^(?:thế|the|còn|con|vậy|vay|rồi|roi|ủa|nếu|neu|à|vâng|dạ)(?![\p{L}\p{M}])/iu;
const FOLLOW_UP_MAX_SYLLABLES = 14;

/**
 * Reads a message for searching. A short message that opens like a follow-up ("còn lớp 6 thì sao?") also searches
 * with the words of the citizen's previous message.
 * @param earlier the citizen's earlier messages of this conversation, oldest first
 */
export function readQuestion(
  message: string,
  earlier: readonly string[] = [],
  restore: Restore = restoreDiacritics,
): Question {
  const { text, language } = readMessageText(message, restore);
  const accented = new Map<string, number>();
  const folded = new Map<string, number>();
  const pairs = new Map<string, number>();

  const add = (words: string, weight: number) => {
    const tokens = tokenize(words);
    tokens.folded.forEach((syllable, index) => {
      if (FILLER_WORDS.has(syllable)) return;
      raise(folded, syllable, weight);
      raise(accented, tokens.accented[index] ?? syllable, weight);
    });
    tokens.pairs.forEach((pair, index) => {
      const bothFiller =
        FILLER_WORDS.has(tokens.folded[index] ?? '') && FILLER_WORDS.has(tokens.folded[index + 1] ?? '');
      if (!bothFiller) raise(pairs, pair, weight);
    });
    return tokens;
  };

  const own = add(text, 1);
  const content = new Set(own.folded.filter(isContent));
  let standalone = text;
  const previous = earlier.at(-1);
  let searched = own.folded.join(' ');
  if (previous !== undefined && isFollowUp(text, own.folded.length)) {
    const previousText = readMessageText(previous, restore).text;
    const before = add(previousText, EARLIER_WEIGHT);
    standalone = `${previousText} ${text}`;
    searched += ` ${before.folded.join(' ')}`;
    for (const syllable of before.folded) if (isContent(syllable)) content.add(syllable);
  }
  // A place says whose rule is asked for; the rule's words need not hold its name.
  for (const place of territoriesAskedFor(standalone))
    for (const syllable of tokenize(place).folded) content.delete(syllable);
  for (const [said, written] of CITIZEN_WORDS) {
    if (` ${searched} `.includes(` ${said} `)) add(written, SYNONYM_WEIGHT);
  }
  return { text, standalone, accented, folded, pairs, content, language };
}

function isFollowUp(text: string, syllables: number): boolean {
  return syllables <= FOLLOW_UP_MAX_SYLLABLES && FOLLOW_UP_OPENING.test(text);
}

function isContent(syllable: string): boolean {
  return !FILLER_WORDS.has(syllable) && !QUESTION_WORDS.has(syllable);
}

function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weights.get(term) ?? 0, weight));
}
