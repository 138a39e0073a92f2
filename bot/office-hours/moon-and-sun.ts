import { VIETNAM_AHEAD_MS } from '../../knowledge/vietnam-day.ts';
import { DAY_MS } from './day-number.ts';

/*
 * Where the moon and the sun stand, as far as a lunar calendar needs it. Formulas and terms: Jean Meeus, Astronomical
 * Algorithms (2nd edition, 1998), chapter 49 (phases of the moon), chapter 25 (the sun, low accuracy). A new moon is
 * right within a minute or so, the sun within 0.01°, a quarter of an hour, for the years 1968 to 2100.
 */

/** Julian day number at the start of 1970-01-01 UTC. */
const JULIAN_EPOCH = 2_440_587.5;
/** Julian day of 2000-01-01 12:00. */
const JULIAN_2000 = 2_451_545;
const CENTURY_DAYS = 36_525;
const LUNATIONS_A_CENTURY = 1236.85;
const MEAN_LUNATION_DAYS = 29.530588861;
/** Day number, with its fraction, of the mean new moon of lunation 0 (6 January 2000) in Vietnam. */
const FIRST_LUNATION = 2_451_550.09766 - JULIAN_EPOCH + VIETNAM_AHEAD_MS / DAY_MS;

type Multiples = readonly [moon: number, sun: number, latitude: number];

/**
 * Size in days of each periodic term, and how many times it takes the moon's anomaly, the sun's anomaly and the moon's
 * argument of latitude. A term with the sun's anomaly shrinks with the earth's eccentricity, once for each multiple.
 */
const NEW_MOON_TERMS: readonly (readonly [size: number, multiples: Multiples])[] = [
  [-0.4072, [1, 0, 0]],
  [0.17241, [0, 1, 0]],
  [0.01608, [2, 0, 0]],
  [0.01039, [0, 0, 2]],
  [0.00739, [1, -1, 0]],
  [-0.00514, [1, 1, 0]],
  [0.00208, [0, 2, 0]],
  [-0.00111, [1, 0, -2]],
  [-0.00057, [1, 0, 2]],
  [0.00056, [2, 1, 0]],
  [-0.00042, [3, 0, 0]],
  [0.00042, [0, 1, 2]],
  [0.00038, [0, 1, -2]],
  [-0.00024, [2, -1, 0]],
  [-0.00007, [1, 2, 0]],
  [0.00004, [2, 0, -2]],
  [0.00004, [0, 3, 0]],
  [0.00003, [1, 1, -2]],
  [0.00003, [2, 0, 2]],
  [-0.00003, [1, 1, 2]],
  [0.00003, [1, -1, 2]],
  [-0.00002, [1, -1, -2]],
  [-0.00002, [3, 1, 0]],
  [0.00002, [4, 0, 0]],
];

/** The pull of the planets: size in days, angle at lunation 0 and its growth a lunation in degrees. */
const PLANET_TERMS: readonly (readonly [size: number, start: number, growth: number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
];

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

/** How far the even time of astronomy is ahead of UTC, in days, `centuries` after 2000; a fit to 1985–2050. */
function evenTimeAhead(centuries: number): number {
  return (62.92 + 32.217 * centuries + 55.89 * centuries ** 2) / 86_400;
}

/** The day number in Vietnam on which a lunation begins; lunation 0 began on 7 January 2000. */
export function newMoonDay(lunation: number): number {
  const t = lunation / LUNATIONS_A_CENTURY;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * lunation - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * lunation + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * lunation - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * lunation + 0.0020672 * t ** 2;
  let day = FIRST_LUNATION + MEAN_LUNATION_DAYS * lunation + 0.00015437 * t ** 2 - evenTimeAhead(t);
  day -= 0.00017 * sine(node);
  for (const [size, [moons, suns, latitudes]] of NEW_MOON_TERMS) {
    day += size * eccentricity ** Math.abs(suns) * sine(moons * moon + suns * sun + latitudes * latitude);
  }
  for (const [size, start, growth] of PLANET_TERMS) day += size * sine(start + growth * lunation);
  return Math.floor(day);
}

/** The lunation that a day number lies in. */
export function lunationOf(dayNumber: number): number {
  let lunation = Math.floor((dayNumber + 1 - FIRST_LUNATION) / MEAN_LUNATION_DAYS);
  while (newMoonDay(lunation) > dayNumber) lunation -= 1;
  while (newMoonDay(lunation + 1) <= dayNumber) lunation += 1;
  return lunation;
}

/**
 * Which twelfth of its yearly way the sun is in when a day begins in Vietnam: 0 from the spring equinox on, 9 from the
 * winter solstice on.
 */
export function sunTwelfth(dayNumber: number): number {
  const julian = dayNumber - VIETNAM_AHEAD_MS / DAY_MS + JULIAN_EPOCH;
  const inUtc = (julian - JULIAN_2000) / CENTURY_DAYS;
  const t = inUtc + evenTimeAhead(inUtc) / CENTURY_DAYS;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const seen = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return Math.floor((seen - 360 * Math.floor(seen / 360)) / 30);
}
