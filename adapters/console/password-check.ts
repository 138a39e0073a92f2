import type { StaffAccount, StaffStore } from '../../bot/ports/staff.ts';
import type { Passwords } from './passwords.ts';
import { addressWait, countTry, nameKey, recordAddressFailure } from './throttle.ts';

export type PasswordCheck =
  | { readonly ok: true; readonly account: StaffAccount }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'throttled'; readonly waitMs: number };

/**
 * Checks a name and password that came from an address. After some failures nothing is checked for a while that grows
 * with each further one. A disabled account is told the same as an unknown name. A hash of an older cost is renewed.
 */
export async function checkPassword(
  deps: { readonly staff: StaffStore; readonly passwords: Passwords },
  given: { readonly name: string; readonly password: string; readonly address: string },
  now: number,
): Promise<PasswordCheck> {
  const { staff, passwords } = deps;
  const { name, password, address } = given;
  const waitMs = (await addressWait(staff, address, now)) || (await countTry(staff, nameKey(name), now));
  if (waitMs > 0) return { ok: false, reason: 'throttled', waitMs };
  const account = await staff.find(name);
  const fits = await passwords.verify(password, account?.passwordHash ?? null);
  if (account === null || account.disabled || !fits) {
    await recordAddressFailure(staff, address, now);
    return { ok: false, reason: 'wrong' };
  }
  await staff.clearFailures(nameKey(name));
  if (!passwords.isOutdated(account.passwordHash)) return { ok: true, account };
  const passwordHash = await passwords.hash(password);
  await staff.rehash(name, account.passwordHash, passwordHash);
  return { ok: true, account: { ...account, passwordHash } };
}
