import { writtenDay } from '../../../bot/office-hours/day-number.ts';
import type { AdmissionDate } from '../../../knowledge/admission/dates.ts';
import { printDay } from '../../../knowledge/printed-day.ts';
import { Problem } from '../form-parts.tsx';
import { useWords } from '../languages/use-words.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { TableHead } from '../table-head.tsx';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import type { PreparedMatter, PreparedWeek } from './read-next-week.ts';
import { matterInWords } from './stream-words.ts';

const WEEK_DAYS = 7;

/** What next week may bring by matter, why, and what is ready for it. */
export function NextWeekPart({ week }: { readonly week: PreparedWeek }) {
  const { nextWeek, daysOff } = useWords();
  const { monday, matters, knowsLastYear, knowsRecent } = week;
  return (
    <section class="panel" aria-labelledby="radar-next-week">
      <h2 id="radar-next-week">{nextWeek.title(dayOf(monday), dayOf(monday + WEEK_DAYS - 1))}</h2>
      <UnreadableNotice kinds={week.lostWeeks ? ['weeks'] : []} />
      <Problem words={week.knowsDates ? null : nextWeek.noDates} />
      {knowsLastYear ? null : <p class="rule">{nextWeek.noLastYear}</p>}
      {knowsRecent || knowsLastYear ? null : <p class="rule">{nextWeek.noRecent}</p>}
      {week.daysOff.map(({ day, reason }) => (
        <p class="rule" key={day}>
          {nextWeek.dayOff(dayOf(day), daysOff[reason])}
        </p>
      ))}
      {matters.length === 0 ? (
        <p>{nextWeek.nothing}</p>
      ) : (
        <table class="users audit">
          <TableHead columns={nextWeek.columns} />
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
  const words = useWords();
  const { nextWeek } = words;
  const { columns } = nextWeek;
  const { matter, expectation, dates } = one;
  return (
    <tr>
      <th scope="row">{matterInWords(matter, words)}</th>
      <td data-column={columns.expected}>
        {expectation === null ? (
          nextWeek.unknown
        ) : (
          <div>
            <strong>{nextWeek.about(expectation.expected)}</strong>
            <p class="rule">{nextWeek.range(expectation.low, expectation.high)}</p>
          </div>
        )}
      </td>
      <td data-column={columns.why}>
        <div>
          {dates.map((date) => (
            <p key={date.id}>{stepInWords(date, nextWeek)}</p>
          ))}
          <p>{reasonOf(one, nextWeek)}</p>
        </div>
      </td>
      <td data-column={columns.ready}>
        <Readiness one={one} />
      </td>
    </tr>
  );
}

function stepInWords(
  { level, step, first, last, source, isSample }: AdmissionDate,
  words: ConsoleWords['nextWeek'],
): string {
  return words.step({
    step: `${level}: ${step}`,
    days: first === last ? printDay(first) : `${printDay(first)}–${printDay(last)}`,
    source: isSample ? words.sample : source.document,
  });
}

function reasonOf({ expectation, likeWeek, dates }: PreparedMatter, words: ConsoleWords['nextWeek']): string {
  if (expectation === null) return dates.length === 0 ? words.unknown : words.dateAlone;
  const { monday, asked, step } = likeWeek;
  if (expectation.method === 'recent') {
    const lastYear = asked === null ? [] : [words.lastYearFew(asked)];
    return [words.recent, ...lastYear, ...(dates.length === 0 ? [] : [words.dateAlone])].join(' ');
  }
  return step === null ? words.season(dayOf(monday), asked ?? 0) : words.seasonOfStep(dayOf(monday), asked ?? 0, step);
}

function Readiness({ one }: { readonly one: PreparedMatter }) {
  const { nextWeek } = useWords();
  const { document, gaps, recent } = one;
  return (
    <div>
      <p>
        {document === null ? (
          <span class="badge state-one-time">{nextWeek.noDocument}</span>
        ) : (
          <>
            {nextWeek.document}{' '}
            {document.link === null ? document.number : <a href={document.link}>{document.number}</a>}
            {document.address === '' ? '' : `, ${document.address}`}
          </>
        )}
      </p>
      {recent.asked === 0 ? null : <p>{nextWeek.answered(recent.asked - recent.unanswered, recent.asked)}</p>}
      {gaps.length === 0 ? null : (
        <>
          <p>{nextWeek.gaps}</p>
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
