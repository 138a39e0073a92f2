import type { OfficeCalendar } from '../../../bot/office-hours/calendar.ts';
import { daysOffOf } from '../../../bot/office-hours/days-off.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import { FormToken } from '../layout.tsx';
import { momentInWords } from '../time-words.ts';
import { VersionHistory } from '../version-history.tsx';
import { HolidaysForm, HoursForm, SpecialDays } from './calendar-form-views.tsx';
import type { CalendarPage } from './calendar-state.ts';
import { dayNumberInWords, promiseFor, yearsShown } from './calendar-view.ts';
import { CALENDAR, REASONS } from './vietnamese.ts';

/** The page of the office's hours and holidays. */
export function renderCalendarPage(page: CalendarPage): string {
  const { calendar, now, tried, done } = page;
  return renderAdminPage(
    page.signedIn,
    CALENDAR.title,
    <>
      <h1>{CALENDAR.title}</h1>
      <p class="lead">{CALENDAR.lead}</p>
      {done === null ? null : (
        <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
          {CALENDAR.notices[done]}
        </p>
      )}
      {page.problems.map((problem) => (
        <Problem words={problem} key={problem} />
      ))}
      <section class="panel" aria-labelledby="promise">
        <h2 id="promise">{CALENDAR.promise.title}</h2>
        <p>{tried === null ? CALENDAR.promise.now : CALENDAR.promise.at(momentInWords(tried))}</p>
        <Promises at={tried ?? now} calendar={calendar} />
        <form class="inline-form" method="get" action="/staff/calendar">
          <label>
            {CALENDAR.promise.try}
            <input type="datetime-local" name="at" value={page.triedAt} required />
          </label>
          <button class="button" type="submit">
            {CALENDAR.promise.submit}
          </button>
        </form>
      </section>
      <div class="admin-columns">
        <HoursForm page={page} />
        <HolidaysForm page={page} years={yearsShown(now)} />
        <SpecialDays page={page} />
        {yearsShown(now).map((year) => (
          <YearOff key={year} year={year} calendar={calendar} />
        ))}
        <VersionHistory versions={page.versions}>
          {(version, before) => (
            <form method="post" action="/staff/calendar/restore">
              <FormToken signedIn={page.signedIn} />
              <input type="hidden" name="seen" value={page.seen} autocomplete="off" />
              <input type="hidden" name="version" value={before} autocomplete="off" />
              <button class="button" type="submit">
                {version.number === page.seen ? CALENDAR.history.undo : CALENDAR.history.restore}
              </button>
            </form>
          )}
        </VersionHistory>
      </div>
    </>,
  );
}

function Promises({ at, calendar }: { readonly at: number; readonly calendar: OfficeCalendar }) {
  const { fourHours, oneDay } = CALENDAR.promise;
  const rows = [
    [fourHours, promiseFor('human_request', at, calendar)],
    [oneDay, promiseFor('complaint_denunciation', at, calendar)],
  ] as const;
  return (
    <dl class="promises">
      {rows.map(([matter, words]) => (
        <div key={matter}>
          <dt>{matter}</dt>
          <dd>“{words}”</dd>
        </div>
      ))}
    </dl>
  );
}

function YearOff({ year, calendar }: { readonly year: number; readonly calendar: OfficeCalendar }) {
  return (
    <section class="panel" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{CALENDAR.year.title(year)}</h2>
      <ul class="day-list">
        {daysOffOf(year, calendar).map(({ reason, first, last }) => (
          <li key={first}>
            <span>
              {first === last
                ? dayNumberInWords(first)
                : CALENDAR.year.several(dayNumberInWords(first), dayNumberInWords(last), last - first + 1)}
            </span>
            <span class="rule">{REASONS[reason]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
