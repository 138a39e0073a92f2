import { forecastNext } from '../../bot/reporting/forecast.ts';
import type { Report } from '../../bot/reporting/reports.ts';
import type { ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { type ConsoleWords, VIETNAMESE } from '../console/languages/words.ts';
import { durationInWords } from '../console/time-words.ts';
import { daysChart, historyChart, mattersChart, monthInWords } from './report-charts.ts';
import {
  countTable,
  findingsTable,
  gapsTable,
  mattersTable,
  moodLines,
  moodTable,
  named,
  overviewTable,
  statementTables,
  unansweredTable,
} from './report-counts.ts';
import type { ReportLanguage } from './report-language.ts';
import type { ReportChart, ReportTable } from './report-parts.ts';
import { casesTable, incidentsTable, pressTable, punctualityTable, ratingTable } from './report-rows.ts';

/** One part of the report, the same on the page, in the document and in the annex but for the language. */
export interface ReportSection {
  readonly id: keyof ConsoleWords['report']['sections'];
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

/** The parts of a report in their order, with every count of few people hidden; Vietnamese unless it is given other words. */
export function reportSections(
  { snapshot, words: written }: Pick<Report, 'snapshot' | 'words'>,
  words: ReportLanguage = VIETNAMESE,
): readonly ReportSection[] {
  const { counts } = snapshot;
  const topics = [...Object.entries(words.topics), ['none', words.report.noTopic]] as const;
  const channels = [...Object.entries(words.channels), ['erased', words.report.erased]] as const;
  return [
    section(
      words,
      'overview',
      uncomparedLines(snapshot, words),
      [overviewTable(snapshot, words)],
      [daysChart(snapshot, words)],
    ),
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
    section(words, 'mood', moodLines(snapshot, words), [moodTable(snapshot, words)]),
    section(words, 'cases', [], [casesTable(snapshot, words), ...incidentsTable(snapshot, words)]),
    section(words, 'punctuality', punctualityLines(snapshot, words), [
      punctualityTable(snapshot, words),
      ratingTable(snapshot, words),
    ]),
    section(words, 'unanswered', [], [unansweredTable(snapshot, words), ...gapsTable(snapshot, words)]),
    section(words, 'press', [], [pressTable(snapshot, words)]),
    section(
      words,
      'statements',
      [findingsLine(snapshot, words)],
      [...findingsTable(snapshot, words), ...statementTables(snapshot, words)],
    ),
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

/** Why the columns of comparison are empty, where that is not because nobody asked. */
function uncomparedLines({ uncompared }: ReportSnapshot, words: ReportLanguage): readonly string[] {
  return uncompared.map((month) => words.report.uncompared(monthInWords(month)));
}

function punctualityLines({ tickets, medianReplyMs }: ReportSnapshot, words: ReportLanguage): readonly string[] {
  const ofFigure = (figure: string) => words.numbers.whole(tickets[figure] ?? 0);
  return [
    words.report.tickets(ofFigure('tickets'), ofFigure('tickets:closed'), ofFigure('tickets:open')),
    ...(medianReplyMs === null ? [] : [words.report.median(durationInWords(medianReplyMs, words.times))]),
  ];
}

/** How many claims that went round were answered with what the office found. */
function findingsLine({ counts }: ReportSnapshot, words: ReportLanguage): string {
  const claims = Object.keys(counts).filter((figure) => figure.startsWith('finding:')).length;
  return claims === 0 ? words.report.statements.none : words.report.statements.some(words.numbers.whole(claims));
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
