import type { AuditEntry } from '../../../bot/ports/audit.ts';
import type { ConsoleWords } from '../languages/words.ts';
import { ACTIONS } from './vietnamese.ts';

const IN_VIETNAMESE: Pick<ConsoleWords, 'auditActions'> = { auditActions: ACTIONS };

/** What an action is called, in Vietnamese unless it is given other words; one without a name is shown as it is. */
export function actionInWords(action: string, { auditActions } = IN_VIETNAMESE): string {
  const names: Readonly<Record<string, string>> = auditActions;
  return names[action] ?? action;
}

/** The facts of an entry on one line. */
export function factsInWords(
  { facts }: Pick<AuditEntry, 'facts'>,
  { auditFacts }: Pick<ConsoleWords, 'auditFacts'>,
): string {
  const names: Readonly<Record<string, string>> = auditFacts;
  return Object.entries(facts)
    .map(([name, value]) => `${names[name] ?? name}: ${value}`)
    .join('; ');
}
