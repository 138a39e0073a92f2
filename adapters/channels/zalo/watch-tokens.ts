import type { TokenStore } from './token-store.ts';
import type { ZaloTokenSource } from './tokens.ts';

const DAY_MS = 24 * 3_600_000;
const LOOK_EVERY_MS = 3_600_000;
/** Below this an admin must be told: renewing has failed for months. */
const ALARM_DAYS = 14;

export interface TokenWatchDependencies {
  readonly store: TokenStore;
  readonly tokens: ZaloTokenSource;
  readonly now: () => number;
  /** Days until only an admin's consent helps; 0 when it is needed now. */
  readonly onDaysLeft: (days: number) => void;
  /** Told at each look while fewer than 14 days are left; `error` is why the tokens could not be renewed. */
  readonly onAlarm: (days: number, error: unknown) => void;
}

/** Whole days until the refresh token ends, never below 0; 0 without a token. */
export async function refreshDaysLeft(store: TokenStore, now: number): Promise<number> {
  const held = await store.load();
  return held === null ? 0 : Math.max(0, Math.floor((held.refreshExpiresAt - now) / DAY_MS));
}

/**
 * Asks for an access token now and every hour, so that the pair is renewed also while nobody writes (an unused
 * refresh token ends after three months), and raises the alarm in time.
 * @returns the function that ends the watch; it resolves when a look under way, which may hold a new pair, has ended
 */
export function watchZaloTokens(dependencies: TokenWatchDependencies): () => Promise<void> {
  const { store, tokens, now, onDaysLeft, onAlarm } = dependencies;

  async function look(): Promise<void> {
    const error = await tokens.accessToken().then(
      () => null,
      (reason: unknown) => reason,
    );
    const refused = error instanceof Error && 'code' in error && error.code === 'ZALO_AUTHORISATION_NEEDED';
    const days = refused ? 0 : await refreshDaysLeft(store, now());
    onDaysLeft(days);
    if (days < ALARM_DAYS) onAlarm(days, error);
  }

  const lookQuietly = () => look().catch((error) => onAlarm(0, error));
  let looking = lookQuietly();
  const timer = setInterval(() => {
    looking = lookQuietly();
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
