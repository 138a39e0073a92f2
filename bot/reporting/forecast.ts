import type { MonthName } from './month.ts';
import { monthAfter } from './month.ts';

/** Turns of a month. */
export interface MonthTurns {
  readonly month: MonthName;
  readonly turns: number;
}

/** How many turns a stretch of time may bring, and from what that was read. */
export interface Expectation {
  /** `season`: the like stretch of last year with this year's growth; `recent`: the last stretches alone. */
  readonly method: 'season' | 'recent';
  readonly low: number;
  readonly high: number;
  /** In the middle of what was read. */
  readonly expected: number;
}

/** How many turns the next month may bring. */
export interface Forecast extends Pick<Expectation, 'method' | 'low' | 'high'> {
  readonly month: MonthName;
}

/** Into which equal stretches time is cut, and how much must be known of them. */
export interface Rhythm {
  /** Stretches of a year. */
  readonly year: number;
  /** So many stretches before the one that is asked about lies the last whole one. */
  readonly lastWhole: number;
  /** Last whole stretches that are held against those of last year. */
  readonly growth: number;
  /** Last whole stretches that a forecast without a season needs. */
  readonly recent: number;
  /** A season says nothing where last year's stretches had fewer turns. */
  readonly fewestInSeason: number;
  /** Recent stretches say nothing where any of them had fewer turns. */
  readonly fewestRecent: number;
  /** By so many standard deviations of a count a range is wider than what was read; small counts differ by chance. */
  readonly deviations: number;
}

/** The turns of the stretch that lies so many before the one that is asked about; `null`: not known. */
export type TurnsBefore = (stretches: number) => number | null;

const MONTHS: Rhythm = {
  year: 12,
  lastWhole: 1,
  growth: 3,
  recent: 6,
  fewestInSeason: 100,
  fewestRecent: 100,
  deviations: 0,
};

/**
 * A range for a stretch of time, only where the data carry one: with the like one of last year by the growth since, else
 * by the spread of the recent ones; `null` otherwise.
 * @param known.like which earlier stretch is like it; the same of last year unless given
 * @param known.all tells the growth where these turns are too few to tell it themselves
 */
export function expectTurns(
  turnsBefore: TurnsBefore,
  rhythm: Rhythm,
  known: { readonly like?: number; readonly all?: TurnsBefore } = {},
): Expectation | null {
  const { year, lastWhole, recent, fewestInSeason, fewestRecent, deviations } = rhythm;
  const growths = growthsOf(turnsBefore, rhythm) ?? growthsOf(known.all ?? turnsBefore, rhythm);
  const lastYear = turnsBefore(known.like ?? year);
  if (growths !== null && lastYear !== null && lastYear >= fewestInSeason) {
    const values = growths.map((growth) => lastYear * growth);
    return { method: 'season', ...range(values, deviations) };
  }
  const latest = Array.from({ length: recent }, (_, index) => turnsBefore(lastWhole + index));
  const values = latest.flatMap((turns) => (turns === null || turns < fewestRecent ? [] : [turns]));
  return values.length < recent ? null : { method: 'recent', ...range(values, deviations) };
}

/**
 * A range for the month after the last one.
 * @param history whole months without gaps, oldest first
 */
export function forecastNext(history: readonly MonthTurns[]): Forecast | null {
  const last = history.at(-1);
  const found = expectTurns((months) => history.at(-months)?.turns ?? null, MONTHS);
  if (last === undefined || found === null) return null;
  const { method, low, high } = found;
  return { method, month: monthAfter(last.month, 1), low, high };
}

/** How the last stretches grew against last year; `null` where that is not known of all of them. */
function growthsOf(turnsBefore: TurnsBefore, { year, lastWhole, growth, fewestInSeason }: Rhythm) {
  const growths = Array.from({ length: growth }, (_, index) => {
    const [turns, before] = [turnsBefore(lastWhole + index), turnsBefore(lastWhole + index + year)];
    return turns === null || before === null || before < fewestInSeason ? null : turns / before;
  });
  const told = growths.filter((one) => one !== null);
  return told.length < growth ? null : told;
}

/** Lowest and highest, rounded outwards to two figures, because the rest would be pretence. */
function range(values: readonly number[], deviations: number): Omit<Expectation, 'method'> {
  const step = (value: number) => 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const low = Math.max(0, least - deviations * Math.sqrt(least));
  const high = most + deviations * Math.sqrt(most);
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
  return {
    low: Math.floor(low / step(low)) * step(low),
    high: Math.ceil(high / step(high)) * step(high),
    expected: Math.round(middle / step(middle)) * step(middle),
  };
}
