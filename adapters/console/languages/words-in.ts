import type { Preferences } from '../preferences.ts';
import { NOTICES } from '../vietnamese.ts';
import { ENGLISH } from './english.ts';
import { ENGLISH_NOTICES } from './english-notices.ts';
import { type ConsoleWords, VIETNAMESE } from './words.ts';

const WORDS: Readonly<Record<Preferences['language'], ConsoleWords>> = { vi: VIETNAMESE, en: ENGLISH };

/** The words of the console in a language. */
export function wordsIn(language: Preferences['language']): ConsoleWords {
  return WORDS[language];
}

/** The result of an action in a language. */
export function noticeIn(language: Preferences['language'], notice: keyof typeof NOTICES): string {
  return language === 'en' ? ENGLISH_NOTICES[notice] : NOTICES[notice].words;
}
