import type { Ticket } from '../../../bot/conversation.ts';
import { type BoardRow, rowOf } from '../../../bot/gaps/gap-board.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { ReportRows, ReportTurn } from '../../../bot/ports/report-rows.ts';
import { figuresOfGap, figuresOfTicket, figuresOfTurn } from '../../../bot/reporting/figures.ts';
import { type MonthName, periodOf } from '../../../bot/reporting/month.ts';
import { eachTicket, eachTurn } from '../../reporting/take-snapshot.ts';

/** Figures that count tickets begin so. */
const OF_TICKETS = /^(?:tickets|result|reply|rating|case|press)(?::|$)/;

/** Figures that count needs that no document answers begin so. */
const OF_GAPS = /^gaps:/;

/** What the rows behind a figure are. */
export function countedBy(figure: string): 'tickets' | 'gaps' | 'turns' {
  if (OF_TICKETS.test(figure)) return 'tickets';
  return OF_GAPS.test(figure) ? 'gaps' : 'turns';
}

/**
 * A page of the turns behind a figure of a month.
 * @param skip how many of them to leave out; pages before this one had them
 */
export async function findTurns(
  rows: ReportRows,
  month: MonthName,
  figure: string,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<{ readonly turns: readonly ReportTurn[]; readonly more: boolean }> {
  const turns: ReportTurn[] = [];
  let seen = 0;
  for await (const turn of eachTurn(rows, periodOf(month))) {
    if (!figuresOfTurn(turn).includes(figure)) continue;
    seen += 1;
    if (seen <= skip) continue;
    if (turns.length === limit) return { turns, more: true };
    turns.push(turn);
  }
  return { turns, more: false };
}

/** The tickets behind a figure of a month, as they stood at `takenAt` (ms since epoch). */
export async function findTickets(
  rows: ReportRows,
  month: MonthName,
  figure: string,
  takenAt: number,
): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = [];
  for await (const ticket of eachTicket(rows, periodOf(month))) {
    if (figuresOfTicket(ticket, takenAt).includes(figure)) tickets.push(ticket);
  }
  return tickets;
}

/** The needs behind a figure of a month, as they stand now. */
export async function findGaps(
  gaps: Pick<Gaps, 'list' | 'questionsIn'>,
  month: MonthName,
  figure: string,
  now: number,
): Promise<readonly BoardRow[]> {
  const counted = (await gaps.list()).filter((gap) => figuresOfGap(gap, periodOf(month), now).includes(figure));
  return Promise.all(counted.map(async (gap) => rowOf(gap, await gaps.questionsIn(gap.id), now)));
}
