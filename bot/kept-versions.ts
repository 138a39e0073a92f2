import { z } from 'zod';
import { contentsOf, type KeptContents, type KeptMeaning, putAside, wholeMembers } from './kept-contents.ts';
import type { AuditEvent, AuditLog } from './ports/audit.ts';
import type { KeptValues, Lock } from './ports/kept-values.ts';

/** How many changes can be looked back at; the audit log has them all, without what was changed. */
const REMEMBERED = 60;

/** One change of a kept value. */
export interface KeptVersion {
  /** From 1. */
  readonly number: number;
  /** Ms since epoch. */
  readonly at: number;
  /** Log-in name of staff. */
  readonly by: string;
  /** As in the audit log. */
  readonly action: string;
  readonly subject: string;
  /** What there was to restore after the change: the whole value, or the part that its owner chose. */
  readonly snapshot: string;
}

/** A change as somebody asks for it. */
export interface AskedChange<T> {
  readonly by: string;
  readonly action: string;
  readonly subject: string;
  /** The number of the newest version that the person saw; another one in between must be looked at first. */
  readonly seen: number;
  /** What the audit log says besides the version; nothing of a citizen. */
  readonly facts?: AuditEvent['facts'];
  /** The new value, and what to remember of it. */
  readonly next: (current: T) => { readonly value: string; readonly snapshot: string };
}

/** A kept value as it stands, and how it became so. */
export interface KeptStanding<T> extends KeptContents<T> {
  /** Newest first; where some cannot be read, those that can. */
  readonly versions: readonly KeptVersion[];
  readonly versionsUnreadable: boolean;
}

/** A kept value with its newest versions. */
export interface KeptVersions<T> {
  /** The value, or what holds where none is kept or it cannot be read, with its versions. */
  standing(): Promise<KeptStanding<T>>;
  /** Newest first. */
  list(): Promise<readonly KeptVersion[]>;
  /**
   * Changes the value under a lock of all processes; written down in the audit log before it is done. What could not be
   * read is put aside.
   * @returns `stale`: somebody else changed it meanwhile; `same`: nothing would be different. Neither changes anything
   */
  change(asked: AskedChange<T>): Promise<'changed' | 'same' | 'stale'>;
}

const version = z.object({
  number: z.number(),
  at: z.number(),
  by: z.string(),
  action: z.string(),
  subject: z.string(),
  snapshot: z.string(),
});
const HISTORY: KeptMeaning<readonly KeptVersion[]> = {
  parse: readHistory,
  usual: [],
  salvage: (value) => wholeMembers(value, version),
};

/** The name of the value that holds the versions of another. */
export function historyName(name: string): string {
  return `${name}-history`;
}

/** The versions of a kept value. @throws ZodError, SyntaxError */
export function readHistory(value: string): readonly KeptVersion[] {
  return z.array(version).parse(JSON.parse(value));
}

/** What the kept versions of any value need. */
export interface KeptVersionsDependencies {
  readonly kept: KeptValues;
  readonly audit: AuditLog;
  readonly lock: Lock;
  readonly now: () => number;
}

/** The versions of the kept value of that name. They lie in a value beside it. */
export function createKeptVersions<T>(
  name: string,
  meaning: KeptMeaning<T>,
  { kept, audit, lock, now }: KeptVersionsDependencies,
): KeptVersions<T> {
  const beside = historyName(name);

  async function standing(): Promise<KeptStanding<T> & { readonly text: string | null }> {
    const [text, past] = await Promise.all([kept.get(name), kept.get(beside)]);
    const { value: versions, unreadable: versionsUnreadable } = contentsOf(past, HISTORY);
    return { ...contentsOf(text, meaning), versions, versionsUnreadable, text };
  }

  return {
    standing,
    list: async () => (await standing()).versions,
    change: ({ by, action, subject, seen, facts, next }) =>
      lock(async () => {
        const { text, value: before, unreadable, versions, versionsUnreadable } = await standing();
        const newest = newestNumber(versions);
        if (seen !== newest) return 'stale';
        const { value, snapshot } = next(before);
        const isSame = text === null ? value === JSON.stringify(meaning.usual) : value === text;
        if (isSame) return 'same';
        const version = { number: newest + 1, at: now(), by, action, subject, snapshot };
        await audit.append({
          at: version.at,
          actor: by,
          action,
          subject,
          facts: { ...facts, version: version.number },
        });
        if (unreadable) await putAside(kept, name);
        if (versionsUnreadable) await putAside(kept, beside);
        await kept.set(name, value);
        await kept.set(beside, JSON.stringify([version, ...versions].slice(0, REMEMBERED)));
        return 'changed';
      }),
  };
}

/** The number that a form must carry as `seen`. */
export function newestNumber(versions: readonly KeptVersion[]): number {
  return versions[0]?.number ?? 0;
}
