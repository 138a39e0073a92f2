/** What the ledger says of a message that a statement answered, before the statement's kind and id. */
const DECIDED_BY = /^statement:(holding|refuted|confirmed):(.+)$/u;
/** The gap of the questions that a holding statement kept from the documents, before the statement's id. */
const HELD = 'statement:';

/** Which statement answered a turn of the ledger; `null`: none did. */
export function statementBehind(decidedBy: string): { readonly kind: string; readonly id: string } | null {
  const [, kind, id] = DECIDED_BY.exec(decidedBy) ?? [];
  return kind === undefined || id === undefined ? null : { kind, id };
}

/** The gap that holds the questions of a holding statement; people do not work on it as on others. */
export function heldGap(statementId: string): string {
  return `${HELD}${statementId}`;
}

/** Whether a gap only holds the questions of a statement. */
export function isHeldGap(gapId: string): boolean {
  return gapId.startsWith(HELD);
}
