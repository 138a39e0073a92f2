import { Gauge, type Registry } from 'prom-client';

/** 1 in the process that does what only one may do, 0 in the others. */
export function createLeaderGauge(registry: Registry): Gauge {
  return new Gauge({
    name: 'assistant_leader',
    help: 'Whether this process does what only one may do (1) or another one does (0)',
    registers: [registry],
  });
}
