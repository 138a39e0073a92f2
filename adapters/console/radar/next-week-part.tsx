import { writtenDay } from '../../../bot/office-hours/day-number.ts';
import type { AdmissionDate } from '../../../knowledge/admission/dates.ts';
import { printDay } from '../../../knowledge/printed-day.ts';
import { REASONS } from '../calendar/vietnamese.ts';
import { TableHead } from '../table-head.tsx';
import { NEXT_WEEK } from './next-week-words.ts';
import type { PreparedMatter, PreparedWeek } from './read-next-week.ts';

const WEEK_DAYS = 7;
const { columns } = NEXT_WEEK;

/** What next week may bring by matter, why, and what is ready for it. */
export function NextWeekPart({ week }: { readonly week: PreparedWeek }) {
  const { monday, matters, daysOff, knowsLastYear, knowsRecent } = week;
  return (
    <section class="panel" aria-labelledby="radar-next-week">
      <h2 id="radar-next-week">{NEXT_WEEK.title(dayOf(monday), dayOf(monday + WEEK_DAYS - 1))}</h2>
      {knowsLastYear ? null : <p class="rule">{NEXT_WEEK.noLastYear}</p>}
      {knowsRecent || knowsLastYear ? null : <p class="rule">{NEXT_WEEK.noRecent}</p>}
      {daysOff.map(({ day, reason }) => (
        <p class="rule" key={day}>
          {NEXT_WEEK.dayOff(dayOf(day), REASONS[reason])}
        </p>
      ))}
      {matters.length === 0 ? (
        <p>{NEXT_WEEK.nothing}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={columns} />
          <tbody>
            {matters.map((one) => (
              <MatterRow key={one.matter} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function MatterRow({ one }: { readonly one: PreparedMatter }) {
  const { matter, expectation, dates } = one;
  return (
    <tr>
      <th scope="row">{matter}</th>
      <td data-column={columns.expected}>
        {expectation === null ? (
          NEXT_WEEK.unknown
        ) : (
          <div>
            <strong>{NEXT_WEEK.about(expectation.expected)}</strong>
            <p class="rule">{NEXT_WEEK.range(expectation.low, expectation.high)}</p>
          </div>
        )}
      </td>
      <td data-column={columns.why}>
        <div>
          {dates.map((date) => (
            <p key={date.id}>{stepInWords(date)}</p>
          ))}
          <p>{reasonOf(one)}</p>
        </div>
      </td>
      <td data-column={columns.ready}>
        <Readiness one={one} />
      </td>
    </tr>
  );
}

function stepInWords({ level, step, first, last, source, isSample }: AdmissionDate): string {
  return NEXT_WEEK.step({
    step: `${level}: ${step}`,
    days: first === last ? printDay(first) : `${printDay(first)}–${printDay(last)}`,
    source: isSample ? NEXT_WEEK.sample : source.document,
  });
}

function reasonOf({ expectation, likeWeek, dates }: PreparedMatter): string {
  if (expectation === null) return dates.length === 0 ? NEXT_WEEK.unknown : NEXT_WEEK.dateAlone;
  const { monday, asked, step } = likeWeek;
  if (expectation.method === 'recent') {
    const lastYear = asked === null ? [] : [NEXT_WEEK.lastYearFew(asked)];
    return [NEXT_WEEK.recent, ...lastYear, ...(dates.length === 0 ? [] : [NEXT_WEEK.dateAlone])].join(' ');
  }
  return step === null
    ? NEXT_WEEK.season(dayOf(monday), asked ?? 0)
    : NEXT_WEEK.seasonOfStep(dayOf(monday), asked ?? 0, step);
}

function Readiness({ one }: { readonly one: PreparedMatter }) {
  const { document, gaps, recent } = one;
  return (
    <div>
      <p>
        {document === null ? (
          <span class="badge state-one-time">{NEXT_WEEK.noDocument}</span>
        ) : (
          <>
            {NEXT_WEEK.document}{' '}
            {document.link === null ? document.number : <a href={document.link}>{document.number}</a>}
            {document.address === '' ? '' : `, ${document.address}`}
          </>
        )}
      </p>
      {recent.asked === 0 ? null : <p>{NEXT_WEEK.answered(recent.asked - recent.unanswered, recent.asked)}</p>}
      {gaps.length === 0 ? null : (
        <>
          <p>{NEXT_WEEK.gaps}</p>
          <ul>
            {gaps.map(({ id, question }) => (
              <li key={id}>
                <a href={`/staff/gaps/${encodeURIComponent(id)}`}>{question}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function dayOf(dayNumber: number): string {
  return printDay(writtenDay(dayNumber));
}
