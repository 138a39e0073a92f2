import { Command, Option } from 'commander';
import { ENGINES, type EngineName, engineHouse } from './walk/engines.ts';
import { runWalk } from './walk/run-walk.ts';

/**
 * Random walks through ownership, tickets and delivery, each step judged by an independent model:
 * `npm run walk -- [--events 100000] [--engine libsql|libsql-file|redis] [--seed walk]`. Real bot, worker, sender and
 * stores; platforms, staff and the clock are of the walk. Exits with 1 when anything differs, after printing the seed
 * and the shortest failing sequence that was found.
 */
const options = new Command('walk')
  .option('--events <number>', 'events in all', Number, 100_000)
  .addOption(new Option('--engine <name>', 'where state lives').choices(ENGINES).default('libsql'))
  .option('--seed <text>', 'the same seed takes the same walk', 'walk')
  .parse()
  .opts<{ events: number; engine: EngineName; seed: string }>();

const startedAt = performance.now();
const seconds = () => ((performance.now() - startedAt) / 1_000).toFixed(0);
const house = await engineHouse(options.engine);
try {
  const { events, counts, failure } = await runWalk(house, options.seed, options.events, (happened) => {
    process.stderr.write(`\r${options.engine}: ${happened} of ${options.events} events, ${seconds()} s`);
  });
  process.stderr.write('\n');
  const rows = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([what, number]) => `${what} | ${number}`);
  process.stdout.write(`what happened | number\n---|---\nevents | ${events}\nseconds | ${seconds()}\n`);
  process.stdout.write(`${rows.join('\n')}\nviolations | ${failure?.faults.length ?? 0}\n`);
  if (failure !== null) {
    process.stderr.write(`Seed ${failure.seed}:\n${failure.faults.join('\n')}\n`);
    for (const step of failure.steps) process.stderr.write(`${JSON.stringify(step)}\n`);
    process.exitCode = 1;
  }
} finally {
  await house.close();
}
