import { renameSync, writeFileSync } from 'node:fs';
import type { EmbeddingsConfig } from '../config.ts';
import { EmbeddingsFailure } from '../embeddings/embeddings-failure.ts';
import { openPassageEncoder } from '../encoder/open-encoders.ts';
import { countChanges, type IngestReport, printReport } from '../ingesting/report.ts';
import { ingest } from '../ingesting/run-ingest.ts';
import type { Asked } from '../ingesting/sources.ts';
import { watchInputs } from '../ingesting/watch-inputs.ts';
import { createFetchPage, type FetchPage, whyBarred } from '../ingesting/web/fetch-page.ts';
import type { IngestLine } from '../snapshots/ingest-record.ts';
import { hasSnapshot } from '../snapshots/snapshot-store.ts';
import type { Terminal } from './terminal.ts';

/** What the `ingest` command was asked. */
export interface IngestOptions {
  readonly asked: Asked;
  readonly dataDir: string;
  /** Print the report as JSON instead of words. */
  readonly json: boolean;
  /** File to write the report to as JSON, or `null`. */
  readonly reportFile: string | null;
  /** Hosts that web sources may be read from. */
  readonly hosts: readonly string[];
  /** Hours between two refreshes of web sources while watching; 0 = never. */
  readonly refreshHours: number;
  /** Endpoint that makes the vectors; `null` = the bundled encoder. */
  readonly embeddings: EmbeddingsConfig | null;
}

/** Exit status by what an ingest came to; README. */
const EXIT = { switched: 0, unchanged: 0, 'nothing-indexed': 1, 'source-missing': 1 } as const;

const WEB_DELAY_MS = 1_000;
const WEB_LIMIT_MS = 60_000;
const WEB_MAX_BYTES = 50 * 1024 * 1024;
const HOUR_MS = 3_600_000;

/** Why the addresses asked for cannot be read, in Vietnamese, or `null`. */
export function whyNotReadable({ asked, hosts }: Pick<IngestOptions, 'asked' | 'hosts'>): string | null {
  for (const address of [...(asked.urls ?? []), ...(asked.dropUrls ?? [])]) {
    if (!URL.canParse(address)) return `${address} không phải một địa chỉ web đầy đủ (https://…).`;
  }
  return (asked.urls ?? []).map((address) => whyBarred(new URL(address), hosts)).find((why) => why !== null) ?? null;
}

/**
 * Indexes once, prints the report.
 * @returns the exit status
 * @throws IngestRunning, NothingToIngest, EmbeddingsFailure, or the reason of `signal`
 */
export async function ingestOnce(options: IngestOptions, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const report = await index(options, terminal, createPolite(options.hosts, signal), signal);
  tell(report, report.lines, options, terminal);
  return EXIT[report.outcome];
}

/** Indexes files and folders. Throws like `ingestOnce`. */
export function indexPaths(
  paths: readonly string[],
  dataDir: string,
  embeddings: EmbeddingsConfig | null,
  terminal: Terminal,
): Promise<IngestReport> {
  return index({ asked: { paths }, dataDir, embeddings }, terminal, createPolite([]));
}

/** Indexes, and again after every change, until `signal` fires. Throws IngestRunning, NothingToIngest and EmbeddingsFailure. */
export async function ingestAndWatch(options: IngestOptions, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const encoder = await tryPassageEncoder(options);
  const onReport = (report: IngestReport) => {
    const changed = report.lines.filter((line) => line.change !== 'unchanged');
    tell(report, changed, options, terminal);
    terminal.line(`${timeInVietnam(Date.now())} – đang theo dõi thay đổi (Ctrl-C để dừng).`);
    // Threads that wait for the next change would hold their memory meanwhile.
    void encoder?.close();
  };
  try {
    await watchInputs(options.asked, options.dataDir, {
      encoder,
      fetchPage: createPolite(options.hosts, signal),
      now: Date.now,
      onProgress: terminal.progress,
      signal,
      onReport,
      refreshMs: options.refreshHours === 0 ? null : options.refreshHours * HOUR_MS,
    });
  } finally {
    await encoder?.close();
  }
}

async function index(
  { asked, dataDir, embeddings }: Pick<IngestOptions, 'asked' | 'dataDir' | 'embeddings'>,
  terminal: Terminal,
  fetchPage: FetchPage,
  signal?: AbortSignal,
): Promise<IngestReport> {
  const encoder = await tryPassageEncoder({ dataDir, embeddings });
  try {
    return await ingest(asked, dataDir, { encoder, fetchPage, now: Date.now, onProgress: terminal.progress, signal });
  } finally {
    await encoder?.close();
  }
}

function createPolite(hosts: readonly string[], signal?: AbortSignal): FetchPage {
  return createFetchPage({
    hosts,
    fetch,
    delayMs: WEB_DELAY_MS,
    limitMs: WEB_LIMIT_MS,
    maxBytes: WEB_MAX_BYTES,
    signal,
  });
}

/** The encoder, or `null` when its endpoint is down and there is no index yet: words alone are better than nothing. */
async function tryPassageEncoder({ dataDir, embeddings }: Pick<IngestOptions, 'dataDir' | 'embeddings'>) {
  try {
    return await openPassageEncoder(embeddings);
  } catch (error) {
    if (!(error instanceof EmbeddingsFailure) || hasSnapshot(dataDir)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
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

function timeInVietnam(at: number): string {
  return new Date(at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}
