import type { Inbox, InboxItem } from '../../bot/ports/inbox.ts';

/** An inbox that forgets with the process. `consume` is what a committed turn does. */
export interface MemoryInbox extends Inbox {
  readonly items: readonly InboxItem[];
  /** `false` when an item is gone or an older one of the conversation still waits. */
  consume(conversationId: string, ids: readonly number[]): boolean;
}

export function createMemoryInbox(): MemoryInbox {
  const seen = new Set<string>();
  let items: InboxItem[] = [];
  let parked = 0;
  const waitingOf = (conversationId: string) =>
    items.filter((item) => item.conversationId === conversationId).sort((a, b) => a.at - b.at || a.id - b.id);

  return {
    get items() {
      return items;
    },
    async put(arrivals, receivedAt) {
      const fresh = arrivals.filter((arrival) => !seen.has(arrival.key) && seen.add(arrival.key));
      items = [
        ...items,
        ...fresh.map((arrival, index) => ({
          ...arrival,
          id: seen.size - fresh.length + index + 1,
          receivedAt,
          attempts: 0,
        })),
      ];
      return { stored: fresh.length, duplicates: arrivals.length - fresh.length };
    },
    async due(_now, _quietMs, limit) {
      return [...new Set(items.map((item) => item.conversationId))].slice(0, limit);
    },
    async waiting(conversationId) {
      return waitingOf(conversationId);
    },
    async postpone(ids) {
      items = items.map((item) => (ids.includes(item.id) ? { ...item, attempts: item.attempts + 1 } : item));
    },
    async park(ids) {
      parked += ids.length;
      items = items.filter((item) => !ids.includes(item.id));
    },
    async depth(now) {
      const oldest = Math.min(...items.map((item) => item.receivedAt), now);
      return { waiting: items.length, parked, oldestMs: now - oldest };
    },
    consume(conversationId, ids) {
      const oldest = waitingOf(conversationId).slice(0, ids.length);
      if (oldest.length !== ids.length || oldest.some((item) => !ids.includes(item.id))) return false;
      items = items.filter((item) => !ids.includes(item.id));
      return true;
    },
  };
}
