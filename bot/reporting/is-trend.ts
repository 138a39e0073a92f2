import type { ReportTurn } from '../ports/report-rows.ts';

/**
 * Whether a turn may count in what grows or falls among people. A child in danger is no trend: each such message has a
 * person of its own who is called at once, and nobody reads it again among others.
 */
export function isTrend({ outcome, topic }: Pick<ReportTurn, 'outcome' | 'topic'>): boolean {
  return outcome !== 'crisis' && topic !== 'child_safety';
}
