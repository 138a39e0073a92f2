import { z } from 'zod';
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
export interface AskedChange {
  readonly by: string;
  readonly action: string;
  readonly subject: string;
  /** The number of the newest version that the person saw; another one in between must be looked at first. */
  readonly seen: number;
  /** What the audit log says besides the version; nothing of a citizen. */
  readonly facts?: AuditEvent['facts'];
  /** The new value, and what to remember of it. */
  readonly next: (current: string) => { readonly value: string; readonly snapshot: string };
}

/** A kept value with its newest versions. */
export interface KeptVersions {
  /** The value, or the usual one where none is kept. */
  current(): Promise<string>;
  /** Newest first. */
  list(): Promise<readonly KeptVersion[]>;
  /**
   * Changes the value under a lock of all processes; written down in the audit log before it is done.
   * @returns `stale`: somebody else changed it meanwhile; `same`: nothing would be different. Neither changes anything
   */
  change(asked: AskedChange): Promise<'changed' | 'same' | 'stale'>;
}

const versionsJson = z.array(
  z.object({
    number: z.number(),
    at: z.number(),
    by: z.string(),
    action: z.string(),
    subject: z.string(),
    snapshot: z.string(),
  }),
);

/** What the kept versions of any value need. */
export interface KeptVersionsDependencies {
  readonly kept: KeptValues;
  readonly audit: AuditLog;
  readonly lock: Lock;
  readonly now: () => number;
}

/** The versions of the kept value of that name, which is `usual` until it is changed. They lie in a value beside it. */
export function createKeptVersions(
  name: string,
  usual: string,
  { kept, audit, lock, now }: KeptVersionsDependencies,
): KeptVersions {
  const historyName = `${name}-history`;

  async function current(): Promise<string> {
    return (await kept.get(name)) ?? usual;
  }

  async function list(): Promise<readonly KeptVersion[]> {
    const text = await kept.get(historyName);
    return text === null ? [] : versionsJson.parse(JSON.parse(text));
  }

  return {
    current,
    list,
    change: ({ by, action, subject, seen, facts, next }) =>
      lock(async () => {
        const [before, versions] = await Promise.all([current(), list()]);
        const newest = newestNumber(versions);
        if (seen !== newest) return 'stale';
        const { value, snapshot } = next(before);
        if (value === before) return 'same';
        const version = { number: newest + 1, at: now(), by, action, subject, snapshot };
        await audit.append({
          at: version.at,
          actor: by,
          action,
          subject,
          facts: { ...facts, version: version.number },
        });
        await kept.set(name, value);
        await kept.set(historyName, JSON.stringify([version, ...versions].slice(0, REMEMBERED)));
        return 'changed';
      }),
  };
}

/** The number that a form must carry as `seen`. */
export function newestNumber(versions: readonly KeptVersion[]): number {
  return versions[0]?.number ?? 0;
}
