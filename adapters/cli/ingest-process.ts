import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { IngestProgress } from '../ingesting/run-ingest.ts';

const progressSchema = z.object({
  step: z.enum(['fetch', 'read', 'page', 'encode']),
  done: z.number(),
  total: z.number(),
  label: z.string(),
});
const reportSchema = z.object({
  outcome: z.enum(['switched', 'unchanged', 'nothing-indexed', 'source-missing']),
  documents: z.number(),
  passages: z.number(),
  seconds: z.number(),
  missing: z.array(z.string()),
  notes: z.array(z.string()),
});

/** What an ingest in a process of its own came to; what became of each file stands in the index's record. */
export type IngestSummary = z.infer<typeof reportSchema>;

/** An ingest in a process of its own ended without a report. */
export class IngestFailed extends Error {
  readonly code = 'INGEST_FAILED';

  /** Exit status; `null` when a signal ended it. */
  readonly status: number | null;

  constructor(status: number | null, said: string) {
    super(`Reading documents ended with status ${status ?? 'none'}: ${said.trim() || 'no message'}`);
    this.name = 'IngestFailed';
    this.status = status;
  }
}

/**
 * Runs the `ingest` command in a process of its own, so that the memory it needs is given back when it ends.
 * @param args of the command, without `--json`
 * @throws IngestFailed, and the reason of `signal` when that ends it
 */
export async function ingestInProcess(
  args: readonly string[],
  signal: AbortSignal,
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<IngestSummary> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, program, 'ingest', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal,
    killSignal: 'SIGTERM',
  });
  child.on('message', (message) => {
    const progress = progressSchema.safeParse(message);
    if (progress.success) onProgress(progress.data);
  });
  let out = '';
  let said = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    child.once('close', resolve);
  });
  try {
    return reportSchema.parse(JSON.parse(out));
  } catch {
    throw new IngestFailed(status, said);
  }
}
