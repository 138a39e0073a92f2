import type { AdmissionLevel, RowSource } from './table.ts';

/** What an editor should look at before publishing. */
export type TableProblem = {
  /** `conflict`: two rows say different things; `hole`: nothing is said. Both end with staff in the chat. */
  readonly severity: 'conflict' | 'hole';
  /** The rows in question, as the spreadsheet counts them. */
  readonly rows: readonly Pick<RowSource, 'sheet' | 'line'>[];
} & (
  | { readonly kind: 'two-classes'; readonly from: string; readonly to: string; readonly classes: readonly string[] }
  | { readonly kind: 'two-schools'; readonly place: string; readonly schools: readonly string[] }
  | { readonly kind: 'born-between'; readonly level: AdmissionLevel; readonly from: string; readonly to: string }
  | {
      readonly kind: 'numbers';
      readonly level: AdmissionLevel;
      readonly street: string;
      readonly side: 'odd' | 'even';
      readonly from: number;
      readonly to: number | null;
    }
  | {
      readonly kind: 'neighbourhoods';
      readonly level: AdmissionLevel;
      readonly ward: string;
      readonly numbers: readonly number[];
    }
  | { readonly kind: 'street-of-other-level'; readonly level: AdmissionLevel; readonly street: string }
  | { readonly kind: 'ward-without-zone'; readonly level: AdmissionLevel; readonly ward: string }
  | { readonly kind: 'unknown-school'; readonly school: string }
);

/** Rows that share a key, in the order of their first ones. */
export function groupsOf<Row>(rows: readonly Row[], key: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    group.push(row);
    groups.set(key(row), group);
  }
  return [...groups.values()];
}
