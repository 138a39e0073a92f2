import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { readCookie } from '../../http/cookies.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Anonymous citizens of the web chat, known only by a random id in a signed cookie. */
export interface Visitors {
  /** The visitor of a request, `null` without a cookie that we signed. */
  read(request: Request): string | null;
  /** Gives the id to the browser for a year from now. */
  remember(response: Response, visitor: string): void;
}

/** `visitorKey` signs the cookies (HMAC-SHA256); with another key every visitor is new. */
export function createVisitors(visitorKey: Buffer, secureCookies: boolean): Visitors {
  const name = secureCookies ? '__Host-visitor' : 'visitor';

  function sign(visitor: string): Buffer {
    return createHmac('sha256', visitorKey).update(visitor).digest();
  }

  return {
    read(request) {
      const cookie = readCookie(request.get('cookie'), name) ?? '';
      const separator = cookie.lastIndexOf('.');
      const visitor = cookie.slice(0, Math.max(0, separator));
      if (!/^[\w-]{8,64}$/.test(visitor)) return null;
      const given = Buffer.from(cookie.slice(separator + 1), 'base64url');
      const expected = sign(visitor);
      return given.length === expected.length && timingSafeEqual(given, expected) ? visitor : null;
    },

    remember(response, visitor) {
      response.cookie(name, `${visitor}.${sign(visitor).toString('base64url')}`, {
        httpOnly: true,
        sameSite: 'lax',
        secure: secureCookies,
        path: '/',
        maxAge: YEAR_MS,
      });
    },
  };
}
