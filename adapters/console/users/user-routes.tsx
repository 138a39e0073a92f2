import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ListedAccount, StaffAccount, StaffStore } from '../../../bot/ports/staff.ts';
import type { StaffFactors } from '../../../bot/ports/staff-factors.ts';
import type { AuditedAction, OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import { type NoticeName, noticeOf } from '../notices.ts';
import { makeOneTimePassword } from '../one-time-password.ts';
import type { Passwords } from '../passwords.ts';
import type { SecondFactor } from '../second-factor/second-factor.ts';
import type { SignedIn } from '../sessions.ts';
import { codeKey, nameKey } from '../throttle.ts';
import { accountFields, firstProblem, newAccountFields, STAFF_ROLES } from './account-fields.ts';
import { type NewAccount, renderUserListPage } from './user-list-page.tsx';
import { renderOneTimePasswordPage, renderUserPage } from './user-page.tsx';

const text = z.string().max(200).catch('');
/** What to show again in a form that was refused. */
const written = z.object({ name: text, displayName: text, role: z.enum(STAFF_ROLES).catch('agent'), group: text });
const NOTHING_WRITTEN: NewAccount = { name: '', displayName: '', role: 'agent', group: '' };

/** Pages on which admins look after accounts. Every change is audited; none can leave the office without an admin. */
export function addUserRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: {
    readonly staff: StaffStore;
    readonly factors: StaffFactors;
    readonly secondFactor: SecondFactor;
    readonly onAudit: OnAudit;
    readonly passwords: Passwords;
    readonly randomBytes: (size: number) => Buffer;
  },
): void {
  const { staff, factors, secondFactor, onAudit } = deps;

  guard.staff('GET /staff/users', async (_request, response, signedIn) => {
    await showList(response, signedIn, NOTHING_WRITTEN, null);
  });

  guard.staff('POST /staff/users', async (request, response, signedIn) => {
    const form = newAccountFields.safeParse(request.body);
    const problem = form.success
      ? (await staff.find(form.data.name)) === null
        ? null
        : wordsIn(signedIn.preferences.language).users.problems.taken
      : wordsIn(signedIn.preferences.language).users.problems[firstProblem(form.error)];
    if (!form.success || problem !== null) {
      response.status(400);
      return showList(response, signedIn, written.parse(request.body), problem);
    }
    const { password, passwordHash } = await makeOneTimePassword(deps.passwords, deps.randomBytes);
    const account = { ...form.data, passwordHash, mustChangePassword: true, disabled: false };
    await staff.save(account);
    onAudit(signedIn.account.name, 'user-added', account.name);
    response.send(renderOneTimePasswordPage(signedIn, account, password));
  });

  guard.staff('GET /staff/users/:name', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    await showUser(response, signedIn, user, noticeOf(request), null);
  });

  guard.staff('POST /staff/users/:name', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    const form = accountFields.safeParse(request.body);
    if (!form.success) {
      response.status(400);
      return showUser(
        response,
        signedIn,
        user,
        null,
        wordsIn(signedIn.preferences.language).users.problems[firstProblem(form.error)],
      );
    }
    const changesOwnRole = user.account.name === signedIn.account.name && form.data.role !== user.account.role;
    if (changesOwnRole) return showNotice(response, user.account.name, 'own-account');
    await change(response, signedIn, { ...user.account, ...form.data }, 'user-changed');
  });

  guard.staff('POST /staff/users/:name/disable', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    if (user.account.name === signedIn.account.name) return showNotice(response, user.account.name, 'own-account');
    await change(response, signedIn, { ...user.account, disabled: true }, 'user-disabled');
  });

  guard.staff('POST /staff/users/:name/enable', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    await change(response, signedIn, { ...user.account, disabled: false }, 'user-enabled');
  });

  guard.staff('POST /staff/users/:name/password', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    const { account } = user;
    const { password, passwordHash } = await makeOneTimePassword(deps.passwords, deps.randomBytes);
    await staff.save({ ...account, passwordHash, mustChangePassword: true });
    await staff.clearFailures(nameKey(account.name));
    onAudit(signedIn.account.name, 'user-password-reset', account.name);
    response.send(renderOneTimePasswordPage(signedIn, account, password));
  });

  guard.staff('POST /staff/users/:name/second-factor', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    const { name } = user.account;
    if (!(await factors.remove(name))) return showNotice(response, name, 'user-no-factor');
    await staff.clearFailures(codeKey(name));
    await staff.endSessions(name, null);
    onAudit(signedIn.account.name, 'user-factor-reset', name);
    showNotice(response, name, 'user-factor-reset');
  });

  guard.staff('POST /staff/users/:name/sessions', async (request, response, signedIn) => {
    const user = await listed(request);
    if (user === null) return refuseUnknown(response, signedIn);
    const { name } = user.account;
    await staff.endSessions(name, null);
    onAudit(signedIn.account.name, 'user-sessions-ended', name);
    showNotice(response, name, 'user-sessions-ended');
  });

  async function listed(request: Request): Promise<ListedAccount | null> {
    const name = String(request.params.name);
    return (await staff.list()).find(({ account }) => account.name === name) ?? null;
  }

  async function change(
    response: Response,
    signedIn: SignedIn,
    account: StaffAccount,
    done: Extract<AuditedAction & NoticeName, string>,
  ): Promise<void> {
    if ((await staff.save(account)) === 'last-admin') return showNotice(response, account.name, 'last-admin');
    onAudit(signedIn.account.name, done, account.name);
    showNotice(response, account.name, done);
  }

  async function showList(
    response: Response,
    signedIn: SignedIn,
    form: NewAccount,
    problem: string | null,
  ): Promise<void> {
    const [users, withFactor] = await Promise.all([staff.list(), factors.names()]);
    const { mustHave: mustHaveFactor } = secondFactor;
    response.send(renderUserListPage({ signedIn, users, withFactor, mustHaveFactor, written: form, problem }));
  }

  async function showUser(
    response: Response,
    signedIn: SignedIn,
    user: ListedAccount,
    notice: NoticeName | null,
    problem: string | null,
  ): Promise<void> {
    const hasFactor = (await factors.factor(user.account.name)) !== null;
    const mustHaveFactor = secondFactor.mustHave(user.account.role);
    response.send(renderUserPage({ signedIn, user, hasFactor, mustHaveFactor, notice, problem }));
  }
}

function showNotice(response: Response, name: string, notice: NoticeName): void {
  response.redirect(303, `/staff/users/${encodeURIComponent(name)}?notice=${notice}`);
}

function refuseUnknown(response: Response, signedIn: SignedIn): void {
  const { users, refusals } = wordsIn(signedIn.preferences.language);
  const link = { href: '/staff/users', words: users.back };
  response.status(404).send(renderRefusal(signedIn, refusals['no-user'], link, { translated: true }));
}
