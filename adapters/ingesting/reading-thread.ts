import { startThread } from '../threads/start-thread.ts';
import type { ReadingAnswer, ReadingJob } from './reading-jobs.ts';

/** Why a thread ended before it answered. */
export type Ended = 'silent' | 'memory' | 'crash';

/** One thread that does one job at a time. */
export interface ReadingThread {
  /** `false` once the thread has ended, whyever. */
  usable(): boolean;
  /** The last word about a job. Never rejects; a thread that falls silent is ended and says so. */
  run(
    job: ReadingJob,
    onPage: (done: number, total: number) => void,
  ): Promise<Exclude<ReadingAnswer, { kind: 'started' | 'page' }> | { readonly kind: 'ended'; readonly why: Ended }>;
  end(): Promise<void>;
}

export interface ThreadSettings {
  /** What the thread runs, as a file URL. */
  readonly module: string;
  readonly silentMs: number;
  readonly memoryMb: number;
}

/** A thread loads the readers before its first job; on a busy machine that takes seconds. */
const START_MS = 60_000;

/** Starts a thread. It keeps the process alive only while it works. */
export function createReadingThread({ module, silentMs, memoryMb }: ThreadSettings): ReadingThread {
  const worker = startThread(module, { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 });
  let usable = true;
  let onAnswer: (answer: ReadingAnswer) => void = () => {};
  let onEnd: (why: Ended) => void = () => {};
  const ended = (why: Ended) => {
    usable = false;
    onEnd(why);
  };
  worker.on('message', (answer: ReadingAnswer) => onAnswer(answer));
  worker.on('error', (error: NodeJS.ErrnoException) =>
    ended(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'),
  );
  worker.on('messageerror', () => ended('crash'));
  worker.on('exit', () => ended('crash'));

  const end = async () => {
    usable = false;
    await worker.terminate();
  };

  return {
    usable: () => usable,
    end,
    run: (job, onPage) =>
      new Promise((resolve) => {
        if (!usable) {
          resolve({ kind: 'ended', why: 'crash' });
          return;
        }
        const onSilence = () => {
          settle({ kind: 'ended', why: 'silent' });
          void end();
        };
        let silence = setTimeout(onSilence, Math.max(silentMs, START_MS));
        const settle = (last: Parameters<typeof resolve>[0]) => {
          clearTimeout(silence);
          onAnswer = () => {};
          onEnd = () => {};
          worker.unref();
          resolve(last);
        };
        onEnd = (why) => settle({ kind: 'ended', why });
        onAnswer = (answer) => {
          if (answer.kind === 'read' || answer.kind === 'opened') return settle(answer);
          clearTimeout(silence);
          silence = setTimeout(onSilence, silentMs);
          if (answer.kind === 'page') onPage(answer.done, answer.total);
        };
        worker.ref();
        worker.postMessage(job);
      }),
  };
}
