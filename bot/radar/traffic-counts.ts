import { createPlaceReader } from '../../knowledge/admission/read-places.ts';
import { createPause } from '../pause.ts';
import type { ReportRows, ReportTurn } from '../ports/report-rows.ts';
import type { DatesRead } from '../reminders/published-dates.ts';
import { isTrend } from '../reporting/is-trend.ts';
import { PLACE_KINDS, streamsOfTurn } from './streams.ts';
import { HOUR_MS } from './usual-traffic.ts';

/** How messages are told apart on the radar; each is how the names of its streams begin. */
export const COUNTED_KINDS = ['matter', 'topic', ...PLACE_KINDS] as const;

export type CountedKind = (typeof COUNTED_KINDS)[number];

/** Stretches of time that end now, in hours. */
export const COUNTED_HOURS = { day: 24, week: 168 } as const;

export type CountedPeriod = keyof typeof COUNTED_HOURS;

const PAGE = 1_000;
/** Turns are written a moment after they were decided; until then an hour is counted again at every look. */
const SETTLED_MS = 10 * 60_000;
/** Hours that are remembered: the longest stretch and the one before it. */
const MOST_HOURS = 2 * COUNTED_HOURS.week + 2;

/** How much was written in a stream. */
export interface StreamCount {
  readonly stream: string;
  readonly turns: number;
  readonly people: number;
  /** Turns in the stretch of the same length before. */
  readonly before: number;
}

/** What was written in a stretch of time that ends now. */
export interface TrafficCounts {
  /** Whole hours (ms since epoch); `until` lies in the hour that runs. */
  readonly from: number;
  readonly until: number;
  readonly turns: number;
  readonly people: number;
  readonly before: number;
  /** Turns hour by hour, the oldest first. */
  readonly hours: readonly number[];
  /** The streams of each kind, the one with most turns first. */
  readonly streams: Readonly<Record<CountedKind, readonly StreamCount[]>>;
}

/** Counts what is written by matter, topic and place; hours that are over are counted once in a process. */
export interface TrafficCounting {
  count(period: CountedPeriod): Promise<TrafficCounts>;
}

interface Tally {
  turns: number;
  readonly people: Set<string>;
}

interface Hour {
  readonly all: Tally;
  readonly streams: ReadonlyMap<string, Tally>;
}

/** Counts over the ledger; one look at a time reads what is new. */
export function createTrafficCounting(deps: {
  readonly reportRows: Pick<ReportRows, 'turns'>;
  /** What is published, by which schools and wards are known. */
  readonly dates: () => Promise<Pick<DatesRead, 'places'>>;
  readonly now: () => number;
}): TrafficCounting {
  const { reportRows, dates, now } = deps;
  const known = new Map<number, Hour>();
  let reading: Promise<unknown> = Promise.resolve();

  /** The hours from `first` until the one that runs, which are read where they are not known. */
  async function hoursSince(first: number, at: number): Promise<ReadonlyMap<number, Hour>> {
    const running = hourOf(at);
    let from = first;
    while (from < running && known.has(from)) from += HOUR_MS;
    const hours = new Map([...known].filter(([hour]) => hour >= first));
    for (const [hour, found] of await readHours(from, at)) {
      hours.set(hour, found);
      if (hour + HOUR_MS + SETTLED_MS <= at) known.set(hour, found);
    }
    for (const hour of [...known.keys()].toSorted((one, other) => other - one).slice(MOST_HOURS)) known.delete(hour);
    return hours;
  }

  async function readHours(from: number, until: number): Promise<ReadonlyMap<number, Hour>> {
    const hours = new Map<number, { all: Tally; streams: Map<string, Tally> }>();
    for (let hour = from; hour <= hourOf(until); hour += HOUR_MS)
      hours.set(hour, { all: noTally(), streams: new Map() });
    const readPlaces = createPlaceReader((await dates()).places);
    const pause = createPause();
    let last: ReportTurn | null = null;
    for (;;) {
      const page: readonly ReportTurn[] = await reportRows.turns({ from, until: until + 1 }, last, PAGE);
      for (const turn of page) {
        const hour = hours.get(hourOf(turn.at));
        if (hour === undefined || !isTrend(turn)) continue;
        take(hour.all, turn);
        for (const stream of streamsOfTurn(turn, readPlaces)) {
          const tally = hour.streams.get(stream) ?? noTally();
          hour.streams.set(stream, tally);
          take(tally, turn);
        }
        await pause();
      }
      last = page.at(-1) ?? null;
      if (page.length < PAGE) return hours;
    }
  }

  async function count(period: CountedPeriod): Promise<TrafficCounts> {
    const at = now();
    const length = COUNTED_HOURS[period];
    const from = hourOf(at) - (length - 1) * HOUR_MS;
    const hours = await hoursSince(from - length * HOUR_MS, at);
    const wanted = Array.from({ length }, (_, index) => hours.get(from + index * HOUR_MS));
    const earlier = Array.from({ length }, (_, index) => hours.get(from - (index + 1) * HOUR_MS));
    const all = joined(wanted.flatMap((hour) => hour?.all ?? []));
    const names = new Set(wanted.flatMap((hour) => [...(hour?.streams.keys() ?? [])]));
    const counts = [...names].map((stream): StreamCount => {
      const { turns, people } = joined(wanted.flatMap((hour) => hour?.streams.get(stream) ?? []));
      return { stream, turns, people: people.size, before: turnsOf(earlier.map((hour) => hour?.streams.get(stream))) };
    });
    const ofKind = (kind: CountedKind) =>
      counts
        .filter(({ stream }) => stream.startsWith(`${kind}:`))
        .toSorted((one, other) => other.turns - one.turns || (one.stream < other.stream ? -1 : 1));
    return {
      from,
      until: at,
      turns: all.turns,
      people: all.people.size,
      before: turnsOf(earlier.map((hour) => hour?.all)),
      hours: wanted.map((hour) => hour?.all.turns ?? 0),
      streams: {
        matter: ofKind('matter'),
        topic: ofKind('topic'),
        school: ofKind('school'),
        ward: ofKind('ward'),
        territory: ofKind('territory'),
      },
    };
  }

  return {
    count(period) {
      const counted = reading.then(() => count(period));
      reading = counted.catch(() => null);
      return counted;
    },
  };
}

function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS) * HOUR_MS;
}

function noTally(): Tally {
  return { turns: 0, people: new Set() };
}

function take(tally: Tally, { conversationId }: ReportTurn): void {
  tally.turns += 1;
  tally.people.add(conversationId);
}

function joined(tallies: readonly Tally[]): Tally {
  const all = noTally();
  for (const { turns, people } of tallies) {
    all.turns += turns;
    for (const person of people) all.people.add(person);
  }
  return all;
}

function turnsOf(tallies: readonly (Tally | undefined)[]): number {
  return tallies.reduce((sum, tally) => sum + (tally?.turns ?? 0), 0);
}
