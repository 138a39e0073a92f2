import { renameSync, writeFileSync } from 'node:fs';
import { createEncodingThreads } from '../encoder/encoding-threads.ts';
import { countChanges, type IngestReport, printReport } from '../ingesting/report.ts';
import { ingest } from '../ingesting/run-ingest.ts';
import { watchInputs } from '../ingesting/watch-inputs.ts';
import type { IngestLine } from '../snapshots/ingest-record.ts';
import type { Terminal } from './terminal.ts';

/** What the `ingest` command was asked. */
export interface IngestOptions {
  readonly paths: readonly string[];
  readonly dataDir: string;
  /** Print the report as JSON instead of words. */
  readonly json: boolean;
  /** File to write the report to as JSON, or `null`. */
  readonly reportFile: string | null;
}

/** Exit status by what an ingest came to; README. */
const EXIT = { switched: 0, unchanged: 0, 'nothing-indexed': 1, 'source-missing': 1 } as const;

/**
 * Indexes once, prints the report.
 * @returns the exit status
 * @throws IngestRunning, or the reason of `signal`
 */
export async function ingestOnce(options: IngestOptions, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const report = await indexPaths(options.paths, options.dataDir, terminal, signal);
  tell(report, report.lines, options, terminal);
  return EXIT[report.outcome];
}

/** Indexes, and again after every change, until `signal` fires. Throws IngestRunning. */
export async function ingestAndWatch(options: IngestOptions, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const encoder = createEncodingThreads();
  const onReport = (report: IngestReport) => {
    const changed = report.lines.filter((line) => line.change !== 'unchanged');
    tell(report, changed, options, terminal);
    terminal.line(`${timeInVietnam(Date.now())} – đang theo dõi thay đổi (Ctrl-C để dừng).`);
    // Threads that wait for the next change would hold their memory meanwhile.
    void encoder.close();
  };
  const parts = { encoder, now: Date.now, onProgress: terminal.progress, signal, onReport };
  try {
    await watchInputs({ paths: options.paths }, options.dataDir, parts);
  } finally {
    await encoder.close();
  }
}

function timeInVietnam(at: number): string {
  return new Date(at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}

/** Indexes once with the bundled encoder. Throws like `ingestOnce`. */
export async function indexPaths(
  paths: readonly string[],
  dataDir: string,
  terminal: Terminal,
  signal?: AbortSignal,
): Promise<IngestReport> {
  const encoder = createEncodingThreads();
  try {
    return await ingest({ paths }, dataDir, { encoder, now: Date.now, onProgress: terminal.progress, signal });
  } finally {
    await encoder.close();
  }
}

function tell(report: IngestReport, lines: readonly IngestLine[], options: IngestOptions, terminal: Terminal): void {
  const whole = JSON.stringify({ ...report, changes: countChanges(report) }, null, 1);
  if (options.reportFile !== null) {
    const unfinished = `${options.reportFile}.${process.pid}.tmp`;
    writeFileSync(unfinished, `${whole}\n`);
    renameSync(unfinished, options.reportFile);
  }
  terminal.line(options.json ? whole : printReport(report, lines));
}
