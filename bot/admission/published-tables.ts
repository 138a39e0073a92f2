import { isUsable } from '../../knowledge/admission/decide.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';
import { parseKept } from '../kept-contents.ts';
import { createKeptReading } from '../kept-reading.ts';
import type { KeptValues } from '../ports/kept-values.ts';
import { readTable, readYears } from './table-json.ts';

/** The kept value that names the table of each school year, as JSON: school year → digest. */
export const ADMISSION_VALUE = 'admission-tables';
const NO_TABLES = '{}';
/** A publication counts within this time in all processes. */
const FRESH_MS = 5_000;

/** A table as it was published. */
export interface PublishedTable {
  readonly table: AdmissionTable;
  /** Of its contents, 16 hex digits. */
  readonly digest: string;
}

/** The tables as of now. */
export interface AdmissionTables {
  /** The newest one that has rows in force and whose school year is not over. Never fails: without one it is `null`. */
  tableOn(day: Day): Promise<PublishedTable | null>;
  /** The published table of a school year, or `null`. Never fails. */
  tableOf(schoolYear: string): Promise<AdmissionTable | null>;
}

/** The tables where they are published as well. */
export interface EditedAdmissionTables extends AdmissionTables {
  /** Reads them anew the next time, after a publication in this process. */
  forget(): void;
}

/** The name under which the table of a digest is kept; its contents never change. */
export function tableName(digest: string): string {
  return `admission-table:${digest}`;
}

/** Reads published tables from the kept values; each is read once in a process. `onFault` is told of what cannot be. */
export function createAdmissionTables(surroundings: {
  readonly kept: KeptValues;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): EditedAdmissionTables {
  const { kept, onFault } = surroundings;
  const known = new Map<string, AdmissionTable>();
  const years = createKeptReading({
    ...surroundings,
    name: ADMISSION_VALUE,
    freshMs: FRESH_MS,
    parse: (value) => parseKept(ADMISSION_VALUE, value ?? NO_TABLES, readYears),
  });

  async function keptTable(digest: string): Promise<AdmissionTable | null> {
    const before = known.get(digest);
    if (before !== undefined) return before;
    const value = await kept.get(tableName(digest));
    if (value === null) return null;
    const table = parseKept(tableName(digest), value, readTable);
    known.set(digest, table);
    return table;
  }

  return {
    async tableOn(day) {
      try {
        const open = Object.entries(await years.read())
          .filter(([year]) => day <= lastDayOf(year))
          .toSorted(([one], [other]) => (one < other ? 1 : -1));
        for (const [, digest] of open) {
          const table = await keptTable(digest);
          if (table !== null && isUsable(table, day)) return { table, digest };
        }
      } catch (error) {
        onFault(error);
      }
      return null;
    },
    async tableOf(schoolYear) {
      try {
        const digest = (await years.read())[schoolYear];
        return digest === undefined ? null : await keptTable(digest);
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    forget: years.forget,
  };
}

/** Children are taken in until the school year ends. */
function lastDayOf(schoolYear: string): Day {
  return `${schoolYear.slice(5)}-05-31`;
}
