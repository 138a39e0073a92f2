import type { CookieOptions, Request } from 'express';
import { z } from 'zod';
import { readCookie } from '../http/cookies.ts';

/** How one person wants to see the console in this browser. `auto` follows the device. */
export interface Preferences {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly language: 'vi' | 'en';
}

export const THEMES = ['auto', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
export const LANGUAGES = ['vi', 'en'] as const satisfies readonly Preferences['language'][];

/** What somebody sees who chose nothing. */
export const USUAL_PREFERENCES: Preferences = { theme: 'auto', language: 'vi' };

const COOKIE = 'console-view';
const YEAR_MS = 365 * 24 * 3_600_000;

const stored = z.tuple([z.enum(THEMES), z.enum(LANGUAGES)]);

/** Reads them from a `Cookie` header; what makes no sense there counts as nothing chosen, and gives `usual`. */
export function readPreferences(cookieHeader: string | undefined, usual = USUAL_PREFERENCES): Preferences {
  const found = stored.safeParse(readCookie(cookieHeader, COOKIE)?.split('.'));
  return found.success ? { theme: found.data[0], language: found.data[1] } : usual;
}

/**
 * How the console looks to somebody who is not in yet: as chosen in this browser before, else in the language that the
 * browser asks for, which is Vietnamese unless it ranks English higher.
 */
export function entrancePreferences(request: Request): Preferences {
  const language = request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
  return readPreferences(request.get('cookie'), { ...USUAL_PREFERENCES, language });
}

/** The cookie that remembers them: name, value and attributes. It says nothing about the person. */
export function preferenceCookie({ theme, language }: Preferences, secure: boolean): [string, string, CookieOptions] {
  return [
    COOKIE,
    `${theme}.${language}`,
    { httpOnly: true, sameSite: 'strict', secure, path: '/staff', maxAge: YEAR_MS },
  ];
}
