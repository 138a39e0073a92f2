import { VIETNAM_AHEAD_MS } from '../../knowledge/vietnam-day.ts';

export const HOUR_MS = 3_600_000;
const HOURS_A_WEEK = 168;
/** 1970-01-01 was a Thursday; weeks begin on Monday here. */
const EPOCH_HOUR_OF_WEEK = 72;

/** After so many hours an observation of the level counts half: a season shows within days. */
const LEVEL_HALF_LIFE = 60;
/** After so many weeks an observation of the shape of the week counts half. */
const SHAPE_HALF_LIFE = 3;
/** Updates after which an observation of the unrest counts half: about ten days of forty streams. */
const UNREST_HALF_LIFE = 10_000;
/** Counts above this many deviations belong to a surge and must not become usual by themselves. */
const MOST_DEVIATIONS = 3;
const LEAST_SHARE = 0.05;
/** Hours differ by a tenth at least and by less than a third; more than that is a surge and must not hide the next one. */
const LEAST_UNREST = 0.01;
const MOST_UNREST = 0.08;

/** What is usual of one stream at a time. */
export interface Usual {
  /** People expected in the window. */
  readonly mean: number;
  /** How well the mean is known, as the shape of a negative binomial distribution. */
  readonly shape: number;
}

interface Level {
  /** Discounted people, and the discounted share of time in which they came. */
  people: number;
  exposure: number;
}

/**
 * Learns what is usual: the shape of the week from all streams together, hour by hour of the week, and the level of
 * each stream from its last days. Both forget, so that a season becomes usual and a surge does not.
 */
export function createUsualTraffic() {
  /** All people of an hour of the week against the mean hour; 1 until something is known. */
  const shape = Array.from({ length: HOURS_A_WEEK }, () => ({ people: 1, weeks: 1 }));
  const levels = new Map<string, Level>();
  let overall = 1;
  const unrest = { excess: 0.05 * 100, squares: 100 };
  let known = 0;

  const decay = 0.5 ** (1 / LEVEL_HALF_LIFE);
  const weekDecay = 0.5 ** (1 / SHAPE_HALF_LIFE);
  const unrestDecay = 0.5 ** (1 / UNREST_HALF_LIFE);

  /** By how much hours are busier or quieter than usual beyond chance: the squared coefficient of variation. */
  function unrestNow(): number {
    return Math.min(MOST_UNREST, Math.max(LEAST_UNREST, unrest.excess / unrest.squares));
  }

  function usualMost(mean: number): number {
    return mean + MOST_DEVIATIONS * Math.sqrt(mean + unrestNow() * mean ** 2) + 1;
  }

  /** How busy an hour of the week is against the mean hour, smoothed with its neighbours. */
  function share(hour: number): number {
    const at = (offset: number) => {
      const { people, weeks } = shape[(hour + offset + HOURS_A_WEEK) % HOURS_A_WEEK] ?? { people: 1, weeks: 1 };
      return people / weeks;
    };
    return Math.max(LEAST_SHARE, 0.15 * at(-1) + 0.7 * at(0) + 0.15 * at(1));
  }

  /** Busyness at an instant, between the middles of two hours. */
  function shareAt(at: number): number {
    const place = (at + VIETNAM_AHEAD_MS) / HOUR_MS + EPOCH_HOUR_OF_WEEK - 0.5;
    const hour = Math.floor(place);
    const part = place - hour;
    return (1 - part) * share(hour % HOURS_A_WEEK) + part * share((hour + 1) % HOURS_A_WEEK);
  }

  function usual(stream: string, from: number, until: number): Usual {
    const level = levels.get(stream) ?? { people: 0, exposure: 0 };
    // A stream that nobody knew has a little of everything, with much doubt.
    const people = level.people + 0.5;
    const mean = ((people / (level.exposure + 4)) * shareAt((from + until) / 2) * (until - from)) / HOUR_MS;
    return { mean, shape: 1 / (1 / people + unrestNow()) };
  }

  return {
    usual,

    /** Takes in a whole hour: the people of each stream in it. Streams that nobody asked in are counted too. */
    learn(hourStart: number, people: ReadonlyMap<string, number>): void {
      const hour = hourOfWeek(hourStart);
      const now = shareAt(hourStart + HOUR_MS / 2);
      for (const stream of new Set([...levels.keys(), ...people.keys()])) {
        const { mean } = usual(stream, hourStart, hourStart + HOUR_MS);
        const level = levels.get(stream) ?? { people: 0, exposure: 0 };
        const count = people.get(stream) ?? 0;
        const capped = known < HOURS_A_WEEK ? count : Math.min(count, usualMost(mean));
        if (known >= HOURS_A_WEEK) {
          unrest.excess = unrest.excess * unrestDecay + (capped - mean) ** 2 - mean;
          unrest.squares = unrest.squares * unrestDecay + mean ** 2;
        }
        level.people = level.people * decay + capped;
        level.exposure = level.exposure * decay + now;
        levels.set(stream, level);
      }
      const all = [...people.values()].reduce((sum, count) => sum + count, 0);
      const slot = shape[hour];
      if (slot !== undefined) {
        const relative = all / Math.max(overall, 0.1);
        slot.people =
          slot.people * weekDecay + (known < 2 * HOURS_A_WEEK ? relative : Math.min(relative, 3 * share(hour) + 1));
        slot.weeks = slot.weeks * weekDecay + 1;
      }
      overall += (all - overall) / (known < HOURS_A_WEEK ? known + 1 : HOURS_A_WEEK);
      known += 1;
    },

    /** Whole hours taken in so far. */
    hoursKnown: () => known,
  };
}

function hourOfWeek(at: number): number {
  return (Math.floor((at + VIETNAM_AHEAD_MS) / HOUR_MS) + EPOCH_HOUR_OF_WEEK) % HOURS_A_WEEK;
}
