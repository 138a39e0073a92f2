import type { Worker } from 'node:worker_threads';
import type { EncodedQuestion, QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';
import { endThread } from '../threads/end-thread.ts';
import { startThread } from '../threads/start-thread.ts';
import { EncoderUnusable, encoderModel } from './onnx-encoder.ts';
import type { AnsweredTask, QuestionTask } from './question-worker.ts';

const MODULE = new URL('./question-worker.ts', import.meta.url).href;
/** Encoded to see that a thread works, before the product says that it searches by meaning. */
const TRIAL = 'học phí';

/**
 * The bundled encoder in a thread of its own: the runtime computes on the thread that asks, which for a server would
 * hold up everybody else for some milliseconds a question. A thread that ends by a fault leaves its questions to word
 * search and is started again with the next one. `close` ends it.
 * @throws EncoderUnusable when the runtime is not installed here or the vectors differ from the recorded ones
 */
export async function startQuestionThread(): Promise<QuestionEncoder & { close(): Promise<void> }> {
  const waiting = new Map<number, (encoded: EncodedQuestion | null) => void>();
  let thread: Worker | null = null;
  let lastFault: unknown = null;
  let last = 0;

  function start(): Worker {
    const started = startThread(MODULE);
    const end = () => {
      if (thread === started) thread = null;
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
    };
    started.on('message', ({ number, encoded }: AnsweredTask) => {
      waiting.get(number)?.(encoded);
      waiting.delete(number);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => {
      lastFault = error;
      end();
    });
    started.on('exit', end);
    return started;
  }

  function encodeQuestion(text: string): Promise<EncodedQuestion | null> {
    thread ??= start();
    // An idle thread must not keep the program from ending.
    thread.ref();
    last += 1;
    const task: QuestionTask = { number: last, text };
    return new Promise((resolve) => {
      waiting.set(task.number, resolve);
      thread?.postMessage(task);
    });
  }

  if ((await encodeQuestion(TRIAL)) === null)
    throw new EncoderUnusable(lastFault instanceof Error ? lastFault.message : 'its thread ended', lastFault);
  return {
    model: encoderModel(),
    encodeQuestion,
    async close() {
      if (thread !== null) await endThread(thread);
    },
  };
}
