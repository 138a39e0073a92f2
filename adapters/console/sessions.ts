import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { StaffAccount, StaffSession, StaffStore } from '../../bot/ports/staff.ts';
import { readCookie } from '../http/cookies.ts';

const SESSION_MS = 8 * 60 * 60 * 1000;
/** A session is written again only after this long, so that reading pages does not mean writing to the store. */
const RENEW_AFTER_MS = 5 * 60 * 1000;
const ID_BYTES = 32;

export interface SignedIn {
  readonly sessionId: string;
  readonly session: StaffSession;
  readonly account: StaffAccount;
}

/** Staff sessions: a random id in a strict cookie, eight hours from the last action of a person. */
export interface Sessions {
  /** Who sends this request. `renew` is false for what a page does by itself, else an open tab never signs out. */
  current(request: Request, response: Response, options: { readonly renew: boolean }): Promise<SignedIn | null>;
  /** Starts a session under a fresh id. */
  signIn(response: Response, account: StaffAccount): Promise<void>;
  signOut(response: Response, sessionId: string): Promise<void>;
}

export function createSessions(deps: {
  readonly staff: StaffStore;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Buffer;
  readonly secureCookies: boolean;
}): Sessions {
  const { staff, now, randomBytes, secureCookies } = deps;
  const name = secureCookies ? '__Host-staff' : 'staff';
  const attributes = { httpOnly: true, sameSite: 'strict', secure: secureCookies, path: '/' } as const;

  async function keep(response: Response, sessionId: string, session: StaffSession): Promise<void> {
    await staff.openSession(sessionId, session);
    response.cookie(name, sessionId, { ...attributes, maxAge: SESSION_MS });
  }

  return {
    async current(request, response, { renew }) {
      const sessionId = readCookie(request.get('cookie'), name);
      if (sessionId === null) return null;
      const session = await staff.session(sessionId, now());
      const account = session === null ? null : await staff.find(session.staffName);
      if (session === null || account === null) return null;
      const expiresAt = now() + SESSION_MS;
      if (renew && expiresAt - session.expiresAt > RENEW_AFTER_MS)
        await keep(response, sessionId, { ...session, expiresAt });
      return { sessionId, session, account };
    },

    async signIn(response, account) {
      await keep(response, randomBytes(ID_BYTES).toString('base64url'), {
        staffName: account.name,
        csrfToken: randomBytes(ID_BYTES).toString('base64url'),
        expiresAt: now() + SESSION_MS,
      });
    },

    async signOut(response, sessionId) {
      await staff.endSession(sessionId);
      response.clearCookie(name, attributes);
    },
  };
}

/** Whether a form carries the session's token, compared in constant time. */
export function hasFormToken(session: StaffSession, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(session.csrfToken));
}
