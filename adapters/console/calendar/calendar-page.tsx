import type { OfficeCalendar } from '../../../bot/office-hours/calendar.ts';
import { daysOffOf } from '../../../bot/office-hours/days-off.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { VersionHistory } from '../version-history.tsx';
import { HolidaysForm, HoursForm, SpecialDays } from './calendar-form-views.tsx';
import type { CalendarPage } from './calendar-state.ts';
import { dayNumberInWords, promiseFor, yearsShown } from './calendar-view.ts';

/** The page of the office's hours and holidays. */
export function renderCalendarPage(page: CalendarPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { calendar, now, tried, done } = page;
  return renderAdminPage(
    page.signedIn,
    words.calendar.title,
    <>
      <h1>{words.calendar.title}</h1>
      <p class="lead">{words.calendar.lead}</p>
      {done === null ? null : (
        <p class={`notice ${done === 'stale' ? 'bad' : 'good'}`} role={done === 'stale' ? 'alert' : 'status'}>
          {words.calendar.notices[done]}
        </p>
      )}
      <UnreadableNotice kinds={page.unreadable} />
      {page.problems.map((problem) => (
        <Problem words={problem} key={problem} />
      ))}
      <section class="panel" aria-labelledby="promise">
        <h2 id="promise">{words.calendar.promise.title}</h2>
        <p>
          {tried === null ? words.calendar.promise.now : words.calendar.promise.at(momentInWords(tried, words.times))}
        </p>
        <Promises at={tried ?? now} calendar={calendar} />
        <form class="inline-form" method="get" action="/staff/calendar">
          <label>
            {words.calendar.promise.try}
            <input type="datetime-local" name="at" value={page.triedAt} required />
          </label>
          <button class="button" type="submit">
            {words.calendar.promise.submit}
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
                {version.number === page.seen ? words.calendar.history.undo : words.calendar.history.restore}
              </button>
            </form>
          )}
        </VersionHistory>
      </div>
    </>,
    { translated: true },
  );
}

function Promises({ at, calendar }: { readonly at: number; readonly calendar: OfficeCalendar }) {
  const words = useWords();
  const { fourHours, oneDay } = words.calendar.promise;
  const rows = [
    [fourHours, promiseFor('human_request', at, calendar)],
    [oneDay, promiseFor('complaint_denunciation', at, calendar)],
  ] as const;
  return (
    <dl class="promises">
      {rows.map(([matter, promise]) => (
        <div key={matter}>
          <dt>{matter}</dt>
          <dd lang="vi">“{promise}”</dd>
        </div>
      ))}
    </dl>
  );
}

function YearOff({ year, calendar }: { readonly year: number; readonly calendar: OfficeCalendar }) {
  const words = useWords();
  return (
    <section class="panel" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{words.calendar.year.title(year)}</h2>
      <ul class="day-list">
        {daysOffOf(year, calendar).map(({ reason, first, last }) => (
          <li key={first}>
            <span>
              {first === last
                ? dayNumberInWords(first, words.weekdays)
                : words.calendar.year.several(
                    dayNumberInWords(first, words.weekdays),
                    dayNumberInWords(last, words.weekdays),
                    last - first + 1,
                  )}
            </span>
            <span class="rule">{words.daysOff[reason]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
