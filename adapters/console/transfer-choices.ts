import type { StaffStore } from '../../bot/ports/staff.ts';
import { targetsAmong } from '../../bot/routing.ts';
import type { TransferChoices } from './transfer-form.tsx';

/** Whom a ticket can be passed to now. */
export function choicesAmong(accounts: Awaited<ReturnType<StaffStore['list']>>): TransferChoices {
  const staff = accounts.map(({ account }) => account);
  return {
    targets: targetsAmong(staff),
    names: new Map(staff.map(({ name, displayName }) => [name, displayName])),
  };
}
