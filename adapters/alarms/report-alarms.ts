import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import type { AlarmDependencies } from './create-alarms.ts';

/** Writes what became of alarms to log and metrics: ways, reasons and numbers, no addresses and no words. */
export function reportAlarms(log: Logger, metrics: Pick<Metrics, 'alarms'>): AlarmDependencies['onOutcome'] {
  return ({ kind, severity, key }, { delivered, suppressed, failed }) => {
    const count = (result: string, recipients: number) => {
      if (recipients > 0) metrics.alarms.inc({ kind, result }, recipients);
    };
    count('delivered', delivered.length);
    count('suppressed', suppressed.length);
    count('failed', failed.length);
    const facts = { kind, severity, key, delivered: delivered.length, suppressed: suppressed.length };
    if (failed.length > 0) {
      const failures = failed.map(({ to, reason, status, retryable }) => ({ way: to.way, reason, status, retryable }));
      log.error({ ...facts, failures }, 'alarm: somebody could not be told');
    } else if (delivered.length + suppressed.length > 0) {
      log.info(facts, 'alarm');
    } else {
      count('unset', 1);
      log.error(facts, 'alarm: nobody is told, because neither ALARM_EMAIL_TO nor ALARM_WEBHOOK_URL is set');
    }
  };
}
