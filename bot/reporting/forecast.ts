import type { MonthName } from './month.ts';
import { monthAfter } from './month.ts';

/** Turns of a month. */
export interface MonthTurns {
  readonly month: MonthName;
  readonly turns: number;
}

/** How many turns the next month may bring, and from what that was read. */
export interface Forecast {
  /** `season`: last year's month with this year's growth; `recent`: the last months alone. */
  readonly method: 'season' | 'recent';
  readonly month: MonthName;
  readonly low: number;
  readonly high: number;
}

/** Whole months without gaps that a forecast from recent ones needs. */
const FEWEST_MONTHS = 6;
const GROWTH_MONTHS = 3;
/** A season says nothing where last year's months were nearly empty. */
const FEWEST_TURNS = 100;

/**
 * A range for the month after the last one, only where the data carry one: with the same months of last year by their
 * growth since, else with six months by the spread of these; `null` otherwise.
 * @param history whole months without gaps, oldest first
 */
export function forecastNext(history: readonly MonthTurns[]): Forecast | null {
  const last = history.at(-1);
  if (last === undefined) return null;
  const month = monthAfter(last.month, 1);
  const turnsOf = (name: MonthName) => history.find((one) => one.month === name)?.turns ?? null;
  const recent = history.slice(-GROWTH_MONTHS);
  const growths = recent.flatMap(({ month: name, turns }) => {
    const before = turnsOf(monthAfter(name, -12));
    return before === null || before < FEWEST_TURNS ? [] : [turns / before];
  });
  const lastYear = turnsOf(monthAfter(month, -12));
  if (growths.length === GROWTH_MONTHS && lastYear !== null && lastYear >= FEWEST_TURNS) {
    return { method: 'season', month, ...range(growths.map((growth) => lastYear * growth)) };
  }
  const latest = history.slice(-FEWEST_MONTHS).map(({ turns }) => turns);
  if (latest.length < FEWEST_MONTHS || latest.some((turns) => turns < FEWEST_TURNS)) return null;
  return { method: 'recent', month, ...range(latest) };
}

/** Lowest and highest, rounded outwards to two figures, because the rest would be pretence. */
function range(values: readonly number[]): { readonly low: number; readonly high: number } {
  const step = (value: number) => 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  const low = Math.min(...values);
  const high = Math.max(...values);
  return { low: Math.floor(low / step(low)) * step(low), high: Math.ceil(high / step(high)) * step(high) };
}
