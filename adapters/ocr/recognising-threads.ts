import { availableParallelism } from 'node:os';
import type { GreyPicture } from '../../ingest/load/pictures/grey-picture.ts';
import type { PictureLayout, RecognisedLine } from '../../ingest/load/pictures/recognition.ts';
import { startThread } from '../threads/start-thread.ts';

/** What a recognising thread is sent. */
export interface PictureJob {
  readonly picture: GreyPicture;
  readonly layout: PictureLayout;
}

/** Recognises pictures, several at once. */
export interface Recognisers {
  readonly threads: number;
  /** Lines of a picture; `null` when the engine fell, took too long, or does not work here. Never rejects. */
  recognise(picture: GreyPicture, layout: PictureLayout): Promise<readonly RecognisedLine[] | null>;
  /** Ends all threads; pictures under way come to `null`. */
  close(): Promise<void>;
}

export interface RecogniserLimits {
  /** Threads; by default one a core, 2 to 4: each holds about 200 MB. */
  readonly threads?: number;
  /** Longest time for one picture, ms. */
  readonly pictureMs?: number;
  /** What threads run, as a file URL. */
  readonly module?: string;
}

const MOST_THREADS = 4;
const PICTURE_MS = 120_000;
const MODULE = new URL('./recognising-worker.ts', import.meta.url).href;

/** Threads start with the first pictures and are used again; one that fails is replaced. Close it when done. */
export function createRecognisers(limits: RecogniserLimits = {}): Recognisers {
  const size = limits.threads ?? Math.min(MOST_THREADS, Math.max(2, availableParallelism()));
  const module = limits.module ?? MODULE;
  const pictureMs = limits.pictureMs ?? PICTURE_MS;
  const threads = new Set<RecognisingThread>();
  const idle: RecognisingThread[] = [];
  const waiting: (() => void)[] = [];
  let closed = false;

  async function takeThread(): Promise<RecognisingThread | null> {
    while (!closed) {
      const free = idle.pop();
      if (free !== undefined) return free;
      if (threads.size < size) {
        const started = createRecognisingThread(module, pictureMs);
        threads.add(started);
        return started;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return null;
  }

  return {
    threads: size,
    async recognise(picture, layout) {
      const thread = await takeThread();
      if (thread === null) return null;
      const lines = await thread.recognise({ picture, layout });
      if (lines === null) threads.delete(thread);
      else idle.push(thread);
      waiting.shift()?.();
      return lines;
    },
    async close() {
      closed = true;
      for (const go of waiting.splice(0)) go();
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** One picture at a time; after `null` the thread has ended. */
interface RecognisingThread {
  recognise(job: PictureJob): Promise<readonly RecognisedLine[] | null>;
  end(): Promise<void>;
}

function createRecognisingThread(module: string, pictureMs: number): RecognisingThread {
  const worker = startThread(module);
  let settle: (lines: readonly RecognisedLine[] | null) => void = () => {};
  let ended = false;
  const end = async () => {
    ended = true;
    settle(null);
    await worker.terminate();
  };
  worker.on('message', (lines: readonly RecognisedLine[]) => settle(lines));
  worker.on('error', () => void end());
  worker.on('exit', () => void end());
  return {
    end,
    recognise: (job) =>
      new Promise((resolve) => {
        if (ended) return resolve(null);
        const deadline = setTimeout(() => void end(), pictureMs);
        settle = (lines) => {
          settle = () => {};
          clearTimeout(deadline);
          worker.unref();
          resolve(lines);
        };
        worker.ref();
        worker.postMessage(job);
      }),
  };
}
