import { rmSync } from 'node:fs';
import { Command, Option } from 'commander';
import { setup as bundlePrograms } from '../builders/bundled-programs.ts';
import { indexByWords } from '../builders/product.ts';
import { hasRedis } from '../builders/redis-server.ts';
import { FAULTS } from './chaos/faults.ts';
import { runChaos } from './chaos/run-chaos.ts';
import type { EngineName } from './chaos/system.ts';
import { seededRandom } from './retrieval/seeded-random.ts';

/**
 * Faults on the real processes of the product under a stream of messages: `npm run chaos -- [--engine libsql|redis]
 * [--fault NAME|all] [--points 200] [--messages N] [--seed N] [--json]`. Processes are killed, stopped and stalled,
 * Redis is killed, stalled, filled up and failed over, clocks jump. No message may be lost, answered twice or out of
 * order, and nothing may be left: otherwise the exit status is 1. All traffic is on 127.0.0.1.
 */
const options = new Command('chaos')
  .addOption(new Option('--engine <name>', 'where the state is; both unless given').choices(['libsql', 'redis']))
  .addOption(new Option('--fault <name>', 'one fault, or all').choices([...Object.keys(FAULTS), 'all']).default('all'))
  .option('--points <number>', 'kills, restarts or stops a fault', Number, 200)
  .option('--messages <number>', 'least number of messages a fault', Number, 100)
  .option('--away <seconds>', 'how long Redis or a process is away, where the fault has no better time', Number)
  .option('--seed <text>', 'another run of the same strength', '1')
  .option('--json', 'print one line of JSON a fault')
  .parse()
  .opts<{
    engine?: EngineName;
    fault: string;
    points: number;
    messages: number;
    away?: number;
    seed: string;
    json?: boolean;
  }>();

const engines = (['libsql', 'redis'] as const).filter(
  (engine) => (options.engine ?? engine) === engine && (engine === 'libsql' || hasRedis()),
);
const removeBundles = await bundlePrograms();
const indexDir = await indexByWords();
const wrong: string[] = [];
const print = (line: string) => void process.stdout.write(`${line}\n`);
if (!options.json) {
  print('engine | fault | counted | messages | delivered again | replies | warnings logged | seconds | wrong');
  print('---|---|---|---|---|---|---|---|---');
}
for (const engine of engines) {
  for (const [name, fault] of Object.entries(FAULTS)) {
    if ((options.fault !== 'all' && options.fault !== name) || !fault.engines.includes(engine)) continue;
    const { points, messages, away } = options;
    const random = seededRandom(`${options.seed} ${engine} ${name}`);
    const dose = { points, messages, ...(away === undefined ? {} : { awayMs: away * 1_000 }) };
    const report = await runChaos(name, fault, indexDir, { ...dose, engine, random });
    if (report === null) {
      process.stderr.write(`${engine} ${name}: skipped, this machine cannot make it\n`);
      continue;
    }
    const faults = Object.entries(report.faults).filter(([, number]) => number !== 0);
    const said = [...faults.map(([what, number]) => `${what} ${number}`), ...(report.quiet ? [] : ['not in time'])];
    if (said.length > 0 && fault.mayLose === undefined) wrong.push(`${engine} ${name}: ${said.join(', ')}`);
    if (options.json) print(JSON.stringify(report));
    else {
      const counted = Object.entries(report.counted).map(([what, number]) => `${what} ${number}`);
      const { refused, replies, logged, seconds } = report;
      const row = [report.messages, refused, replies, logged, seconds.toFixed(0), said.join(', ') || 'nothing'];
      print([engine, name, counted.join(', '), ...row].join(' | '));
      if (fault.mayLose !== undefined) print(`  (${name} may lose ${fault.mayLose})`);
    }
  }
}
rmSync(indexDir, { recursive: true, force: true });
removeBundles();
if (wrong.length > 0) {
  process.stderr.write(`Wrong:\n${wrong.join('\n')}\n`);
  process.exitCode = 1;
}
