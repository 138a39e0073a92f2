import { setImmediate as giveWay } from 'node:timers/promises';
import { z } from 'zod';
import { contentsOf, type KeptContents, type KeptMeaning, putAside, wholeEntries } from '../kept-contents.ts';
import { DAY_MS, dayNumberAt, startOfDay } from '../office-hours/day-number.ts';
import type { KeptValues } from '../ports/kept-values.ts';
import type { ReportRows, ReportTurn } from '../ports/report-rows.ts';
import { repeatWork } from '../repeated-work.ts';
import { figuresOfTurn } from '../reporting/figures.ts';
import { OTHER_MATTER } from '../reporting/matter.ts';

/** The kept value that holds the counts, as JSON: day number of a Monday → counts. */
export const WEEK_COUNTS_VALUE = 'week-counts';
const WEEK_DAYS = 7;
/** Weeks that a forecast looks back at: the last ones, and those around the coming one of last year with their own past. */
const RECENT_WEEKS = 6;
const LAST_YEAR = { nearest: 46, farthest: 58 } as const;
/** Two years of weeks, so that a season is known in spite of retention. */
const MOST_KEPT = 110;
const PAGE = 1_000;
/** Turns are written a moment after they were decided. */
const SETTLED_MS = 3_600_000;
const EVERY_MS = 3_600_000;

const matterCounts = z.object({ asked: z.number(), unanswered: z.number() });
const week = z.object({
  turns: z.number(),
  /** By matter; `null`: the words had expired before anybody counted. */
  matters: z.record(z.string(), matterCounts).nullable(),
});
const MONDAY = /^-?\d{1,6}$/;
const weeksJson = z.record(z.string().regex(MONDAY), week);

/** What people asked in one whole week, without anybody in it. */
export type WeekCounts = Readonly<z.infer<typeof week>>;

/** Counts of whole weeks by the day number of their Monday. */
export type CountedWeeks = ReadonlyMap<number, WeekCounts>;

/** The day number of the Monday of a day's week. */
export function mondayOf(dayNumber: number): number {
  // Day 0 was a Thursday.
  return dayNumber - ((dayNumber + 3) % WEEK_DAYS);
}

const WEEKS: KeptMeaning<CountedWeeks> = {
  parse: readWeekCounts,
  usual: new Map(),
  salvage: (value) => weeksOf(wholeEntries(value, week).filter(([monday]) => MONDAY.test(monday))),
};

/** The weeks that were counted so far; where they cannot be read as a whole, those that can. */
export async function readWeeks(kept: Pick<KeptValues, 'get'>): Promise<KeptContents<CountedWeeks>> {
  return contentsOf(await kept.get(WEEK_COUNTS_VALUE), WEEKS);
}

/** The weeks of a kept value. @throws ZodError, SyntaxError */
export function readWeekCounts(value: string): CountedWeeks {
  return weeksOf(Object.entries(weeksJson.parse(JSON.parse(value))));
}

/** What counting weeks needs. */
export interface WeekCountsDependencies {
  readonly reportRows: Pick<ReportRows, 'turns'>;
  readonly kept: KeptValues;
  readonly now: () => number;
}

/**
 * Counts the whole weeks that a forecast needs and that nobody counted yet, and keeps the counts: words of the ledger
 * expire before their season comes round again. Weeks that cannot be read are put aside and counted again as far as the
 * ledger goes back. One process at a time may do it.
 */
export async function countWeeks({ reportRows, kept, now }: WeekCountsDependencies): Promise<void> {
  const { value, unreadable } = await readWeeks(kept);
  const weeks = new Map(value);
  const running = mondayOf(dayNumberAt(now() - SETTLED_MS));
  const wanted = [
    ...Array.from({ length: RECENT_WEEKS }, (_, index) => index + 1),
    ...Array.from({ length: LAST_YEAR.farthest - LAST_YEAR.nearest + 1 }, (_, index) => LAST_YEAR.nearest + index),
  ].map((back) => running - back * WEEK_DAYS);
  const missing = wanted.filter((monday) => !weeks.has(monday));
  if (missing.length === 0 && !unreadable) return;
  for (const monday of missing) weeks.set(monday, await countWeek(monday, reportRows));
  const newest = [...weeks].toSorted(([one], [other]) => other - one).slice(0, MOST_KEPT);
  if (unreadable) await putAside(kept, WEEK_COUNTS_VALUE);
  await kept.set(WEEK_COUNTS_VALUE, JSON.stringify(Object.fromEntries(newest)));
}

/** Counts now and every hour, which costs one reading while nothing is missing. The result stops it, after a count under way has ended. */
export function keepWeekCounts(
  dependencies: WeekCountsDependencies & { readonly onFault: (error: unknown) => void },
): () => Promise<void> {
  return repeatWork(() => countWeeks(dependencies), EVERY_MS, dependencies.onFault).stop;
}

function weeksOf(entries: readonly (readonly [string, WeekCounts])[]): CountedWeeks {
  return new Map(entries.map(([monday, counts]) => [Number(monday), counts]));
}

async function countWeek(monday: number, rows: WeekCountsDependencies['reportRows']): Promise<WeekCounts> {
  const from = startOfDay(monday);
  const period = { from, until: from + WEEK_DAYS * DAY_MS };
  const matters = new Map<string, { asked: number; unanswered: number }>();
  let turns = 0;
  let wordless = 0;
  let last: ReportTurn | null = null;
  for (;;) {
    const page: readonly ReportTurn[] = await rows.turns(period, last, PAGE);
    for (const turn of page) {
      turns += 1;
      if (turn.question === '') wordless += 1;
      for (const figure of figuresOfTurn(turn)) {
        const [, kind, matter = ''] = /^(matter|unanswered):(.+)$/u.exec(figure) ?? [];
        if (kind === undefined || matter === OTHER_MATTER) continue;
        const counts = matters.get(matter) ?? { asked: 0, unanswered: 0 };
        counts[kind === 'matter' ? 'asked' : 'unanswered'] += 1;
        matters.set(matter, counts);
      }
    }
    last = page.at(-1) ?? null;
    if (page.length < PAGE) break;
    await giveWay();
  }
  return { turns, matters: wordless * 2 > turns ? null : Object.fromEntries(matters) };
}
