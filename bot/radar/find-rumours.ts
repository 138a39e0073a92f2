import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import type { ChannelId } from '../ports/channel.ts';
import { areAlike, type Fingerprint, fingerprintOf, partsOf } from './near-duplicates.ts';

const HOUR_MS = 3_600_000;
/** What nobody repeats for so long is forgotten. */
const FORGET_MS = 72 * HOUR_MS;
/** Of what fewer people repeat so many are held, those said last; comparing a turn with them takes about .2 ms. */
const MOST_HELD = 20_000;
/** So many different people must say the same before it is told of: fewer might be told from it. */
const FEWEST_PEOPLE = 5;

/** The same words from many people. */
export interface Rumour {
  /** Stays the same while people repeat it: the id of the turn in which it was first seen. */
  readonly id: string;
  /** As it was first said, with personal data masked. */
  readonly words: string;
  /** Ms since epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly people: number;
  readonly channels: readonly ChannelId[];
}

interface Cluster {
  readonly id: string;
  /** As they were said; masked when they are told. */
  readonly question: string;
  readonly print: Fingerprint;
  readonly firstSeen: number;
  lastSeen: number;
  readonly people: Set<string>;
  readonly channels: Set<ChannelId>;
}

/**
 * Finds what many people repeat in nearly the same words. Turns come in the order of time.
 * @param mostHeld of what fewer than five people say
 */
export function createRumourFinder(mostHeld = MOST_HELD) {
  const byPart = new Map<string, Set<Cluster>>();
  /** Those that were said last at the end. */
  const clusters = new Set<Cluster>();
  /** How many of them are repeated by enough people to be told of. */
  let rumoursHeld = 0;

  function drop(cluster: Cluster): void {
    clusters.delete(cluster);
    if (isRumour(cluster)) rumoursHeld -= 1;
    for (const part of partsOf(cluster.print)) byPart.get(part)?.delete(cluster);
  }

  function forget(at: number): void {
    for (const cluster of clusters) if (cluster.lastSeen <= at - FORGET_MS) drop(cluster);
  }

  function makeRoom(): void {
    for (const cluster of clusters) {
      if (clusters.size - rumoursHeld < mostHeld) return;
      if (!isRumour(cluster)) drop(cluster);
    }
  }

  function find(print: Fingerprint): Cluster | null {
    for (const part of partsOf(print)) {
      for (const cluster of byPart.get(part) ?? []) if (areAlike(cluster.print, print)) return cluster;
    }
    return null;
  }

  return {
    see(turn: {
      readonly turnId: string;
      readonly conversationId: string;
      readonly channel: ChannelId | null;
      readonly question: string;
      readonly at: number;
    }): void {
      const print = fingerprintOf(turn.question);
      if (print === null) return;
      let cluster = find(print);
      if (cluster === null) {
        const { turnId: id, question, at: firstSeen } = turn;
        cluster = { id, question, print, firstSeen, lastSeen: firstSeen, people: new Set(), channels: new Set() };
        makeRoom();
        for (const part of partsOf(print)) byPart.set(part, (byPart.get(part) ?? new Set()).add(cluster));
      }
      clusters.delete(cluster);
      clusters.add(cluster);
      cluster.lastSeen = turn.at;
      const wasRumour = isRumour(cluster);
      cluster.people.add(turn.conversationId);
      if (!wasRumour && isRumour(cluster)) rumoursHeld += 1;
      if (turn.channel !== null) cluster.channels.add(turn.channel);
    },

    /** What at least five people repeat, the most repeated first. */
    rumours(at: number): readonly Rumour[] {
      forget(at);
      return [...clusters]
        .filter(isRumour)
        .map(({ id, question, firstSeen, lastSeen, people, channels }) => ({
          id,
          words: maskPersonalData(question),
          firstSeen,
          lastSeen,
          people: people.size,
          channels: [...channels].toSorted(),
        }))
        .toSorted((one, other) => other.people - one.people);
    },
  };
}

function isRumour({ people }: Cluster): boolean {
  return people.size >= FEWEST_PEOPLE;
}
