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

/** Only sent inside the page of the site that framed us: it cannot follow anybody from one site to another. */
const FRAMED_COOKIE = '__Host-framed-visitor';

/**
 * `visitorKey` signs the cookies (HMAC-SHA256); with another key every visitor is new. `framed`: other sites may show
 * the chat in a frame, where browsers refuse the ordinary cookie, so the id is offered in a partitioned one as well
 * and the browser keeps what it may.
 */
export function createVisitors(
  visitorKey: Buffer,
  options: { readonly secureCookies: boolean; readonly framed: boolean },
): Visitors {
  const ordinary = options.secureCookies ? '__Host-visitor' : 'visitor';
  const names = options.framed ? [ordinary, FRAMED_COOKIE] : [ordinary];

  function sign(visitor: string): Buffer {
    return createHmac('sha256', visitorKey).update(visitor).digest();
  }

  function verify(cookie: string): string | null {
    const separator = cookie.lastIndexOf('.');
    const visitor = cookie.slice(0, Math.max(0, separator));
    if (!/^[\w-]{8,64}$/.test(visitor)) return null;
    const given = Buffer.from(cookie.slice(separator + 1), 'base64url');
    const expected = sign(visitor);
    return given.length === expected.length && timingSafeEqual(given, expected) ? visitor : null;
  }

  return {
    read(request) {
      const header = request.get('cookie');
      return names.map((name) => verify(readCookie(header, name) ?? '')).find((visitor) => visitor !== null) ?? null;
    },

    remember(response, visitor) {
      const value = `${visitor}.${sign(visitor).toString('base64url')}`;
      const kept = { httpOnly: true, path: '/', maxAge: YEAR_MS };
      response.cookie(ordinary, value, { ...kept, sameSite: 'lax', secure: options.secureCookies });
      if (!options.framed) return;
      response.cookie(FRAMED_COOKIE, value, { ...kept, sameSite: 'none', secure: true, partitioned: true });
    },
  };
}
