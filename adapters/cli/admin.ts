import { randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import type { StaffRole } from '../../bot/ports/staff.ts';
import type { Config } from '../config.ts';
import { hashPassword } from '../console/passwords.ts';
import { openEngine } from '../stores/open-engine.ts';

const ROLES: readonly StaffRole[] = ['agent', 'supervisor', 'editor', 'spokesperson', 'admin'];

/** Adds `staff add` to the admin command. */
export function addAdminCommands(
  admin: Command,
  surroundings: { readonly config: () => Config; readonly print: (text: string) => void },
): void {
  const staff = admin.command('staff').description('Staff accounts');
  staff
    .command('add')
    .description('Create a staff account, or give an existing one a new one-time password')
    .argument('<name>', 'log-in name: a–z, 0–9, dot, dash', readName)
    .option('--display <words>', 'name shown to citizens')
    .option('--role <role>', ROLES.join(', '), readRole, 'agent')
    .option('--data <dir>', 'data folder')
    .action(async (name: string, options: { display?: string; role: StaffRole; data?: string }) => {
      const config = surroundings.config();
      const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
      const store = engine.staff;
      const existing = await store.find(name);
      const password = randomBytes(9).toString('base64url');
      await store.save({
        name,
        displayName: options.display ?? existing?.displayName ?? name,
        role: options.role,
        passwordHash: await hashPassword(password, randomBytes(16)),
        mustChangePassword: true,
      });
      await engine.close();
      surroundings.print(
        `${existing === null ? 'Created' : 'Reset'} ${name} (${options.role}). One-time password: ${password}`,
      );
    });
}

function readName(value: string): string {
  if (!/^[a-z0-9][a-z0-9.-]{1,31}$/.test(value))
    throw new InvalidArgumentError('Use 2 to 32 of a–z, 0–9, dot and dash.');
  return value;
}

function readRole(value: string): StaffRole {
  const role = ROLES.find((candidate) => candidate === value);
  if (role === undefined) throw new InvalidArgumentError(`Use one of ${ROLES.join(', ')}.`);
  return role;
}
