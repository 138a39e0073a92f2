import type { Request } from 'express';
import { type ErrorLook, TO_CITIZENS } from '../http/error-words.ts';
import { wordsIn } from './languages/words-in.ts';
import { entrancePreferences } from './preferences.ts';

/** How an error looks: under the console's addresses as the console looks to this browser, elsewhere as to citizens. */
export function errorLook(request: Request): ErrorLook {
  if (!/^\/staff(?:\/|$)/.test(request.path)) return TO_CITIZENS;
  const { language, theme } = entrancePreferences(request);
  return { words: wordsIn(language).errors, language, theme, home: '/staff' };
}
