import { standingFindings, upperTail } from './count-tail.ts';
import { createUsualTraffic, HOUR_MS } from './usual-traffic.ts';

const MINUTE_MS = 60_000;
/** Windows that end now; the short one finds what is steep, the long one what is slow. */
const WINDOWS_MS = [15 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS] as const;
const LONGEST_WINDOW_MS = 60 * MINUTE_MS;

/**
 * Of the surges told at one look, at most this share is expected to be chance. There are 2,016 looks a week, and most
 * see the same people as the one before; `npm run measure:radar` tells what comes of it.
 */
const FALSE_SHARE = 0.004;
/** Fewer people than this are no surge, however few were usual. */
const FEWEST_PEOPLE = 8;
const LEAST_FACTOR = 2;
/** Until the week was seen twice, nothing is known to be unusual. */
const HOURS_BEFORE_TELLING = 2 * 168;
/** A surge is over when it was not seen for so long; then the stream may be told of again. */
export const SURGE_QUIET_MS = 6 * HOUR_MS;

/** Much more people in a stream than usual. */
export interface Surge {
  readonly stream: string;
  /** Begin of the window that shows it, and when it was seen (ms since epoch). */
  readonly from: number;
  readonly seenAt: number;
  readonly people: number;
  readonly expected: number;
  /** How probable so many are by chance. */
  readonly chance: number;
}

/** Somebody wrote in a stream. */
export interface Sighting {
  readonly stream: string;
  readonly person: string;
  /** Ms since epoch; never goes back by more than the rest of an hour. */
  readonly at: number;
}

/**
 * Watches how many different people write in each stream. Sightings come in the order of time; who writes again within
 * an hour counts once.
 */
export function createSurgeDetector() {
  const traffic = createUsualTraffic();
  /** When each person wrote in a stream within the longest window, the earliest first. */
  const recent = new Map<string, Map<string, number>>();
  const lastTold = new Map<string, number>();
  let hour: { start: number; people: Map<string, number> } | null = null;

  /** Ends the hours that are over by `at`, empty ones too. */
  function endHours(at: number): void {
    const start = Math.floor(at / HOUR_MS) * HOUR_MS;
    hour ??= { start, people: new Map() };
    while (hour.start < start) {
      traffic.learn(hour.start, hour.people);
      hour = { start: hour.start + HOUR_MS, people: new Map() };
    }
  }

  return {
    see({ stream, person, at }: Sighting): void {
      endHours(at);
      const seen = recent.get(stream) ?? new Map<string, number>();
      recent.set(stream, seen);
      for (const [earliest, before] of seen) {
        if (before > at - LONGEST_WINDOW_MS) break;
        seen.delete(earliest);
      }
      if (seen.has(person)) return;
      seen.set(person, at);
      hour?.people.set(stream, (hour.people.get(stream) ?? 0) + 1);
    },

    /**
     * Surges that are seen now and were not told of before; call it every few minutes.
     * @param at ms since epoch
     */
    look(at: number): readonly Surge[] {
      endHours(at);
      if (traffic.hoursKnown() < HOURS_BEFORE_TELLING) return [];
      const findings = [...recent].flatMap(([stream, seen]) =>
        WINDOWS_MS.map((window): Surge => {
          const from = at - window;
          const people = [...seen.values()].filter((moment) => moment > from && moment <= at).length;
          const { mean, shape } = traffic.usual(stream, from, at);
          return { stream, from, seenAt: at, people, expected: mean, chance: upperTail(people, mean, shape) };
        }),
      );
      const standing = standingFindings(
        findings.map(({ chance }) => chance),
        FALSE_SHARE,
      );
      const surges = findings
        .filter((_, index) => standing[index])
        .filter(({ people, expected }) => people >= FEWEST_PEOPLE && people >= LEAST_FACTOR * expected)
        .toSorted((one, other) => one.chance - other.chance);
      const told: Surge[] = [];
      for (const surge of surges) {
        const last = lastTold.get(surge.stream) ?? Number.NEGATIVE_INFINITY;
        lastTold.set(surge.stream, at);
        if (at - last > SURGE_QUIET_MS) told.push(surge);
      }
      return told;
    },
  };
}
