import { createHash } from 'node:crypto';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import type { KeptVersions } from '../kept-versions.ts';
import type { KeptValues } from '../ports/kept-values.ts';
import type { PublishedTable } from './published-tables.ts';
import { tableName } from './published-tables.ts';
import { readTable, readYears } from './table-json.ts';

/** How tables get from an editor's file to citizens. */
export interface AdmissionPublishing {
  /** Keeps a table for its editor to look at; one draft for each account. */
  draft(account: string, table: AdmissionTable): Promise<PublishedTable>;
  /** The draft of an account, or `null`. */
  drafted(account: string): Promise<PublishedTable | null>;
  dropDraft(account: string): Promise<void>;
  /** What is published, the newest school year first. */
  tables(): Promise<readonly AdmissionTable[]>;
  /** Publishes a table in place of that of its school year. `stale`: somebody else published since `seen`. */
  publish(asked: { readonly by: string; readonly seen: number; readonly table: AdmissionTable }): Promise<Changed>;
  /** Takes the table of a school year away; citizens are answered from documents alone then. */
  withdraw(asked: { readonly by: string; readonly seen: number; readonly schoolYear: string }): Promise<Changed>;
  /** Brings all tables back as they were after the version of that number; 0 = before the first. */
  restore(asked: { readonly by: string; readonly seen: number; readonly version: number }): Promise<Changed | 'gone'>;
}

type Changed = Awaited<ReturnType<KeptVersions['change']>>;

/** Publishing over the kept values, which every process and both engines share. */
export function createAdmissionPublishing(kept: KeptValues, versions: KeptVersions): AdmissionPublishing {
  const draftName = (account: string) => `admission-draft:${account}`;

  const setYears = (change: (years: Record<string, string>) => Record<string, string>) => (current: string) => {
    const value = JSON.stringify(change({ ...readYears(current) }));
    return { value, snapshot: value };
  };

  return {
    async draft(account, drafted) {
      const value = JSON.stringify(drafted);
      await kept.set(draftName(account), value);
      return { table: drafted, digest: digestOf(value) };
    },
    async drafted(account) {
      const value = await kept.get(draftName(account));
      return value === null || value === '' ? null : { table: readTable(value), digest: digestOf(value) };
    },
    async dropDraft(account) {
      await kept.set(draftName(account), '');
    },
    async tables() {
      const years = Object.entries(readYears(await versions.current())).toSorted(([one], [other]) =>
        one < other ? 1 : -1,
      );
      const values = await Promise.all(years.map(([, digest]) => kept.get(tableName(digest))));
      return values.flatMap((value) => (value === null ? [] : readTable(value)));
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
      const next = setYears(() => (past === undefined ? {} : { ...readYears(past.snapshot) }));
      return versions.change({ by, action: 'admission.restore', subject: `version ${version}`, seen, next });
    },
  };
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16);
}
