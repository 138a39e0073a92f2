import type { Passwords } from './passwords.ts';

const RANDOM_BYTES = 12;

/** A password of 96 random bits that its account must replace at the first log-in, and its hash. */
export async function makeOneTimePassword(
  passwords: Passwords,
  randomBytes: (size: number) => Buffer,
): Promise<{ readonly password: string; readonly passwordHash: string }> {
  const password = randomBytes(RANDOM_BYTES).toString('base64url');
  return { password, passwordHash: await passwords.hash(password) };
}
