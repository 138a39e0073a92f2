import type { AuditEntry } from '../../../bot/ports/audit.ts';
import { ACTIONS, FACTS } from './vietnamese.ts';

/** What an action is called. */
export function actionInWords(action: string): string {
  if (action.startsWith('document.')) return `Văn bản: ${action.slice('document.'.length)}`;
  return ACTIONS[action] ?? action;
}

/** The facts of an entry on one line. */
export function factsInWords({ facts }: Pick<AuditEntry, 'facts'>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${FACTS[name] ?? name}: ${value}`)
    .join('; ');
}
