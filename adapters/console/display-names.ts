import type { Ticket } from '../../bot/conversation.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';

/** Display names, by log-in name, of those who hold the tickets. */
export async function displayNames(
  staff: Pick<StaffStore, 'find'>,
  tickets: readonly Ticket[],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(tickets.map((ticket) => ticket.assignee).filter((name) => name !== null))];
  const accounts = await Promise.all(names.map((name) => staff.find(name)));
  return new Map(names.map((name, index) => [name, accounts[index]?.displayName ?? name]));
}
