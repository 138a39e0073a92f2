import { createHash } from 'node:crypto';
import type { AuditEntry, AuditEvent, AuditLog, AuditVerdict } from '../../bot/ports/audit.ts';

/** The hash before the first entry. */
const NOTHING = '0'.repeat(64);
const PAGE = 500;

/** The entry that an event becomes after `last`; `null`: it is the first. */
export function chained(event: AuditEvent, last: Pick<AuditEntry, 'number' | 'hash'> | null): AuditEntry {
  const entry = { ...event, number: (last?.number ?? 0) + 1, previous: last?.hash ?? NOTHING };
  return { ...entry, hash: hashOf(entry) };
}

/** Reads a log from its beginning and looks whether every entry fits the one before it. */
export async function verifyChain(list: AuditLog['list']): Promise<AuditVerdict> {
  let number = 0;
  let head = NOTHING;
  for (;;) {
    const page = await list(number, PAGE);
    for (const entry of page) {
      const fits = entry.number === number + 1 && entry.previous === head && entry.hash === hashOf(entry);
      if (!fits) return { ok: false, number: number + 1 };
      number = entry.number;
      head = entry.hash;
    }
    if (page.length < PAGE) return { ok: true, entries: number, head };
  }
}

/** One spelling for each entry, whatever the order of its facts. */
function hashOf({ number, at, actor, action, subject, facts, previous }: Omit<AuditEntry, 'hash'>): string {
  const ordered = Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const words = JSON.stringify([number, at, actor, action, subject, ordered, previous]);
  return createHash('sha256').update(words).digest('hex');
}
