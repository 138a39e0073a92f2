import type { Count, Counts } from '../../bot/reporting/figures.ts';
import { NO_COUNT } from '../../bot/reporting/figures.ts';
import type { ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { type ShownCount, suppress } from '../../bot/reporting/suppress.ts';
import { matterInWords } from '../console/radar/stream-words.ts';
import type { ReportLanguage } from './report-language.ts';
import type { ReportCell, ReportTable } from './report-parts.ts';

/** A figure with its name in a table. */
export interface NamedFigure {
  readonly figure: string;
  readonly name: string;
}

/** Those figures of a kind that anything counts in. */
export function named(
  kind: string,
  names: readonly (readonly [string, string])[],
  counts: Counts,
): readonly NamedFigure[] {
  return names
    .map(([key, name]) => ({ figure: `${kind}:${key}`, name }))
    .filter(({ figure }) => counts[figure] !== undefined);
}

/** All turns, and how they ended. */
export function overviewTable(snapshot: ReportSnapshot, words: ReportLanguage): ReportTable {
  const outcomes = Object.entries(words.outcomes);
  const rows = [{ figure: 'turns', name: words.report.all }, ...named('outcome', outcomes, snapshot.counts)];
  return countTable(words.report.tables.overview, words.report.columns.item, rows, snapshot, words);
}

/** Counts of turns and people by figure, and how the turns changed against the month before and the like one of last year. */
export function countTable(
  caption: string,
  head: string,
  figures: readonly NamedFigure[],
  snapshot: ReportSnapshot,
  words: ReportLanguage,
): ReportTable {
  const { counts, before, yearAgo } = snapshot;
  const { turns, people, before: monthBefore, yearAgo: yearBefore } = words.report.columns;
  return {
    caption,
    columns: [head, turns, people, monthBefore, yearBefore],
    rows: countRows(figures, counts, words).map((row, index) => [
      ...row,
      { text: changeOf(figures, index, counts, before, words), isNumber: true },
      { text: changeOf(figures, index, counts, yearAgo, words), isNumber: true },
    ]),
  };
}

function countRows(
  figures: readonly NamedFigure[],
  counts: Counts,
  words: ReportLanguage,
): readonly (readonly ReportCell[])[] {
  const shown = shownCounts(figures, counts);
  return figures.map(({ figure, name }, index) => [
    { text: name },
    { text: inWords(shown[index]?.turns, words), isNumber: true, figure },
    { text: inWords(shown[index]?.people, words), isNumber: true, figure },
  ]);
}

/** The sum of all turns stands first, or in another table: in both cases it is known. */
export function shownCounts(figures: readonly NamedFigure[], counts: Counts) {
  const countOf = ({ figure }: NamedFigure): Count => counts[figure] ?? NO_COUNT;
  const sums = figures.filter(({ figure }) => figure === 'turns');
  const parts = figures.filter(({ figure }) => figure !== 'turns');
  return [...suppress(sums.map(countOf), false), ...suppress(parts.map(countOf), true)];
}

/** A count as the report shows it. */
export function inWords(shown: ShownCount | undefined, words: ReportLanguage): string {
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

/** How messages sound. Months that were counted before anybody looked at that are compared with nothing. */
export function moodTable(snapshot: ReportSnapshot, words: ReportLanguage): ReportTable {
  const figures = named('mood', Object.entries(words.report.moods), snapshot.counts);
  const compared = { ...snapshot, before: withMoods(snapshot.before), yearAgo: withMoods(snapshot.yearAgo) };
  return countTable(words.report.tables.moods, words.report.columns.item, figures, compared, words);
}

/** Which way displeasure goes: its share of the turns of a month, the month before and the like one of last year. */
export function moodLines({ counts, before, yearAgo }: ReportSnapshot, words: ReportLanguage): readonly string[] {
  const [now, then, last] = [counts, withMoods(before), withMoods(yearAgo)].map((one) => shareDispleased(one, words));
  if (now == null) return [];
  const { share, against } = words.report.mood;
  const earlier = [...(then == null ? [] : [against.before(then)]), ...(last == null ? [] : [against.yearAgo(last)])];
  return [share(now, earlier.join('; ')), words.report.mood.rule];
}

function withMoods(counts: Counts | null): Counts | null {
  return counts !== null && Object.keys(counts).some((figure) => figure.startsWith('mood:')) ? counts : null;
}

/** Of a hundred turns; `null` where it would tell a count of few people. */
function shareDispleased(counts: Counts | null, words: ReportLanguage): string | null {
  if (counts === null) return null;
  const figures = named('mood', Object.entries(words.report.moods), counts);
  const shown = shownCounts(figures, counts)[figures.findIndex(({ figure }) => figure === 'mood:displeased')]?.turns;
  const { turns: all } = counts['turns'] ?? NO_COUNT;
  return typeof shown !== 'number' || all === 0 ? null : words.numbers.tenths((100 * shown) / all);
}

/** A kind of figure by matter, with a question that people typically ask of each. */
function withTypical(table: ReportTable, rows: ReportSnapshot['matters'], words: ReportLanguage): ReportTable {
  return {
    ...table,
    columns: [...table.columns, words.report.columns.typical],
    rows: table.rows.map((row, index) => [...row, { text: quoted(rows[index]?.typical ?? null, words), said: true }]),
  };
}

/** What people asked about most. */
export function mattersTable(snapshot: ReportSnapshot, words: ReportLanguage): ReportTable {
  const { tables, columns } = words.report;
  const figures = matterFigures('matter', snapshot.matters, words);
  return withTypical(countTable(tables.matters, columns.matter, figures, snapshot, words), snapshot.matters, words);
}

/** What no document answered most. */
export function unansweredTable({ unanswered, counts }: ReportSnapshot, words: ReportLanguage): ReportTable {
  const { tables, columns } = words.report;
  const figures = matterFigures('unanswered', unanswered, words);
  const table = {
    caption: tables.unanswered,
    columns: [columns.matter, columns.turns, columns.people],
    rows: countRows(figures, counts, words),
  };
  return withTypical(table, unanswered, words);
}

/** The figures of a kind by matter, as they stand in a table or a chart. */
export function matterFigures(
  kind: 'matter' | 'unanswered',
  rows: ReportSnapshot['matters'],
  words: ReportLanguage,
): readonly NamedFigure[] {
  return rows.map(({ matter }) => ({ figure: `${kind}:${matter}`, name: matterInWords(matter, words) }));
}

function quoted(text: string | null, words: ReportLanguage): string {
  return text === null ? words.report.none : `“${text}”`;
}

/** How often what the office says itself was said; nothing where it said nothing. */
export function statementTables(snapshot: ReportSnapshot, words: ReportLanguage): readonly ReportTable[] {
  const figures = named('statement', Object.entries(words.statementFigures), snapshot.counts);
  return figures.length === 0
    ? []
    : [countTable(words.report.tables.statements, words.report.columns.item, figures, snapshot, words)];
}

/** Claims that went round, what the office found, and how often people were told. */
export function findingsTable({ findings, counts }: ReportSnapshot, words: ReportLanguage): readonly ReportTable[] {
  if (findings.length === 0) return [];
  const { tables, columns, none } = words.report;
  const figures = findings.map(({ statementId, claim }) => ({ figure: `finding:${statementId}`, name: claim ?? none }));
  const rows = countRows(figures, counts, words).map(([claim, ...rest], index): readonly ReportCell[] => {
    const { kind = null } = findings[index] ?? {};
    const found = kind === null ? none : words.statementFigures[kind];
    return [{ text: claim?.text ?? none, said: true }, { text: found }, ...rest];
  });
  return [{ caption: tables.findings, columns: [columns.claim, columns.found, columns.turns, columns.people], rows }];
}

/** What became of needs that no document answers. */
export function gapsTable({ gaps }: ReportSnapshot, words: ReportLanguage): readonly ReportTable[] {
  if (gaps === null) return [];
  const { tables, columns } = words.report;
  const rows = Object.entries(words.report.gaps).map(([key, text]): readonly ReportCell[] => {
    const figure = `gaps:${key}`;
    return [{ text }, { text: words.numbers.whole(gaps[figure] ?? 0), isNumber: true, figure }];
  });
  return [{ caption: tables.gaps, columns: [columns.item, columns.gaps], rows }];
}
