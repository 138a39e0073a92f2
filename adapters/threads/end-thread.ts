import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** Tells a thread that runs native code to end by itself, once what it is doing is done. */
export const END = 'end';

/** What hangs for longer is ended by force. */
const PATIENCE_MS = 20_000;

/**
 * Ends a thread that heeds {@link END}. Ended by force in the middle of a call, the encoder's runtime takes the whole
 * process with it.
 */
export async function endThread(thread: Worker): Promise<void> {
  // It has ended already.
  if (thread.threadId === -1) return;
  const ended = once(thread, 'exit');
  thread.ref();
  thread.postMessage(END);
  const late = setTimeout(() => void thread.terminate(), PATIENCE_MS);
  await ended;
  clearTimeout(late);
}
