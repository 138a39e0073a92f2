import { comparePlacements } from './admission/compare-placements.ts';
import { seededRandom } from './retrieval/seeded-random.ts';

/** `npm run measure:admission -- [cases] [seed]`: the admission rules against an evaluator written on its own. */

const cases = Number(process.argv[2] ?? 10_000);
const seed = process.argv[3] ?? 'admission';
const startedAt = performance.now();
const random = seededRandom(seed);
const { placed, differences, hasty } = comparePlacements(cases, (bound) => Math.floor(random() * bound));
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
process.stdout.write(
  `${cases} cases (seed ${seed}), ${placed} sent to a school, ${cases - placed} to staff; ` +
    `${differences.length} differences, ${hasty.length} answered too early; ${seconds} s\n`,
);
for (const difference of [...differences, ...hasty].slice(0, 3)) process.stdout.write(`${difference}\n`);
process.exitCode = differences.length + hasty.length === 0 ? 0 : 1;
