import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { z } from 'zod';
import type { StaffAccount, StaffStore } from '../../bot/ports/staff.ts';
import { homeOf } from './access.ts';
import { renderLoginPage, renderPasswordPage } from './account-pages.tsx';
import type { OnAudit } from './audit.ts';
import type { createGuard } from './guard.tsx';
import { wordsIn } from './languages/words-in.ts';
import { isConsolePage } from './page-addresses.ts';
import { checkPassword, type PasswordCheck } from './password-check.ts';
import { passwordProblem } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import { entrancePreferences, LANGUAGES, preferenceCookie } from './preferences.ts';
import type { SecondFactor } from './second-factor/second-factor.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import { durationInWords } from './time-words.ts';

const HOME = '/staff/tickets';
const LONGEST_NAME = 100;

const field = z.string().max(1000).catch('');
const loginForm = z.object({
  name: field.transform((name) => name.trim().toLowerCase().slice(0, LONGEST_NAME)),
  password: field,
  next: field,
});
const passwordForm = z.object({ current: field, next: field, repeat: field });
const loginQuery = z.object({
  next: field,
  expired: z.string().optional().catch(undefined),
  language: z.enum(LANGUAGES).nullable().catch(null),
});

/** What log-in and the pages of the own account need. */
export interface AccountDependencies {
  readonly staff: StaffStore;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly onAudit: OnAudit;
  readonly now: () => number;
  readonly passwords: Passwords;
  readonly secureCookies: boolean;
}

/** Log-in, log-out and the password page. */
export function addAccountRoutes(guard: ReturnType<typeof createGuard>, deps: AccountDependencies): void {
  const { staff, sessions, secondFactor, onAudit, now } = deps;

  guard.everyone('GET /staff/login', (request, response) => {
    const { next, expired, language } = loginQuery.parse(request.query);
    const asked = expired !== undefined && next !== '' && next !== HOME && next !== '/staff';
    const before = entrancePreferences(request);
    const preferences = language === null ? before : { ...before, language };
    if (language !== null) response.cookie(...preferenceCookie(preferences, deps.secureCookies));
    const problem = asked ? wordsIn(preferences.language).login.expired : null;
    response.send(renderLoginPage({ name: '', next: ownPage(next), problem, preferences }));
  });

  guard.everyone('POST /staff/login', async (request, response) => {
    const { name, password, next } = loginForm.parse(request.body ?? {});
    const check = await checkPassword(deps, { name, password, address: addressOf(request) }, now());
    if (!check.ok) {
      // What else was typed may be a password in the wrong field, and stays nowhere.
      if (check.reason === 'wrong' && (await staff.find(name)) !== null) onAudit(name, 'log-in-refused', name);
      response.status(check.reason === 'throttled' ? 429 : 401);
      const preferences = entrancePreferences(request);
      const { login, times } = wordsIn(preferences.language);
      const isThrottled = check.reason === 'throttled';
      const problem = isThrottled ? login.throttled(durationInWords(check.waitMs, times)) : login.wrong;
      response.send(renderLoginPage({ name, next: ownPage(next), problem, preferences }));
      return;
    }
    const { account } = check;
    const stage = await secondFactor.stageAfterPassword(account);
    await sessions.signIn(request, response, account, stage);
    if (stage === 'code') {
      response.redirect(303, `/staff/second-factor?next=${encodeURIComponent(ownPage(next))}`);
      return;
    }
    await enter(deps, response, account, account.mustChangePassword ? '/staff/password' : next);
  });

  guard.staff('POST /staff/logout', async (_request, response, { sessionId, account }) => {
    await sessions.signOut(response, sessionId);
    onAudit(account.name, 'logged-out', account.name);
    response.redirect(303, '/staff/login');
  });

  guard.staff('GET /staff/password', (_request, response, signedIn) => {
    response.send(renderPasswordPage(signedIn, null));
  });

  guard.staff('POST /staff/password', async (request, response, signedIn) => {
    const form = passwordForm.parse(request.body);
    const problem = problemOf(form, signedIn);
    if (problem !== null) {
      response.status(400).send(renderPasswordPage(signedIn, problem));
      return;
    }
    const given = { name: signedIn.account.name, password: form.current, address: addressOf(request) };
    const check = await checkPassword(deps, given, now());
    if (!check.ok) {
      response.status(statusOf(check)).send(renderPasswordPage(signedIn, ownPasswordProblem(check, signedIn)));
      return;
    }
    const passwordHash = await deps.passwords.hash(form.next);
    const account = { ...check.account, passwordHash, mustChangePassword: false };
    // Saving ends every session of the account, so whoever knew the old password is out.
    await staff.save(account);
    await sessions.signIn(request, response, account, signedIn.session.stage);
    onAudit(account.name, 'password-changed', account.name);
    response.redirect(303, `${homeOf(account.role)}?notice=password-changed`);
  });
}

/** Leads on where a log-in is complete as far as it can be: notes it, and opens the page that was asked for. */
export async function enter(
  deps: Pick<AccountDependencies, 'staff' | 'onAudit' | 'now'>,
  response: Response,
  { name, role }: Pick<StaffAccount, 'name' | 'role'>,
  next: string,
): Promise<void> {
  await deps.staff.recordLogin(name, deps.now());
  deps.onAudit(name, 'logged-in', name);
  const page = ownPage(next);
  response.redirect(303, page === HOME ? homeOf(role) : page);
}

/** Why the own password was not accepted, in words for its owner. */
export function ownPasswordProblem(
  check: Exclude<PasswordCheck, { ok: true }>,
  { preferences }: Pick<SignedIn, 'preferences'>,
): string {
  const { password, times } = wordsIn(preferences.language);
  return check.reason === 'throttled' ? password.throttled(durationInWords(check.waitMs, times)) : password.wrong;
}

/** HTTP status of a page that refuses a password or code. */
export function statusOf(check: { readonly reason: 'wrong' | 'throttled' }): number {
  return check.reason === 'throttled' ? 429 : 400;
}

/** The address that failures count against: a client's own, or its network where it owns a whole one (IPv6). */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}

/** Refuses more than 30 log-in tries a minute from one address; each try costs memory and a core. */
export function loginLimit(rateLimit: typeof import('express-rate-limit').rateLimit): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: 30,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (request, response) => {
      const preferences = entrancePreferences(request);
      const problem = wordsIn(preferences.language).login.tooManyFromHere;
      response.status(429).send(renderLoginPage({ name: '', next: HOME, problem, preferences }));
    },
  });
}

function problemOf(form: z.infer<typeof passwordForm>, { account, preferences }: SignedIn): string | null {
  const { password } = wordsIn(preferences.language);
  if (form.next.normalize('NFC') === form.current.normalize('NFC')) return password.same;
  const problem = passwordProblem(form.next, account);
  if (problem !== null) return password[problem];
  if (form.next !== form.repeat) return password.different;
  return null;
}

/** Only pages of the console are followed, so that a crafted link cannot send staff elsewhere. */
export function ownPage(next: string): string {
  return isConsolePage(next) ? next : HOME;
}
