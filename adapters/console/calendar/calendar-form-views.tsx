import type { ComponentChildren } from 'preact';
import type { HolidayId } from '../../../bot/office-hours/calendar.ts';
import { writeHours } from '../../../bot/office-hours/edit-calendar.ts';
import { TET_DAYS } from '../../../bot/office-hours/public-holidays.ts';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import type { CalendarPage } from './calendar-state.ts';
import { writtenDayInWords } from './calendar-view.ts';
import { WEEKDAYS_IN_ORDER } from './vietnamese.ts';

/** The hours of every ordinary week, a field a day. */
export function HoursForm({ page }: { readonly page: CalendarPage }) {
  const words = useWords();
  const { hours } = words.calendar;
  return (
    <section class="panel" aria-labelledby="hours">
      <h2 id="hours">{hours.title}</h2>
      <p class="rule" id="hours-rule">
        {hours.rule}
      </p>
      <EditForm page={page} to="hours">
        {WEEKDAYS_IN_ORDER.map((weekday) => (
          <label key={weekday}>
            {words.weekdays[weekday]}
            <input
              name={weekday}
              value={writeHours(page.calendar.weekly[weekday])}
              maxLength={100}
              autocomplete="off"
              aria-describedby="hours-rule"
            />
          </label>
        ))}
        <button class="button button-primary" type="submit">
          {hours.save}
        </button>
      </EditForm>
    </section>
  );
}

/** Which holidays are kept, and what the government decided for the years shown. */
export function HolidaysForm({ page, years }: { readonly page: CalendarPage; readonly years: readonly number[] }) {
  const words = useWords();
  const { holidays } = words.calendar;
  const { calendar } = page;
  const titles = Object.entries(words.holidays) as [HolidayId, string][]; // entries of a record by those keys
  return (
    <section class="panel" aria-labelledby="holidays">
      <h2 id="holidays">{holidays.title}</h2>
      <p class="rule">{holidays.rule}</p>
      <EditForm page={page} to="holidays">
        <fieldset class="choices">
          <legend>{holidays.kept}</legend>
          {titles.map(([id, title]) => (
            <label class="choice" key={id}>
              <input type="checkbox" name={`keeps-${id}`} value="1" checked={calendar.holidays[id]} />
              {title}
            </label>
          ))}
        </fieldset>
        {years.map((year) => {
          const { tetDaysBefore, besideNationalDay } = calendar.choices[year] ?? calendar.usualChoice;
          return (
            <div class="year-choice" key={year}>
              <label>
                {holidays.tetBefore(year)}
                <select name={`tet-${year}`}>
                  {Array.from({ length: TET_DAYS + 1 }, (_, days) => (
                    <option key={days} value={days} selected={days === tetDaysBefore}>
                      {days}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {holidays.national(year)}
                <select name={`national-${year}`}>
                  {(['before', 'after'] as const).map((side) => (
                    <option key={side} value={side} selected={side === besideNationalDay}>
                      {holidays[side]}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          );
        })}
        <button class="button button-primary" type="submit">
          {holidays.save}
        </button>
      </EditForm>
    </section>
  );
}

/** Days with something of their own, and the forms for further ones. */
export function SpecialDays({ page }: { readonly page: CalendarPage }) {
  const words = useWords();
  const { special } = words.calendar;
  const { closedDays, openDays } = page.calendar;
  const days = [
    ...closedDays.map((day) => ({ day, kept: special.closed })),
    ...openDays.map(({ day, hours }) => ({ day, kept: special.open(writeHours(hours)) })),
  ].toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return (
    <section class="panel" aria-labelledby="special">
      <h2 id="special">{special.title}</h2>
      <p class="rule">{days.length === 0 ? special.none : special.rule}</p>
      <ul class="day-list">
        {days.map(({ day, kept }) => (
          <li key={day}>
            <span>
              {writtenDayInWords(day, words.weekdays)} <span class="rule">{kept}</span>
            </span>
            <EditForm page={page} to="remove">
              <input type="hidden" name="day" value={day} autocomplete="off" />
              <button
                class="button"
                type="submit"
                aria-label={special.removeDay(writtenDayInWords(day, words.weekdays))}
              >
                {special.remove}
              </button>
            </EditForm>
          </li>
        ))}
      </ul>
      <h3>{special.close}</h3>
      <EditForm page={page} to="close">
        <label>
          {special.first}
          <input type="date" name="first" required />
        </label>
        <label>
          {special.last}
          <input type="date" name="last" />
        </label>
        <button class="button" type="submit">
          {special.closeSubmit}
        </button>
      </EditForm>
      <h3>{special.add}</h3>
      <EditForm page={page} to="open">
        <label>
          {special.day}
          <input type="date" name="day" required />
        </label>
        <label>
          {special.hours}
          <input name="hours" value="08:00-11:30, 13:30-17:00" required maxLength={100} autocomplete="off" />
        </label>
        <button class="button" type="submit">
          {special.addSubmit}
        </button>
      </EditForm>
    </section>
  );
}

function EditForm(props: {
  readonly page: CalendarPage;
  readonly to: 'hours' | 'holidays' | 'close' | 'open' | 'remove';
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={`/staff/calendar/${props.to}`} autocomplete="off">
      <FormToken signedIn={props.page.signedIn} />
      <input type="hidden" name="seen" value={props.page.seen} autocomplete="off" />
      {props.children}
    </form>
  );
}
