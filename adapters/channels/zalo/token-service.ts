import { z } from 'zod';
import type { ZaloTokens } from './token-store.ts';

/** Zalo's token service (OAuth v4) for one app. */
export interface TokenService {
  /** The next pair for a refresh token, which is spent by this; `null` when Zalo refuses it. */
  refresh(refreshToken: string): Promise<ZaloTokens | null>;
  /** The first pair after an admin's consent; `code` works once, for 10 minutes. `null` when Zalo refuses it. */
  exchange(code: string, codeVerifier: string): Promise<ZaloTokens | null>;
}

export interface TokenServiceOptions {
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** The token service could not be reached or answered with a fault of its own. Try again later. */
export class ZaloOauthUnreachable extends Error {
  readonly code = 'ZALO_OAUTH_UNREACHABLE';

  constructor(cause: unknown) {
    super('The Zalo token service cannot be reached; the next attempt may succeed.', { cause });
    this.name = 'ZaloOauthUnreachable';
  }
}

const CALL_TIMEOUT_MS = 10_000;
/** Three months, counted short. Every renewal starts them again. */
const REFRESH_TOKEN_LASTS_MS = 90 * 24 * 3_600_000;
/** `expires_in` arrives as a string of seconds; a body without an access token is a failure whatever its status. */
const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

/** Calls of the token service. Both throw `ZaloOauthUnreachable`; the secret travels in a header, as Zalo documents. */
export function createTokenService(options: TokenServiceOptions): TokenService {
  const { appId, appSecret, now } = options;

  async function ask(form: Readonly<Record<string, string>>): Promise<ZaloTokens | null> {
    const parsed = granted.safeParse(await call(form));
    if (!parsed.success) return null;
    return {
      accessToken: parsed.data.access_token,
      refreshToken: parsed.data.refresh_token,
      expiresAt: now() + parsed.data.expires_in * 1000,
      refreshExpiresAt: now() + REFRESH_TOKEN_LASTS_MS,
    };
  }

  async function call(form: Readonly<Record<string, string>>): Promise<unknown> {
    try {
      const response = await options.fetch(`${options.oauthUrl}/v4/oa/access_token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: appSecret },
        body: new URLSearchParams({ ...form, app_id: appId }),
        redirect: 'manual',
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
      });
      if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
      return await response.json();
    } catch (cause) {
      throw new ZaloOauthUnreachable(cause);
    }
  }

  return {
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    exchange: (code, codeVerifier) => ask({ grant_type: 'authorization_code', code, code_verifier: codeVerifier }),
  };
}
