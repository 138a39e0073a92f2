import type { StaffAccount, StaffStore } from '../../bot/ports/staff.ts';
import { verifyPassword } from './passwords.ts';

const ALLOWED_FAILURES = 5;
const WITHIN_MS = 15 * 60 * 1000;
/** Checked for unknown names, so that the answer takes as long as for known ones. Fits no password. */
const NOBODYS_HASH = `scrypt$32768$8$3$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export type PasswordCheck =
  | { readonly ok: true; readonly account: StaffAccount }
  | { readonly ok: false; readonly reason: 'wrong' | 'throttled' };

/**
 * Checks a name and password. After five failures for a name within fifteen minutes nothing is checked any more.
 * A try counts as a failure until it has succeeded, so that parallel guesses cannot slip under the limit.
 */
export async function checkPassword(
  staff: StaffStore,
  given: { readonly name: string; readonly password: string },
  now: number,
): Promise<PasswordCheck> {
  const { name, password } = given;
  const since = now - WITHIN_MS;
  if ((await staff.failures(name, since)) >= ALLOWED_FAILURES) return { ok: false, reason: 'throttled' };
  if ((await staff.recordFailure(name, now, since)) > ALLOWED_FAILURES) return { ok: false, reason: 'throttled' };
  const account = await staff.find(name);
  const fits = await verifyPassword(password, account?.passwordHash ?? NOBODYS_HASH);
  if (account === null || !fits) return { ok: false, reason: 'wrong' };
  await staff.clearFailures(name);
  return { ok: true, account };
}
