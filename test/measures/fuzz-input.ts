import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { TEXT_FUNCTIONS } from './input-fuzzing/text-functions.ts';

/**
 * Measures how the time of everything that reads a citizen's words grows from 2,000 to 160,000 characters of hostile
 * repetition: `npm run fuzz:input -- [--function NAME] [--json]`. Each function runs in a process of its own, which is
 * ended when one text takes too long. Exits with 1 when a time grows much faster than the text or a function hangs.
 */

/** Eight times the text (20,000 to 160,000 characters) may take so many times as long; quadratic growth takes 64. */
const MOST_GROWTH = 32;
const HANGS_AFTER_MS = 60_000;

const options = new Command('fuzz:input')
  .option('--function <name>', 'only this one')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ function?: string; json?: boolean }>();

const print = (line: string) => process.stdout.write(`${line}\n`);
const lineSchema = z.object({ text: z.string(), ms: z.array(z.number()).optional() });

/** The worst texts of one function. */
interface Row {
  readonly name: string;
  readonly texts: number;
  /** Longest time at 20,000 characters, ms. */
  readonly slowestMs: number;
  readonly slowest: string;
  /** Texts whose time grows too fast, with the times at 2,000, 5,000, 20,000 and 160,000 characters, ms. */
  readonly tooFast: readonly string[];
  /** The text it did not finish. */
  readonly hangsOn: string | null;
}

function measure(name: string): Promise<Row> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL('./input-fuzzing/measuring-process.ts', import.meta.url)), name],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = () => child.kill('SIGKILL');
  let timer = setTimeout(stop, HANGS_AFTER_MS);
  let current = '';
  const measured: { readonly text: string; readonly ms: readonly number[] }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(timer);
    timer = setTimeout(stop, HANGS_AFTER_MS);
    const { text, ms } = lineSchema.parse(JSON.parse(line));
    current = text;
    if (ms !== undefined) measured.push({ text, ms });
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      const last = measured.toSorted((a, b) => (b.ms[2] ?? 0) - (a.ms[2] ?? 0))[0];
      resolve({
        name,
        texts: measured.length,
        slowestMs: last?.ms[2] ?? 0,
        slowest: last?.text ?? '',
        tooFast: measured
          .filter(({ ms }) => growsTooFast(ms))
          .map(({ text, ms }) => `${text} ${ms.map((time) => time.toFixed(1)).join(' ')}`),
        hangsOn: status === 0 ? null : current,
      });
    });
  });
}

function growsTooFast([, , long = 0, longest = 0]: readonly number[]): boolean {
  return longest > MOST_GROWTH * long;
}

const names = Object.keys(TEXT_FUNCTIONS).filter((name) => options.function === undefined || name === options.function);
const rows: Row[] = [];
for (const name of names) {
  const row = await measure(name);
  rows.push(row);
  if (options.json) continue;
  print(
    `${name.padEnd(24)}${String(row.texts).padStart(5)}${row.slowestMs.toFixed(1).padStart(10)} ms  ${row.slowest}`,
  );
  for (const text of row.tooFast) print(`  grows too fast: ${text}`);
  if (row.hangsOn !== null) print(`  hangs on: ${row.hangsOn}`);
}
if (options.json) print(JSON.stringify({ rows }));
if (rows.some(({ tooFast, hangsOn }) => tooFast.length > 0 || hangsOn !== null)) process.exitCode = 1;
