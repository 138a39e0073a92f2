import type { ReportTurn } from '../../../bot/ports/report-rows.ts';
import { type RadarState, RUMOUR_STATUSES, type WatchedRumour } from '../../../bot/radar/radar-state.ts';
import type { CountedPeriod, TrafficCounts } from '../../../bot/radar/traffic-counts.ts';
import { STATEMENT_KINDS, type Statement, type StatementKind, stateOf } from '../../../bot/statements/statement.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { TurnTable } from '../reports/rows-page.tsx';
import type { SignedIn } from '../sessions.ts';
import { StatementBanner } from '../statements/statement-banner.tsx';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { NextWeekPart } from './next-week-part.tsx';
import type { PreparedWeek } from './read-next-week.ts';
import { streamInWords } from './stream-words.ts';
import { type DrawnSurge, SurgeView } from './surge-view.tsx';
import { TrafficPart } from './traffic-part.tsx';
import type { RADAR } from './vietnamese.ts';

const OPTIONS = { styles: ['/assets/reports.css'], translated: true };

type RadarPage = Parameters<typeof renderRadarPage>[0];

/** What the radar found: surges with their charts, words that many people repeat, and what next week may bring. */
export function renderRadarPage(page: {
  readonly signedIn: SignedIn;
  readonly state: RadarState;
  /** Whether some of it could not be read. */
  readonly unreadable: boolean;
  readonly surges: readonly DrawnSurge[];
  readonly statements: readonly Statement[];
  /** Number of the newest version of the statements. */
  readonly seen: number;
  readonly counts: TrafficCounts;
  readonly period: CountedPeriod;
  readonly week: PreparedWeek;
  readonly done: keyof typeof RADAR.done | null;
  readonly now: number;
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { signedIn, state, statements, surges, done, now } = page;
  return renderAdminPage(
    signedIn,
    words.radar.title,
    <>
      <h1>{words.radar.title}</h1>
      <p class="lead">{words.radar.lead}</p>
      {done === null ? null : (
        <p class={`notice ${done === 'saved' ? 'good' : 'bad'}`} role={done === 'saved' ? 'status' : 'alert'}>
          {words.radar.done[done]}
        </p>
      )}
      <UnreadableNotice kinds={page.unreadable ? ['radar'] : []} />
      <p class="rule" data-live="radar-looked">
        {state.lookedAt === 0 ? words.radar.never : words.radar.looked(momentInWords(state.lookedAt, words.times))}
      </p>
      <StatementBanner statements={statements} signedIn={signedIn} now={now} />
      <section class="panel" aria-labelledby="radar-surges" data-live="radar-surges">
        <h2 id="radar-surges">{words.radar.surges}</h2>
        {surges.length === 0 ? <p>{words.radar.noSurges}</p> : null}
        {surges.map((one) => (
          <SurgeView key={`${one.surge.stream} ${one.surge.seenAt}`} {...one} holding={page} />
        ))}
      </section>
      <TrafficPart counts={page.counts} period={page.period} />
      <section class="panel" aria-labelledby="radar-rumours">
        <h2 id="radar-rumours">{words.radar.rumours}</h2>
        {state.rumours.length === 0 ? (
          <p>{words.radar.noRumours}</p>
        ) : (
          <table class="users audit">
            <TableHead columns={words.radar.rumourColumns} />
            <tbody>
              {state.rumours.map((rumour) => (
                <RumourRow key={rumour.id} rumour={rumour} page={page} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <NextWeekPart week={page.week} />
    </>,
    { ...OPTIONS, live: 'minute' },
  );
}

function RumourRow({ rumour, page }: { readonly rumour: WatchedRumour; readonly page: RadarPage }) {
  const words = useWords();
  const { signedIn, statements, now } = page;
  const columns = words.radar.rumourColumns;
  const said = statements.filter((one) => one.rumourId === rumour.id && stateOf(one, now) === 'said');
  const from = (kind: StatementKind) => `/staff/statements/new?${new URLSearchParams({ kind, rumour: rumour.id })}`;
  return (
    <tr>
      <th scope="row" class="spoken">
        <span lang="vi">{rumour.words}</span>
        <p class="rule">
          {said.length === 0 ? <span class="badge state-one-time">{words.radar.unverified}</span> : null}
          {said.map(({ id, kind }) => (
            <a class="badge state-active" href={`/staff/statements/${encodeURIComponent(id)}`} key={id}>
              {words.radar.verdicts[kind]}
            </a>
          ))}
        </p>
        <p class="actions rumour-steps">
          {STATEMENT_KINDS.map((kind) => (
            <a class="button" href={from(kind)} key={kind}>
              {words.radar.steps[kind]}
            </a>
          ))}
        </p>
      </th>
      <td data-column={columns.people}>{rumour.people}</td>
      <td data-column={columns.first}>{momentInWords(rumour.firstSeen, words.times)}</td>
      <td data-column={columns.last}>{momentInWords(rumour.lastSeen, words.times)}</td>
      <td data-column={columns.channels}>{rumour.channels.map((channel) => words.channels[channel]).join(', ')}</td>
      <td data-column={columns.status}>
        <form class="inline-form" method="post" action="/staff/radar/rumours">
          <FormToken signedIn={signedIn} />
          <input type="hidden" name="id" value={rumour.id} autocomplete="off" />
          <select name="status" aria-label={words.radar.statusOf(rumour.words)} autocomplete="off">
            {RUMOUR_STATUSES.map((status) => (
              <option key={status} value={status} selected={status === rumour.status}>
                {words.rumourStatuses[status]}
              </option>
            ))}
          </select>
          <button class="button" type="submit">
            {words.radar.setStatus}
          </button>
        </form>
      </td>
    </tr>
  );
}

/** The turns behind a surge, with masked words. */
export function renderSurgeRows(page: {
  readonly signedIn: SignedIn;
  readonly stream: string;
  readonly from: number;
  readonly until: number;
  readonly turns: readonly ReportTurn[];
}): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { stream } = page;
  const title = words.radar.rowsTitle(streamInWords(stream, words));
  return renderAdminPage(
    page.signedIn,
    title,
    <>
      <h1>{title}</h1>
      <p class="lead">
        {words.radar.rowsLead(momentInWords(page.from, words.times), momentInWords(page.until, words.times))}
      </p>
      <TurnTable turns={page.turns} />
      <nav class="actions paging" aria-label={title}>
        <a
          class="button"
          href={`/staff/radar/rows/export?${new URLSearchParams({ stream, from: String(page.from), until: String(page.until) })}`}
        >
          {words.radar.exportRows}
        </a>
        <a class="button" href="/staff/radar">
          {words.radar.back}
        </a>
      </nav>
    </>,
    OPTIONS,
  );
}
