import { keepLatest } from '../../keep-latest.ts';
import { fold } from '../normalise.ts';
import { oneSpelling, withCaseOf } from '../spelling.ts';
import { agrees, readSyllable } from '../syllable.ts';
import { isVietnameseSyllable } from '../vietnamese-syllable.ts';
import { bundledTables, groupByLetters, knownWords } from './known-words.ts';
import { createLanguageModel, type LanguageModel, type ModelWord } from './language-model.ts';
import { EDGE, NUMBER, type PairCounts } from './pair-counts.ts';
import { nearSyllables } from './typing-errors.ts';

/** One word as written and as meant. */
export interface RestoredWord {
  readonly written: string;
  readonly restored: string;
  /** Whether they differ by more than the place of a tone mark: a guess, however likely. */
  readonly changed: boolean;
}

/** A text with its diacritics; everything between words is as written. */
export interface RestoredText {
  readonly text: string;
  readonly words: readonly RestoredWord[];
}

/** See {@link createRestorer}. */
export type Restore = (text: string) => RestoredText;

/** Accented words are kept as they are; plain ones compete with this many accented forms. */
const MOST_CANDIDATES = 14;
/** About three of four Vietnamese syllables carry some diacritic; a short text typed in full may have this few. */
const ACCENTED_SHARE = 0.55;
/** Share of diacritics that are missing even where somebody types them throughout. */
const LEAST_LEFT_OUT = 0.0005;
/** Log probability of a typing error of one letter, beside a form that needs none. */
const TYPING_ERROR = Math.log(0.001);
/** So many unknown words of one text are searched for typing errors; a page of foreign words is left alone. */
const MOST_TYPING_ERRORS = 12;
/** Letters and openings that Vietnamese does not have: a foreign word or a name, not a typing error. */
const FOREIGN = /[fjwz]|^(?:[bdgklmnpvx][lr]|c[lr]|s[cklmnpt])/u;
/** A message is read several times on its way, and again when the next one of its conversation comes. */
const MESSAGES_OF_A_MOMENT = 256;
const WORD_OR_STOP = /[\p{L}\p{M}]+|\p{N}+(?:[.,/-]\p{N}+)*|[.;:!?()\n]/gu;

interface Candidate {
  readonly word: ModelWord;
  /** Log probability that somebody who means this word writes what stands there. */
  readonly written: number;
}

/**
 * Makes a function that writes diacritics where they were left out and mends words that exist nowhere: the likeliest
 * sequence of words (Viterbi) by how often words follow each other in public text, in citizens' questions and in the
 * documents at hand. A word written with diacritics that exists stays; how likely a plain word is meant as such follows
 * from how many of the text's words have diacritics. Under 1 ms for a message.
 * @param documents counts of the indexed documents, `null` for none
 */
export function createRestorer(documents: PairCounts | null = null): Restore {
  const known = knownWords();
  const model = createLanguageModel([
    ...bundledTables(),
    ...(documents === null ? [] : [{ counts: documents, share: 0.15, smoothing: 10 }]),
  ]);
  const names = groupByLetters(
    (documents?.words ?? []).filter((word) => !known.isSyllable(word) && isVietnameseSyllable(word)),
  );
  const vocabulary: Vocabulary = {
    isSettled: (word) => known.isCommon(word) || known.isForeign(word) || (documents?.idOf(word) ?? -1) >= 0,
    isWord: (word) => known.isSyllable(word) || known.isForeign(word) || (documents?.idOf(word) ?? -1) >= 0,
    withLetters: (letters) => [...(known.byLetters.get(letters) ?? []), ...(names.get(letters) ?? [])],
    word: remembering(model.word),
  };
  return keepLatest(MESSAGES_OF_A_MOMENT, (text) => restore(text, vocabulary, model));
}

interface Vocabulary {
  /** Whether a word written with these diacritics stays, whatever stands around it. */
  isSettled(word: string): boolean;
  isWord(word: string): boolean;
  withLetters(letters: string): readonly string[];
  word(text: string): ModelWord;
}

let withoutDocuments: Restore | null = null;

/** Restores by the bundled counts alone; see {@link createRestorer}. */
export function restoreDiacritics(text: string): RestoredText {
  withoutDocuments ??= createRestorer();
  return withoutDocuments(text);
}

interface Token {
  readonly written: string;
  readonly at: number;
  /** What takes its place in the sequence: lower case, one spelling; {@link NUMBER} or {@link EDGE}. */
  readonly word: string;
}

