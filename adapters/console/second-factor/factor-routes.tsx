import type { Response } from 'express';
import { z } from 'zod';
import type { StaffFactors } from '../../../bot/ports/staff-factors.ts';
import {
  type AccountDependencies,
  addressOf,
  enter,
  ownPage,
  ownPasswordProblem,
  statusOf,
} from '../account-routes.tsx';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import { checkPassword } from '../password-check.ts';
import type { Preferences } from '../preferences.ts';
import type { SignedIn } from '../sessions.ts';
import { durationInWords } from '../time-words.ts';
import { renderCodePage } from './code-page.tsx';
import { renderFactorOnPage, renderRecoveryCodesPage, renderSetUpPage } from './factor-pages.tsx';
import type { CodeCheck } from './second-factor.ts';

const field = z.string().max(1000).catch('');
const codeForm = z.object({ code: field, next: field });
const setUpForm = z.object({ code: field, sealedKey: field, password: field });
const nextQuery = z.object({ next: field });

/** The second step of a log-in, and the page where people set up, exchange or turn off their own second factor. */
export function addFactorRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: AccountDependencies & { readonly factors: StaffFactors },
): void {
  const { staff, factors, sessions, secondFactor, onAudit, now } = deps;

  guard.staff('GET /staff/second-factor', async (request, response, signedIn) => {
    if (signedIn.session.stage === 'code') {
      response.send(renderCodePage({ signedIn, next: ownPage(nextQuery.parse(request.query).next), problem: null }));
    } else if (secondFactor.mode === 'off') {
      response.status(404).send(
        renderRefusal(signedIn, wordsIn(signedIn.preferences.language).refusals['factor-off'], null, {
          translated: true,
        }),
      );
    } else await showFactor(response, signedIn, null);
  });

  guard.staff('POST /staff/second-factor/check', async (request, response, signedIn) => {
    const { code, next } = codeForm.parse(request.body);
    const { account, session } = signedIn;
    if (session.stage !== 'code') return response.redirect(303, ownPage(next));
    const check = await secondFactor.check(account.name, code);
    if (!check.ok) {
      onAudit(account.name, 'code-refused', account.name);
      response.status(statusOf(check));
      response.send(
        renderCodePage({ signedIn, next: ownPage(next), problem: problemOf(check, signedIn.preferences.language) }),
      );
      return;
    }
    await sessions.signIn(request, response, account, 'open');
    await enter(deps, response, account, account.mustChangePassword ? '/staff/password' : next);
  });

  guard.staff('POST /staff/second-factor', async (request, response, signedIn) => {
    const { code, sealedKey, password } = setUpForm.parse(request.body);
    const { account, session } = signedIn;
    const { name } = account;
    const offered = secondFactor.offeredKey(name, sealedKey);
    if (offered === null || secondFactor.mode === 'off' || (await factors.factor(name)) !== null) {
      response.status(400);
      return showFactor(response, signedIn, wordsIn(signedIn.preferences.language).factor.stale);
    }
    // A session that somebody left open must not be enough to lock its owner out.
    if (session.stage === 'open') {
      const check = await checkPassword(deps, { name, password, address: addressOf(request) }, now());
      if (!check.ok) {
        response.status(statusOf(check));
        response.send(renderSetUpPage({ signedIn, offered, problem: ownPasswordProblem(check, signedIn) }));
        return;
      }
    }
    const codes = await secondFactor.enrol(name, sealedKey, code);
    if (codes === null) {
      response
        .status(400)
        .send(renderSetUpPage({ signedIn, offered, problem: wordsIn(signedIn.preferences.language).factor.wrong }));
      return;
    }
    await staff.endSessions(name, signedIn.sessionId);
    const complete = await sessions.signIn(request, response, account, 'open');
    onAudit(name, 'factor-added', name);
    response.send(renderRecoveryCodesPage(complete, codes));
  });

  guard.staff('POST /staff/second-factor/codes', async (request, response, signedIn) => {
    const { name } = signedIn.account;
    if (!(await passes(response, signedIn, codeForm.parse(request.body).code))) return;
    const codes = await secondFactor.renewCodes(name);
    onAudit(name, 'recovery-codes-renewed', name);
    response.send(renderRecoveryCodesPage(signedIn, codes));
  });

  guard.staff('POST /staff/second-factor/remove', async (request, response, signedIn) => {
    const { account } = signedIn;
    if (!(await passes(response, signedIn, codeForm.parse(request.body).code))) return;
    await factors.remove(account.name);
    await staff.endSessions(account.name, signedIn.sessionId);
    await sessions.signIn(request, response, account, await secondFactor.stageAfterPassword(account));
    onAudit(account.name, 'factor-removed', account.name);
    response.redirect(303, '/staff/tickets?notice=factor-removed');
  });

  async function passes(response: Response, signedIn: SignedIn, code: string): Promise<boolean> {
    const check = await secondFactor.check(signedIn.account.name, code);
    if (check.ok) return true;
    onAudit(signedIn.account.name, 'code-refused', signedIn.account.name);
    response.status(statusOf(check));
    await showFactor(response, signedIn, problemOf(check, signedIn.preferences.language));
    return false;
  }

  async function showFactor(response: Response, signedIn: SignedIn, problem: string | null): Promise<void> {
    const { name, role } = signedIn.account;
    const codesLeft = await secondFactor.codesLeft(name);
    response.send(
      codesLeft === null
        ? renderSetUpPage({ signedIn, offered: secondFactor.offerKey(name), problem })
        : renderFactorOnPage({ signedIn, codesLeft, required: secondFactor.mustHave(role), problem }),
    );
  }
}

function problemOf(check: Exclude<CodeCheck, { ok: true }>, language: Preferences['language']): string {
  const { factor, times } = wordsIn(language);
  return check.reason === 'throttled' ? factor.throttled(durationInWords(check.waitMs, times)) : factor.wrong;
}
