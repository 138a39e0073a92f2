import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * Starts a thread that runs a TypeScript module, on every Node we support and under every loader of the program.
 * @param module file URL of what the thread runs
 */
export function startThread(module: string, resourceLimits: ResourceLimits = {}): Worker {
  return new Worker(new URL('./thread-start.js', import.meta.url), {
    workerData: { module },
    // The starter registers tsx itself; a second registration inherited from the program would load everything twice.
    execArgv: [],
    resourceLimits,
  });
}
