import { shareOfSyllables } from '../../../knowledge/text/syllable-likelihood.ts';
import { fromLegacy, type LegacyEncoding } from './legacy-encodings.ts';

const ENCODINGS: readonly LegacyEncoding[] = ['TCVN3', 'VNI'];
/** Enough words to tell an encoding; more cost time and change nothing. */
const SAMPLE = 2_000;
/** Fewer words with foreign letters prove nothing: a name or two in an English text. */
const LEAST_WORDS = 4;
/** Share of valid syllables that Vietnamese text, names and numbers included, always reaches. */
const VIETNAMESE_SHARE = 0.75;
/** By so much must a reading be better than the text as it stands. */
const LEAST_GAIN = 0.25;

export interface RepairedText {
  readonly text: string;
  /** The encoding that the text was in, wholly or on some of its lines; `null` when nothing was changed. */
  readonly encoding: LegacyEncoding | null;
}

/**
 * Text in Unicode whatever it was set in: TCVN3 and VNI are recognised by the share of valid Vietnamese syllables
 * among the words that hold foreign letters. Correct Vietnamese and other languages come back unchanged. In a mixed
 * text each line is judged by itself.
 */
export function repairLegacy(text: string): RepairedText {
  const encoding = detectLegacy(text);
  if (encoding === null) return { text, encoding: null };
  const lines = text.split('\n').map((line) => (isBetterAsIs(line, encoding) ? line : fromLegacy(line, encoding)));
  return { text: lines.join('\n'), encoding };
}

/** The legacy encoding that some lines of a text are in, or `null` for a text that is right as it stands. */
export function detectLegacy(text: string): LegacyEncoding | null {
  const words = text
    .split('\n')
    .filter((line) => !isUnicodeVietnamese(line))
    .flatMap(wordsInQuestion);
  if (words.length < LEAST_WORDS) return null;
  return bestReading(words.slice(0, SAMPLE).join(' '));
}

/** The reading with clearly the most valid syllables, or `null` when the text as it stands is as good. */
function bestReading(words: string): LegacyEncoding | null {
  const asIs = vietnameseShare(words);
  const readings = ENCODINGS.map((encoding) => ({
    encoding,
    share: vietnameseShare(fromLegacy(words, encoding)),
  })).sort((a, b) => b.share - a.share);
  const best = readings[0];
  return best !== undefined && best.share >= VIETNAMESE_SHARE && best.share >= asIs + LEAST_GAIN ? best.encoding : null;
}

/** Whether a line reads better unconverted, or has nothing to convert. */
export function isBetterAsIs(line: string, encoding: LegacyEncoding): boolean {
  return wordsInQuestion(line).length === 0 || compareReadings(line, encoding) < 0;
}

/**
 * By how much (-1..1) a text is better Vietnamese when it is converted: above 0 convert it, below 0 leave it, 0 where
 * its words tell nothing.
 */
export function compareReadings(text: string, encoding: LegacyEncoding): number {
  const words = wordsInQuestion(text);
  if (words.some(isUnicodeVietnamese)) return -1;
  const joined = words.join(' ');
  return vietnameseShare(fromLegacy(joined, encoding)) - vietnameseShare(joined);
}

/** Share (0..1) of valid syllables, whatever their case. */
export function vietnameseShare(text: string): number {
  return shareOfSyllables(text.toLowerCase());
}

/** Words with a character that an encoding can change, or that proves there is nothing to change. */
function wordsInQuestion(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\u00a1-\u00ff\uf0a1-\uf0ff]/.test(word) || isUnicodeVietnamese(word));
}

/** Letters that only Unicode has; no legacy font can have written them. */
function isUnicodeVietnamese(word: string): boolean {
  return /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u.test(word);
}