function restore(text: string, vocabulary: Vocabulary, model: LanguageModel): RestoredText {
  const tokens = [...text.normalize('NFC').matchAll(WORD_OR_STOP)].map(readToken);
  const leftOut = shareLeftOut(tokens);
  const shouting = !/\p{Ll}/u.test(text);
  const edge = { word: EDGE, at: 0, written: '' };
  let errorsLeft = MOST_TYPING_ERRORS;
  const options = [edge, ...tokens, edge].map((token) => {
    const forms = candidates(token, leftOut, shouting, vocabulary);
    if (forms.length > 1 || errorsLeft === 0 || !mayBeTypingError(token, vocabulary)) return forms;
    errorsLeft -= 1;
    return [...forms, ...mended(token.word, vocabulary)];
  });
  const meant = likeliest(options, model);
  const words: RestoredWord[] = [];
  const normal = text.normalize('NFC');
  let restored = '';
  let copied = 0;
  tokens.forEach((token, index) => {
    if (token.word === EDGE) return;
    const word = meant[index + 1]?.text ?? token.word;
    const changed = word !== token.word;
    const printed = changed ? withCaseOf(token.written, word) : token.written;
    words.push({ written: token.written, restored: printed, changed });
    restored += normal.slice(copied, token.at) + printed;
    copied = token.at + token.written.length;
  });
  return { text: restored + normal.slice(copied), words };
}

function readToken(found: RegExpExecArray): Token {
  const written = found[0];
  const word = /\p{N}/u.test(written) ? NUMBER : /\p{L}/u.test(written) ? oneSpelling(written.toLowerCase()) : EDGE;
  return { written, at: found.index, word };
}

/** Estimated share (0..1) of diacritics that the writer left out. */
function shareLeftOut(tokens: readonly Token[]): number {
  const words = tokens.filter((token) => token.word !== EDGE && token.word !== NUMBER);
  const expected = words.length * ACCENTED_SHARE + 0.5;
  const accented = words.filter((token) => fold(token.word) !== token.word).length;
  return Math.min(0.98, Math.max(LEAST_LEFT_OUT, 1 - (accented + 0.1) / expected));
}

/** What a word may mean as far as left-out diacritics go; first, if it can be, what it is as written. */
function candidates(
  { word, written }: Pick<Token, 'word' | 'written'>,
  leftOut: number,
  shouting: boolean,
  { isSettled, isWord, withLetters, word: modelWord }: Vocabulary,
): readonly Candidate[] {
  const asWritten = [{ word: modelWord(word), written: 0 }];
  if (word === EDGE || word === NUMBER) return asWritten;
  const letters = fold(word);
  const plain = letters === word;
  if (!plain && isSettled(word)) return asWritten;
  if (plain && !shouting && written.length > 1 && written === written.toUpperCase()) return asWritten;
  const syllable = readSyllable(word);
  const accented = withLetters(letters)
    .filter((form) => form !== word && (plain || agrees(syllable, readSyllable(form))))
    .map((form) => ({ word: modelWord(form), written: Math.log(leftOut) }));
  if (accented.length === 0) return asWritten;
  return [...(plain || isWord(word) ? asWritten : []), ...likeliestAlone(accented)];
}

function mayBeTypingError({ word, written }: Pick<Token, 'word' | 'written'>, vocabulary: Vocabulary): boolean {
  const isAcronym = word.length > 1 && written === written.toUpperCase();
  return word.length > 2 && !vocabulary.isWord(word) && !FOREIGN.test(word) && !isAcronym;
}

function mended(word: string, { withLetters, word: modelWord }: Vocabulary): readonly Candidate[] {
  return likeliestAlone(
    nearSyllables(word, withLetters).map((form) => ({ word: modelWord(form), written: TYPING_ERROR })),
  );
}

function likeliestAlone(forms: readonly Candidate[]): readonly Candidate[] {
  return [...forms].sort((a, b) => b.word.alone - a.word.alone).slice(0, MOST_CANDIDATES);
}

/** The path of highest probability through the candidates (Viterbi). */
function likeliest(options: readonly (readonly Candidate[])[], model: LanguageModel): readonly ModelWord[] {
  let scores = (options[0] ?? []).map(({ written }) => written);
  const cameFrom: number[][] = [];
  for (let position = 1; position < options.length; position += 1) {
    const before = options[position - 1] ?? [];
    const here = options[position] ?? [];
    const from: number[] = [];
    scores = here.map(({ word, written }) => {
      let best = Number.NEGATIVE_INFINITY;
      let bestAt = 0;
      before.forEach((candidate, index) => {
        const score = (scores[index] ?? 0) + Math.log(model.follows(candidate.word, word));
        if (score > best) {
          best = score;
          bestAt = index;
        }
      });
      from.push(bestAt);
      return best + written;
    });
    cameFrom.push(from);
  }
  let at = scores.indexOf(Math.max(...scores));
  const path: ModelWord[] = [];
  for (let position = options.length - 1; position >= 0; position -= 1) {
    const chosen = options[position]?.[at];
    if (chosen !== undefined) path.push(chosen.word);
    at = cameFrom[position - 1]?.[at] ?? 0;
  }
  return path.reverse();
}

/** The same word is asked for again and again; the vocabulary is finite, what people write is not. */
function remembering(make: (text: string) => ModelWord): (text: string) => ModelWord {
  const made = new Map<string, ModelWord>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const word = make(text);
    if (made.size < 20_000) made.set(text, word);
    return word;
  };
}
