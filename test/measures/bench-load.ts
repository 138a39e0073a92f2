import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { endWithPrograms } from '../builders/program.ts';
import { isWhole } from './load/accounting.ts';
import { burstMode, isServed, type LoadMode, saturateMode, soakMode, steadyMode } from './load/load-modes.ts';
import { samplesAsCsv } from './load/memory-use.ts';
import { printAccounting, printGraph, printMemory, printStretches } from './load/print-load.ts';
import { runLoad } from './load/run-load.ts';

endWithPrograms();

/**
 * Citizens before the whole product: signed Messenger webhooks over HTTP, inbox, worker, retrieval, outbox, a simulated
 * Graph. The product runs in processes of its own, so that its processor time and memory are its own; citizens and
 * Graph live in this one. All traffic is on 127.0.0.1. Exit status 1: a message was lost, answered twice or out of
 * order, a call was refused, or not all was answered in time.
 */
const options = new Command('bench:load')
  .addOption(new Option('--mode <mode>').choices(['steady', 'saturate', 'burst', 'soak']).default('steady'))
  .option('--rate <number>', 'questions a second; where saturate begins, the ordinary rate of burst', Number)
  .option('--seconds <number>', 'length of steady, and of a step of saturate', Number)
  .option('--minutes <number>', 'length of the morning of burst', Number, 2)
  .option('--burst <factor>', 'how much more comes at the peak of burst', Number, 50)
  .option('--turns <number>', 'questions of soak', Number, 200_000)
  .option('--data <dir>', 'data folder whose index answers; without it the bundled samples')
  .option('--redis', 'state on a Redis server of its own, one web process and --processes workers')
  .option('--processes <number>', 'worker processes with --redis', Number, 1)
  .option('--worker-cores <number>', 'processors that each worker may use, such as 0.2 (Linux, root)', Number)
  .option('--burst-ms <number>', 'BURST_MS of the product; is taken off the times', Number, 0)
  .option('--think <seconds>', 'mean time between a reply and the next question', Number, 3)
  .option('--hasty <share>', 'citizens who do not wait for replies', Number, 0.1)
  .option('--duplicates <share>', 'webhooks that come twice', Number, 0.03)
  .option('--no-echoes', 'no echo of each message')
  .option('--seed <text>', 'other citizens', 'load')
  .option('--csv <file>', 'where the samples go; soak writes load-samples.csv without it')
  .option('--profile <dir>', 'where each process of the product leaves a CPU profile')
  .option('--json', 'print JSON')
  .parse()
  .opts<{
    mode: 'steady' | 'saturate' | 'burst' | 'soak';
    rate?: number;
    seconds?: number;
    minutes: number;
    burst: number;
    turns: number;
    data?: string;
    redis?: boolean;
    processes: number;
    workerCores?: number;
    burstMs: number;
    think: number;
    hasty: number;
    duplicates: number;
    echoes: boolean;
    seed: string;
    csv?: string;
    profile?: string;
    json?: boolean;
  }>();

const MODES: Readonly<Record<typeof options.mode, () => LoadMode>> = {
  steady: () => steadyMode(options.rate ?? 30, options.seconds ?? 60),
  saturate: () => saturateMode(options.rate ?? 20, options.seconds ?? 24),
  burst: () => burstMode(options.rate ?? 1, options.burst, options.minutes * 60),
  soak: () => soakMode(options.rate ?? 50, options.turns),
};
const workers = options.redis ? options.processes : null;
const report = await runLoad({
  mode: MODES[options.mode](),
  indexDir: options.data ?? null,
  burstMs: options.burstMs,
  workers,
  workerCores: options.workerCores ?? null,
  profileDir: options.profile ?? null,
  // Without a ledger to read, replies are told apart by counting, which needs citizens who wait.
  habits: { thinkMs: options.think * 1_000, hasty: workers === null ? options.hasty : 0, repeated: options.duplicates },
  seed: options.seed,
  echoes: options.echoes,
  sampleEveryMs: options.mode === 'soak' ? 5_000 : 1_000,
  quietWithinMs: 120_000,
  onStretch: ({ name, perSecond, p95ms, cpuMs, waiting }) =>
    void process.stderr.write(
      `${name}: ${perSecond.toFixed(1)} turns/s, p95 ${p95ms.toFixed(0)} ms, ${cpuMs.toFixed(2)} ms CPU a turn, ${waiting} wait\n`,
    ),
});

const { stretches, accounting, notices, memory, samples, quiet, refusedCalls, complaints } = report;
const names = memory.map(({ name }) => name);
const csv = options.csv ?? (options.mode === 'soak' ? 'load-samples.csv' : null);
if (csv !== null) writeFileSync(csv, samplesAsCsv(names, samples));
const served = stretches.filter(({ name }) => !name.startsWith('('));
if (options.json) process.stdout.write(`${JSON.stringify({ ...report, samples: undefined })}\n`);
else {
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  say(printStretches(served));
  say(`${printAccounting(accounting)}; ${notices} told that it takes longer`);
  say(printMemory(memory));
  if (options.mode === 'saturate') {
    const best = served.findLast((stretch) => isServed(stretch, Number.parseInt(stretch.name, 10)));
    say(`highest rate with 95 % of replies within 300 ms: ${best?.name ?? 'none'}`);
  }
  if (options.mode === 'soak') {
    const values = samples.map(({ second, memoryMb }) => ({ second, value: memoryMb.reduce((a, b) => a + b, 0) }));
    say(`memory of all processes (MB) over time:\n${printGraph(values)}`);
  }
}
if (complaints !== '') process.stderr.write(`${complaints.slice(0, 2_000)}\n`);
if (!quiet || refusedCalls > 0 || !isWhole(accounting)) {
  process.stderr.write(
    `Wrong: ${printAccounting(accounting)}; ${refusedCalls} calls refused${quiet ? '' : '; not all in time'}\n`,
  );
  process.exitCode = 1;
}
