import { z } from 'zod';
import { homeOf } from './access.ts';
import type { createGuard } from './guard.tsx';
import { isConsolePage } from './page-addresses.ts';
import { LANGUAGES, preferenceCookie, THEMES, USUAL_PREFERENCES } from './preferences.ts';

const form = z.object({
  theme: z.enum(THEMES).catch(USUAL_PREFERENCES.theme),
  language: z.enum(LANGUAGES).catch(USUAL_PREFERENCES.language),
});

/** Remembers how the console is to look in this browser, and leads back to the page the form stood on. */
export function addPreferenceRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: { readonly secureCookies: boolean },
): void {
  guard.staff('POST /staff/preferences', (request, response, { account }) => {
    response.cookie(...preferenceCookie(form.parse(request.body), deps.secureCookies));
    response.redirect(303, pageBefore(request.get('referer')) ?? homeOf(account.role));
  });
}

/** A page of the console in the browser's `Referer`, which our own pages send to our own pages. */
function pageBefore(referrer: string | undefined): string | null {
  if (referrer === undefined || !URL.canParse(referrer)) return null;
  const { pathname, search } = new URL(referrer);
  return isConsolePage(pathname + search) ? pathname + search : null;
}
