import type { RequestListener } from 'node:http';
import express from 'express';
import type { Logger } from 'pino';
import { httpErrors, notFound } from './errors.ts';
import { createHealth, type HealthDependencies } from './health.ts';

/** The HTTP of a process that serves no citizen: `/healthz`, `/readyz` and `/metrics`. */
export function createHealthApp(dependencies: HealthDependencies & { readonly log: Logger }): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.use(createHealth(dependencies));
  app.use(notFound());
  app.use(httpErrors(dependencies.log));
  return app;
}
