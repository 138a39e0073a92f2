import type { Recognition } from '../../ingest/load/pictures/recognition.ts';
import { startThread } from '../threads/start-thread.ts';
import type { ReadingAnswer, ReadingJob, ReadingResult, RecognisedAnswer, RecognitionRequest } from './reading-jobs.ts';

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
  ): Promise<ReadingResult | { readonly kind: 'ended'; readonly why: Ended }>;
  end(): Promise<void>;
}

export interface ThreadSettings {
  /** What the thread runs, as a file URL. */
  readonly module: string;
  readonly silentMs: number;
  readonly memoryMb: number;
  /** Recognises the pictures that the thread asks about; it keeps deadlines of its own. */
  readonly recognise: Recognition['recognise'];
}

/** A thread loads the readers before its first job; on a busy machine that takes seconds. */
const START_MS = 60_000;

/** Starts a thread. It keeps the process alive only while it works. */
export function createReadingThread({ module, silentMs, memoryMb, recognise }: ThreadSettings): ReadingThread {
  // The reader of old workbooks prints a line for every record that it does not know.
  const worker = startThread(module, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 },
    quiet: true,
  });
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
        let recognising = 0;
        /** A thread that waits for its pictures is not silent. */
        const listen = () => {
          clearTimeout(silence);
          if (recognising === 0) silence = setTimeout(onSilence, silentMs);
        };
        const recogniseFor = async ({ id, picture, layout }: RecognitionRequest) => {
          recognising += 1;
          listen();
          const lines = await recognise(picture, layout);
          recognising -= 1;
          if (isOver) return;
          listen();
          const answer: RecognisedAnswer = { kind: 'recognised', id, lines };
          worker.postMessage(answer);
        };
        let isOver = false;
        const settle = (last: Parameters<typeof resolve>[0]) => {
          isOver = true;
          clearTimeout(silence);
          onAnswer = () => {};
          onEnd = () => {};
          worker.unref();
          resolve(last);
        };
        onEnd = (why) => settle({ kind: 'ended', why });
        onAnswer = (answer) => {
          if (answer.kind === 'read' || answer.kind === 'opened') return settle(answer);
          if (answer.kind === 'recognise') return void recogniseFor(answer);
          listen();
          if (answer.kind === 'page') onPage(answer.done, answer.total);
        };
        worker.ref();
        worker.postMessage(job);
      }),
  };
}
