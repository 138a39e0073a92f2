import { z } from 'zod';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { Period, ReportRows, ReportTurn } from '../../../bot/ports/report-rows.ts';
import type { Surge } from '../../../bot/radar/detect-surges.ts';
import { type RadarFindings, RUMOUR_STATUSES } from '../../../bot/radar/radar-state.ts';
import { INCIDENT_STREAM, streamsOfTurn } from '../../../bot/radar/streams.ts';
import { HOUR_MS } from '../../../bot/radar/usual-traffic.ts';
import { createPublishedDates } from '../../../bot/reminders/published-dates.ts';
import type { KeptStatements } from '../../../bot/statements/statement.ts';
import { VIETNAM_AHEAD_MS } from '../../../knowledge/vietnam-day.ts';
import type { ReportChart } from '../../reporting/report-parts.ts';
import { eachTurn } from '../../reporting/take-snapshot.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { type DrawnSurge, renderRadarPage, renderSurgeRows } from './radar-page.tsx';
import { type NextWeekSources, readNextWeek } from './read-next-week.ts';
import { streamInWords } from './stream-words.ts';

/** Surges of which the hours around are drawn; each reads a day of the ledger. */
const MOST_DRAWN = 6;
const HOURS_DRAWN = 12;
const MOST_ROWS = 200;
const LONGEST_PERIOD_MS = 24 * HOUR_MS;

const pageQuery = z.object({ done: z.enum(['saved', 'unknown']).nullable().catch(null) });
const instant = z.coerce.number().int().min(0).max(8e15).catch(0);
const rowsQuery = z.object({ stream: z.string().max(80).catch(''), from: instant, until: instant });
const rumourForm = z.object({ id: z.string().max(100), status: z.enum(RUMOUR_STATUSES) });

/** What the pages of the radar need. */
export interface RadarRoutesDependencies extends Omit<NextWeekSources, 'kept' | 'dates'> {
  readonly kept: KeptValues;
  readonly radar: RadarFindings;
  readonly reportRows: ReportRows;
  readonly statements: KeptStatements;
  readonly onAudit: OnAudit;
}

/** The page of the radar, the turns behind a surge, and what staff make of what people repeat. */
export function addRadarRoutes(guard: ReturnType<typeof createGuard>, deps: RadarRoutesDependencies): void {
  const { radar, reportRows, onAudit, now } = deps;
  const dates = createPublishedDates(deps.kept);

  guard.staff('GET /staff/radar', async (request, response, signedIn) => {
    const [{ value: state, unreadable }, statements, week] = await Promise.all([
      radar.read(),
      deps.statements.settings(),
      readNextWeek({ ...deps, dates }),
    ]);
    const words = wordsIn(signedIn.preferences.language);
    const surges: DrawnSurge[] = [];
    for (const [index, surge] of state.surges.entries()) {
      surges.push({
        surge,
        chart:
          index < MOST_DRAWN && !surge.stream.startsWith(INCIDENT_STREAM)
            ? await hoursAround(surge, reportRows, words)
            : null,
      });
    }
    const { done } = pageQuery.parse(request.query);
    response.send(renderRadarPage({ signedIn, state, unreadable, statements, surges, week, done, now: now() }));
  });

  guard.staff('GET /staff/radar/rows', async (request, response, signedIn) => {
    const { stream, from, until } = rowsQuery.parse(request.query);
    const period = { from, until: Math.min(until + 1, from + LONGEST_PERIOD_MS) };
    const turns: ReportTurn[] = [];
    for await (const turn of turnsOf(stream, period, reportRows)) {
      turns.push(turn);
      if (turns.length === MOST_ROWS) break;
    }
    response.send(renderSurgeRows({ signedIn, stream, from, until, turns }));
  });

  guard.staff('POST /staff/radar/rumours', async (request, response, signedIn) => {
    const form = rumourForm.safeParse(request.body);
    const saved = form.success && (await radar.setStatus(form.data.id, form.data.status));
    if (form.success && saved) onAudit(signedIn.account.name, 'radar.rumour', `${form.data.id} ${form.data.status}`);
    response.redirect(303, `/staff/radar?done=${saved ? 'saved' : 'unknown'}`);
  });
}

async function* turnsOf(stream: string, period: Period, rows: ReportRows): AsyncGenerator<ReportTurn> {
  for await (const turn of eachTurn(rows, period)) if (streamsOfTurn(turn).includes(stream)) yield turn;
}

/** Turns hour by hour, from half a day before the surge. */
async function hoursAround({ stream, seenAt }: Surge, rows: ReportRows, words: ConsoleWords): Promise<ReportChart> {
  const last = Math.floor(seenAt / HOUR_MS) * HOUR_MS;
  const first = last - (HOURS_DRAWN - 1) * HOUR_MS;
  const counts = new Array<number>(HOURS_DRAWN).fill(0);
  for await (const { at } of turnsOf(stream, { from: first, until: last + HOUR_MS }, rows)) {
    const index = Math.floor((at - first) / HOUR_MS);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return {
    title: words.radar.chart(streamInWords(stream, words)),
    upright: true,
    bars: counts.map((value, index) => {
      const hour = Math.floor((first + index * HOUR_MS + VIETNAM_AHEAD_MS) / HOUR_MS) % 24;
      return { label: words.radar.hour(hour), value, shown: String(value) };
    }),
  };
}
