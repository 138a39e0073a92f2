import cliProgress from 'cli-progress';
import type { IngestProgress } from '../ingesting/run-ingest.ts';

/** How the program speaks to a terminal. */
export interface Terminal {
  line(text: string): void;
  /** Shows how far long work is, its rate and the time left; ends by itself with the last step. */
  progress(progress: IngestProgress): void;
}

const UNITS = { fetch: 'trang web', read: 'tệp', page: 'trang', encode: 'đoạn' } as const;

/**
 * Lines go to `write`; the progress bar goes to standard error and only where that is a terminal.
 * @param tell told of progress too, for a program that started this one
 */
export function createTerminal(
  write: (text: string) => void,
  tell: (progress: IngestProgress) => void = () => {},
): Terminal {
  const bar = new cliProgress.SingleBar(
    {
      format: '  {bar} {value}/{total} {unit} · {rate}/giây · còn {eta_formatted} · {label}',
      hideCursor: true,
      stream: process.stderr,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let step: IngestProgress['step'] | null = null;
  let startedAt = 0;
  return {
    line: write,
    progress(progress) {
      tell(progress);
      // Pages of one document show in the label: the bar itself counts files.
      if (progress.step === 'page') {
        if (step !== null) bar.update({ label: `${progress.label}: trang ${progress.done}/${progress.total}` });
        return;
      }
      const { done, total, label } = progress;
      const unit = UNITS[progress.step];
      if (step !== progress.step) {
        if (step !== null) bar.stop();
        bar.start(total, 0, { label, unit, rate: '–' });
        step = progress.step;
        startedAt = performance.now();
      }
      const rate = (done * 1000) / Math.max(1, performance.now() - startedAt);
      bar.update(done, { label, unit, rate: rate.toFixed(rate < 10 ? 1 : 0) });
      if (done === total) {
        bar.stop();
        step = null;
      }
    },
  };
}
