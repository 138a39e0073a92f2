import type { StaffAccount, StaffStore } from '../../../bot/ports/staff.ts';
import { ACCESS } from '../access.ts';

/** A log-in name after a sign that starts a word, so that no e-mail address is one. */
const MENTION = /(?<=^|[\s(,;:])@(?<name>[a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])/giu;

/** Log-in names that a note speaks to, each once. */
export function mentionsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(MENTION)].map((match) => (match.groups?.['name'] ?? '').toLowerCase()))];
}

/** Of {@link mentionsIn} those that nobody has who could open the ticket. */
export async function unknownMentions(mentions: readonly string[], staff: StaffStore): Promise<readonly string[]> {
  const accounts = await Promise.all(mentions.map((name) => staff.find(name)));
  return mentions.filter((_name, index) => !mayReadNotes(accounts[index] ?? null));
}

/** Whether an account can open tickets and so read what is noted on them. */
export function mayReadNotes(account: StaffAccount | null): boolean {
  return account !== null && !account.disabled && ACCESS['GET /staff/tickets/:id'].includes(account.role);
}
