import { Command } from 'commander';
import { createSurgeDetector, type Surge } from '../../bot/radar/detect-surges.ts';
import { HOUR_MS } from '../../bot/radar/usual-traffic.ts';
import { plantSurges, seededRandom, simulateTraffic, usualRateOf } from './radar/season.ts';

/**
 * Measures the radar on half a year of simulated traffic with an enrolment season and planted surges:
 * `npm run measure:radar -- [--surges 40] [--seed 1] [--json]`. A planted surge is found when the radar tells of its
 * stream while it lasts; everything else that it tells is a false alarm.
 */

const MINUTE_MS = 60_000;
const DAYS = 182;
const LOOK_EVERY_MINUTES = 5;
const START = Date.UTC(2026, 1, 1, 17);
const LIMIT_MINUTES = 30;

const options = new Command('measure:radar')
  .option('--surges <number>', 'planted surges', Number, 40)
  .option('--seed <number>', 'of the simulated traffic', Number, 1)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ surges: number; seed: number; json?: boolean }>();

const random = seededRandom(options.seed);
const planted = plantSurges(START, DAYS, options.surges, random);
const detector = createSurgeDetector();
const told: Surge[] = [];
let people = 0;
const startedAt = performance.now();
for (const { at, sightings } of simulateTraffic(START, DAYS, planted, random)) {
  people += sightings.length;
  for (const sighting of sightings) detector.see(sighting);
  if ((at / MINUTE_MS) % LOOK_EVERY_MINUTES === 0) told.push(...detector.look(at));
}

const belongs = (surge: Surge, { stream, from, until }: (typeof planted)[number]) =>
  surge.stream === stream && surge.seenAt >= from && surge.seenAt <= until + HOUR_MS;
const delays = planted.map((one) => {
  const first = told.find((surge) => belongs(surge, one));
  return first === undefined ? null : Math.round((first.seenAt - one.from) / MINUTE_MS);
});
const found = delays.filter((delay) => delay !== null).toSorted((one, other) => one - other);
const falseAlarms = told.filter((surge) => !planted.some((one) => belongs(surge, one)));
const result = {
  people,
  planted: planted.length,
  foundWithin30Minutes: found.filter((delay) => delay <= LIMIT_MINUTES).length,
  found: found.length,
  medianDelayMinutes: found[Math.floor(found.length / 2)] ?? null,
  longestDelayMinutes: found.at(-1) ?? null,
  falseAlarms: falseAlarms.length,
  falseAlarmsAWeek: Math.round((falseAlarms.length / (DAYS / 7)) * 100) / 100,
  seconds: Math.round((performance.now() - startedAt) / 100) / 10,
};
const late = planted.flatMap((one, index) => {
  const delay = delays[index] ?? null;
  if (delay !== null && delay <= LIMIT_MINUTES) return [];
  const { stream, from, extraAnHour } = one;
  const usual = Math.round(usualRateOf(stream, from, START));
  const when = new Date(from).toISOString();
  return [
    `late: ${stream} at ${when}, ${Math.round(extraAnHour)} people an hour over ${usual}: ${delay ?? 'not found'} min`,
  ];
});
const lines = [
  `${result.people} people in ${DAYS} days; ${result.planted} surges planted`,
  `found within ${LIMIT_MINUTES} minutes: ${result.foundWithin30Minutes} of ${result.planted} (at all: ${result.found})`,
  `delay: median ${result.medianDelayMinutes} min, longest ${result.longestDelayMinutes} min`,
  `false alarms: ${result.falseAlarms}, ${result.falseAlarmsAWeek} a week`,
  ...late,
];
process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`);
