import { dateOf, dayNumberAt } from '../../bot/office-hours/day-number.ts';
import type { Count, Counts } from '../../bot/reporting/figures.ts';
import { NO_COUNT } from '../../bot/reporting/figures.ts';
import { forecastNext } from '../../bot/reporting/forecast.ts';
import { partsOf, periodOf } from '../../bot/reporting/month.ts';
import type { Report } from '../../bot/reporting/reports.ts';
import type { CaseRow, ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { type ShownCount, suppress } from '../../bot/reporting/suppress.ts';
import { INCIDENT_KIND_WORDS, INCIDENTS } from '../console/incidents/vietnamese.ts';
import { durationInWords, momentInWords } from '../console/time-words.ts';
import { CHANNELS, STATES, TOPICS } from '../console/vietnamese.ts';
import {
  OUTCOME_WORDS,
  PUNCTUALITY_WORDS,
  RATING_WORDS,
  REPORT_WORDS,
  RESULT_WORDS,
  STATEMENT_FIGURES,
} from './report-words.ts';

/** A cell of a table. `figure` names the rows behind it, `ticketId` the ticket, `incidentId` what a school reported. */
export interface ReportCell {
  readonly text: string;
  readonly isNumber?: boolean;
  readonly figure?: string;
  readonly ticketId?: string;
  readonly incidentId?: string;
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Bars from top to bottom, or from left to right where they are `upright`; a `null` is a number that is not shown. */
export interface ReportChart {
  readonly title: string;
  readonly upright: boolean;
  readonly bars: readonly { readonly label: string; readonly value: number | null; readonly shown: string }[];
}

/** One part of the report, the same on the page, in the document and in the annex. */
export interface ReportSection {
  readonly id: keyof typeof REPORT_WORDS.sections;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

const { columns, sections: titles, tables: captions } = REPORT_WORDS;
const BARS_SHOWN = 10;

/** The parts of a report in their order, with every count of few people hidden. */
export function reportSections({ snapshot, words }: Pick<Report, 'snapshot' | 'words'>): readonly ReportSection[] {
  const { counts } = snapshot;
  const topics = [...Object.entries(TOPICS), ['none', REPORT_WORDS.noTopic]] as const;
  const channels = [...Object.entries(CHANNELS), ['erased', REPORT_WORDS.erased]] as const;
  return [
    section('overview', [], [overviewTable(snapshot)], [daysChart(snapshot)]),
    section(
      'volume',
      [],
      [
        countTable(captions.channels, columns.channel, named('channel', channels, counts), snapshot),
        countTable(captions.topics, columns.topic, named('topic', topics, counts), snapshot),
      ],
    ),
    section('matters', [], [mattersTable(snapshot)], [mattersChart(snapshot)]),
    section('cases', [], [casesTable(snapshot), ...incidentsTable(snapshot)]),
    section('punctuality', punctualityLines(snapshot), [punctualityTable(snapshot), ratingTable(snapshot)]),
    section('unanswered', [], [unansweredTable(snapshot)]),
    section('press', [], [pressTable(snapshot)]),
    section('statements', [findingsLine(snapshot)], statementTables(snapshot)),
    section('forecast', [forecastLine(snapshot)], [], historyChart(snapshot)),
    section('assessment', paragraphsOf(words.assessment), []),
    section('proposals', paragraphsOf(words.proposals), []),
  ];
}

/** A whole number as Vietnamese writes it. */
export function grouped(value: number): string {
  return value.toLocaleString('vi-VN');
}

function section(
  id: ReportSection['id'],
  paragraphs: readonly string[],
  tables: readonly ReportTable[],
  charts: readonly ReportChart[] = [],
): ReportSection {
  return { id, title: titles[id], paragraphs, tables, charts };
}

function paragraphsOf(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

interface NamedFigure {
  readonly figure: string;
  readonly name: string;
}

/** Those figures of a kind that anything counts in. */
function named(kind: string, names: readonly (readonly [string, string])[], counts: Counts): readonly NamedFigure[] {
  return names
    .map(([key, name]) => ({ figure: `${kind}:${key}`, name }))
    .filter(({ figure }) => counts[figure] !== undefined);
}

function overviewTable(snapshot: ReportSnapshot): ReportTable {
  const outcomes = Object.entries(OUTCOME_WORDS);
  const rows = [{ figure: 'turns', name: REPORT_WORDS.all }, ...named('outcome', outcomes, snapshot.counts)];
  return countTable(captions.overview, columns.item, rows, snapshot);
}

function countTable(
  caption: string,
  head: string,
  figures: readonly NamedFigure[],
  snapshot: ReportSnapshot,
): ReportTable {
  const shown = shownCounts(figures, snapshot.counts);
  return {
    caption,
    columns: [head, columns.turns, columns.people, columns.before, columns.yearAgo],
    rows: figures.map(({ figure, name }, index) => [
      { text: name },
      { text: inWords(shown[index]?.turns), isNumber: true, figure },
      { text: inWords(shown[index]?.people), isNumber: true, figure },
      { text: changeOf(figures, index, snapshot.counts, snapshot.before), isNumber: true },
      { text: changeOf(figures, index, snapshot.counts, snapshot.yearAgo), isNumber: true },
    ]),
  };
}

/** The sum of all turns stands first, or in another table: in both cases it is known. */
function shownCounts(figures: readonly NamedFigure[], counts: Counts) {
  const countOf = ({ figure }: NamedFigure): Count => counts[figure] ?? NO_COUNT;
  const sums = figures.filter(({ figure }) => figure === 'turns');
  const parts = figures.filter(({ figure }) => figure !== 'turns');
  return [...suppress(sums.map(countOf), false), ...suppress(parts.map(countOf), true)];
}

function inWords(shown: ShownCount | undefined): string {
  if (shown === 'few') return REPORT_WORDS.few;
  return typeof shown === 'number' ? grouped(shown) : REPORT_WORDS.withheld;
}

/** By how much the turns of a figure changed; nothing is said where either side is hidden. */
function changeOf(figures: readonly NamedFigure[], index: number, counts: Counts, earlier: Counts | null): string {
  if (earlier === null) return REPORT_WORDS.none;
  const [now, then] = [shownCounts(figures, counts)[index]?.turns, shownCounts(figures, earlier)[index]?.turns];
  if (typeof now !== 'number' || typeof then !== 'number') return REPORT_WORDS.none;
  if (then === 0) return now === 0 ? REPORT_WORDS.none : REPORT_WORDS.fresh;
  const percent = Math.round(((now - then) / then) * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${grouped(Math.abs(percent))}%`;
}

function mattersTable(snapshot: ReportSnapshot): ReportTable {
  const figures = snapshot.matters.map(({ matter }) => ({ figure: `matter:${matter}`, name: matter }));
  const table = countTable(captions.matters, columns.matter, figures, snapshot);
  return {
    ...table,
    columns: [...table.columns, columns.typical],
    rows: table.rows.map((row, index) => [...row, { text: quoted(snapshot.matters[index]?.typical ?? null) }]),
  };
}

function unansweredTable({ unanswered, counts }: ReportSnapshot): ReportTable {
  const figures = unanswered.map(({ matter }) => ({ figure: `unanswered:${matter}`, name: matter }));
  const shown = shownCounts(figures, counts);
  return {
    caption: captions.unanswered,
    columns: [columns.matter, columns.turns, columns.people, columns.typical],
    rows: figures.map(({ figure, name }, index) => [
      { text: name },
      { text: inWords(shown[index]?.turns), isNumber: true, figure },
      { text: inWords(shown[index]?.people), isNumber: true, figure },
      { text: quoted(unanswered[index]?.typical ?? null) },
    ]),
  };
}

function quoted(words: string | null): string {
  return words === null ? REPORT_WORDS.none : `“${words}”`;
}

function casesTable({ cases }: ReportSnapshot): ReportTable {
  return {
    caption: captions.cases,
    columns: [
      columns.ticket,
      columns.heat,
      columns.topic,
      columns.channel,
      columns.opened,
      columns.reply,
      columns.state,
      columns.result,
    ],
    rows: cases.map((row) => [
      { text: String(row.number), ticketId: row.ticketId },
      { text: REPORT_WORDS.heat[row.heat] },
      { text: row.topic === null ? REPORT_WORDS.noTopic : TOPICS[row.topic] },
      { text: CHANNELS[row.channel] },
      { text: momentInWords(row.openedAt) },
      { text: replyOf(row) },
      { text: STATES[row.state] },
      { text: resultOf(row) },
    ]),
  };
}

function incidentsTable({ incidents }: ReportSnapshot): readonly ReportTable[] {
  if (incidents.length === 0) return [];
  const { school, incident, urgency, happened, state, result } = columns;
  return [
    {
      caption: captions.incidents,
      columns: [school, incident, urgency, happened, state, result],
      rows: incidents.map((row) => [
        { text: row.school, incidentId: row.incidentId },
        { text: INCIDENT_KIND_WORDS[row.kind] },
        { text: INCIDENTS.shortUrgency[row.urgency] },
        { text: momentInWords(row.happenedAt) },
        { text: INCIDENTS.states[row.state] },
        { text: row.result || REPORT_WORDS.none },
      ]),
    },
  ];
}

function replyOf({ openedAt, repliedAt, punctuality }: CaseRow): string {
  const waited = repliedAt === null ? REPORT_WORDS.notYet : durationInWords(repliedAt - openedAt);
  return `${waited} (${PUNCTUALITY_WORDS[punctuality].toLowerCase()})`;
}

function resultOf({ state, outcome, closedAs }: CaseRow): string {
  return state === 'closed' ? RESULT_WORDS[outcome ?? closedAs ?? 'other'] : REPORT_WORDS.none;
}

function punctualityTable({ tickets }: ReportSnapshot): ReportTable {
  return {
    caption: captions.punctuality,
    columns: [columns.item, columns.tickets],
    rows: Object.entries(PUNCTUALITY_WORDS).map(([key, name]) => [
      { text: name },
      { text: grouped(tickets[`reply:${key}`] ?? 0), isNumber: true, figure: `reply:${key}` },
    ]),
  };
}

function ratingTable({ tickets }: ReportSnapshot): ReportTable {
  return {
    caption: captions.ratings,
    columns: [columns.item, columns.tickets],
    rows: Object.entries(RATING_WORDS).map(([key, name]) => [
      { text: name },
      { text: grouped(tickets[`rating:${key}`] ?? 0), isNumber: true, figure: `rating:${key}` },
    ]),
  };
}

function punctualityLines({ tickets, medianReplyMs }: ReportSnapshot): readonly string[] {
  const ofFigure = (figure: string) => grouped(tickets[figure] ?? 0);
  return [
    REPORT_WORDS.tickets(ofFigure('tickets'), ofFigure('tickets:closed'), ofFigure('tickets:open')),
    ...(medianReplyMs === null ? [] : [REPORT_WORDS.median(durationInWords(medianReplyMs))]),
  ];
}

function pressTable({ press }: ReportSnapshot): ReportTable {
  return {
    caption: captions.press,
    columns: [columns.ticket, columns.opened, columns.outlet, columns.deadline, columns.state, columns.released],
    rows: press.map((row) => [
      { text: String(row.number), ticketId: row.ticketId },
      { text: momentInWords(row.openedAt) },
      { text: row.outlet ?? REPORT_WORDS.none },
      { text: row.deadline ?? REPORT_WORDS.none },
      { text: STATES[row.state] },
      { text: grouped(row.released), isNumber: true },
    ]),
  };
}

/** How many claims that went round were answered with what the office found. */
function findingsLine({ counts }: ReportSnapshot): string {
  const claims = Object.keys(counts).filter((figure) => figure.startsWith('finding:')).length;
  return claims === 0 ? REPORT_WORDS.statements.none : REPORT_WORDS.statements.some(grouped(claims));
}

function statementTables(snapshot: ReportSnapshot): readonly ReportTable[] {
  const figures = named('statement', Object.entries(STATEMENT_FIGURES), snapshot.counts);
  return figures.length === 0 ? [] : [countTable(captions.statements, columns.item, figures, snapshot)];
}

function forecastLine({ history }: ReportSnapshot): string {
  const forecast = forecastNext(history);
  if (forecast === null) return REPORT_WORDS.forecast.none;
  return REPORT_WORDS.forecast[forecast.method](
    monthInWords(forecast.month),
    grouped(forecast.low),
    grouped(forecast.high),
  );
}

function daysChart({ month, counts }: ReportSnapshot): ReportChart {
  const { until } = periodOf(month);
  const { day: days } = dateOf(dayNumberAt(until - 1));
  const rows = Array.from({ length: days }, (_, index) => counts[`day:${index + 1}`] ?? NO_COUNT);
  const shown = suppress(rows, true);
  return {
    title: REPORT_WORDS.charts.days,
    upright: true,
    bars: shown.map(({ turns }, index) => bar(String(index + 1), turns)),
  };
}

function mattersChart({ matters, counts }: ReportSnapshot): ReportChart {
  const figures = matters.map(({ matter }) => ({ figure: `matter:${matter}`, name: matter }));
  const shown = shownCounts(figures, counts);
  return {
    title: REPORT_WORDS.charts.matters,
    upright: false,
    bars: figures.slice(0, BARS_SHOWN).map(({ name }, index) => bar(name, shown[index]?.turns ?? 'withheld')),
  };
}

function historyChart({ history }: ReportSnapshot): readonly ReportChart[] {
  if (history.length < 2) return [];
  const bars = history.slice(-13).map(({ month, turns }) => bar(monthInWords(month), turns < 5 ? 'few' : turns));
  return [{ title: REPORT_WORDS.charts.history, upright: true, bars }];
}

function bar(label: string, shown: ShownCount): ReportChart['bars'][number] {
  return { label, value: typeof shown === 'number' ? shown : null, shown: inWords(shown) };
}

/** `11/2026`. */
export function monthInWords(name: string): string {
  const { year, month } = partsOf(name);
  return `${month}/${year}`;
}
