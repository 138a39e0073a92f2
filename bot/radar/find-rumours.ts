import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import type { ChannelId } from '../ports/channel.ts';
import { areAlike, type Fingerprint, fingerprintOf, partsOf } from './near-duplicates.ts';

const HOUR_MS = 3_600_000;
/** What nobody repeats for so long is forgotten. */
const FORGET_MS = 72 * HOUR_MS;
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
  readonly words: string;
  readonly print: Fingerprint;
  readonly firstSeen: number;
  lastSeen: number;
  readonly people: Set<string>;
  readonly channels: Set<ChannelId>;
}

/** Finds what many people repeat in nearly the same words. Turns come in the order of time. */
export function createRumourFinder() {
  const byPart = new Map<string, Set<Cluster>>();
  const clusters = new Set<Cluster>();

  function forget(at: number): void {
    for (const cluster of clusters) {
      if (cluster.lastSeen > at - FORGET_MS) continue;
      clusters.delete(cluster);
      for (const part of partsOf(cluster.print)) byPart.get(part)?.delete(cluster);
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
        const words = maskPersonalData(turn.question);
        const { turnId: id, at: firstSeen } = turn;
        cluster = { id, words, print, firstSeen, lastSeen: firstSeen, people: new Set(), channels: new Set() };
        clusters.add(cluster);
        for (const part of partsOf(print)) byPart.set(part, (byPart.get(part) ?? new Set()).add(cluster));
      }
      cluster.lastSeen = turn.at;
      cluster.people.add(turn.conversationId);
      if (turn.channel !== null) cluster.channels.add(turn.channel);
    },

    /** What at least five people repeat, the most repeated first. */
    rumours(at: number): readonly Rumour[] {
      forget(at);
      return [...clusters]
        .filter(({ people }) => people.size >= FEWEST_PEOPLE)
        .map(({ id, words, firstSeen, lastSeen, people, channels }) => ({
          id,
          words,
          firstSeen,
          lastSeen,
          people: people.size,
          channels: [...channels].toSorted(),
        }))
        .toSorted((one, other) => other.people - one.people);
    },
  };
}
