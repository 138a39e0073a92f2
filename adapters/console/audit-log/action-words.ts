import type { AuditEntry } from '../../../bot/ports/audit.ts';
import { ACTIONS, FACTS } from './vietnamese.ts';

type Names = Readonly<Record<string, string>>;

/** What an action is called, in Vietnamese unless it is given other names; one without a name is shown as it is. */
export function actionInWords(
  action: string,
  words: { readonly auditActions: Names } = { auditActions: ACTIONS },
): string {
  return words.auditActions[action] ?? action;
}

/** The facts of an entry on one line, named in Vietnamese unless they are given other names. */
export function factsInWords(
  { facts }: Pick<AuditEntry, 'facts'>,
  words: { readonly auditFacts: Names } = { auditFacts: FACTS },
): string {
  return Object.entries(facts)
    .map(([name, value]) => `${words.auditFacts[name] ?? name}: ${value}`)
    .join('; ');
}
