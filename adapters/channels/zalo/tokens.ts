import { createTokenService, type TokenServiceOptions } from './token-service.ts';
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
      `Zalo gives no access token (${why}). An admin of the Official Account has to consent again: run npm run admin -- zalo authorise. The running product takes the new tokens by itself.`,
    );
    this.name = 'ZaloAuthorisationNeeded';
  }
}

export interface ZaloTokenOptions extends TokenServiceOptions {
  readonly store: TokenStore;
  /** Used while the store is empty, and when Zalo refuses what the store holds. */
  readonly seedRefreshToken: string | null;
  /** Runs one `work` at a time among all processes that share the store; without it there must be one process. */
  readonly lock?: <T>(work: () => Promise<T>) => Promise<T>;
}

const RENEW_BEFORE_MS = 5 * 60_000;

/**
 * Access tokens of a Zalo OA (OAuth v4). A refresh token works once and its successor arrives with the new access
 * token, so one refresh runs at a time, and the new pair is stored durably before anybody uses it. A pair that could
 * not be stored is kept in memory and stored by the next call: its predecessor is spent, so it is all there is.
 */
export function createZaloTokens(options: ZaloTokenOptions): ZaloTokenSource {
  const { store, now } = options;
  const service = createTokenService(options);
  const lock = options.lock ?? ((work) => work());
  let renewing: Promise<ZaloTokens> | null = null;
  let unsaved: ZaloTokens | null = null;

  async function tokenOtherThan(deadToken: string | null): Promise<string> {
    const usable = (tokens: ZaloTokens) =>
      tokens.accessToken !== deadToken && tokens.expiresAt - RENEW_BEFORE_MS > now();

    while (renewing !== null) {
      const renewed = await renewing;
      if (usable(renewed)) return renewed.accessToken;
    }
    if (unsaved === null) {
      const stored = await store.load();
      if (stored !== null && usable(stored)) return stored.accessToken;
    }
    renewing ??= lock(() => renew(usable)).finally(() => {
      renewing = null;
    });
    return (await renewing).accessToken;
  }

  async function renew(usable: (tokens: ZaloTokens) => boolean): Promise<ZaloTokens> {
    // Read again: somebody may have renewed between the caller's look and this turn.
    const held = unsaved ?? (await store.load());
    if (held === null || !usable(held)) return keep(await exchange(held?.refreshToken ?? null));
    return held === unsaved ? keep(held) : held;
  }

  async function keep(tokens: ZaloTokens): Promise<ZaloTokens> {
    unsaved = tokens;
    await store.save(tokens);
    unsaved = null;
    return tokens;
  }

  async function exchange(held: string | null): Promise<ZaloTokens> {
    const candidates = new Set([held, options.seedRefreshToken].filter((token) => token !== null));
    if (candidates.size === 0) throw new ZaloAuthorisationNeeded('there is no refresh token yet');
    for (const refreshToken of candidates) {
      const next = await service.refresh(refreshToken);
      if (next !== null) return next;
    }
    throw new ZaloAuthorisationNeeded('the refresh token was refused');
  }

  return {
    accessToken: () => tokenOtherThan(null),
    refreshAfter: (deadToken) => tokenOtherThan(deadToken),
  };
}
