import type { CaseRow, ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { durationInWords, momentInWords } from '../console/time-words.ts';
import type { ReportLanguage } from './report-language.ts';
import type { ReportCell, ReportTable } from './report-parts.ts';

/** The heads of a table, each with what stands below it in a row. */
type Columns<Row> = readonly (readonly [string, (row: Row) => ReportCell])[];

function tableOf<Row>(caption: string, rows: readonly Row[], columns: Columns<Row>): ReportTable {
  return {
    caption,
    columns: columns.map(([head]) => head),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

/** What every table of tickets says of them, by the name of its column. */
function ticketColumns({ report, times, states }: ReportLanguage) {
  type Ticket = Pick<CaseRow, 'number' | 'ticketId' | 'openedAt' | 'state'>;
  return {
    ticket: [report.columns.ticket, ({ number, ticketId }: Ticket) => ({ text: String(number), ticketId })],
    opened: [report.columns.opened, ({ openedAt }: Ticket) => ({ text: momentInWords(openedAt, times) })],
    state: [report.columns.state, ({ state }: Ticket) => ({ text: states[state] })],
  } as const;
}

/** Tickets of sensitive or urgent matters. */
export function casesTable({ cases }: ReportSnapshot, words: ReportLanguage): ReportTable {
  const { tables, columns, heat, noTopic } = words.report;
  const { ticket, opened, state } = ticketColumns(words);
  return tableOf(tables.cases, cases, [
    ticket,
    [columns.heat, (row) => ({ text: heat[row.heat] })],
    [columns.topic, ({ topic }) => ({ text: topic === null ? noTopic : words.topics[topic] })],
    [columns.channel, ({ channel }) => ({ text: words.channels[channel] })],
    opened,
    [columns.reply, (row) => ({ text: replyOf(row, words) })],
    state,
    [columns.result, (row) => ({ text: resultOf(row, words) })],
  ]);
}

/** What schools reported and could not wait; nothing where nothing was. */
export function incidentsTable({ incidents }: ReportSnapshot, words: ReportLanguage): readonly ReportTable[] {
  if (incidents.length === 0) return [];
  const { tables, columns, none } = words.report;
  return [
    tableOf(tables.incidents, incidents, [
      [columns.school, ({ school, incidentId }) => ({ text: school, incidentId })],
      [columns.incident, ({ kind }) => ({ text: words.incidentKinds[kind] })],
      [columns.urgency, ({ urgency }) => ({ text: words.incidents.shortUrgency[urgency] })],
      [columns.happened, ({ happenedAt }) => ({ text: momentInWords(happenedAt, words.times) })],
      [columns.state, ({ state }) => ({ text: words.incidents.states[state] })],
      [columns.result, ({ result }) => ({ text: result || none })],
    ]),
  ];
}

/** What the press asked for. */
export function pressTable({ press }: ReportSnapshot, words: ReportLanguage): ReportTable {
  const { tables, columns, none } = words.report;
  const { ticket, opened, state } = ticketColumns(words);
  return tableOf(tables.press, press, [
    ticket,
    opened,
    [columns.outlet, ({ outlet }) => ({ text: outlet ?? none })],
    [columns.deadline, ({ deadline }) => ({ text: deadline ?? none })],
    state,
    [columns.released, ({ released }) => ({ text: words.numbers.whole(released), isNumber: true })],
  ]);
}

function replyOf({ openedAt, repliedAt, punctuality }: CaseRow, words: ReportLanguage): string {
  const waited = repliedAt === null ? words.report.notYet : durationInWords(repliedAt - openedAt, words.times);
  return `${waited} (${words.punctuality[punctuality].toLowerCase()})`;
}

function resultOf({ state, outcome, closedAs }: CaseRow, words: ReportLanguage): string {
  return state === 'closed' ? words.results[outcome ?? closedAs ?? 'other'] : words.report.none;
}

/** Whether tickets were replied to in time. */
export function punctualityTable({ tickets }: ReportSnapshot, words: ReportLanguage): ReportTable {
  return ticketCounts(words.report.tables.punctuality, 'reply', words.punctuality, tickets, words);
}

/** What citizens thought of how their ticket was handled. */
export function ratingTable({ tickets }: ReportSnapshot, words: ReportLanguage): ReportTable {
  return ticketCounts(words.report.tables.ratings, 'rating', words.ratings, tickets, words);
}

function ticketCounts(
  caption: string,
  kind: string,
  names: Readonly<Record<string, string>>,
  tickets: ReportSnapshot['tickets'],
  words: ReportLanguage,
): ReportTable {
  return tableOf(caption, Object.entries(names), [
    [words.report.columns.item, ([, text]) => ({ text })],
    [
      words.report.columns.tickets,
      ([key]) => {
        const figure = `${kind}:${key}`;
        return { text: words.numbers.whole(tickets[figure] ?? 0), isNumber: true, figure };
      },
    ],
  ]);
}
