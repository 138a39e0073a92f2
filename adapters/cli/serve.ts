import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';
import { openWriter } from '../chat-model/open-writer.ts';
import { startProduct } from '../compose.ts';
import type { Config } from '../config.ts';
import { createFirstAdmin } from '../console/first-admin.ts';
import { openKnowledge } from '../knowledge-source.ts';
import type { Metrics } from '../metrics.ts';
import type { Role } from '../roles.ts';
import { hasSnapshot } from '../snapshots/snapshot-store.ts';
import { openServerEngine } from '../stores/open-engine.ts';
import { quickenLargeIndexes } from '../vector-search/quicken-large-indexes.ts';
import { ingestInProcess } from './ingest-process.ts';
import { SAMPLES_DIR } from './samples.ts';
import type { Terminal } from './terminal.ts';
import { scheduleWebRefresh } from './web-schedule.ts';

/**
 * Runs the product until `stopSignal` fires: index of the sample documents when there is none, first admin when
 * there is none, then everything that the settings turn on and `role` covers. The state is looked at first: nothing
 * else is worth doing where it cannot be used. Several processes on one Redis may start at once.
 * @throws StoreUnusable also when another server runs on the data folder
 */
export async function serve(
  config: Config,
  role: Role,
  encoder: QuestionEncoder | null,
  metrics: Metrics,
  terminal: Terminal,
  log: Logger,
  stopSignal: AbortSignal,
): Promise<void> {
  const engine = await openServerEngine(config, Date.now(), (error) =>
    log.error({ error }, 'the connection to the state broke, or a live page was not told'),
  );
  if (!hasSnapshot(config.dataDir)) {
    await engine.lock('sample-index')(() => indexSamples(config.dataDir, terminal, stopSignal));
  }
  const quicken = quickenLargeIndexes(join(config.dataDir, 'nearest'), log, performance.now.bind(performance));
  const writer = openWriter(config.chat, {
    ended: (end) => metrics.writings.inc({ end }),
    rewrote: (end) => metrics.rewrites.inc({ end }),
    tokens: (tokens) => metrics.chatTokens.inc(tokens),
    noAnswer: (reason) => metrics.chatFailures.inc({ reason }),
  });
  const knowledge = openKnowledge(config.dataDir, encoder, { ...config, quicken, writer });
  const oneTimePassword =
    role === 'worker'
      ? null
      : await engine.lock('first-admin')(() => createFirstAdmin(engine.staff, config.staffAdminPassword, randomBytes));
  const refreshWeb = () => {
    const stop = new AbortController();
    const until = AbortSignal.any([stopSignal, stop.signal]);
    scheduleWebRefresh(config.dataDir, config.ingestRefreshHours, log, until);
    return async () => stop.abort();
  };
  const product = await startProduct(config, knowledge, log, { engine, metrics, role, leaderTasks: [refreshWeb] });

  for (const line of product.summary) terminal.line(`  ${line}`);
  for (const warning of engine.warnings) terminal.line(`  !    ${warning}`);
  if (oneTimePassword !== null) {
    terminal.line(`First log-in at ${product.server.url}/staff – name: admin, one-time password: ${oneTimePassword}`);
    terminal.line('Write it down now: it is shown only once and must be replaced at the first log-in.');
  }
  terminal.line(`Ready: ${product.server.url}  (Ctrl-C stops)`);
  await new Promise<void>((resolve) => {
    if (stopSignal.aborted) resolve();
    stopSignal.addEventListener('abort', () => resolve(), { once: true });
  });
  terminal.line('Stopping: finishing what is under way.');
  await product.stop();
}

async function indexSamples(dataDir: string, terminal: Terminal, stopSignal: AbortSignal): Promise<void> {
  // Another process may have done it while this one waited for its turn.
  if (hasSnapshot(dataDir)) return;
  terminal.line('No index yet: reading the bundled sample documents.');
  const report = await ingestInProcess([SAMPLES_DIR, '--data', dataDir], stopSignal);
  terminal.line(
    `Indexed ${report.documents} sample documents, ${report.passages} passages, in ${report.seconds.toFixed(1)} s.`,
  );
}
