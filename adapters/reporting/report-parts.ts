/**
 * A cell of a table. `figure` names the rows behind it, `ticketId` the ticket, `incidentId` what a school reported; what is
 * `said` is somebody's own words.
 */
export interface ReportCell {
  readonly text: string;
  readonly isNumber?: boolean;
  readonly figure?: string;
  readonly ticketId?: string;
  readonly said?: boolean;
  readonly incidentId?: string;
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/**
 * Bars from top to bottom, or from left to right where they are `upright`; a `null` is a number that is not shown. `figure`
 * names the rows behind a bar, of the month that it names where they are another month's.
 */
export interface ReportChart {
  readonly title: string;
  readonly upright: boolean;
  readonly bars: readonly ChartBar[];
}

/** One bar of a chart. */
export interface ChartBar {
  readonly label: string;
  readonly value: number | null;
  readonly shown: string;
  readonly figure?: string;
  readonly month?: string;
}
