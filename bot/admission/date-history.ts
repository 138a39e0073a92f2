import { dateId } from '../../knowledge/admission/dates.ts';
import type { DateRow } from '../../knowledge/admission/table.ts';
import { contentsOf } from '../kept-contents.ts';
import type { KeptVersions } from '../kept-versions.ts';
import type { KeptValues } from '../ports/kept-values.ts';
import { tableName } from './published-tables.ts';
import { readTable, readYears, type TableYears } from './table-json.ts';

/** Since which publication a step has the days that it has. */
export interface DateRevision {
  /** Number of that publication, from 1; it only grows. */
  readonly sequence: number;
  /** Ms since epoch. */
  readonly publishedAt: number;
}

/**
 * Looks back at publications, as far as they are remembered and can be read; what lies further back counts from the oldest
 * remembered.
 * @returns the revision of a step, or `null` where the newest publication does not have it
 */
export function createDateHistory(
  kept: Pick<KeptValues, 'get'>,
  versions: Pick<KeptVersions<TableYears>, 'list'>,
): (schoolYear: string, id: string) => Promise<DateRevision | null> {
  /** Rows of dates by digest; a table's contents never change. */
  const known = new Map<string, readonly DateRow[]>();

  async function rowsOf(digest: string): Promise<readonly DateRow[]> {
    const before = known.get(digest);
    if (before !== undefined) return before;
    const value = await kept.get(tableName(digest));
    const rows = contentsOf<readonly DateRow[]>(value, { parse: (text) => readTable(text).dates, usual: [] }).value;
    known.set(digest, rows);
    return rows;
  }

  async function daysIn(snapshot: string, schoolYear: string, id: string): Promise<string> {
    const digest = contentsOf<TableYears>(snapshot, { parse: readYears, usual: {} }).value[schoolYear];
    const rows = digest === undefined ? [] : await rowsOf(digest);
    return rows
      .filter((row) => dateId(schoolYear, row) === id)
      .map(({ first, last, source }) => `${first}/${last}/${source.document}/${source.article}`)
      .join(',');
  }

  return async (schoolYear, id) => {
    let found: DateRevision | null = null;
    let newest = '';
    for (const { number, at, snapshot } of await versions.list()) {
      const days = await daysIn(snapshot, schoolYear, id);
      if (found === null) newest = days;
      if (days === '' || days !== newest) break;
      found = { sequence: number, publishedAt: at };
    }
    return found;
  };
}
