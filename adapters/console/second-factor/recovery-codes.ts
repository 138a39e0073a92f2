import { createHash } from 'node:crypto';

/** Crockford's base32: no letter that looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const COUNT = 10;
/** 80 bits a code: a plain digest of it cannot be searched through. */
const CHARACTERS = 16;

/** Ten one-time codes as `XXXX-XXXX-XXXX-XXXX`. */
export function makeRecoveryCodes(randomBytes: (size: number) => Buffer): readonly string[] {
  return Array.from({ length: COUNT }, () => {
    const code = Array.from(randomBytes(CHARACTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    return code.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** Digest under which an account keeps a code, however it was typed. */
export function recoveryDigest(name: string, code: string): string {
  const typed = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(`${name}\n${typed}`).digest('base64url');
}
