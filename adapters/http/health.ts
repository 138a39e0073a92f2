import { Router } from 'express';
import type { StoreHealth } from '../../bot/ports/store-health.ts';
import type { KnowledgeSource } from '../knowledge-source.ts';
import type { Metrics } from '../metrics.ts';
import { judgeReadiness } from './readiness.ts';
import { readStoreFacts, type StoreFacts, type StoreSources } from './store-facts.ts';

export interface HealthDependencies extends StoreSources {
  readonly storeHealth: StoreHealth;
  readonly metrics: Metrics;
  readonly knowledge: Pick<KnowledgeSource, 'current' | 'builtAt'>;
  readonly draining: () => boolean;
  readonly now: () => number;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, and if not, why. `/metrics`: Prometheus text. */
export function createHealth(dependencies: HealthDependencies): Router {
  const { storeHealth, metrics, knowledge, draining, now } = dependencies;
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    const facts = await readStoreFacts(dependencies, now());
    const passages = knowledge.current().passages.length;
    const fault = facts === null ? null : await storeHealth.problem();
    const readiness = judgeReadiness({ draining: draining(), passages, facts, fault });
    response.status(readiness.status === 'ready' ? 200 : 503).json(readiness);
  });

  router.get('/metrics', async (_request, response) => {
    setStoreGauges(metrics, await readStoreFacts(dependencies, now()));
    metrics.indexAgeSeconds.set(Math.max(0, now() - knowledge.builtAt()) / 1000);
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

/** What the store does not tell is left out: a number from before would pass for one of now. */
function setStoreGauges(metrics: Metrics, facts: StoreFacts | null): void {
  const { inboxWaiting, inboxOldestSeconds, outboxPending, outboxOldestSeconds, openTickets } = metrics;
  metrics.storeUp.set(facts === null ? 0 : 1);
  if (facts === null) {
    for (const gauge of [inboxWaiting, inboxOldestSeconds, outboxPending, outboxOldestSeconds, openTickets]) {
      gauge.remove();
    }
    return;
  }
  inboxWaiting.set(facts.mail.waiting);
  inboxOldestSeconds.set(facts.mail.oldestMs / 1000);
  outboxPending.set(facts.sending.pending);
  outboxOldestSeconds.set(facts.sending.oldestMs / 1000);
  openTickets.set(facts.tickets.new + facts.tickets.claimed + facts.tickets.waiting);
}
