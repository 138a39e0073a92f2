import { z } from 'zod';
import { type KeptVersions, newestNumber } from '../../../bot/kept-versions.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { Period, ReportRows, ReportTurn } from '../../../bot/ports/report-rows.ts';
import type { Surge } from '../../../bot/radar/detect-surges.ts';
import { type RadarFindings, RUMOUR_STATUSES } from '../../../bot/radar/radar-state.ts';
import { INCIDENT_STREAM, streamsOfTurn } from '../../../bot/radar/streams.ts';
import { COUNTED_HOURS, createTrafficCounting } from '../../../bot/radar/traffic-counts.ts';
import { HOUR_MS } from '../../../bot/radar/usual-traffic.ts';
import { createPublishedDates } from '../../../bot/reminders/published-dates.ts';
import type { KeptStatements, Statement } from '../../../bot/statements/statement.ts';
import { createPlaceReader } from '../../../knowledge/admission/read-places.ts';
import { hourInVietnam } from '../../../knowledge/vietnam-day.ts';
import type { ReportChart } from '../../reporting/report-parts.ts';
import { eachTurn } from '../../reporting/take-snapshot.ts';
import type { OnAudit } from '../audit.ts';
import { sendCsv } from '../csv-table.ts';
import type { createGuard } from '../guard.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { renderRadarPage, renderSurgeRows } from './radar-page.tsx';
import { countRows, turnRows } from './radar-tables.ts';
import { type NextWeekSources, readNextWeek } from './read-next-week.ts';
import { streamInWords } from './stream-words.ts';
import type { DrawnSurge } from './surge-view.tsx';

/** Surges of which the hours around are drawn; each reads a day of the ledger. */
const MOST_DRAWN = 6;
const HOURS_DRAWN = 12;
const MOST_ROWS = 200;
const MOST_EXPORTED = 5_000;
const LONGEST_PERIOD_MS = COUNTED_HOURS.week * HOUR_MS;

const period = z.enum(['day', 'week']).catch('day');
const pageQuery = z.object({ done: z.enum(['saved', 'unknown']).nullable().catch(null), period });
const instant = z.coerce.number().int().min(0).max(8e15).catch(0);
const rowsQuery = z.object({ stream: z.string().max(80).catch(''), from: instant, until: instant });
const rumourForm = z.object({ id: z.string().max(100), status: z.enum(RUMOUR_STATUSES) });

/** What the pages of the radar need. */
export interface RadarRoutesDependencies extends Omit<NextWeekSources, 'kept' | 'dates'> {
  readonly kept: KeptValues;
  readonly radar: RadarFindings;
  readonly reportRows: ReportRows;
  readonly statements: KeptStatements;
  readonly statementVersions: KeptVersions<readonly Statement[]>;
  readonly onAudit: OnAudit;
}

/** The page of the radar, the turns behind a surge, and what staff make of what people repeat. */
export function addRadarRoutes(guard: ReturnType<typeof createGuard>, deps: RadarRoutesDependencies): void {
  const { radar, reportRows, onAudit, now } = deps;
  const dates = createPublishedDates(deps.kept);
  const traffic = createTrafficCounting({ reportRows, dates, now });

  guard.staff('GET /staff/radar', async (request, response, signedIn) => {
    const { done, period } = pageQuery.parse(request.query);
    const [{ value: state, unreadable }, statements, versions, week, counts] = await Promise.all([
      radar.read(),
      deps.statements.settings(),
      deps.statementVersions.list(),
      readNextWeek({ ...deps, dates }),
      traffic.count(period),
    ]);
    const words = wordsIn(signedIn.preferences.language);
    const surges: DrawnSurge[] = [];
    for (const [index, surge] of state.surges.entries()) {
      surges.push({
        surge,
        chart: index < MOST_DRAWN && !surge.stream.startsWith(INCIDENT_STREAM) ? await hoursAround(surge, words) : null,
      });
    }
    const seen = newestNumber(versions);
    const found = { state, unreadable, statements, seen, surges, week, counts, period, done };
    response.send(renderRadarPage({ signedIn, ...found, now: now() }));
  });

  guard.staff('GET /staff/radar/rows', async (request, response, signedIn) => {
    const { stream, from, until } = rowsQuery.parse(request.query);
    const turns: ReportTurn[] = [];
    for await (const turn of turnsOf(stream, shortened(from, until))) {
      turns.push(turn);
      if (turns.length === MOST_ROWS) break;
    }
    response.send(renderSurgeRows({ signedIn, stream, from, until, turns }));
  });

  guard.staff('GET /staff/radar/export', async (request, response, signedIn) => {
    const { period } = pageQuery.parse(request.query);
    onAudit(signedIn.account.name, 'radar.export', period);
    await sendCsv(response, `radar-${period}.csv`, countRows(await traffic.count(period)));
  });

  guard.staff('GET /staff/radar/rows/export', async (request, response, signedIn) => {
    const { stream, from, until } = rowsQuery.parse(request.query);
    onAudit(signedIn.account.name, 'radar.export', stream);
    await sendCsv(response, 'radar-luot-nhan.csv', turnRows(turnsOf(stream, shortened(from, until)), MOST_EXPORTED));
  });

  guard.staff('POST /staff/radar/rumours', async (request, response, signedIn) => {
    const form = rumourForm.safeParse(request.body);
    const saved = form.success && (await radar.setStatus(form.data.id, form.data.status));
    if (form.success && saved) onAudit(signedIn.account.name, 'radar.rumour', `${form.data.id} ${form.data.status}`);
    response.redirect(303, `/staff/radar?done=${saved ? 'saved' : 'unknown'}`);
  });

  async function* turnsOf(stream: string, within: Period): AsyncGenerator<ReportTurn> {
    const readPlaces = createPlaceReader((await dates()).places);
    for await (const turn of eachTurn(reportRows, within)) {
      if (streamsOfTurn(turn, readPlaces).includes(stream)) yield turn;
    }
  }

  /** Turns hour by hour, from half a day before the surge. */
  async function hoursAround({ stream, seenAt }: Surge, words: ConsoleWords): Promise<ReportChart> {
    const last = Math.floor(seenAt / HOUR_MS) * HOUR_MS;
    const first = last - (HOURS_DRAWN - 1) * HOUR_MS;
    const counts = new Array<number>(HOURS_DRAWN).fill(0);
    for await (const { at } of turnsOf(stream, { from: first, until: last + HOUR_MS })) {
      const index = Math.floor((at - first) / HOUR_MS);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    return {
      title: words.radar.chart(streamInWords(stream, words)),
      upright: true,
      bars: counts.map((value, index) => {
        const hour = hourInVietnam(first + index * HOUR_MS);
        return { label: words.radar.hour(hour), value, shown: String(value) };
      }),
    };
  }
}

function shortened(from: number, until: number): Period {
  return { from, until: Math.min(until + 1, from + LONGEST_PERIOD_MS) };
}
