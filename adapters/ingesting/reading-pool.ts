import { availableParallelism } from 'node:os';
import type { Skipped } from '../../ingest/blocks.ts';
import type { OpenedArchive } from '../../ingest/load/archive.ts';
import { skip } from '../../ingest/load/skipped.ts';
import type { ReadDocument } from '../../ingest/read-document.ts';
import type { Recognisers } from '../ocr/recognising-threads.ts';
import type { NamedBytes } from './reading-jobs.ts';
import { createReadingThread, type Ended, type ReadingThread } from './reading-thread.ts';

/** Reads several files at once, each in a thread of its own, so that no file can stop or fell the program. */
export interface ReadingPool {
  /** How many files are read at once. */
  readonly threads: number;
  /**
   * Reads one document. A file that takes too long, too much memory or fells its thread is a skipped one.
   * @param onPage told after each page
   * @param pagesFolder where recognised pages are kept for the next run; by default nowhere
   * @throws the reason of the pool's signal once that fires, or `PoolClosed`
   */
  read(
    file: NamedBytes,
    onPage?: (done: number, total: number) => void,
    pagesFolder?: string | null,
  ): Promise<ReadDocument>;
  /** Opens an archive of documents; `null` when the bytes are not one. Throws like `read`. */
  openArchive(bytes: Uint8Array): Promise<OpenedArchive | null>;
  /** Ends every thread; jobs under way are refused with `PoolClosed`. */
  close(): Promise<void>;
}

/** The pool was closed while a job waited. A fault of the caller; not worth a retry. */
export class PoolClosed extends Error {
  readonly code = 'READING_POOL_CLOSED';

  constructor() {
    super('The reading pool is closed. Start a new one to read more files.');
    this.name = 'PoolClosed';
  }
}

export interface ReadingLimits {
  /** Threads; by default one a core, at least 2. */
  readonly threads?: number;
  /** Longest time without a sign of life (start of the file, a page done), in ms. */
  readonly silentMs?: number;
  /** JavaScript heap of one thread, in MB. */
  readonly memoryMb?: number;
  /** Recognise scans and photos; without them those are left out. They are not closed with the pool. */
  readonly recognisers?: Recognisers | undefined;
  /** Time after which no further page of a document is recognised in this run, ms. */
  readonly recogniseMs?: number;
  /** Ends the pool, jobs under way included. */
  readonly signal?: AbortSignal | undefined;
  /** What threads run, as a file URL; it calls `answerJobs`. */
  readonly module?: string;
}

const SILENT_MS = 60_000;
const MEMORY_MB = 1_024;
const RECOGNISE_MS = 10 * 60_000;
const READER = new URL('./reading-worker.ts', import.meta.url).href;

const SKIPPED: Readonly<Record<Ended, Skipped['reason']>> = {
  silent: 'too-slow',
  memory: 'too-much-memory',
  crash: 'reader-failed',
};

/** Starts no thread before there is a job, and never more than `threads`. Close it when done. */
export function createReadingPool(limits: ReadingLimits = {}): ReadingPool {
  const size = limits.threads ?? Math.max(2, availableParallelism());
  const settings = {
    module: limits.module ?? READER,
    silentMs: limits.silentMs ?? SILENT_MS,
    memoryMb: limits.memoryMb ?? MEMORY_MB,
    recognise: limits.recognisers?.recognise ?? (async () => null),
  };
  const recognitionTerms = (pagesFolder: string | null) =>
    limits.recognisers === undefined
      ? null
      : { parallel: limits.recognisers.threads, pagesFolder, budgetMs: limits.recogniseMs ?? RECOGNISE_MS };
  const threads = new Set<ReadingThread>();
  const idle: ReadingThread[] = [];
  const waiting: ((thread: ReadingThread) => void)[] = [];
  const refusals = new Set<(reason: unknown) => void>();
  let refusedWith: { readonly reason: unknown } | null = null;

  async function end(reason: unknown): Promise<void> {
    refusedWith ??= { reason };
    for (const refuse of refusals) refuse(refusedWith.reason);
    await Promise.all([...threads].map((thread) => thread.end()));
  }
  const onAbort = () => void end(limits.signal?.reason);
  if (limits.signal?.aborted) onAbort();
  limits.signal?.addEventListener('abort', onAbort, { once: true });

  function startThread(): ReadingThread {
    const thread = createReadingThread(settings);
    threads.add(thread);
    return thread;
  }

  function takeIdle(): ReadingThread | null {
    for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
      if (thread.usable()) return thread;
      threads.delete(thread);
    }
    return null;
  }

  /** A thread that fell is replaced by a fresh one for whoever waits. */
  function giveBack(thread: ReadingThread): void {
    if (!thread.usable()) threads.delete(thread);
    const next = waiting.shift();
    if (next !== undefined) next(thread.usable() ? thread : startThread());
    else if (thread.usable()) idle.push(thread);
  }

  async function withThread<T>(work: (thread: ReadingThread) => Promise<T>): Promise<T> {
    if (refusedWith !== null) throw refusedWith.reason;
    let refuse: (reason: unknown) => void = () => {};
    const refused = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    refusals.add(refuse);
    try {
      const free = takeIdle() ?? (threads.size < size ? startThread() : null);
      const thread =
        free ?? (await Promise.race([refused, new Promise<ReadingThread>((resolve) => waiting.push(resolve))]));
      const working = work(thread).finally(() => giveBack(thread));
      return await Promise.race([refused, working]);
    } finally {
      refusals.delete(refuse);
    }
  }

  return {
    threads: size,
    read: (file, onPage = () => {}, pagesFolder = null) =>
      withThread(async (thread): Promise<ReadDocument> => {
        const answer = await thread.run({ kind: 'read', file, recognition: recognitionTerms(pagesFolder) }, onPage);
        if (answer.kind === 'read') return answer.result;
        return { ok: false, file: file.name.normalize('NFC'), skipped: skip(reasonOf(answer)).skipped };
      }),
    openArchive: (bytes) =>
      withThread(async (thread) => {
        const answer = await thread.run({ kind: 'open', bytes }, () => {});
        return answer.kind === 'opened' ? answer.result : skip(reasonOf(answer));
      }),
    async close() {
      limits.signal?.removeEventListener('abort', onAbort);
      await end(new PoolClosed());
    },
  };
}

function reasonOf(answer: { readonly kind: string; readonly why?: Ended }): Skipped['reason'] {
  return answer.why === undefined ? 'reader-failed' : SKIPPED[answer.why];
}
