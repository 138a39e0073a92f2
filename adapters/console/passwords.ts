import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** How much work one try of a password is, in the terms of scrypt. */
export interface PasswordCost {
  /** Rounds, a power of two. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** Makes and checks password hashes, written `scrypt$N$r$p$salt$hash` with salt and hash in base64url. */
export interface Passwords {
  /** Hash of a password under a fresh salt, at the present cost. */
  hash(password: string): Promise<string>;
  /**
   * Whether a password belongs to a stored hash, whatever cost that was made at; `false` also for a hash that cannot be
   * read. `null`, for an unknown name, fits nothing and takes as long as a hash of the present cost.
   */
  verify(password: string, stored: string | null): Promise<boolean>;
  /** Whether a stored hash was made at another cost than the present one. */
  isOutdated(stored: string): boolean;
}

/** OWASP's floor for scrypt with p = 3 (N = 2^15, r = 8), about 32 MiB a try. */
const COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Passwords under salts from `randomBytes`. */
export function createPasswords(randomBytes: (size: number) => Buffer, cost: PasswordCost = COST): Passwords {
  const scheme = ['scrypt', cost.N, cost.r, cost.p].join('$');
  const nobodysHash = `${scheme}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const hash = await derive(inOneForm(password), salt, HASH_BYTES, withMemory(cost));
      return [scheme, salt.toString('base64url'), hash.toString('base64url')].join('$');
    },
    verify: async (password, stored) => (await fits(password, stored ?? nobodysHash)) && stored !== null,
    isOutdated: (stored) => !stored.startsWith(`${scheme}$`),
  };
}

async function fits(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, 'base64url');
  try {
    const given = await derive(inOneForm(password), Buffer.from(salt, 'base64url'), expected.length, withMemory(cost));
    return expected.length > 0 && timingSafeEqual(given, expected);
  } catch {
    return false;
  }
}

/** Keyboards differ in how they compose Vietnamese letters; the password is the same. */
function inOneForm(password: string): string {
  return password.normalize('NFC');
}

function withMemory(cost: PasswordCost): ScryptOptions {
  return { ...cost, maxmem: 2 * 128 * cost.N * cost.r };
}
