import type { AuditEntry, AuditLog } from '../../../bot/ports/audit.ts';

/** Which entries to show; `null`: whatever it is. */
export interface EntryFilter {
  /** Log-in name, or who sat at the terminal. */
  readonly actor: string | null;
  /** What the action begins with, for example `document.` or `bot.off`. */
  readonly action: string | null;
  /** First and last instant (ms since epoch), both included. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Entries in the order they are shown in: newest first. */
export interface FoundEntries {
  readonly entries: readonly AuditEntry[];
  /** Number below which older entries go on; `null`: there are none. */
  readonly olderThan: number | null;
}

const CHUNK = 500;

/** The newest `limit` entries below `before` that fit a filter; reads backwards and no further than it must. */
export async function findEntries(
  audit: AuditLog,
  filter: EntryFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<FoundEntries> {
  const entries: AuditEntry[] = [];
  let end = Math.min(before ?? Number.POSITIVE_INFINITY, (await audit.count()) + 1);
  while (end > 1) {
    const start = Math.max(0, end - 1 - CHUNK);
    const chunk = await audit.list(start, end - 1 - start);
    for (const entry of chunk.toReversed()) {
      if (!fits(entry, filter)) continue;
      if (entries.length === limit) return { entries, olderThan: entries.at(-1)?.number ?? null };
      entries.push(entry);
    }
    end = start + 1;
  }
  return { entries, olderThan: null };
}

/** Every entry that fits a filter, oldest first. */
export async function* eachEntry(audit: AuditLog, filter: EntryFilter): AsyncGenerator<AuditEntry> {
  for (let after = 0; ; after += CHUNK) {
    const chunk = await audit.list(after, CHUNK);
    yield* chunk.filter((entry) => fits(entry, filter));
    if (chunk.length < CHUNK) return;
  }
}

function fits(entry: AuditEntry, { actor, action, from, to }: EntryFilter): boolean {
  return (
    (actor === null || entry.actor === actor) &&
    (action === null || entry.action.startsWith(action)) &&
    (from === null || entry.at >= from) &&
    (to === null || entry.at <= to)
  );
}
