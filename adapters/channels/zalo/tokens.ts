import { z } from 'zod';
import type { TokenStore, ZaloTokens } from './token-store.ts';

/** Gives the access token for the next call. */
export interface ZaloTokenSource {
  /** @throws ZaloAuthorisationNeeded, ZaloOauthUnreachable */
  accessToken(): Promise<string>;
  /** After a call was refused: a newer token than `deadToken`, refreshed only if nobody did so meanwhile. */
  refreshAfter(deadToken: string): Promise<string>;
}

/** Zalo no longer takes our refresh token. No retry helps; an admin of the OA has to consent again. */
export class ZaloAuthorisationNeeded extends Error {
  readonly code = 'ZALO_AUTHORISATION_NEEDED';

  constructor(why: string) {
    super(
      `Zalo gives no access token (${why}). An admin of the Official Account has to consent again: create a new refresh token in the API Explorer, set ZALO_REFRESH_TOKEN, remove the stored one by starting with an empty state, and restart.`,
    );
    this.name = 'ZaloAuthorisationNeeded';
  }
}

/** The token service could not be reached or answered with a fault of its own. Try again later. */
export class ZaloOauthUnreachable extends Error {
  readonly code = 'ZALO_OAUTH_UNREACHABLE';

  constructor(cause: unknown) {
    super('The Zalo token service cannot be reached; the next attempt may succeed.', { cause });
    this.name = 'ZaloOauthUnreachable';
  }
}

export interface ZaloTokenOptions {
  readonly store: TokenStore;
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Used only while the store is empty. */
  readonly seedRefreshToken: string | null;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

const RENEW_BEFORE_MS = 5 * 60_000;
const CALL_TIMEOUT_MS = 10_000;
/** `expires_in` arrives as a string of seconds; a body without an access token is a failure whatever its status. */
const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

/**
 * Access tokens of a Zalo OA (OAuth v4). A refresh token works once and its successor arrives with the new access
 * token, so one refresh runs at a time in this process, and the new pair is stored durably before anybody uses it.
 */
export function createZaloTokens(options: ZaloTokenOptions): ZaloTokenSource {
  const { store, now } = options;
  let refreshing: Promise<ZaloTokens> | null = null;

  function refresh(current: ZaloTokens | null): Promise<ZaloTokens> {
    refreshing ??= exchange(current?.refreshToken ?? options.seedRefreshToken).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function exchange(refreshToken: string | null): Promise<ZaloTokens> {
    if (refreshToken === null) throw new ZaloAuthorisationNeeded('there is no refresh token yet');
    const answer = await callTokenService(options, refreshToken);
    const parsed = granted.safeParse(answer);
    if (!parsed.success) throw new ZaloAuthorisationNeeded('the refresh token was refused');
    const tokens: ZaloTokens = {
      accessToken: parsed.data.access_token,
      refreshToken: parsed.data.refresh_token,
      expiresAt: now() + parsed.data.expires_in * 1000,
    };
    await store.save(tokens);
    return tokens;
  }

  return {
    async accessToken() {
      if (refreshing !== null) return (await refreshing).accessToken;
      const current = await store.load();
      if (current !== null && current.expiresAt - RENEW_BEFORE_MS > now()) return current.accessToken;
      return (await refresh(current)).accessToken;
    },
    async refreshAfter(deadToken) {
      if (refreshing !== null) return (await refreshing).accessToken;
      const current = await store.load();
      if (current !== null && current.accessToken !== deadToken) return current.accessToken;
      return (await refresh(current)).accessToken;
    },
  };
}

async function callTokenService(options: ZaloTokenOptions, refreshToken: string): Promise<unknown> {
  try {
    const response = await options.fetch(`${options.oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: options.appSecret },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, app_id: options.appId }),
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new ZaloOauthUnreachable(cause);
  }
}
