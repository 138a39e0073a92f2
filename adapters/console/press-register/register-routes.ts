import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { OnAudit } from '../audit.ts';
import { csvMoment, csvMomentHead, sendCsv } from '../csv-table.ts';
import type { createGuard } from '../guard.tsx';
import { STATES } from '../vietnamese.ts';
import { readRegister } from './read-register.ts';
import { renderRegisterPage } from './register-page.tsx';
import { PRESS_REGISTER } from './vietnamese.ts';

/** The register of the press, and the same as a table for spreadsheets; taking it away is written down. */
export function addRegisterRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: { readonly records: TurnRecords; readonly staff: StaffStore; readonly onAudit: OnAudit },
): void {
  const { records, staff, onAudit } = deps;

  guard.staff('GET /staff/press', async (_request, response, signedIn) => {
    const [requests, accounts] = await Promise.all([readRegister(records), staff.list()]);
    response.send(renderRegisterPage({ signedIn, requests, names: namesOf(accounts) }));
  });

  guard.staff('GET /staff/press/export', async (_request, response, signedIn) => {
    onAudit(signedIn.account.name, 'register.export', 'press');
    const names = namesOf(await staff.list());
    await sendCsv(response, 'so-bao-chi.csv', tableRows(records, names));
  });
}

/** Display names by log-in name. */
function namesOf(accounts: Awaited<ReturnType<StaffStore['list']>>): ReadonlyMap<string, string> {
  return new Map(accounts.map(({ account }) => [account.name, account.displayName]));
}

async function* tableRows(
  records: TurnRecords,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<readonly (string | number)[]> {
  const { columns } = PRESS_REGISTER;
  yield Object.values({ ...columns, opened: csvMomentHead(columns.opened) });
  for (const { ticket, slots, released } of await readRegister(records)) {
    yield [
      ticket.number,
      csvMoment(ticket.openedAt),
      slots.outlet ?? '',
      slots.contact ?? '',
      slots.deadline ?? '',
      ticket.question,
      STATES[ticket.state],
      ticket.assignee === null ? '' : (names.get(ticket.assignee) ?? ticket.assignee),
      released.map(({ text, authorName }) => `${authorName ?? ''}: ${text}`).join('\n'),
    ];
  }
}
