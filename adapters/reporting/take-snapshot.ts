import { setImmediate as giveWay } from 'node:timers/promises';
import type { Ticket } from '../../bot/conversation.ts';
import { contentsOf } from '../../bot/kept-contents.ts';
import type { Gaps } from '../../bot/ports/gaps.ts';
import type { Incidents } from '../../bot/ports/incidents.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { Period, ReportRows, ReportTurn } from '../../bot/ports/report-rows.ts';
import {
  type Counts,
  createTally,
  figuresOfGap,
  figuresOfTicket,
  figuresOfTurn,
  GAP_FIGURES,
  heatOf,
  NO_COUNT,
  punctualityOf,
} from '../../bot/reporting/figures.ts';
import { type MonthName, monthAfter, periodOf } from '../../bot/reporting/month.ts';
import type { Reports } from '../../bot/reporting/reports.ts';
import type { CaseRow, IncidentRow, PressRow, ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { FEWEST_SHOWN } from '../../bot/reporting/suppress.ts';
import { createTypicalQuestions } from '../../bot/reporting/typical-questions.ts';
import { STATEMENTS, STATEMENTS_VALUE } from '../../bot/statements/statement.ts';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { readRequest } from '../console/press-register/read-register.ts';

/** Rows are read in pages of this size, between which the process does its other work. */
const PAGE = 1_000;
const MATTERS_SHOWN = 12;
const HISTORY_MONTHS = 24;
const LONGEST_WORDS = 80;
const MOST_INCIDENTS = 500;
/** How figures of findings begin; the statement's id follows. */
const FINDING = 'finding:';

/** Where a snapshot is taken from. */
export interface SnapshotSources {
  readonly reportRows: ReportRows;
  readonly records: TurnRecords;
  readonly incidents: Pick<Incidents, 'filed'>;
  readonly gaps: Pick<Gaps, 'list'>;
  /** Where what the office says itself is kept. */
  readonly kept: Pick<KeptValues, 'get'>;
  /** Counts of months whose words may have expired since are taken from their reports. */
  readonly reports: Pick<Reports, 'find'>;
  readonly now: () => number;
}

/** Every turn of a period, in order. */
export async function* eachTurn(rows: ReportRows, period: Period): AsyncGenerator<ReportTurn> {
  let last: ReportTurn | null = null;
  for (;;) {
    const page: readonly ReportTurn[] = await rows.turns(period, last, PAGE);
    yield* page;
    last = page.at(-1) ?? null;
    if (page.length < PAGE) return;
    await giveWay();
  }
}

/** Every ticket that was opened in a period, in order. */
export async function* eachTicket(rows: ReportRows, period: Period): AsyncGenerator<Ticket> {
  let last: Ticket | null = null;
  for (;;) {
    const page: readonly Ticket[] = await rows.tickets(period, last, PAGE);
    yield* page;
    last = page.at(-1) ?? null;
    if (page.length < PAGE) return;
    await giveWay();
  }
}

/** Reads all that the report of a month says; rows are read once, and only counts and masked words are kept. */
export async function takeSnapshot(month: MonthName, sources: SnapshotSources): Promise<ReportSnapshot> {
  const { reportRows, now } = sources;
  const takenAt = now();
  const tally = createTally();
  const asked = createTypicalQuestions();
  const missed = createTypicalQuestions();
  for await (const turn of eachTurn(reportRows, periodOf(month))) {
    const figures = figuresOfTurn(turn);
    tally.add(figures, turn.conversationId);
    const matter = figures.find((figure) => figure.startsWith('matter:'))?.slice('matter:'.length);
    if (matter === undefined || turn.question === '') continue;
    asked.add(matter, turn.question, turn.conversationId);
    if (turn.outcome === 'abstained') missed.add(matter, turn.question, turn.conversationId);
  }
  const counts = tally.counts();
  const [monthBefore, yearBefore] = [monthAfter(month, -1), monthAfter(month, -12)];
  const [before, yearAgo] = [await countsOf(monthBefore, sources), await countsOf(yearBefore, sources)];
  return {
    month,
    takenAt,
    counts,
    before: before === 'unreadable' ? null : before,
    yearAgo: yearAgo === 'unreadable' ? null : yearAgo,
    uncompared: [...(before === 'unreadable' ? [monthBefore] : []), ...(yearAgo === 'unreadable' ? [yearBefore] : [])],
    matters: leading(counts, 'matter:', asked),
    unanswered: leading(counts, 'unanswered:', missed),
    ...(await readTickets(month, takenAt, sources)),
    incidents: await readIncidents(month, sources),
    findings: await readFindings(counts, sources),
    gaps: await readGaps(month, takenAt, sources),
    history: await readHistory(month, reportRows),
  };
}

function leading(
  counts: Counts,
  prefix: string,
  questions: ReturnType<typeof createTypicalQuestions>,
): ReportSnapshot['matters'] {
  return Object.entries(counts)
    .filter(([figure]) => figure.startsWith(prefix))
    .toSorted(([one, a], [other, b]) => b.turns - a.turns || (one < other ? -1 : 1))
    .slice(0, MATTERS_SHOWN)
    .map(([figure, { people }]) => {
      const matter = figure.slice(prefix.length);
      return { matter, typical: people < FEWEST_SHOWN ? null : questions.typicalOf(matter) };
    });
}

/**
 * Counts of another month: those of its report where there is one; `null` where nobody asked anything then. Where its
 * report cannot be read nothing is counted in its stead, for the ledger may no longer say what the report said.
 */
async function countsOf(
  month: MonthName,
  { reports, reportRows }: SnapshotSources,
): Promise<Counts | 'unreadable' | null> {
  const report = await reports.find(month);
  if (report === 'unreadable') return report;
  if (report !== null && report.state !== 'draft') return report.snapshot.counts;
  const tally = createTally();
  for await (const turn of eachTurn(reportRows, periodOf(month))) tally.add(figuresOfTurn(turn), turn.conversationId);
  const counts = tally.counts();
  return (counts['turns'] ?? NO_COUNT).turns === 0 ? null : counts;
}

async function readTickets(
  month: MonthName,
  takenAt: number,
  { reportRows, records }: SnapshotSources,
): Promise<Pick<ReportSnapshot, 'tickets' | 'medianReplyMs' | 'cases' | 'press'>> {
  const tickets: Record<string, number> = {};
  const waits: number[] = [];
  const cases: CaseRow[] = [];
  const press: PressRow[] = [];
  for await (const ticket of eachTicket(reportRows, periodOf(month))) {
    for (const figure of figuresOfTicket(ticket, takenAt)) tickets[figure] = (tickets[figure] ?? 0) + 1;
    if (ticket.repliedAt !== null) waits.push(ticket.repliedAt - ticket.openedAt);
    const heat = heatOf(ticket);
    const { id: ticketId, number, channel, topic, openedAt, repliedAt, state, outcome, closedAs } = ticket;
    if (heat !== null) {
      const punctuality = punctualityOf(ticket, takenAt);
      const facts = { channel, topic, openedAt, repliedAt, state, outcome, closedAs, punctuality };
      cases.push({ ticketId, number, heat, ...facts });
    }
    if (topic === 'press') {
      const { slots, released } = await readRequest(ticket, records);
      const outlet = shortened(slots.outlet);
      press.push({
        ticketId,
        number,
        openedAt,
        outlet,
        deadline: shortened(slots.deadline),
        state,
        released: released.length,
      });
    }
  }
  waits.sort((one, other) => one - other);
  return { tickets, medianReplyMs: waits[Math.floor(waits.length / 2)] ?? null, cases, press };
}

/** What happened at schools and could not wait, the first filed first. */
async function readIncidents(month: MonthName, { incidents }: SnapshotSources): Promise<IncidentRow[]> {
  const filed = await incidents.filed(periodOf(month), MOST_INCIDENTS);
  return filed.toReversed().flatMap(({ id, school, kind, urgency, happenedAt, state, result }) => {
    if (urgency === 'normal') return [];
    return [
      { incidentId: id, school: maskPersonalData(school), kind, urgency, happenedAt, state, result: shortened(result) },
    ];
  });
}

/** What was told of claims that go round, the most told first. */
async function readFindings(counts: Counts, { kept }: SnapshotSources): Promise<ReportSnapshot['findings']> {
  const { value: statements } = contentsOf(await kept.get(STATEMENTS_VALUE), STATEMENTS);
  return Object.entries(counts)
    .filter(([figure]) => figure.startsWith(FINDING))
    .toSorted(([one, a], [other, b]) => b.turns - a.turns || (one < other ? -1 : 1))
    .map(([figure]) => {
      const statementId = figure.slice(FINDING.length);
      const statement = statements.find(({ id }) => id === statementId);
      const claim = statement === undefined ? null : (statement.claim ?? statement.phrases[0] ?? statement.text);
      const kind = statement === undefined || statement.kind === 'holding' ? null : statement.kind;
      return { statementId, kind, claim: shortened(claim) };
    });
}

async function readGaps(month: MonthName, now: number, { gaps }: SnapshotSources): Promise<ReportSnapshot['gaps']> {
  const figures = new Map(GAP_FIGURES.map((figure) => [`gaps:${figure}`, 0]));
  for (const gap of await gaps.list()) {
    for (const figure of figuresOfGap(gap, periodOf(month), now)) figures.set(figure, (figures.get(figure) ?? 0) + 1);
  }
  return Object.fromEntries(figures);
}

/** Outlets and deadlines are the press's own words, which may be long. */
function shortened(words: string | null): string | null {
  if (words === null) return null;
  const letters = [...words];
  if (letters.length <= LONGEST_WORDS) return maskPersonalData(words);
  // Cut between two words, and told that it is.
  const cut = letters
    .slice(0, LONGEST_WORDS)
    .join('')
    .replace(/[\s,;:]*\S*$/u, '');
  return `${maskPersonalData(cut)}…`;
}

async function readHistory(month: MonthName, rows: ReportRows): Promise<ReportSnapshot['history']> {
  const months = Array.from({ length: HISTORY_MONTHS }, (_, index) => monthAfter(month, index + 1 - HISTORY_MONTHS));
  const history = await Promise.all(
    months.map(async (name) => ({ month: name, turns: await rows.countTurns(periodOf(name)) })),
  );
  const first = history.findIndex(({ turns }) => turns > 0);
  return first === -1 ? [] : history.slice(first);
}
