import type { StaffStore } from '../../bot/ports/staff.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { createPasswords } from './passwords.ts';

/**
 * Creates the account `admin` when there is no staff yet.
 * @param chosenPassword from the settings; without it a one-time password is made up
 * @returns the one-time password to show once, or `null` when there is nothing to show
 */
export async function createFirstAdmin(
  staff: StaffStore,
  chosenPassword: string | null,
  randomBytes: (size: number) => Buffer,
): Promise<string | null> {
  if ((await staff.count()) > 0) return null;
  const passwords = createPasswords(randomBytes);
  const made =
    chosenPassword === null
      ? await makeOneTimePassword(passwords, randomBytes)
      : { password: null, passwordHash: await passwords.hash(chosenPassword) };
  await staff.save({
    name: 'admin',
    displayName: 'Quản trị',
    role: 'admin',
    passwordHash: made.passwordHash,
    mustChangePassword: made.password !== null,
    group: null,
    disabled: false,
  });
  return made.password;
}
