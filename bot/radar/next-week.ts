import type { AdmissionDate } from '../../knowledge/admission/dates.ts';
import { dayNumberAt, dayNumberOf, writtenDay } from '../office-hours/day-number.ts';
import { type Expectation, expectTurns, type Rhythm } from '../reporting/forecast.ts';
import { matterOfQuestion, OTHER_MATTER } from '../reporting/matter.ts';
import { type CountedWeeks, mondayOf } from './week-counts.ts';

const WEEK_DAYS = 7;
/** The running week is not whole, so the last whole one lies two before the next. Four out of five weeks fall into a range. */
const WEEKS: Rhythm = {
  year: 52,
  lastWhole: 2,
  growth: 3,
  recent: 4,
  fewestInSeason: 5,
  fewestRecent: 0,
  deviations: 1.28,
};
/** A date may lie so many weeks from where it lay last year; farther off it is another one. */
const MOST_SHIFTED = 4;
/** Matters of which fewer questions are expected are not worth a line. */
const FEWEST_EXPECTED = 3;
const MOST_SHOWN = 12;
/** A step of enrolment that names no other matter is one of enrolment. */
const ENROLMENT = 'tuyển sinh';

/** What next week may bring of one matter, and from what. */
export interface ExpectedMatter {
  readonly matter: string;
  /** `null`: nothing is known to reckon with; a date alone stands for it. */
  readonly expectation: Expectation | null;
  /** Known dates of next week that belong to it. */
  readonly dates: readonly AdmissionDate[];
  /** The week of last year that is like it; its questions are `null` where nobody counted them. */
  readonly likeWeek: {
    readonly monday: number;
    readonly asked: number | null;
    /** The step that stood in it as it stands in next week. */
    readonly step: string | null;
  };
  /** Questions of the last whole weeks together, and how many of them no document answered. */
  readonly recent: { readonly asked: number; readonly unanswered: number };
}

/** Next week as it may be. Days are day numbers. */
export interface NextWeek {
  readonly monday: number;
  readonly matters: readonly ExpectedMatter[];
  /** Whether anything is known of last year at all. */
  readonly knowsLastYear: boolean;
  /** Whether the last whole weeks were counted. */
  readonly knowsRecent: boolean;
}

/**
 * What people may ask about in the week after the running one, the most first.
 * @param dates those in force on a day (`YYYY-MM-DD`)
 * @param at ms since epoch
 */
export function expectNextWeek(
  weeks: CountedWeeks,
  dates: (day: string) => readonly AdmissionDate[],
  at: number,
): NextWeek {
  const today = dayNumberAt(at);
  const monday = mondayOf(today) + WEEK_DAYS;
  const coming = dates(writtenDay(today)).filter((date) => overlaps(date, monday));
  const past = dates(writtenDay(monday - WEEKS.year * WEEK_DAYS));
  // A week in which nobody wrote at all lies before the assistant began.
  const weekBefore = (back: number) => {
    const week = weeks.get(monday - back * WEEK_DAYS);
    return week === undefined || week.turns === 0 ? null : week;
  };
  const askedBefore = (matter: string) => (back: number) => {
    const matters = weekBefore(back)?.matters ?? null;
    return matters === null ? null : (matters[matter]?.asked ?? 0);
  };
  const recentWeeks = Array.from({ length: WEEKS.recent }, (_, index) => weekBefore(WEEKS.lastWhole + index));

  function expect(matter: string): ExpectedMatter {
    const own = coming.filter((date) => matterOfDate(date) === matter);
    const shift = own.map((date) => shiftOf(date, past, monday)).find((found) => found !== null) ?? null;
    const like = shift?.back ?? WEEKS.year;
    const asked = askedBefore(matter);
    const counts = recentWeeks.map((week) => week?.matters?.[matter]);
    const sum = (kind: 'asked' | 'unanswered') => counts.reduce((all, one) => all + (one?.[kind] ?? 0), 0);
    return {
      matter,
      expectation: expectTurns(asked, WEEKS, { like, all: (back) => weekBefore(back)?.turns ?? null }),
      dates: own,
      likeWeek: { monday: monday - like * WEEK_DAYS, asked: asked(like), step: shift?.step ?? null },
      recent: { asked: sum('asked'), unanswered: sum('unanswered') },
    };
  }

  const named = new Set([
    ...coming.map(matterOfDate),
    ...[...weeks.values()].flatMap(({ matters }) => Object.keys(matters ?? {})),
  ]);
  const expectedOf = ({ expectation }: ExpectedMatter) => expectation?.expected ?? 0;
  return {
    monday,
    matters: [...named]
      .map(expect)
      .filter((one) => one.dates.length > 0 || expectedOf(one) >= FEWEST_EXPECTED)
      .toSorted((one, other) => expectedOf(other) - expectedOf(one) || (one.matter < other.matter ? -1 : 1))
      .slice(0, MOST_SHOWN),
    knowsLastYear: weekBefore(WEEKS.year)?.matters != null,
    knowsRecent: recentWeeks.every((week) => week?.matters != null),
  };
}

function matterOfDate({ step }: AdmissionDate): string {
  const matter = matterOfQuestion(step);
  return matter === OTHER_MATTER ? ENROLMENT : matter;
}

/** Whether any day of a date lies in the week of a Monday. */
function overlaps({ first, last }: AdmissionDate, monday: number): boolean {
  const [begin, end] = [dayNumberOf(first), dayNumberOf(last)];
  return begin !== null && end !== null && begin < monday + WEEK_DAYS && end >= monday;
}

/** How many weeks back the same step began or ended, where it begins or ends next week. */
function shiftOf(date: AdmissionDate, past: readonly AdmissionDate[], monday: number) {
  const before = past.find((one) => one.schoolYear < date.schoolYear && stepOf(one) === stepOf(date));
  if (before === undefined) return null;
  for (const edge of ['first', 'last'] as const) {
    const [now, then] = [dayNumberOf(date[edge]), dayNumberOf(before[edge])];
    if (now === null || then === null || mondayOf(now) !== monday) continue;
    const back = (monday - mondayOf(then)) / WEEK_DAYS;
    if (Math.abs(back - WEEKS.year) <= MOST_SHIFTED) return { back, step: date.step };
  }
  return null;
}

/** A step by its name, whatever its school year. */
function stepOf({ id, schoolYear }: AdmissionDate): string {
  return id.slice(schoolYear.length);
}
