import { hashPassword } from './passwords.ts';

const RANDOM_BYTES = 12;
const SALT_BYTES = 16;

/** A password of 96 random bits that its account must replace at the first log-in, and its hash. */
export async function makeOneTimePassword(
  randomBytes: (size: number) => Buffer,
): Promise<{ readonly password: string; readonly passwordHash: string }> {
  const password = randomBytes(RANDOM_BYTES).toString('base64url');
  return { password, passwordHash: await hashPassword(password, randomBytes(SALT_BYTES)) };
}
