import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { StaffRole, StaffStore } from '../../bot/ports/staff.ts';
import { homeOf } from './access.ts';
import { renderLoginPage, renderPasswordPage } from './account-pages.tsx';
import type { createGuard } from './guard.tsx';
import { checkPassword } from './password-check.ts';
import { hashPassword } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import { LOGIN, PASSWORD } from './vietnamese.ts';

const HOME = '/staff/tickets';
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;
const SALT_BYTES = 16;

const field = z.string().max(1000).catch('');
const loginForm = z.object({
  name: field.transform((name) => name.trim().toLowerCase()),
  password: field,
  next: field,
});
const passwordForm = z.object({ current: field, next: field, repeat: field });
const loginQuery = z.object({ next: field, expired: z.string().optional().catch(undefined) });

/** Log-in, log-out and the password page. `limitTries` runs before a password is checked. */
export function addAccountRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: {
    readonly staff: StaffStore;
    readonly sessions: Sessions;
    readonly now: () => number;
    readonly randomBytes: (size: number) => Buffer;
  },
): void {
  const { staff, sessions, now } = deps;

  guard.everyone('GET /staff/login', (request, response) => {
    const { next, expired } = loginQuery.parse(request.query);
    const asked = expired !== undefined && next !== '' && next !== HOME && next !== '/staff';
    response.send(renderLoginPage({ name: '', next: ownPage(next), problem: asked ? LOGIN.expired : null }));
  });

  guard.everyone('POST /staff/login', async (request, response) => {
    const { name, password, next } = loginForm.parse(request.body ?? {});
    const check = await checkPassword(staff, { name, password }, now());
    if (check.ok) {
      await sessions.signIn(response, check.account);
      response.redirect(
        303,
        check.account.mustChangePassword ? '/staff/password' : pageAfterLogin(next, check.account.role),
      );
      return;
    }
    response.status(check.reason === 'throttled' ? 429 : 401);
    response.send(renderLoginPage({ name, next: ownPage(next), problem: LOGIN[check.reason] }));
  });

  guard.staff('POST /staff/logout', async (_request, response, signedIn) => {
    await sessions.signOut(response, signedIn.sessionId);
    response.redirect(303, '/staff/login');
  });

  guard.staff('GET /staff/password', (_request, response, signedIn) => {
    response.send(renderPasswordPage(signedIn, null));
  });

  guard.staff('POST /staff/password', async (request, response, signedIn) => {
    const form = passwordForm.parse(request.body);
    const problem = problemOf(form);
    if (problem !== null) {
      response.status(400).send(renderPasswordPage(signedIn, problem));
      return;
    }
    const check = await checkPassword(staff, { name: signedIn.account.name, password: form.current }, now());
    if (!check.ok) {
      const status = check.reason === 'throttled' ? 429 : 400;
      response.status(status).send(renderPasswordPage(signedIn, PASSWORD[check.reason]));
      return;
    }
    const passwordHash = await hashPassword(form.next, deps.randomBytes(SALT_BYTES));
    const account = { ...check.account, passwordHash, mustChangePassword: false };
    // Saving ends every session of the account, so whoever knew the old password is out.
    await staff.save(account);
    await sessions.signIn(response, account);
    response.redirect(303, `${homeOf(account.role)}?notice=password-changed`);
  });
}

/** Refuses more than 30 log-in tries a minute from one address; each try costs memory and a core. */
export function loginLimit(rateLimit: typeof import('express-rate-limit').rateLimit): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: 30,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (_request, response) => {
      response.status(429).send(renderLoginPage({ name: '', next: HOME, problem: LOGIN.tooManyFromHere }));
    },
  });
}

function problemOf(form: z.infer<typeof passwordForm>): string | null {
  const length = form.next.normalize('NFC').length;
  if (length < SHORTEST_PASSWORD) return PASSWORD.short;
  if (length > LONGEST_PASSWORD) return PASSWORD.long;
  if (form.next === form.current) return PASSWORD.same;
  if (form.next !== form.repeat) return PASSWORD.different;
  return null;
}

function pageAfterLogin(next: string, role: StaffRole): string {
  const page = ownPage(next);
  return page === HOME ? homeOf(role) : page;
}

/** Only pages of the console are followed, so that a crafted link cannot send staff elsewhere. */
function ownPage(next: string): string {
  return /^\/staff\/(?:tickets|documents|uploads|try)(?:\/[\w-]+){0,2}(?:\?[\w=&%+.-]*)?$/.test(next) ? next : HOME;
}
