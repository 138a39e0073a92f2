import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { createReadingPool } from '../../adapters/ingesting/reading-pool.ts';
import { createRecognisers } from '../../adapters/ocr/recognising-threads.ts';
import { type Mutant, type MutantOutcome, mutantsOf, readMutant } from './fuzzing/fuzz.ts';
import { PICTURE_FORMATS, SEEDS, type SeedFormat } from './fuzzing/seeds.ts';

/**
 * Reads thousands of damaged files through the reading pool with its usual limits:
 * `npm run fuzz:ingest -- [--files N] [--pictures N] [--seed S] [--format docx] [--save DIR] [--json]`.
 * Exits with 1 when one fells its reader, takes longer than 10 s, or is refused without a proper reason, or when the
 * process takes more memory than it should. Files under way lie in the folder for offenders, so that even the one
 * that fells the process is found.
 */

const TOTAL = 2_000;
const PICTURES = 30;
/** Two reading threads, two recognisers and the program itself, MB. */
const MEMORY_MB = 2_048;
const FORMATS = Object.keys(SEEDS) as SeedFormat[];

const toFormat = (name: string): SeedFormat => {
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) throw new InvalidArgumentError(`Choose from ${FORMATS.join(', ')}.`);
  return format;
};
const options = new Command('fuzz:ingest')
  .option('--files <number>', 'damaged files of each format', Number)
  .option('--pictures <number>', 'the same for formats whose files are pictures; they take seconds each', Number)
  .option('--seed <text>', 'the same seed makes the same files', 'giao-duc')
  .option('--format <name>', 'this format only', toFormat)
  .option('--save <folder>', 'where offenders are kept', join(tmpdir(), 'assistant-fuzz'))
  .option('--json', 'print JSON')
  .parse()
  .opts<{ files?: number; pictures?: number; seed: string; format?: SeedFormat; save: string; json?: boolean }>();

/** How many files of a format are read: as asked for, or 2,000 in all. */
function countOf(format: SeedFormat): number {
  if (PICTURE_FORMATS.includes(format)) return options.pictures ?? Math.min(PICTURES, options.files ?? PICTURES);
  const others = FORMATS.length - PICTURE_FORMATS.length;
  return options.files ?? Math.ceil((TOTAL - PICTURES * PICTURE_FORMATS.length) / others);
}

interface Row {
  readonly format: SeedFormat;
  readonly files: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly slowest: {
    readonly file: string;
    readonly mutation: string;
    readonly seconds: number;
    readonly cpuSeconds: number;
  };
  readonly peakRssMb: number;
  readonly faults: readonly { readonly file: string; readonly mutation: string; readonly fault: string }[];
}

const recognisers = createRecognisers();
/** Text formats are read without recognition: the damaged text of a page would take seconds to be recognised instead. */
const textPool = createReadingPool();
const picturePool = createReadingPool({ recognisers });
const poolOf = (format: SeedFormat) => (PICTURE_FORMATS.includes(format) ? picturePool : textPool);

/** Threads load the readers, and recognisers their model, before the clock runs. */
async function warmUp(formats: readonly SeedFormat[]): Promise<void> {
  for (const format of formats) {
    const [bytes] = await SEEDS[format]();
    if (bytes === undefined) continue;
    const pool = poolOf(format);
    await Promise.all(Array.from({ length: pool.threads }, () => pool.read({ name: `x.${format}`, bytes })));
  }
}

async function fuzz(format: SeedFormat): Promise<Row> {
  const mutants = await mutantsOf(format, countOf(format), options.seed);
  const startedAt = performance.now();
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const outcomes: MutantOutcome[] = [];
  let next = 0;
  const lanes = Array.from({ length: poolOf(format).threads }, async () => {
    for (let mutant = mutants[next++]; mutant !== undefined; mutant = mutants[next++])
      outcomes.push(await readKept(mutant));
  });
  await Promise.all(lanes);
  // What was slow beside other files on a busy machine is read again alone, and judged by that.
  for (const [index, { fault, mutant }] of outcomes.entries())
    if (fault !== null) outcomes[index] = await readKept(mutant);
  clearInterval(watch);
  return summarise(format, outcomes, (performance.now() - startedAt) / 1_000, peak / 2 ** 20);
}

/** A file lies in the folder for offenders while it is read, and stays there when it is one. */
async function readKept(mutant: Mutant): Promise<MutantOutcome> {
  const kept = join(options.save, mutant.name);
  writeFileSync(kept, mutant.bytes);
  const outcome = await readMutant(mutant, poolOf(mutant.format));
  if (outcome.fault === null) rmSync(kept);
  return outcome;
}

function summarise(format: SeedFormat, read: readonly MutantOutcome[], seconds: number, peakRssMb: number): Row {
  const counts: Record<string, number> = {};
  for (const { outcome } of read) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const [slowest] = [...read].sort((a, b) => b.cpuMilliseconds - a.cpuMilliseconds);
  return {
    format,
    files: read.length,
    outcomes: counts,
    seconds,
    slowest: {
      file: slowest?.mutant.name ?? '-',
      mutation: slowest?.mutant.mutation ?? '-',
      seconds: (slowest?.milliseconds ?? 0) / 1_000,
      cpuSeconds: (slowest?.cpuMilliseconds ?? 0) / 1_000,
    },
    peakRssMb,
    faults: read.flatMap(({ mutant, fault }) =>
      fault === null ? [] : [{ file: mutant.name, mutation: mutant.mutation, fault }],
    ),
  };
}

function printRow(row: Row): string {
  const outcomes = Object.entries(row.outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`);
  return [
    `${row.format.padEnd(5)} | ${String(row.files).padStart(5)} | ${row.seconds.toFixed(0).padStart(4)} | ${row.slowest.cpuSeconds.toFixed(1).padStart(5)} CPU, ${row.slowest.seconds.toFixed(1)} wall (${row.slowest.mutation}) | ${row.peakRssMb.toFixed(0).padStart(5)} | ${outcomes.join(', ')}`,
    ...row.faults.map(({ file, mutation, fault }) => `  ✗ ${join(options.save, file)} (${mutation}): ${fault}`),
  ].join('\n');
}

mkdirSync(options.save, { recursive: true });
const chosen = options.format === undefined ? FORMATS : [options.format];
const rows: Row[] = [];
await warmUp(chosen);
if (!options.json) process.stdout.write('format | files | s | slowest, s | peak RSS, MB | outcomes\n');
for (const format of chosen) {
  const row = await fuzz(format);
  rows.push(row);
  if (!options.json) process.stdout.write(`${printRow(row)}\n`);
}
await textPool.close();
await picturePool.close();
await recognisers.close();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const total = {
  files: rows.reduce((sum, row) => sum + row.files, 0),
  faults: rows.reduce((sum, row) => sum + row.faults.length, 0),
  seconds: rows.reduce((sum, row) => sum + row.seconds, 0),
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakRssMb: maxRSS / 1_024,
};
const words = `${total.files} files, ${total.faults} faults, ${total.seconds.toFixed(0)} s (${total.cpuSeconds.toFixed(0)} s CPU), peak RSS ${total.peakRssMb.toFixed(0)} MB`;
process.stdout.write(`${options.json ? JSON.stringify({ rows, total }) : words}\n`);
if (total.faults > 0 || total.peakRssMb > MEMORY_MB) process.exitCode = 1;
