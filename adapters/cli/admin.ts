import { randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import type { StaffRole } from '../../bot/ports/staff.ts';
import type { Config } from '../config.ts';
import { makeOneTimePassword } from '../console/one-time-password.ts';
import { createPasswords } from '../console/passwords.ts';
import { codeKey, nameKey } from '../console/throttle.ts';
import { ACCOUNT_NAME, STAFF_ROLES } from '../console/users/account-fields.ts';
import { openEngine } from '../stores/open-engine.ts';

/** Adds `staff add` and `staff reset-factor` to the admin command. */
export function addAdminCommands(
  admin: Command,
  surroundings: {
    readonly config: () => Config;
    readonly print: (text: string) => void;
    readonly refuse: (problem: string) => void;
  },
): void {
  const staff = admin.command('staff').description('Staff accounts');
  staff
    .command('add')
    .description('Create a staff account, or give an existing one a new one-time password')
    .argument('<name>', 'log-in name: a–z, 0–9, dot, dash', readName)
    .option('--display <words>', 'name shown to citizens')
    .option('--role <role>', STAFF_ROLES.join(', '), readRole)
    .option('--data <dir>', 'data folder')
    .action(async (name: string, options: { display?: string; role?: StaffRole; data?: string }) => {
      const config = surroundings.config();
      const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
      const store = engine.staff;
      const existing = await store.find(name);
      const role = options.role ?? existing?.role ?? 'agent';
      const { password, passwordHash } = await makeOneTimePassword(createPasswords(randomBytes), randomBytes);
      const saved = await store.save({
        name,
        displayName: options.display ?? existing?.displayName ?? name,
        role,
        passwordHash,
        mustChangePassword: true,
        group: existing?.group ?? null,
        disabled: false,
      });
      await store.clearFailures(nameKey(name));
      await engine.close();
      if (saved === 'last-admin') return surroundings.refuse(`${name} is the last admin and stays one.`);
      surroundings.print(
        `${existing === null ? 'Created' : 'Reset'} ${name} (${role}). One-time password: ${password}`,
      );
    });

  staff
    .command('reset-factor')
    .description('Take the second factor of an account away, when its phone and its recovery codes are lost')
    .argument('<name>', 'log-in name', readName)
    .option('--data <dir>', 'data folder')
    .action(async (name: string, options: { data?: string }) => {
      const config = surroundings.config();
      const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
      const removed = await engine.factors.remove(name);
      if (removed) {
        await engine.staff.clearFailures(codeKey(name));
        await engine.staff.endSessions(name, null);
      }
      await engine.close();
      if (!removed) return surroundings.refuse(`There is no account ${name} with a second factor.`);
      surroundings.print(`${name} has no second factor any more, and all its sessions have ended.`);
    });
}

function readName(value: string): string {
  if (!ACCOUNT_NAME.test(value)) throw new InvalidArgumentError('Use 2 to 32 of a–z, 0–9, dot and dash.');
  return value;
}

function readRole(value: string): StaffRole {
  const role = STAFF_ROLES.find((candidate) => candidate === value);
  if (role === undefined) throw new InvalidArgumentError(`Use one of ${STAFF_ROLES.join(', ')}.`);
  return role;
}
