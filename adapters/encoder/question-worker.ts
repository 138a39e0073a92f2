import { parentPort } from 'node:worker_threads';
import type { EncodedQuestion } from '../../knowledge/retrieval/encoder.ts';
import { END } from '../threads/end-thread.ts';
import { loadOnnxEncoder } from './onnx-encoder.ts';

/** A question for the thread; the number comes back with its vectors. */
export interface QuestionTask {
  readonly number: number;
  readonly text: string;
}

/** A question's vectors. */
export interface AnsweredTask {
  readonly number: number;
  readonly encoded: EncodedQuestion;
}

/** Entry of a thread that encodes questions, one after the other: see `startQuestionThread`. A fault ends it. */
const port = parentPort;
if (port === null) throw new TypeError('The thread must be started by startQuestionThread.');
const encoder = loadOnnxEncoder();
port.on('message', async (task: QuestionTask | typeof END) => {
  if (task === END) return port.close();
  const { number, text } = task;
  const answer: AnsweredTask = { number, encoded: await (await encoder).encodeQuestion(text) };
  port.postMessage(answer);
});
