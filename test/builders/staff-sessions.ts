import type { StaffAccount, StaffSession } from '../../bot/ports/staff.ts';

/** A session of `lan` that ends at 9,000; state only what differs. */
export function aSession(fields: Partial<StaffSession> = {}): StaffSession {
  return {
    staffName: 'lan',
    csrfToken: 'c',
    stage: 'open',
    device: 'Chrome/Windows',
    openedAt: 500,
    lastUsedAt: 500,
    expiresAt: 9_000,
    ...fields,
  };
}

/** An agent called `lan` who has a password of her own; state only what differs. */
export function anAccount(fields: Partial<StaffAccount> = {}): StaffAccount {
  return {
    name: 'lan',
    displayName: 'Nguyễn Thị Lan',
    role: 'agent',
    passwordHash: 'scrypt$x',
    mustChangePassword: false,
    group: null,
    disabled: false,
    ...fields,
  };
}
