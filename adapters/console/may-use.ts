import type { StaffRole } from '../../bot/ports/staff.ts';
import { ACCESS, type ConsoleRoute } from './access.ts';
import type { SignedIn } from './sessions.ts';

/** Whether the role of an account may use a route; a link to anything else would lead to a refusal. */
export function mayUse(signedIn: Pick<SignedIn, 'account'>, route: ConsoleRoute): boolean {
  const roles: 'public' | readonly StaffRole[] = ACCESS[route];
  return roles === 'public' || roles.includes(signedIn.account.role);
}
