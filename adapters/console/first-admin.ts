import type { StaffStore } from '../../bot/ports/staff.ts';
import { hashPassword } from './passwords.ts';

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
  const password = chosenPassword ?? randomBytes(9).toString('base64url');
  await staff.save({
    name: 'admin',
    displayName: 'Quản trị',
    role: 'admin',
    passwordHash: await hashPassword(password, randomBytes(16)),
    mustChangePassword: chosenPassword === null,
  });
  return chosenPassword === null ? password : null;
}
