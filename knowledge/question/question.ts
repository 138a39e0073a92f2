import { territoriesAskedFor } from '../territories.ts';
import { type Restore, restoreDiacritics } from '../text/restore/restore-diacritics.ts';
import { tokenize } from '../text/tokens.ts';
import { officialWordsFor } from './citizen-words.ts';
import { type Entities, readEntities } from './entities.ts';
import { EVERYDAY_WORDS, FILLER_WORDS, QUESTION_WORDS } from './filler-words.ts';
import { type FollowUp, followUp, MEMORY, mayFollow } from './follow-up.ts';
import { readMessageText } from './message-text.ts';
import { splitQuestions } from './split-questions.ts';

/** A citizen's message, read for searching. */
export interface Question {
  /** Abbreviations written out and diacritics restored, otherwise the citizen's words. */
  readonly text: string;
  /** The same as a question that stands alone: a follow-up is joined to the question it follows. */
  readonly standalone: string;
  /** `standalone` in the collection's spelling, for comparing by meaning: its own abbreviations («THPT») stay. */
  readonly spelledAsCollection: string;
  /** Whether the message goes on about an earlier one, so that `standalone` holds words of both. */
  readonly isFollowUp: boolean;
  /** The questions it asks, each standing alone, in order; one for nearly every message. */
  readonly parts: readonly string[];
  /** Search terms with weights (1 = the citizen's own words in this message). */
  readonly accented: ReadonlyMap<string, number>;
  readonly folded: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** Folded content words of the citizen's own wording, without filler and synonyms: what an answer must cover. */
  readonly content: ReadonlySet<string>;
  /** Figures and names of the stand-alone question. */
  readonly entities: Entities;
  /** `other` when most of its words cannot be Vietnamese. */
  readonly language: 'vi' | 'other';
}

/** What a question is read against. */
export interface ReadingCollection {
  /** Restores diacritics, so that names in the collection come back right. */
  readonly restore: Restore;
  /** Whether the collection itself writes a word (lower case) again and again. */
  writes(word: string): boolean;
}

const NO_COLLECTION: ReadingCollection = { restore: restoreDiacritics, writes: () => false };

/** Weight of the words that official texts use for the citizen's. */
export const SYNONYM_WEIGHT = 0.5;
const EARLIER_WEIGHT = 0.7;
/** Words of an abbreviation that the collection writes as the citizen does: it is found as it stands. */
const WRITTEN_OUT_WEIGHT = 0.25;
/** Shorter abbreviations mean too many things: «TA» is Tiếng Anh, and «e» a point of a list. */
const SHORTEST_OFFICIAL = 3;

/**
 * Reads a message for searching. About 1 ms; a message of any length and content takes at most a few.
 * @param earlier the citizen's earlier messages of this conversation, oldest first
 * @param collection the knowledge base that is searched
 * @param readText reads the words of one message
 */
export function readQuestion(
  message: string,
  earlier: readonly string[] = [],
  collection: ReadingCollection = NO_COLLECTION,
  readText: typeof readMessageText = readMessageText,
): Question {
  const { restore } = collection;
  let keepsAny = false;
  const isOfficial = (word: string) => {
    const kept = word.length >= SHORTEST_OFFICIAL && collection.writes(word.toLowerCase());
    keepsAny ||= kept;
    return kept;
  };
  const asCollection = readText(message, restore, isOfficial);
  // Most messages hold no abbreviation that stays, and are read once.
  const { text, language } = keepsAny ? readText(message, restore) : asCollection;
  const joined = joinEarlier(text, earlier, (before) => readText(before, restore).text);
  const standalone = joined?.standalone ?? text;
  // What is added to an earlier question belongs to it; only swapped words («thế lớp 6») ask all of it again.
  const parts = joined === null || joined.standalone === joined.before ? splitQuestions(standalone) : [standalone];
  const spelled = asCollection.text;
  const terms = createTerms();
  terms.add(spelled, 1);
  if (spelled !== text) terms.add(text, WRITTEN_OUT_WEIGHT);
  if (joined !== null) terms.add(joined.before, EARLIER_WEIGHT);
  const words = tokenize(standalone).folded;
  const content = new Set(words.filter(isContent));
  // A place says whose rule is asked for; the rule's words need not hold its name.
  for (const place of territoriesAskedFor(standalone))
    for (const syllable of tokenize(place).folded) content.delete(syllable);
  for (const written of officialWordsFor(words)) terms.add(written, SYNONYM_WEIGHT);
  const { accented, folded, pairs } = terms;
  const entities = readEntities(standalone);
  return {
    text,
    standalone,
    spelledAsCollection: joined?.standalone ?? spelled,
    isFollowUp: joined !== null,
    parts,
    accented,
    folded,
    pairs,
    content,
    entities,
    language,
  };
}

/**
 * Joins a message that goes on about an earlier one with it; `null`: it stands alone.
 * @param text the message as read
 * @param earlier the citizen's earlier messages as written, oldest first
 */
export function joinEarlier(
  text: string,
  earlier: readonly string[],
  read: (before: string) => string,
): FollowUp | null {
  return earlier.length > 0 && mayFollow(text) ? followUp(text, earlier.slice(-MEMORY).map(read)) : null;
}

/** Collects weighted search terms; of one term the highest weight counts. */
function createTerms() {
  const accented = new Map<string, number>();
  const folded = new Map<string, number>();
  const pairs = new Map<string, number>();
  return {
    accented,
    folded,
    pairs,
    add(words: string, weight: number): void {
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
    },
  };
}

function isContent(syllable: string): boolean {
  return !FILLER_WORDS.has(syllable) && !QUESTION_WORDS.has(syllable) && !EVERYDAY_WORDS.has(syllable);
}

function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weights.get(term) ?? 0, weight));
}
