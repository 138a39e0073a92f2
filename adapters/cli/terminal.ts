import cliProgress from 'cli-progress';

/** How the program speaks to a terminal. */
export interface Terminal {
  line(text: string): void;
  /** Shows how far long work is; ends by itself when `done` reaches `total`. */
  progress(done: number, total: number, label: string): void;
}

/** Lines go to `write`; the progress bar goes to standard error and only where that is a terminal. */
export function createTerminal(write: (text: string) => void): Terminal {
  const bar = new cliProgress.SingleBar(
    {
      format: '  {bar} {value}/{total} · {eta_formatted} · {label}',
      hideCursor: true,
      stream: process.stderr,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let running = false;
  return {
    line: write,
    progress(done, total, label) {
      if (!running) {
        bar.start(total, 0, { label });
        running = true;
      }
      bar.update(done, { label });
      if (done === total) {
        bar.stop();
        running = false;
      }
    },
  };
}
