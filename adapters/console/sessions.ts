import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { SessionStage, StaffAccount, StaffSession, StaffStore } from '../../bot/ports/staff.ts';
import { readCookie } from '../http/cookies.ts';
import { deviceOf } from './own-sessions/device-words.ts';
import { entrancePreferences, type Preferences, readPreferences } from './preferences.ts';
import { NOTHING_WAITS, type WaitingWork } from './waiting-pages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Half a working day without a person doing anything. */
const IDLE_MS = 4 * HOUR;
/** A session ends then whatever is done in it, so that each day begins with a log-in. */
const LONGEST_MS = 12 * HOUR;
/** For finding the phone and typing a code, or setting the app up. */
const UNFINISHED_MS = 15 * MINUTE;
/** A session is written again only after this long, so that reading pages does not mean writing to the store. */
const RENEW_AFTER_MS = 5 * MINUTE;
const ID_BYTES = 32;

export interface SignedIn {
  readonly sessionId: string;
  readonly session: StaffSession;
  readonly account: StaffAccount;
  /** How this browser is to show the console. */
  readonly preferences: Preferences;
  /** What waits for this person; the guard counts it for the pages that it lets through. */
  readonly waiting: WaitingWork;
}

/** Staff sessions: a random id in a strict cookie, ended by four idle hours and in any case after twelve. */
export interface Sessions {
  /** Who sends this request. `renew` is false for what a page does by itself, else an open tab never signs out. */
  current(request: Request, response: Response, options: { readonly renew: boolean }): Promise<SignedIn | null>;
  /** Starts a session under a fresh id; the one that the browser had before ends. */
  signIn(request: Request, response: Response, account: StaffAccount, stage: SessionStage): Promise<SignedIn>;
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
  const idOf = (request: Request) => readCookie(request.get('cookie'), name);

  function giveCookie(response: Response, sessionId: string, expiresAt: number): void {
    response.cookie(name, sessionId, { ...attributes, maxAge: expiresAt - now() });
  }

  return {
    async current(request, response, { renew }) {
      const sessionId = idOf(request);
      if (sessionId === null) return null;
      const session = await staff.session(sessionId, now());
      const account = session === null ? null : await staff.find(session.staffName);
      if (session === null || account === null || account.disabled) return null;
      const at = now();
      const expiresAt = Math.min(at + IDLE_MS, session.openedAt + LONGEST_MS);
      if (renew && session.stage === 'open' && at - session.lastUsedAt > RENEW_AFTER_MS) {
        await staff.prolongSession(sessionId, at, expiresAt);
        giveCookie(response, sessionId, expiresAt);
      }
      return {
        sessionId,
        session,
        account,
        preferences: preferencesOf(request, session, account),
        waiting: NOTHING_WAITS,
      };
    },

    async signIn(request, response, account, stage) {
      const before = idOf(request);
      if (before !== null) await staff.endSession(before);
      const at = now();
      const sessionId = randomBytes(ID_BYTES).toString('base64url');
      const session: StaffSession = {
        staffName: account.name,
        csrfToken: randomBytes(ID_BYTES).toString('base64url'),
        stage,
        device: deviceOf(request.get('user-agent') ?? ''),
        openedAt: at,
        lastUsedAt: at,
        expiresAt: at + (stage === 'open' ? IDLE_MS : UNFINISHED_MS),
      };
      await staff.openSession(sessionId, session);
      giveCookie(response, sessionId, session.expiresAt);
      return {
        sessionId,
        session,
        account,
        preferences: preferencesOf(request, session, account),
        waiting: NOTHING_WAITS,
      };
    },

    async signOut(response, sessionId) {
      await staff.endSession(sessionId);
      response.clearCookie(name, attributes);
    },
  };
}

/** Code, password of one's own and second factor are asked for in the language of the log-in page before them. */
function preferencesOf(request: Request, { stage }: StaffSession, { mustChangePassword }: StaffAccount): Preferences {
  const isIn = stage === 'open' && !mustChangePassword;
  return isIn ? readPreferences(request.get('cookie')) : entrancePreferences(request);
}

/** Whether a form carries the session's token, compared in constant time. */
export function hasFormToken(session: StaffSession, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(session.csrfToken));
}
