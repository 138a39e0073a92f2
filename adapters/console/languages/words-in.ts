import type { Preferences } from '../preferences.ts';
import { ENGLISH } from './english.ts';
import { type ConsoleWords, VIETNAMESE } from './words.ts';

const WORDS: Readonly<Record<Preferences['language'], ConsoleWords>> = { vi: VIETNAMESE, en: ENGLISH };

/** The words of the shell and the inbox in a language. */
export function wordsIn(language: Preferences['language']): ConsoleWords {
  return WORDS[language];
}
