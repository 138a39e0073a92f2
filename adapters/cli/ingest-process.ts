import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

const summarySchema = z.object({ documents: z.number(), passages: z.number(), seconds: z.number() });

/** What the server says about an ingest. */
export type IngestSummary = z.infer<typeof summarySchema>;

/** An ingest in a process of its own ended without a report. */
export class IngestFailed extends Error {
  readonly code = 'INGEST_FAILED';

  constructor(status: number | null, said: string) {
    super(`Reading documents ended with status ${status ?? 'none'}: ${said.trim() || 'no message'}`);
    this.name = 'IngestFailed';
  }
}

/**
 * Runs the `ingest` command in a process of its own, so that the memory it needs is given back when it ends.
 * @param args of the command, without `--json`
 * @throws IngestFailed, and the reason of `signal` when that ends it
 */
export async function ingestInProcess(args: readonly string[], signal: AbortSignal): Promise<IngestSummary> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, program, 'ingest', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGTERM',
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    child.once('close', resolve);
  });
  try {
    return summarySchema.parse(JSON.parse(out));
  } catch {
    throw new IngestFailed(status, said);
  }
}
