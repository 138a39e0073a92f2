import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** Clocks of phones differ: the step before and the one after count too. */
const WINDOW_STEPS = 1;
/** What every authenticator app takes (RFC 6238 with its defaults). */
const FORM = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;

/** Bytes of a shared key: as many as SHA-1 gives (RFC 4226, section 4). */
export const KEY_BYTES = 20;

/** The shared key as people type it: base32 in groups of four. */
export function keyInWords(key: Buffer): string {
  return secretOf(key).base32.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What the picture holds: an `otpauth://` address with issuer, account and key. */
export function keyAddress(key: Buffer, issuer: string, account: string): string {
  return new TOTP({ ...FORM, issuer, label: account, secret: secretOf(key) }).toString();
}

/** Number of the 30-second step whose code this is, at most one step away from `now` (ms); `null` for no code. */
export function stepOf(key: Buffer, code: string, now: number): number | null {
  const away = TOTP.validate({ ...FORM, token: code, secret: secretOf(key), timestamp: now, window: WINDOW_STEPS });
  return away === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + away;
}

function secretOf(key: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(key).buffer });
}
