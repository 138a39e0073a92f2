import { type AdmissionDate, datesInForce } from '../../knowledge/admission/dates.ts';
import type { Day } from '../../knowledge/document.ts';
import { ADMISSION_VALUE, NO_TABLES, tableName } from '../admission/published-tables.ts';
import { readTable, readYears } from '../admission/table-json.ts';
import type { KeptValues } from '../ports/kept-values.ts';

/** The dates of all published tables at one moment. */
export interface DatesRead {
  /** Another one after every publication and withdrawal. */
  readonly publication: string;
  on(day: Day): readonly AdmissionDate[];
}

/**
 * Reads the dates of every published table; tables are read again only after a publication.
 * @returns a reading that fails where the store or a table cannot be read: that is not the same as a date being gone
 */
export function createPublishedDates(kept: KeptValues): () => Promise<DatesRead> {
  let last: DatesRead | null = null;
  return async () => {
    const publication = (await kept.get(ADMISSION_VALUE)) ?? NO_TABLES;
    if (last?.publication === publication) return last;
    const digests = Object.values(readYears(publication));
    const values = await Promise.all(digests.map((digest) => kept.get(tableName(digest))));
    const tables = values.flatMap((value) => (value === null ? [] : readTable(value)));
    last = { publication, on: (day) => tables.flatMap((table) => datesInForce(table, day)) };
    return last;
  };
}
