import type { ReportTurn } from '../../../bot/ports/report-rows.ts';
import type { Surge } from '../../../bot/radar/detect-surges.ts';
import { type RadarState, RUMOUR_STATUSES, type WatchedRumour } from '../../../bot/radar/radar-state.ts';
import { INCIDENT_STREAM, THANKS } from '../../../bot/radar/streams.ts';
import { STATEMENT_KINDS, type Statement, type StatementKind, stateOf } from '../../../bot/statements/statement.ts';
import type { ReportChart } from '../../reporting/report-parts.ts';
import { renderAdminPage } from '../admin-page.tsx';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { ChartFrame } from '../reports/chart-frame.tsx';
import { TurnTable } from '../reports/rows-page.tsx';
import type { SignedIn } from '../sessions.ts';
import { StatementBanner } from '../statements/statement-banner.tsx';
import { TableHead } from '../table-head.tsx';
import { momentInWords } from '../time-words.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { NextWeekPart } from './next-week-part.tsx';
import type { PreparedWeek } from './read-next-week.ts';
import { streamInWords } from './stream-words.ts';
import type { RADAR } from './vietnamese.ts';

const OPTIONS = { styles: ['/assets/reports.css'], translated: true };

/** A surge with the hours around it. */
export interface DrawnSurge {
  readonly surge: Surge;
  readonly chart: ReportChart | null;
}

type RadarPage = Parameters<typeof renderRadarPage>[0];

/** What the radar found: surges with their charts, words that many people repeat, and what next week may bring. */
export function renderRadarPage(page: {
  readonly signedIn: SignedIn;
  readonly state: RadarState;
  /** Whether some of it could not be read. */
  readonly unreadable: boolean;
  readonly surges: readonly DrawnSurge[];
  readonly statements: readonly Statement[];
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
      <p class="rule">
        {state.lookedAt === 0 ? words.radar.never : words.radar.looked(momentInWords(state.lookedAt, words.times))}
      </p>
      <StatementBanner statements={statements} signedIn={signedIn} now={now} />
      <section class="panel" aria-labelledby="radar-surges">
        <h2 id="radar-surges">{words.radar.surges}</h2>
        {surges.length === 0 ? <p>{words.radar.noSurges}</p> : null}
        {surges.map((one) => (
          <SurgeView key={`${one.surge.stream} ${one.surge.seenAt}`} {...one} />
        ))}
      </section>
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
    OPTIONS,
  );
}

function SurgeView({ surge, chart }: DrawnSurge) {
  const words = useWords();
  const { stream, people, expected, from, seenAt, chance } = surge;
  const name = streamInWords(stream, words);
  const ofSchools = stream.startsWith(INCIDENT_STREAM);
  const query = new URLSearchParams({ stream, from: String(from), until: String(seenAt) });
  return (
    <article class="surge">
      <h3>
        {name} <span class="rule">{momentInWords(seenAt, words.times)}</span>{' '}
        {stream === THANKS ? <span class="badge state-active">{words.radar.good}</span> : null}
      </h3>
      <p>
        {(ofSchools ? words.radar.schoolSurge : words.radar.surge)(
          people,
          Math.round((seenAt - from) / 60_000),
          words.numbers.tenths(expected),
        )}{' '}
        {words.radar.chance(words.numbers.whole(rarityOf(chance)))}
      </p>
      {chart === null ? null : <ChartFrame chart={chart} />}
      <p class="actions">
        {ofSchools ? (
          <a class="button" href="/staff/incidents">
            {words.radar.incidents}
          </a>
        ) : (
          <a class="button" href={`/staff/radar/rows?${query}`}>
            {words.radar.turns}
          </a>
        )}
        {ofSchools || stream === THANKS ? null : (
          <a class="button" href={`/staff/statements/new?${new URLSearchParams({ stream })}`}>
            {words.radar.hold}
          </a>
        )}
      </p>
    </article>
  );
}

/** One in how many, in powers of ten that people have a word for. */
function rarityOf(chance: number): number {
  return 10 ** Math.min(9, Math.max(1, Math.floor(-Math.log10(chance))));
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
  const title = words.radar.rowsTitle(streamInWords(page.stream, words));
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
        <a class="button" href="/staff/radar">
          {words.radar.back}
        </a>
      </nav>
    </>,
    OPTIONS,
  );
}
