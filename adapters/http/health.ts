import { Router } from 'express';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { StorageFault, StoreHealth } from '../../bot/ports/store-health.ts';
import type { Metrics } from '../metrics.ts';

export interface HealthDependencies {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly records: TurnRecords;
  readonly storeHealth: StoreHealth;
  readonly metrics: Metrics;
  /** Passages in the index that answers now, 0 while there is none. */
  readonly passages: () => number;
  readonly draining: () => boolean;
  readonly now: () => number;
}

const STORE_PROBLEMS: Readonly<Record<StorageFault, string>> = {
  full: 'the disk of the state file is full: nothing can be stored until space is free',
  'read-only': 'the state file cannot be written',
  damaged: 'the state file is damaged',
  busy: 'the state file is held by another program',
  failing: 'the disk of the state file fails',
};

/** `/healthz`: the process lives. `/readyz`: it can do its work, and if not, why. `/metrics`: Prometheus text. */
export function createHealth(dependencies: HealthDependencies): Router {
  const { inbox, outbox, records, storeHealth, metrics, now } = dependencies;
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    const problems: string[] = [];
    if (dependencies.draining()) problems.push('stopping');
    if (dependencies.passages() === 0) problems.push('no passages in the index');
    const depth = await inbox.depth(now()).catch(() => null);
    if (depth === null) problems.push('the state file cannot be read');
    const fault = await storeHealth.problem();
    if (fault !== null) problems.push(STORE_PROBLEMS[fault]);
    response.status(problems.length === 0 ? 200 : 503).json({
      status: problems.length === 0 ? 'ready' : 'not-ready',
      problems,
      passages: dependencies.passages(),
      inboxWaiting: depth?.waiting ?? null,
      inboxOldestMs: depth?.oldestMs ?? null,
    });
  });

  router.get('/metrics', async (_request, response) => {
    const [mail, sending, tickets] = await Promise.all([
      inbox.depth(now()),
      outbox.depth(now()),
      records.countTickets(),
    ]);
    metrics.inboxWaiting.set(mail.waiting);
    metrics.inboxOldestSeconds.set(mail.oldestMs / 1000);
    metrics.outboxPending.set(sending.pending);
    metrics.openTickets.set(tickets.new + tickets.claimed);
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
