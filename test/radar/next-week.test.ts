import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { DAY_MS, dayNumberOf, startOfDay, writtenDay } from '../../bot/office-hours/day-number.ts';
import { expectNextWeek } from '../../bot/radar/next-week.ts';
import { countWeeks, mondayOf, readWeeks, type WeekCounts } from '../../bot/radar/week-counts.ts';
import { datesInForce } from '../../knowledge/admission/dates.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import { aSource, aTable } from '../builders/admission-table.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

/** A Wednesday; the week after it begins on Monday, 2026-06-08. */
const NOW = startOfDay(dayNumberOf('2026-06-03') ?? 0) + 10 * 3_600_000;
const NEXT = dayNumberOf('2026-06-08') ?? 0;
const NO_DATES = () => [];

/** Counts by how many weeks they lie before the next one; of every week one matter is asked about. */
function weeks(asked: Readonly<Record<number, number | null>>, matter = 'tuyển sinh') {
  const counts = Object.entries(asked).map(([back, number]): [number, WeekCounts] => [
    NEXT - Number(back) * 7,
    { turns: 100, matters: number === null ? null : { [matter]: { asked: number, unanswered: 1 } } },
  ]);
  return new Map(counts);
}

/** The steps of one school year, each with its first and last day. */
function calendarOf(schoolYear: string, steps: Readonly<Record<string, readonly [string, string]>>): AdmissionTable {
  const dates = Object.entries(steps).map(([step, [first, last]], index) => ({
    source: aSource('dates', index + 2, { from: `${schoolYear.slice(0, 4)}-01-01`, until: null }),
    level: 'tiểu học' as const,
    step,
    first,
    last,
  }));
  return aTable({ schoolYear, dates });
}

describe('a week', () => {
  it('begins on a Monday', () => {
    expect(
      ['2026-06-07', '2026-06-08', '2026-06-14'].map((day) => writtenDay(mondayOf(dayNumberOf(day) ?? 0))),
    ).toEqual(['2026-06-01', '2026-06-08', '2026-06-08']);
  });
});

describe('next week', () => {
  it('is read from the same week of last year, with what the last weeks grew since', () => {
    const known = weeks({ 52: 100, 54: 10, 55: 10, 56: 10, 2: 20, 3: 20, 4: 20, 5: 20 });
    const { matters, knowsLastYear } = expectNextWeek(known, NO_DATES, NOW);
    expect(knowsLastYear).toBe(true);
    expect(matters).toMatchObject([
      {
        matter: 'tuyển sinh',
        expectation: { method: 'season', expected: 200 },
        likeWeek: { monday: dayNumberOf('2025-06-09'), asked: 100, step: null },
        recent: { asked: 80, unanswered: 4 },
      },
    ]);
    const [one] = matters;
    expect(one?.expectation?.low).toBeLessThan(200);
    expect(one?.expectation?.high).toBeGreaterThan(200);
  });

  it('takes the growth of all questions where a matter was hardly asked about before its season', () => {
    const known = weeks({ 52: 100, 54: 1, 55: 1, 56: 1, 2: 9, 3: 9, 4: 9, 5: 9 });
    expect(expectNextWeek(known, NO_DATES, NOW).matters[0]?.expectation?.expected).toBe(100);
  });

  it('is like the week in which the same step stood last year', () => {
    const tables = [
      calendarOf('2026-2027', { 'Nộp hồ sơ trực tuyến': ['2026-06-10', '2026-06-12'] }),
      calendarOf('2025-2026', { 'Nộp hồ sơ trực tuyến': ['2025-06-24', '2025-06-26'] }),
    ];
    const dates = (day: string) => tables.flatMap((table) => datesInForce(table, day));
    const known = weeks({ 50: 300, 52: 20, 54: 10, 55: 10, 56: 10, 2: 10, 3: 10, 4: 10, 5: 10 });
    expect(expectNextWeek(known, dates, NOW).matters).toMatchObject([
      {
        matter: 'tuyển sinh',
        expectation: { method: 'season', expected: 300 },
        dates: [{ step: 'Nộp hồ sơ trực tuyến', schoolYear: '2026-2027' }],
        likeWeek: { monday: dayNumberOf('2025-06-23'), asked: 300, step: 'Nộp hồ sơ trực tuyến' },
      },
    ]);
  });

  it('is read from the recent weeks alone where last year is not known, and says so', () => {
    const { matters, knowsLastYear, knowsRecent } = expectNextWeek(weeks({ 2: 9, 3: 12, 4: 16, 5: 10 }), NO_DATES, NOW);
    expect({ knowsLastYear, knowsRecent }).toEqual({ knowsLastYear: false, knowsRecent: true });
    expect(matters).toMatchObject([
      { expectation: { method: 'recent', low: 5, expected: 12, high: 22 }, likeWeek: { asked: null } },
    ]);
  });

  it('names what has a date although nothing is known to reckon with', () => {
    const table = calendarOf('2026-2027', { 'Nộp học phí': ['2026-06-14', '2026-06-30'] });
    const { matters, knowsRecent } = expectNextWeek(new Map(), (day) => datesInForce(table, day), NOW);
    expect(matters).toMatchObject([{ matter: 'học phí', expectation: null, dates: [{ step: 'Nộp học phí' }] }]);
    expect(knowsRecent).toBe(false);
  });

  it('takes a week whose words had expired for one that nobody knows', () => {
    const known = weeks({ 52: null, 2: 9, 3: 9, 4: 9, 5: 9 });
    const { matters, knowsLastYear } = expectNextWeek(known, NO_DATES, NOW);
    expect(knowsLastYear).toBe(false);
    expect(matters).toMatchObject([{ expectation: { method: 'recent' }, likeWeek: { asked: null } }]);
  });
});

describe('the counts of weeks', () => {
  let engine: StateEngine;
  beforeEach(() => {
    engine = engineInMemory();
  });
  afterEach(() => engine.close());

  it('are of whole weeks, hold matters without anybody in them, and stay when the words are gone', async () => {
    const thisWeek = startOfDay(NEXT - 7);
    const asked = [
      { at: thisWeek - DAY_MS, question: 'Học phí bao nhiêu ạ?', outcome: 'abstained' as const },
      { at: thisWeek - 2 * DAY_MS, question: 'Học phí lớp 1?', outcome: 'answered' as const },
      { at: thisWeek - 3 * DAY_MS, question: 'Chào em', outcome: 'chat' as const },
      { at: thisWeek, question: 'Học phí tuần này?', outcome: 'answered' as const },
    ];
    for (const [index, { at, ...fields }] of asked.entries()) {
      const ledger = aLedgerEntry({ turnId: `t${index}`, ...fields });
      await engine.records.commit(aTurn({ at, conversationId: `web:web:p${index}`, ledger }));
    }
    await countWeeks({ ...engine, now: () => NOW });
    const { value: counted } = await readWeeks(engine.kept);
    expect(counted.get(NEXT - 14)).toEqual({ turns: 3, matters: { 'học phí': { asked: 2, unanswered: 1 } } });
    expect(counted.has(NEXT - 7)).toBe(false);
    expect(JSON.stringify([...counted])).not.toMatch(/web:|bao nhiêu/);

    await engine.retention.retain(NOW, 1);
    await countWeeks({ ...engine, now: () => NOW });
    expect((await readWeeks(engine.kept)).value.get(NEXT - 14)?.matters).toEqual({
      'học phí': { asked: 2, unanswered: 1 },
    });
  });
});
