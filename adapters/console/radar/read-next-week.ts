import { gapBoard } from '../../../bot/gaps/gap-board.ts';
import type { DaysOff } from '../../../bot/office-hours/days-off.ts';
import type { OfficeTime } from '../../../bot/office-hours/kept-calendar.ts';
import { officeDays } from '../../../bot/office-hours/office-days.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import { type ExpectedMatter, expectNextWeek, type NextWeek } from '../../../bot/radar/next-week.ts';
import { readWeeks } from '../../../bot/radar/week-counts.ts';
import type { DatesRead } from '../../../bot/reminders/published-dates.ts';
import { matterOfQuestion } from '../../../bot/reporting/matter.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';

const WEEK_DAYS = 7;
/** Gaps of one matter that are named; the board shows the others. */
const MOST_GAPS = 3;

/** A matter of next week with what the office has ready for it. */
export interface PreparedMatter extends ExpectedMatter {
  /** The best document that names the matter and is in force; `null`: none does. */
  readonly document: { readonly number: string; readonly address: string; readonly link: string | null } | null;
  /** Open gaps of the matter, the weightiest first, by a typical question. */
  readonly gaps: readonly { readonly id: string; readonly question: string }[];
}

/** Next week with what is ready for it, and the days on which the office is closed for once. */
export interface PreparedWeek extends Omit<NextWeek, 'matters'> {
  readonly matters: readonly PreparedMatter[];
  readonly daysOff: readonly { readonly day: number; readonly reason: DaysOff['reason'] }[];
  /** Whether all dates of admission could be read; where not, next week is told without those that could not. */
  readonly knowsDates: boolean;
  /** Whether the counts of some weeks could not be read; they are counted again as far as the ledger goes back. */
  readonly lostWeeks: boolean;
}

/** What next week is read from. */
export interface NextWeekSources {
  readonly kept: Pick<KeptValues, 'get'>;
  readonly dates: () => Promise<DatesRead>;
  readonly office: OfficeTime;
  readonly gaps: Gaps;
  readonly knowledge: KnowledgeSource;
  readonly now: () => number;
}

/** What next week may bring, and what is ready for it. */
export async function readNextWeek(sources: NextWeekSources): Promise<PreparedWeek> {
  const { kept, gaps, office, knowledge, now } = sources;
  const at = now();
  const [weeks, dates, calendar] = await Promise.all([readWeeks(kept), sources.dates(), office.calendar()]);
  const week = expectNextWeek(weeks.value, dates.on, at);
  const open = week.matters.length === 0 ? [] : await openGaps(gaps, at);
  const days = officeDays(calendar);
  const matters: PreparedMatter[] = [];
  for (const one of week.matters) {
    matters.push({
      ...one,
      document: await documentOn(one.matter, knowledge, at),
      gaps: open.filter(({ matter }) => matter === one.matter).slice(0, MOST_GAPS),
    });
  }
  return {
    ...week,
    matters,
    knowsDates: dates.whole,
    lostWeeks: weeks.unreadable,
    daysOff: Array.from({ length: WEEK_DAYS }, (_, index) => week.monday + index).flatMap((day) => {
      const reason = days.dayOff(day);
      return reason === null || reason === 'rest-day' ? [] : [{ day, reason }];
    }),
  };
}

async function openGaps(gaps: NextWeekSources['gaps'], at: number) {
  const [known, questions] = await Promise.all([gaps.list(), gaps.questions(0)]);
  return gapBoard(known, questions, at)
    .filter(({ status }) => status !== 'answered' && status !== 'dismissed')
    .flatMap(({ gap, typical }) => {
      const question = typical[0] ?? gap.answers.at(-1)?.question;
      return question === undefined ? [] : [{ id: gap.id, question, matter: matterOfQuestion(question) }];
    });
}

async function documentOn(
  matter: string,
  knowledge: NextWeekSources['knowledge'],
  at: number,
): Promise<PreparedMatter['document']> {
  const hits = await knowledge.find(matter, [], at);
  const names = (text: string) => text.toLowerCase().includes(matter);
  const hit = hits.find(({ passage }) => names(passage.text) || passage.headings.some(names));
  if (hit === undefined) return null;
  const { passage, document } = hit;
  return { number: document.number ?? document.title, address: passage.address, link: knowledge.link(passage) };
}
