import type { StaffAccount, StaffRole } from './ports/staff.ts';

/** Whom a matter is passed or routed to: one person, everybody of a role, of a school or group, or who is on duty. */
export type Target =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'role'; readonly role: StaffRole }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'duty' };

/** Roles that read conversations and may be given one. */
export const ANSWERING_ROLES: readonly StaffRole[] = ['agent', 'supervisor', 'spokesperson', 'admin'];

/** A target as a ticket keeps it: `person:lan`, `role:spokesperson`, `group:Trường A`, `duty`. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'person':
      return `person:${target.name}`;
    case 'role':
      return `role:${target.role}`;
    case 'group':
      return `group:${target.group}`;
    case 'duty':
      return 'duty';
  }
}

/** Everybody and every group that a matter can be given to now: disabled accounts and those of editors are left out. */
export function targetsAmong(accounts: readonly StaffAccount[]): readonly Target[] {
  const answering = accounts.filter(({ disabled, role }) => !disabled && ANSWERING_ROLES.includes(role));
  const groups = [...new Set(answering.flatMap(({ group }) => group ?? []))].sort((one, two) =>
    one.localeCompare(two, 'vi'),
  );
  const roles = ANSWERING_ROLES.filter((role) => answering.some((account) => account.role === role));
  return [
    { kind: 'duty' },
    ...roles.map((role): Target => ({ kind: 'role', role })),
    ...groups.map((group): Target => ({ kind: 'group', group })),
    ...answering.map(({ name }): Target => ({ kind: 'person', name })),
  ];
}

/** Whether somebody is among those whom a target means; everybody who answers is on the duty list. */
export function isAmong(target: Target, { name, role, group }: StaffAccount): boolean {
  switch (target.kind) {
    case 'person':
      return target.name === name;
    case 'role':
      return target.role === role;
    case 'group':
      return target.group === group;
    case 'duty':
      return ANSWERING_ROLES.includes(role);
  }
}
