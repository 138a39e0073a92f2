import { type AdmissionDate, datesInForce } from '../../knowledge/admission/dates.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';
import { ADMISSION_VALUE, tableName } from '../admission/published-tables.ts';
import { readTable, readYears, type TableYears } from '../admission/table-json.ts';
import { contentsOf, type KeptContents } from '../kept-contents.ts';
import type { KeptValues } from '../ports/kept-values.ts';

/** The dates of all published tables at one moment. */
export interface DatesRead {
  /** Another one after every publication and withdrawal. */
  readonly publication: string;
  on(day: Day): readonly AdmissionDate[];
  /** Schools and wards that the tables name, as they write them. */
  readonly places: { readonly schools: readonly string[]; readonly wards: readonly string[] };
  /** Whether every published table could be read. */
  readonly whole: boolean;
  /** `false`: the table of that school year may be there, but nobody can read it; its dates are not gone. */
  knows(schoolYear: string): boolean;
}

/**
 * Reads the dates of every published table; tables are read again only after a publication, and while one of them cannot
 * be read.
 * @returns a reading that fails where the store cannot be read
 */
export function createPublishedDates(kept: Pick<KeptValues, 'get'>): () => Promise<DatesRead> {
  let last: DatesRead | null = null;

  async function tableOf(digest: string): Promise<KeptContents<AdmissionTable | null>> {
    return contentsOf<AdmissionTable | null>(await kept.get(tableName(digest)), { parse: readTable, usual: null });
  }

  return async () => {
    const publication = await kept.get(ADMISSION_VALUE);
    if (last?.whole && last.publication === (publication ?? '')) return last;
    const years = contentsOf<TableYears>(publication, { parse: readYears, usual: {} });
    const read = await Promise.all(
      Object.entries(years.value).map(async ([year, digest]) => ({ year, ...(await tableOf(digest)) })),
    );
    const unreadable = read.flatMap((one) => (one.unreadable ? [one.year] : []));
    const tables = read.flatMap(({ value }) => value ?? []);
    last = {
      publication: publication ?? '',
      on: (day) => tables.flatMap((table) => datesInForce(table, day)),
      places: placesOf(tables),
      whole: !years.unreadable && unreadable.length === 0,
      knows: (year) => !years.unreadable && !unreadable.includes(year),
    };
    return last;
  };
}

function placesOf(tables: readonly AdmissionTable[]): DatesRead['places'] {
  const zones = tables.flatMap((table) => table.zones);
  const schools = [
    ...zones.flatMap((zone) => zone.schools),
    ...tables.flatMap(({ quotas }) => quotas.map((row) => row.school)),
  ];
  return { schools: [...new Set(schools)], wards: [...new Set(zones.map(({ ward }) => ward))] };
}
