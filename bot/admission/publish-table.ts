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
  /** School year → digest of what is published. */
  years(): Promise<Readonly<Record<string, string>>>;
  table(digest: string): Promise<AdmissionTable | null>;
  /** Publishes a table in place of that of its school year. `stale`: somebody else published since `seen`. */
  publish(asked: { readonly by: string; readonly seen: number; readonly published: PublishedTable }): Promise<Changed>;
  /** Takes the table of a school year away; citizens are answered from documents alone then. */
  withdraw(asked: { readonly by: string; readonly seen: number; readonly schoolYear: string }): Promise<Changed>;
  /** Brings all tables back as they were after the version of that number; 0 = before the first. */
  restore(asked: { readonly by: string; readonly seen: number; readonly version: number }): Promise<Changed | 'gone'>;
}

type Changed = Awaited<ReturnType<KeptVersions['change']>>;

/** Publishing over the kept values, which every process and both engines share. */
export function createAdmissionPublishing(kept: KeptValues, versions: KeptVersions): AdmissionPublishing {
  const draftName = (account: string) => `admission-draft:${account}`;

  async function table(digest: string): Promise<AdmissionTable | null> {
    const value = await kept.get(tableName(digest));
    return value === null ? null : readTable(value);
  }

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
    async years() {
      return readYears(await versions.current());
    },
    table,
    async publish({ by, seen, published }) {
      const { schoolYear } = published.table;
      // Kept before it is named, so that no process can look for what is not there yet.
      await kept.set(tableName(published.digest), JSON.stringify(published.table));
      const next = setYears((years) => ({ ...years, [schoolYear]: published.digest }));
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
