import { dateOf, dayNumberAt } from '../../bot/office-hours/day-number.ts';
import type { Count, Counts } from '../../bot/reporting/figures.ts';
import { NO_COUNT } from '../../bot/reporting/figures.ts';
import { forecastNext } from '../../bot/reporting/forecast.ts';
import { partsOf, periodOf } from '../../bot/reporting/month.ts';
import type { Report } from '../../bot/reporting/reports.ts';
import type { CaseRow, ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { type ShownCount, suppress } from '../../bot/reporting/suppress.ts';
import { type ConsoleWords, VIETNAMESE } from '../console/languages/words.ts';
import { matterInWords } from '../console/radar/stream-words.ts';
import { durationInWords, momentInWords } from '../console/time-words.ts';
import type { ReportLanguage } from './report-language.ts';

/**
 * A cell of a table. `figure` names the rows behind it, `ticketId` the ticket, `incidentId` what a school reported; what is
 * `said` is somebody's own words.
 */
export interface ReportCell {
  readonly text: string;
  readonly isNumber?: boolean;
  readonly figure?: string;
  readonly ticketId?: string;
  readonly said?: boolean;
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

/** One part of the report, the same on the page, in the document and in the annex but for the language. */
export interface ReportSection {
  readonly id: keyof ConsoleWords['report']['sections'];
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

const BARS_SHOWN = 10;

/** The parts of a report in their order, with every count of few people hidden; Vietnamese unless it is given other words. */
export function reportSections(
  { snapshot, words: written }: Pick<Report, 'snapshot' | 'words'>,
  words: ReportLanguage = VIETNAMESE,
): readonly ReportSection[] {
  const { counts } = snapshot;
  const topics = [...Object.entries(words.topics), ['none', words.report.noTopic]] as const;
  const channels = [...Object.entries(words.channels), ['erased', words.report.erased]] as const;
  return [
    section(words, 'overview', [], [overviewTable(snapshot, words)], [daysChart(snapshot, words)]),
    section(
      words,
      'volume',
      [],
      [
        countTable(
          words.report.tables.channels,
          words.report.columns.channel,
          named('channel', channels, counts),
          snapshot,
          words,
        ),
        countTable(
          words.report.tables.topics,
          words.report.columns.topic,
          named('topic', topics, counts),
          snapshot,
          words,
        ),
      ],
    ),
    section(words, 'matters', [], [mattersTable(snapshot, words)], [mattersChart(snapshot, words)]),
    section(words, 'cases', [], [casesTable(snapshot, words), ...incidentsTable(snapshot, words)]),
    section(words, 'punctuality', punctualityLines(snapshot, words), [
      punctualityTable(snapshot, words),
      ratingTable(snapshot, words),
    ]),
    section(words, 'unanswered', [], [unansweredTable(snapshot, words)]),
    section(words, 'press', [], [pressTable(snapshot, words)]),
    section(words, 'statements', [findingsLine(snapshot, words)], statementTables(snapshot, words)),
    section(words, 'forecast', [forecastLine(snapshot, words)], [], historyChart(snapshot, words)),
    section(words, 'assessment', paragraphsOf(written.assessment), []),
    section(words, 'proposals', paragraphsOf(written.proposals), []),
  ];
}

/** A whole number as Vietnamese writes it. */
export function grouped(value: number): string {
  return value.toLocaleString('vi-VN');
}

function section(
  words: ReportLanguage,
  id: ReportSection['id'],
  paragraphs: readonly string[],
  tables: readonly ReportTable[],
  charts: readonly ReportChart[] = [],
): ReportSection {
  return { id, title: words.report.sections[id], paragraphs, tables, charts };
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

function overviewTable(snapshot: ReportSnapshot, words: ReportLanguage): ReportTable {
  const outcomes = Object.entries(words.outcomes);
  const rows = [{ figure: 'turns', name: words.report.all }, ...named('outcome', outcomes, snapshot.counts)];
  return countTable(words.report.tables.overview, words.report.columns.item, rows, snapshot, words);
}

function countTable(
  caption: string,
  head: string,
  figures: readonly NamedFigure[],
  snapshot: ReportSnapshot,
  words: ReportLanguage,
): ReportTable {
  const shown = shownCounts(figures, snapshot.counts);
  return {
    caption,
    columns: [
      head,
      words.report.columns.turns,
      words.report.columns.people,
      words.report.columns.before,
      words.report.columns.yearAgo,
    ],
    rows: figures.map(({ figure, name }, index) => [
      { text: name },
      { text: inWords(shown[index]?.turns, words), isNumber: true, figure },
      { text: inWords(shown[index]?.people, words), isNumber: true, figure },
      { text: changeOf(figures, index, snapshot.counts, snapshot.before, words), isNumber: true },
      { text: changeOf(figures, index, snapshot.counts, snapshot.yearAgo, words), isNumber: true },
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

function inWords(shown: ShownCount | undefined, words: ReportLanguage): string {
  if (shown === 'few') return words.report.few;
  return typeof shown === 'number' ? words.numbers.whole(shown) : words.report.withheld;
}

/** By how much the turns of a figure changed; nothing is said where either side is hidden. */
function changeOf(
  figures: readonly NamedFigure[],
  index: number,
  counts: Counts,
  earlier: Counts | null,
  words: ReportLanguage,
): string {
  if (earlier === null) return words.report.none;
  const [now, then] = [shownCounts(figures, counts)[index]?.turns, shownCounts(figures, earlier)[index]?.turns];
  if (typeof now !== 'number' || typeof then !== 'number') return words.report.none;
  if (then === 0) return now === 0 ? words.report.none : words.report.fresh;
  const percent = Math.round(((now - then) / then) * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${words.numbers.whole(Math.abs(percent))}%`;
}

function mattersTable(snapshot: ReportSnapshot, words: ReportLanguage): ReportTable {
  const figures = snapshot.matters.map(({ matter }) => ({
    figure: `matter:${matter}`,
    name: matterInWords(matter, words),
  }));
  const table = countTable(words.report.tables.matters, words.report.columns.matter, figures, snapshot, words);
  return {
    ...table,
    columns: [...table.columns, words.report.columns.typical],
    rows: table.rows.map((row, index) => [
      ...row,
      { text: quoted(snapshot.matters[index]?.typical ?? null, words), said: true },
    ]),
  };
}

function unansweredTable({ unanswered, counts }: ReportSnapshot, words: ReportLanguage): ReportTable {
  const figures = unanswered.map(({ matter }) => ({
    figure: `unanswered:${matter}`,
    name: matterInWords(matter, words),
  }));
  const shown = shownCounts(figures, counts);
  return {
    caption: words.report.tables.unanswered,
    columns: [
      words.report.columns.matter,
      words.report.columns.turns,
      words.report.columns.people,
      words.report.columns.typical,
    ],
    rows: figures.map(({ figure, name }, index) => [
      { text: name },
      { text: inWords(shown[index]?.turns, words), isNumber: true, figure },
      { text: inWords(shown[index]?.people, words), isNumber: true, figure },
      { text: quoted(unanswered[index]?.typical ?? null, words), said: true },
    ]),
  };
}

function quoted(text: string | null, words: ReportLanguage): string {
  return text === null ? words.report.none : `“${text}”`;
}

function casesTable({ cases }: ReportSnapshot, words: ReportLanguage): ReportTable {
  return {
    caption: words.report.tables.cases,
    columns: [
      words.report.columns.ticket,
      words.report.columns.heat,
      words.report.columns.topic,
      words.report.columns.channel,
      words.report.columns.opened,
      words.report.columns.reply,
      words.report.columns.state,
      words.report.columns.result,
    ],
    rows: cases.map((row) => [
      { text: String(row.number), ticketId: row.ticketId },
      { text: words.report.heat[row.heat] },
      { text: row.topic === null ? words.report.noTopic : words.topics[row.topic] },
      { text: words.channels[row.channel] },
      { text: momentInWords(row.openedAt, words.times) },
      { text: replyOf(row, words) },
      { text: words.states[row.state] },
      { text: resultOf(row, words) },
    ]),
  };
}

function incidentsTable({ incidents }: ReportSnapshot, words: ReportLanguage): readonly ReportTable[] {
  if (incidents.length === 0) return [];
  const { school, incident, urgency, happened, state, result } = words.report.columns;
  return [
    {
      caption: words.report.tables.incidents,
      columns: [school, incident, urgency, happened, state, result],
      rows: incidents.map((row) => [
        { text: row.school, incidentId: row.incidentId },
        { text: words.incidentKinds[row.kind] },
        { text: words.incidents.shortUrgency[row.urgency] },
        { text: momentInWords(row.happenedAt, words.times) },
        { text: words.incidents.states[row.state] },
        { text: row.result || words.report.none },
      ]),
    },
  ];
}

function replyOf({ openedAt, repliedAt, punctuality }: CaseRow, words: ReportLanguage): string {
  const waited = repliedAt === null ? words.report.notYet : durationInWords(repliedAt - openedAt, words.times);
  return `${waited} (${words.punctuality[punctuality].toLowerCase()})`;
}

function resultOf({ state, outcome, closedAs }: CaseRow, words: ReportLanguage): string {
  return state === 'closed' ? words.results[outcome ?? closedAs ?? 'other'] : words.report.none;
}

function punctualityTable({ tickets }: ReportSnapshot, words: ReportLanguage): ReportTable {
  return {
    caption: words.report.tables.punctuality,
    columns: [words.report.columns.item, words.report.columns.tickets],
    rows: Object.entries(words.punctuality).map(([key, name]) => [
      { text: name },
      { text: words.numbers.whole(tickets[`reply:${key}`] ?? 0), isNumber: true, figure: `reply:${key}` },
    ]),
  };
}

function ratingTable({ tickets }: ReportSnapshot, words: ReportLanguage): ReportTable {
  return {
    caption: words.report.tables.ratings,
    columns: [words.report.columns.item, words.report.columns.tickets],
    rows: Object.entries(words.ratings).map(([key, name]) => [
      { text: name },
      { text: words.numbers.whole(tickets[`rating:${key}`] ?? 0), isNumber: true, figure: `rating:${key}` },
    ]),
  };
}

function punctualityLines({ tickets, medianReplyMs }: ReportSnapshot, words: ReportLanguage): readonly string[] {
  const ofFigure = (figure: string) => words.numbers.whole(tickets[figure] ?? 0);
  return [
    words.report.tickets(ofFigure('tickets'), ofFigure('tickets:closed'), ofFigure('tickets:open')),
    ...(medianReplyMs === null ? [] : [words.report.median(durationInWords(medianReplyMs, words.times))]),
  ];
}

function pressTable({ press }: ReportSnapshot, words: ReportLanguage): ReportTable {
  return {
    caption: words.report.tables.press,
    columns: [
      words.report.columns.ticket,
      words.report.columns.opened,
      words.report.columns.outlet,
      words.report.columns.deadline,
      words.report.columns.state,
      words.report.columns.released,
    ],
    rows: press.map((row) => [
      { text: String(row.number), ticketId: row.ticketId },
      { text: momentInWords(row.openedAt, words.times) },
      { text: row.outlet ?? words.report.none },
      { text: row.deadline ?? words.report.none },
      { text: words.states[row.state] },
      { text: words.numbers.whole(row.released), isNumber: true },
    ]),
  };
}

/** How many claims that went round were answered with what the office found. */
function findingsLine({ counts }: ReportSnapshot, words: ReportLanguage): string {
  const claims = Object.keys(counts).filter((figure) => figure.startsWith('finding:')).length;
  return claims === 0 ? words.report.statements.none : words.report.statements.some(words.numbers.whole(claims));
}

function statementTables(snapshot: ReportSnapshot, words: ReportLanguage): readonly ReportTable[] {
  const figures = named('statement', Object.entries(words.statementFigures), snapshot.counts);
  return figures.length === 0
    ? []
    : [countTable(words.report.tables.statements, words.report.columns.item, figures, snapshot, words)];
}

function forecastLine({ history }: ReportSnapshot, words: ReportLanguage): string {
  const forecast = forecastNext(history);
  if (forecast === null) return words.report.forecast.none;
  return words.report.forecast[forecast.method](
    monthInWords(forecast.month),
    words.numbers.whole(forecast.low),
    words.numbers.whole(forecast.high),
  );
}

function daysChart({ month, counts }: ReportSnapshot, words: ReportLanguage): ReportChart {
  const { until } = periodOf(month);
  const { day: days } = dateOf(dayNumberAt(until - 1));
  const rows = Array.from({ length: days }, (_, index) => counts[`day:${index + 1}`] ?? NO_COUNT);
  const shown = suppress(rows, true);
  return {
    title: words.report.charts.days,
    upright: true,
    bars: shown.map(({ turns }, index) => bar(String(index + 1), turns, words)),
  };
}

function mattersChart({ matters, counts }: ReportSnapshot, words: ReportLanguage): ReportChart {
  const figures = matters.map(({ matter }) => ({ figure: `matter:${matter}`, name: matterInWords(matter, words) }));
  const shown = shownCounts(figures, counts);
  return {
    title: words.report.charts.matters,
    upright: false,
    bars: figures.slice(0, BARS_SHOWN).map(({ name }, index) => bar(name, shown[index]?.turns ?? 'withheld', words)),
  };
}

function historyChart({ history }: ReportSnapshot, words: ReportLanguage): readonly ReportChart[] {
  if (history.length < 2) return [];
  const bars = history.slice(-13).map(({ month, turns }) => bar(monthInWords(month), turns < 5 ? 'few' : turns, words));
  return [{ title: words.report.charts.history, upright: true, bars }];
}

function bar(label: string, shown: ShownCount, words: ReportLanguage): ReportChart['bars'][number] {
  return { label, value: typeof shown === 'number' ? shown : null, shown: inWords(shown, words) };
}

/** `11/2026`. */
export function monthInWords(name: string): string {
  const { year, month } = partsOf(name);
  return `${month}/${year}`;
}
