import type { createGuard } from '../guard.tsx';
import { renderHealthPage } from './health-page.tsx';
import { type HealthSources, readHealth } from './read-health.ts';

/** The page that tells admins how channels, queues, index and store do. */
export function addHealthRoutes(guard: ReturnType<typeof createGuard>, sources: HealthSources): void {
  guard.staff('GET /staff/health', async (_request, response, signedIn) => {
    response.send(renderHealthPage(signedIn, await readHealth(sources)));
  });
}
