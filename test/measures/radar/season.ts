import type { Sighting } from '../../../bot/radar/detect-surges.ts';
import { HOUR_MS } from '../../../bot/radar/usual-traffic.ts';
import { VIETNAM_AHEAD_MS } from '../../../knowledge/vietnam-day.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/** People a day of each stream outside the season; how much of it grows with enrolment. */
const STREAMS: readonly (readonly [name: string, aDay: number, season: number])[] = [
  ['tuyển sinh', 60, 12],
  ['trái tuyến', 25, 10],
  ['nhập học', 20, 9],
  ['hồ sơ', 20, 6],
  ['học phí', 50, 1.5],
  ['bán trú', 30, 1.2],
  ['chuyển trường', 25, 2],
  ['dạy thêm', 15, 1],
  ['đồng phục', 10, 1.5],
  ['bảo hiểm', 12, 1],
  ['giờ học', 10, 1],
  ['bạo lực', 4, 1],
  ['rumour', 5, 1.5],
  ['press', 1, 1],
  ['complaint_denunciation', 6, 1.3],
  ['child_safety', 1.5, 1],
  ['thanks', 40, 2],
  ...Array.from({ length: 20 }, (_, index) => [`khác ${index + 1}`, 1 + (index % 6), 1] as const),
  // Schools and wards that messages name, most of them seldom.
  ...Array.from({ length: 60 }, (_, index) => [`nơi ${index + 1}`, 0.2 + 6 / (index + 1), 4] as const),
];

/** When people write: share of the day by hour, on a working day and at a weekend. */
const WORKDAY = [2, 1, 0.5, 0.3, 0.3, 0.6, 2, 4, 7, 8, 7, 6, 5, 5, 6, 6, 6, 5, 5, 6, 7, 6, 4, 3];
const WEEKEND = [2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 3.5, 4, 4, 3.5, 3, 3, 3, 3, 3, 3, 4, 4.5, 5, 4, 3, 2];
const DAY_SHARES = WORKDAY.reduce((sum, share) => sum + share, 0);

/** A surge that was planted into the traffic. */
export interface PlantedSurge {
  readonly stream: string;
  readonly from: number;
  readonly until: number;
  /** People an hour above what is usual, from the tenth minute on. */
  readonly extraAnHour: number;
}

/** Numbers from 0 to below 1 that are always the same for a seed (the 32-bit generator `mulberry32`). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function poisson(mean: number, random: () => number): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}

/** Enrolment swells from the tenth week, is highest in the fifteenth to eighteenth, and is over by the twenty-second. */
function seasonAt(day: number): number {
  const rise = Math.min(1, Math.max(0, (day - 63) / 42));
  const fall = Math.min(1, Math.max(0, (154 - day) / 28));
  return Math.min(rise, fall);
}

/** The usual people an hour of a stream, without chance. */
function usualRate([, aDay, season]: (typeof STREAMS)[number], at: number, startAt: number): number {
  const local = at + VIETNAM_AHEAD_MS;
  const weekday = (Math.floor(local / DAY_MS) + 4) % 7;
  const shares = weekday === 0 || weekday === 6 ? WEEKEND : WORKDAY;
  const share = (shares[Math.floor((local % DAY_MS) / HOUR_MS)] ?? 0) / DAY_SHARES;
  return aDay * (1 + (season - 1) * seasonAt((at - startAt) / DAY_MS)) * share;
}

/** The usual people an hour of the stream of that name at an instant. */
export function usualRateOf(name: string, at: number, startAt: number): number {
  const stream = STREAMS.find(([one]) => one === name);
  return stream === undefined ? 0 : usualRate(stream, at, startAt);
}

/** Plants surges over the weeks after the fourth, at all hours from 7 to 22, in streams large and small. */
export function plantSurges(
  startAt: number,
  days: number,
  count: number,
  random: () => number,
): readonly PlantedSurge[] {
  return Array.from({ length: count }, (_, index) => {
    const stream = STREAMS[Math.floor(random() * STREAMS.length)] ?? STREAMS[0];
    if (stream === undefined) throw new RangeError('no streams');
    const day = 28 + Math.floor(((days - 30) * (index + random() * 0.8)) / count);
    const from =
      startAt - (startAt % DAY_MS) + day * DAY_MS - VIETNAM_AHEAD_MS + Math.floor((7 + random() * 15) * HOUR_MS);
    const usual = usualRate(stream, from, startAt);
    // At least 60 people an hour more, and at least three times as many as usual.
    const extraAnHour = Math.max(60, 2 * usual) * (1 + random());
    return { stream: stream[0], from, until: from + (1 + random() * 3) * HOUR_MS, extraAnHour };
  });
}

/**
 * Half a year of sightings minute by minute: hours of the week, an enrolment season, days that are busier than others
 * by chance, busy and quiet hours, and the planted surges, each of which swells for ten minutes.
 */
export function* simulateTraffic(
  startAt: number,
  days: number,
  surges: readonly PlantedSurge[],
  random: () => number,
): Generator<{ readonly at: number; readonly sightings: readonly Sighting[] }> {
  let person = 0;
  const mood = new Map<string, number>();
  const spread = (width: number) => Math.exp(width * (random() + random() + random() - 1.5));
  let allDay = 1;
  for (let minute = 0; minute < days * 1_440; minute += 1) {
    const at = startAt + minute * MINUTE_MS;
    if (minute % 1_440 === 0) allDay = spread(0.35);
    if (minute % 60 === 0) for (const [stream] of STREAMS) mood.set(stream, allDay * spread(0.4));
    const sightings: Sighting[] = [];
    for (const one of STREAMS) {
      const [stream] = one;
      const extra = surges
        .filter((surge) => surge.stream === stream && at >= surge.from && at < surge.until)
        .reduce((sum, surge) => sum + surge.extraAnHour * Math.min(1, (at - surge.from) / (10 * MINUTE_MS)), 0);
      const people = poisson((usualRate(one, at, startAt) * (mood.get(stream) ?? 1) + extra) / 60, random);
      for (let index = 0; index < people; index += 1) {
        person += 1;
        sightings.push({ stream, person: String(person), at });
      }
    }
    yield { at, sightings };
  }
}
