import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's floor for scrypt with p = 3 (N = 2^15, r = 8), about 32 MiB a try. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const HASH_BYTES = 32;
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** A password hash as `scrypt$N$r$p$salt$hash`, salt and hash in base64url. Give 16 random bytes as salt. */
export async function hashPassword(password: string, salt: Buffer): Promise<string> {
  const hash = await derive(inOneForm(password), salt, HASH_BYTES, withMemory(COST));
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether a password belongs to a stored hash; `false` also for a hash that cannot be read. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
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

/** Whether a stored hash was made at another cost than the present one. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`${['scrypt', COST.N, COST.r, COST.p].join('$')}$`);
}

/** Keyboards differ in how they compose Vietnamese letters; the password is the same. */
function inOneForm(password: string): string {
  return password.normalize('NFC');
}

function withMemory(cost: { readonly N: number; readonly r: number; readonly p: number }): ScryptOptions {
  return { ...cost, maxmem: 2 * 128 * cost.N * cost.r };
}
