import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { createDateHistory } from '../../bot/admission/date-history.ts';
import type { AdmissionTables } from '../../bot/admission/published-tables.ts';
import type { TableYears } from '../../bot/admission/table-json.ts';
import type { KeptVersions } from '../../bot/kept-versions.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { calendarFile } from '../../knowledge/admission/calendar-file.ts';
import { datesInForce } from '../../knowledge/admission/dates.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';

const MINUTE_MS = 60_000;
/** One address may be a whole school. */
const PER_MINUTE = 120;
/** Calendars that follow a date look again after an hour at the earliest. */
const FRESH_SECONDS = 3_600;
const NAME = /^(?<id>(?<year>\d{4}-\d{4})-[a-z0-9-]{1,300})\.ics$/;

/**
 * A date of a published admission table as a calendar file: `/lich/<id of the date>.ics`. Only what is in force is given;
 * it holds no word of any citizen.
 */
export function createCalendarRoute(dependencies: {
  readonly admission: AdmissionTables;
  readonly admissionVersions: Pick<KeptVersions<TableYears>, 'list'>;
  readonly kept: Pick<KeptValues, 'get'>;
  readonly publicUrl: string | null;
  /** Days before the deadline on which the calendar rings. */
  readonly reminderDays: readonly number[];
  readonly now: () => number;
}): readonly [RequestHandler, RequestHandler<{ file: string }>] {
  const { admission, publicUrl, reminderDays, now } = dependencies;
  const revisionOf = createDateHistory(dependencies.kept, dependencies.admissionVersions);
  const limit = rateLimit({
    windowMs: MINUTE_MS,
    limit: PER_MINUTE,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    standardHeaders: 'draft-7',
    legacyHeaders: false,
  });
  return [
    limit,
    async (request, response, next) => {
      const { id = '', year = '' } = NAME.exec(request.params.file)?.groups ?? {};
      const table = id === '' ? null : await admission.tableOf(year);
      const dates = table === null ? [] : datesInForce(table, dayInVietnam(now())).filter((date) => date.id === id);
      const revision = dates.length === 0 ? null : await revisionOf(year, id);
      if (revision === null) return next();
      const file = calendarFile(dates, {
        ...revision,
        host: publicUrl === null ? 'localhost' : new URL(publicUrl).hostname,
        page: publicUrl === null ? null : `${publicUrl}/van-ban/tuyen-sinh-${year}`,
        ringsBefore: reminderDays,
      });
      response
        .set('Cache-Control', `public, max-age=${FRESH_SECONDS}`)
        .set('Content-Disposition', `attachment; filename="${id.slice(0, 80)}.ics"`)
        .type('text/calendar; charset=utf-8')
        .send(file);
    },
  ];
}
