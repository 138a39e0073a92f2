import type { AuditEntry } from '../../../bot/ports/audit.ts';
import type { ConsoleWords } from '../languages/words.ts';

/** What an action is called; one without a name of its own is shown as it is. */
export function actionInWords(action: string, { auditActions }: Pick<ConsoleWords, 'auditActions'>): string {
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
