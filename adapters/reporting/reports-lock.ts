/** One process at a time changes a report. */
export const REPORTS_LOCK = 'reports';
