import type { Logger } from 'pino';
import { openWebCopies } from '../ingesting/web/web-copies.ts';
import { ingestInProcess } from './ingest-process.ts';

const LOOK_MS = 600_000;
const HOUR_MS = 3_600_000;

/**
 * Refreshes the web sources of a data folder whenever they are due, in a process of its own, until `signal` fires.
 * @param hours between two refreshes; 0 = never
 */
export function scheduleWebRefresh(dataDir: string, hours: number, log: Logger, signal: AbortSignal): void {
  if (hours === 0) return;
  let running = false;
  async function look(): Promise<void> {
    const copies = openWebCopies(dataDir);
    if (running || copies.all().length === 0 || Date.now() - copies.refreshedAt() < hours * HOUR_MS) return;
    running = true;
    try {
      const { documents, passages } = await ingestInProcess(['--data', dataDir], signal);
      log.info({ documents, passages }, 'web sources refreshed');
    } catch (error) {
      if (!signal.aborted) log.error({ error }, 'web sources could not be refreshed');
    } finally {
      running = false;
    }
  }
  void look();
  const timer = setInterval(() => void look(), Math.min(LOOK_MS, hours * HOUR_MS)).unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
