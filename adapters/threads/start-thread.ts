import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * Starts a thread that runs a TypeScript module, on every Node we support and under every loader of the program.
 * @param module file URL of what the thread runs
 * @param options.quiet drops what libraries print in the thread
 */
export function startThread(
  module: string,
  { resourceLimits = {}, quiet = false }: { readonly resourceLimits?: ResourceLimits; readonly quiet?: boolean } = {},
): Worker {
  const worker = new Worker(new URL('./thread-start.js', import.meta.url), {
    workerData: { module },
    // The starter registers tsx itself; a second registration inherited from the program would load everything twice.
    execArgv: [],
    resourceLimits,
    stdout: quiet,
    stderr: quiet,
  });
  if (quiet) {
    worker.stdout.resume();
    worker.stderr.resume();
  }
  return worker;
}
