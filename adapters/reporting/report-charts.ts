import { dateOf, dayNumberAt } from '../../bot/office-hours/day-number.ts';
import { NO_COUNT } from '../../bot/reporting/figures.ts';
import { partsOf, periodOf } from '../../bot/reporting/month.ts';
import type { ReportSnapshot } from '../../bot/reporting/snapshot.ts';
import { type ShownCount, suppress } from '../../bot/reporting/suppress.ts';
import { inWords, matterFigures, shownCounts } from './report-counts.ts';
import type { ReportLanguage } from './report-language.ts';
import type { ReportChart } from './report-parts.ts';

const BARS_SHOWN = 10;

/** Turns day by day. */
export function daysChart({ month, counts }: ReportSnapshot, words: ReportLanguage): ReportChart {
  const { until } = periodOf(month);
  const { day: days } = dateOf(dayNumberAt(until - 1));
  const rows = Array.from({ length: days }, (_, index) => counts[`day:${index + 1}`] ?? NO_COUNT);
  const shown = suppress(rows, true);
  return {
    title: words.report.charts.days,
    upright: true,
    bars: shown.map(({ turns }, index) => ({
      ...bar(String(index + 1), turns, words),
      figure: `day:${index + 1}`,
    })),
  };
}

/** What people asked about most. */
export function mattersChart({ matters, counts }: ReportSnapshot, words: ReportLanguage): ReportChart {
  const figures = matterFigures('matter', matters, words);
  const shown = shownCounts(figures, counts);
  return {
    title: words.report.charts.matters,
    upright: false,
    bars: figures
      .slice(0, BARS_SHOWN)
      .map(({ name, figure }, index) => ({ ...bar(name, shown[index]?.turns ?? 'withheld', words), figure })),
  };
}

/** Turns of the last months; nothing where there is one alone. */
export function historyChart({ history }: ReportSnapshot, words: ReportLanguage): readonly ReportChart[] {
  if (history.length < 2) return [];
  const bars = history.slice(-13).map(({ month, turns }) => ({
    ...bar(monthInWords(month), turns < 5 ? 'few' : turns, words),
    figure: 'turns',
    month,
  }));
  return [{ title: words.report.charts.history, upright: true, bars }];
}

function bar(label: string, shown: ShownCount, words: ReportLanguage): ReportChart['bars'][number] {
  return { label, value: typeof shown === 'number' ? shown : null, shown: inWords(shown, words) };
}

/** `11/2026`. */
export function monthInWords(name: string): string {
  const { year, month } = partsOf(name);
  return `${month}/${year}`;
}
