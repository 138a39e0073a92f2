import { Command } from 'commander';
import { endWithPrograms } from '../builders/program.ts';
import { runStorm } from './storm/run-storm.ts';

endWithPrograms();

/**
 * A storm of webhooks on the whole product: `npm run storm -- [--deliveries 100000] [--seed storm] [--minutes 15]
 * [--json]`. Two platforms deliver out of order and a fifth of it twice, while their APIs are busy, slow, limit the
 * rate and lose answers. Nothing may be lost, answered twice or out of order, or sent outside a window: otherwise the
 * exit status is 1. All traffic is on 127.0.0.1.
 */
const options = new Command('storm')
  .option('--deliveries <number>', 'webhooks in all', Number, 100_000)
  .option('--seed <text>', 'another storm of the same strength', 'storm')
  .option('--rests <number>', 'rate limits a platform', Number, 2)
  .option('--minutes <number>', 'time to answer everything after the last delivery', Number, 15)
  .option('--json', 'print JSON')
  .parse()
  .opts<{ deliveries: number; seed: string; rests: number; minutes: number; json?: boolean }>();

const report = await runStorm({
  deliveries: options.deliveries,
  seed: options.seed,
  rests: options.rests,
  confirmMs: 15_000,
  quietWithinMs: options.minutes * 60_000,
  onProgress: (line) => void process.stderr.write(`${line}\n`),
});
const { weather, counts, faults, ...rest } = report;
if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  const rows = Object.entries({ ...rest, ...counts, ...weather, ...faults }).map(([what, value]) => {
    const figure = typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(1) : value;
    return `${what} | ${figure}`;
  });
  process.stdout.write(`what | number\n---|---\n${rows.join('\n')}\n`);
}
const wrong = Object.entries(faults).filter(([, number]) => number !== 0);
if (wrong.length > 0 || !report.quiet || report.refused > 0) {
  process.stderr.write(
    `Wrong: ${wrong.map(([what, number]) => `${what} ${number}`).join(', ') || 'not all in time'}\n`,
  );
  process.exitCode = 1;
}
