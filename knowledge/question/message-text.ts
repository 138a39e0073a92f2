import { expandAbbreviations } from '../text/abbreviations.ts';
import { mendHastyTyping } from '../text/hasty-typing.ts';
import { fold, stripInvisible } from '../text/normalise.ts';
import { knownWords } from '../text/restore/known-words.ts';
import type { Restore, RestoredWord } from '../text/restore/restore-diacritics.ts';

/** A message as its writer meant it. */
export interface MessageText {
  /** Abbreviations written out, diacritics restored, single spaces; no emoji, markup or invisible characters. */
  readonly text: string;
  /** Its words in order, each with what stood there after abbreviations were written out. */
  readonly words: readonly RestoredWord[];
  /** `other` when most of its words cannot be Vietnamese. */
  readonly language: 'vi' | 'other';
}

/** Longer messages are read by their first and last words: the question stands there, and time stays bounded. */
const MOST_CHARACTERS = 2_000;
const MARKUP = /<\/?[a-z][^<>]{0,200}>/giu;
const PICTURES = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20E3)+/gu;
/** Faces made of signs: «:))», «=((», «:v», «<3», «^^», «T.T». */
const FACES = /(?:[:=;]['-]?[()]{1,20}|(?<!\S)[:=;]['-]?[dpv3o](?!\S)|<3|\^[_.]?\^|(?<!\S)T[._]T(?!\S))/giu;
/** Fragments of a burst come one a line: where a line ends without a mark, a comma keeps them apart. */
const LINE_END = /(?<=[\p{L}\p{M}\d])[ \t]*\n\s*(?=\S)/gu;
const LETTERS = /[\p{L}\p{M}]+/gu;
const LEAST_WORDS_TO_JUDGE = 3;
/** So many words with Vietnamese diacritics leave no doubt. */
const ACCENTED_TO_JUDGE = 2;

/**
 * Reads a message's words; never throws, and time grows with no more than 2,000 characters.
 * @param isKept whether an abbreviation (as typed) stays as it is
 */
export function readMessageText(message: string, restore: Restore, isKept?: (word: string) => boolean): MessageText {
  const bounded =
    message.length <= MOST_CHARACTERS
      ? message
      : `${message.slice(0, MOST_CHARACTERS / 2)} ${message.slice(-MOST_CHARACTERS / 2)}`;
  const visible = stripInvisible(bounded)
    .normalize('NFKC')
    .replace(LINE_END, ', ')
    .replace(MARKUP, ' ')
    .replace(FACES, ' ')
    .replace(PICTURES, ' ');
  const written = expandAbbreviations(mendHastyTyping(visible), isKept).replace(/\s+/g, ' ').trim();
  const language = languageOf(written);
  if (language === 'other') return { text: written, words: [], language };
  return { ...restore(written), language };
}

function languageOf(text: string): MessageText['language'] {
  const words = text.match(LETTERS) ?? [];
  if (words.length < LEAST_WORDS_TO_JUDGE && !words.some((word) => !/\p{Script=Latin}/u.test(word))) return 'vi';
  const { byLetters } = knownWords();
  const vietnamese = words.filter((word) => byLetters.has(fold(word)));
  const accented = vietnamese.filter((word) => fold(word) !== word.toLowerCase());
  return accented.length >= ACCENTED_TO_JUDGE || vietnamese.length * 2 >= words.length ? 'vi' : 'other';
}
