import { createHash } from 'node:crypto';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import { contentsOf, type KeptContents } from '../kept-contents.ts';
import type { KeptVersions } from '../kept-versions.ts';
import type { KeptValues } from '../ports/kept-values.ts';
import type { PublishedTable } from './published-tables.ts';
import { tableName } from './published-tables.ts';
import { readTable, readYears, type TableYears } from './table-json.ts';

/** How tables get from an editor's file to citizens. */
export interface AdmissionPublishing {
  /** Keeps a table for its editor to look at; one draft for each account. */
  draft(account: string, table: AdmissionTable): Promise<PublishedTable>;
  /** The draft of an account, or `null`, also where nobody can read it. */
  drafted(account: string): Promise<KeptContents<PublishedTable | null>>;
  dropDraft(account: string): Promise<void>;
  /** What is published, the newest school year first, without what cannot be read. */
  tables(): Promise<PublishedTables>;
  /** Publishes a table in place of that of its school year. `stale`: somebody else published since `seen`. */
  publish(asked: { readonly by: string; readonly seen: number; readonly table: AdmissionTable }): Promise<Changed>;
  /** Takes the table of a school year away; citizens are answered from documents alone then. */
  withdraw(asked: { readonly by: string; readonly seen: number; readonly schoolYear: string }): Promise<Changed>;
  /** Brings all tables back as they were after the version of that number; 0 = before the first. */
  restore(asked: { readonly by: string; readonly seen: number; readonly version: number }): Promise<Changed | 'gone'>;
}

/** Which tables answer now, and which can not because they cannot be read. */
export interface PublishedTables {
  readonly tables: readonly AdmissionTable[];
  /** School years whose table is kept, but cannot be read. */
  readonly unreadableYears: readonly string[];
}

type Changed = Awaited<ReturnType<KeptVersions<TableYears>['change']>>;

/** The name under which an account's draft is kept. */
export function draftName(account: string): string {
  return `admission-draft:${account}`;
}

/** Publishing over the kept values, which every process and both engines share. */
export function createAdmissionPublishing(kept: KeptValues, versions: KeptVersions<TableYears>): AdmissionPublishing {
  const setYears = (change: (years: TableYears) => TableYears) => (current: TableYears) => {
    const value = JSON.stringify(change(current));
    return { value, snapshot: value };
  };

  async function keptTable(digest: string): Promise<KeptContents<AdmissionTable | null>> {
    return contentsOf<AdmissionTable | null>(await kept.get(tableName(digest)), { parse: readTable, usual: null });
  }

  return {
    async draft(account, drafted) {
      const value = JSON.stringify(drafted);
      await kept.set(draftName(account), value);
      return { table: drafted, digest: digestOf(value) };
    },
    async drafted(account) {
      const value = await kept.get(draftName(account));
      return contentsOf<PublishedTable | null>(value === '' ? null : value, {
        parse: (text) => ({ table: readTable(text), digest: digestOf(text) }),
        usual: null,
      });
    },
    async dropDraft(account) {
      await kept.set(draftName(account), '');
    },
    async tables() {
      const { value: years } = await versions.standing();
      const newestFirst = Object.entries(years).toSorted(([one], [other]) => (one < other ? 1 : -1));
      const read = await Promise.all(
        newestFirst.map(async ([year, digest]) => ({ year, ...(await keptTable(digest)) })),
      );
      return {
        tables: read.flatMap(({ value }) => value ?? []),
        unreadableYears: read.flatMap(({ year, unreadable }) => (unreadable ? [year] : [])),
      };
    },
    async publish({ by, seen, table: published }) {
      const { schoolYear } = published;
      const value = JSON.stringify(published);
      const digest = digestOf(value);
      // Kept before it is named, so that no process can look for what is not there yet.
      await kept.set(tableName(digest), value);
      const next = setYears((years) => ({ ...years, [schoolYear]: digest }));
      return versions.change({ by, action: 'admission.publish', subject: schoolYear, seen, next });
    },
    withdraw({ by, seen, schoolYear }) {
      const next = setYears(({ [schoolYear]: _gone, ...others }) => others);
      return versions.change({ by, action: 'admission.withdraw', subject: schoolYear, seen, next });
    },
    async restore({ by, seen, version }) {
      const past = (await versions.list()).find(({ number }) => number === version);
      if (version !== 0 && past === undefined) return 'gone';
      const years = contentsOf(past?.snapshot ?? null, { parse: readYears, usual: {} });
      if (years.unreadable) return 'gone';
      const next = setYears(() => years.value);
      return versions.change({ by, action: 'admission.restore', subject: `version ${version}`, seen, next });
    },
  };
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16);
}
