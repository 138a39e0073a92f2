import type { Request } from 'express';
import { z } from 'zod';
import { DAY_MS, dayNumberOf, startOfDay } from '../../../bot/office-hours/day-number.ts';
import type { AuditLog } from '../../../bot/ports/audit.ts';
import type { OnAudit } from '../audit.ts';
import { csvMoment, csvMomentHead, sendCsv } from '../csv-table.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { actionInWords, factsInWords } from './action-words.ts';
import { renderAuditPage, type WrittenFilter } from './audit-page.tsx';
import { type EntryFilter, eachEntry, findEntries } from './find-entries.ts';
import { ACTION_GROUPS, AUDIT_LOG } from './vietnamese.ts';

const ENTRIES_A_PAGE = 50;
/** Reading a longer chain takes noticeable time, so that it is read only when asked for. */
const CHECKED_AT_EVERY_VISIT = 5_000;

const text = z.string().max(64).catch('');
const filterQuery = z.object({
  actor: text.transform((name) => name.trim().toLowerCase()),
  action: z
    .enum(Object.keys(ACTION_GROUPS) as [keyof typeof ACTION_GROUPS])
    .or(z.literal(''))
    .catch(''), // its keys
  from: text,
  to: text,
});
const pageQuery = z.object({
  before: z.coerce.number().int().positive().nullable().catch(null),
  check: z.literal('1').nullable().catch(null),
});

/** The page of the audit log, and the log as a table for spreadsheets. Taking it away is itself written down. */
export function addAuditRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: { readonly audit: AuditLog; readonly onAudit: OnAudit },
): void {
  const { audit, onAudit } = deps;

  guard.staff('GET /staff/audit', async (request, response, signedIn) => {
    const { written, filter } = readFilter(request);
    const { before, check } = pageQuery.parse(request.query);
    const isShort = (await audit.count()) <= CHECKED_AT_EVERY_VISIT;
    const [found, verdict] = await Promise.all([
      findEntries(audit, filter, { before, limit: ENTRIES_A_PAGE }),
      isShort || check !== null ? audit.verify() : null,
    ]);
    const backwards = filter.from !== null && filter.to !== null && filter.from > filter.to;
    const problem = backwards ? wordsIn(signedIn.preferences.language).auditLog.badDay : null;
    response.send(renderAuditPage({ signedIn, found, written, query: asQuery(written), before, verdict, problem }));
  });

  guard.staff('GET /staff/audit/export', async (request, response, signedIn) => {
    const { written, filter } = readFilter(request);
    onAudit(signedIn.account.name, 'audit.export', asQuery(written) === '' ? 'audit' : asQuery(written));
    await sendCsv(response, 'nhat-ky-thao-tac.csv', tableRows(audit, filter));
  });
}

/** Tables that leave the console are Vietnamese, whoever takes them. */
async function* tableRows(audit: AuditLog, filter: EntryFilter): AsyncGenerator<readonly (string | number)[]> {
  const { columns } = AUDIT_LOG;
  yield [...Object.values({ ...columns, at: csvMomentHead(columns.at) }), AUDIT_LOG.hash];
  for await (const entry of eachEntry(audit, filter)) {
    const action = actionInWords(entry.action);
    yield [entry.number, csvMoment(entry.at), entry.actor, action, entry.subject, factsInWords(entry), entry.hash];
  }
}

function readFilter(request: Request): { readonly written: WrittenFilter; readonly filter: EntryFilter } {
  const written = filterQuery.parse(request.query);
  const from = dayNumberOf(written.from);
  const to = dayNumberOf(written.to);
  return {
    written,
    filter: {
      actor: written.actor === '' ? null : written.actor,
      action: written.action === '' ? null : written.action,
      from: from === null ? null : startOfDay(from),
      to: to === null ? null : startOfDay(to) + DAY_MS - 1,
    },
  };
}

function asQuery(written: WrittenFilter): string {
  return new URLSearchParams(Object.entries(written).filter(([, value]) => value !== '')).toString();
}
