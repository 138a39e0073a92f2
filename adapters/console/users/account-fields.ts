import { z } from 'zod';
import type { StaffRole } from '../../../bot/ports/staff.ts';

/** Every role, the least powerful first. */
export const STAFF_ROLES: readonly [StaffRole, ...StaffRole[]] = [
  'agent',
  'supervisor',
  'editor',
  'spokesperson',
  'admin',
];

/** What may be a log-in name. */
export const ACCOUNT_NAME = /^[a-z0-9][a-z0-9.-]{1,31}$/;

/** One line of at most 80 letters; no control, direction or other unseen characters, which could make two names look alike. */
const line = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .max(80)
      .regex(/^\P{C}*$/u),
  );

/** What an admin writes about an account. */
export const accountFields = z.object({
  displayName: line.refine((text) => text !== ''),
  role: z.enum(STAFF_ROLES),
  group: line.default('').transform((text) => (text === '' ? null : text)),
});

/** The same with the log-in name of a new account; capitals do not matter. */
export const newAccountFields = accountFields.extend({
  name: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().regex(ACCOUNT_NAME)),
});

/** The first field that cannot be taken. */
export function firstProblem(error: z.ZodError): 'name' | 'displayName' | 'role' | 'group' {
  const field = error.issues[0]?.path[0];
  return field === 'name' || field === 'role' || field === 'group' ? field : 'displayName';
}
