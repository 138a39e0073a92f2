import type { LiveEvents } from '../../../bot/ports/live-events.ts';

/** An open page tells of itself every 15 seconds; one that was not heard of for so long is gone (ms). */
const HERE_MS = 40_000;
/** Somebody who typed nothing for so long does not write any more (ms). */
const TYPING_MS = 8_000;

/** What a page says of the person in front of it. */
export const PRESENCE_STATES = ['here', 'typing', 'gone'] as const;

export type PresenceState = (typeof PRESENCE_STATES)[number];

/** A colleague who has the same ticket open. */
export interface Colleague {
  readonly name: string;
  readonly displayName: string;
  readonly typing: boolean;
}

/** Who has which ticket open, in all processes. It holds no data of citizens and ends by itself. */
export interface Presence {
  tell(ticketId: string, who: Pick<Colleague, 'name' | 'displayName'>, state: PresenceState): void;
  /** Everybody else at a ticket, by name. */
  others(ticketId: string, name: string): readonly Colleague[];
}

/**
 * Follows presence by live events: what one process hears from a page, every process knows, and one that started later
 * knows with the next sign of life.
 * @param deps.now ms since epoch
 */
export function createPresence({ live, now }: { readonly live: LiveEvents; readonly now: () => number }): Presence {
  const tickets = new Map<string, Map<string, { displayName: string; hereUntil: number; typingUntil: number }>>();

  live.subscribe((event) => {
    if (event.kind !== 'presence') return;
    forgetGone();
    const { ticketId, name, displayName, state } = event;
    const people = tickets.get(ticketId) ?? new Map();
    tickets.set(ticketId, people);
    if (state === 'gone') people.delete(name);
    else {
      const typingUntil = state === 'typing' ? now() + TYPING_MS : (people.get(name)?.typingUntil ?? 0);
      people.set(name, { displayName, hereUntil: now() + HERE_MS, typingUntil });
    }
  });

  function forgetGone(): void {
    for (const [ticketId, people] of tickets) {
      for (const [name, { hereUntil }] of people) if (hereUntil <= now()) people.delete(name);
      if (people.size === 0) tickets.delete(ticketId);
    }
  }

  return {
    tell(ticketId, { name, displayName }, state) {
      live.publish({ kind: 'presence', ticketId, name, displayName, state });
    },
    others(ticketId, own) {
      forgetGone();
      return [...(tickets.get(ticketId) ?? [])]
        .filter(([name]) => name !== own)
        .map(([name, { displayName, typingUntil }]) => ({ name, displayName, typing: typingUntil > now() }))
        .toSorted((one, other) => one.name.localeCompare(other.name));
    },
  };
}
