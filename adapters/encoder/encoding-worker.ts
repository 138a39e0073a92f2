import { parentPort } from 'node:worker_threads';
import { END } from '../threads/end-thread.ts';
import { loadOnnxEncoder } from './onnx-encoder.ts';

/** Entry of an encoding thread: see `createEncodingThreads`. Texts in, their vectors out, in order. */
const port = parentPort;
if (port === null) throw new TypeError('An encoding thread must be started by createEncodingThreads.');
const encoder = loadOnnxEncoder();
port.on('message', async (texts: readonly string[] | typeof END) => {
  if (texts === END) return port.close();
  port.postMessage(await (await encoder).encodePassages(texts));
});
