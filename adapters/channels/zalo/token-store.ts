/** The OA's present pair of tokens. */
export interface ZaloTokens {
  readonly accessToken: string;
  /** Works once. */
  readonly refreshToken: string;
  /** When the access token ends (ms since epoch). */
  readonly expiresAt: number;
  /** When the refresh token ends, counted short (ms since epoch). Afterwards only an admin's consent helps. */
  readonly refreshExpiresAt: number;
}

/** Durable place of the tokens. A pair that was saved survives a crash that follows at once. */
export interface TokenStore {
  load(): Promise<ZaloTokens | null>;
  save(tokens: ZaloTokens): Promise<void>;
}
