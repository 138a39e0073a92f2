import type { StaffAccount, StaffStore } from '../../bot/ports/staff.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import { addressWait, countTry, nameKey, recordAddressFailure } from './throttle.ts';

const SALT_BYTES = 16;
/** Checked for unknown names, so that the answer takes as long as for known ones. Fits no password. */
const NOBODYS_HASH = `scrypt$32768$8$3$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export type PasswordCheck =
  | { readonly ok: true; readonly account: StaffAccount }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'throttled'; readonly waitMs: number };

/**
 * Checks a name and password that came from an address. After some failures nothing is checked for a while that grows
 * with each further one. A disabled account is told the same as an unknown name. A hash of an older cost is renewed.
 */
export async function checkPassword(
  deps: { readonly staff: StaffStore; readonly randomBytes: (size: number) => Buffer },
  given: { readonly name: string; readonly password: string; readonly address: string },
  now: number,
): Promise<PasswordCheck> {
  const { staff } = deps;
  const { name, password, address } = given;
  const waitMs = (await addressWait(staff, address, now)) || (await countTry(staff, nameKey(name), now));
  if (waitMs > 0) return { ok: false, reason: 'throttled', waitMs };
  const account = await staff.find(name);
  const fits = await verifyPassword(password, account?.passwordHash ?? NOBODYS_HASH);
  if (account === null || account.disabled || !fits) {
    await recordAddressFailure(staff, address, now);
    return { ok: false, reason: 'wrong' };
  }
  await staff.clearFailures(nameKey(name));
  if (!isOutdated(account.passwordHash)) return { ok: true, account };
  const passwordHash = await hashPassword(password, deps.randomBytes(SALT_BYTES));
  await staff.rehash(name, account.passwordHash, passwordHash);
  return { ok: true, account: { ...account, passwordHash } };
}
