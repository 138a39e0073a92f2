/** What is wrong with a written sentence. */
export type FaultKind =
  | 'uncited'
  | 'figure'
  | 'attribution'
  | 'address'
  | 'bound'
  | 'negation'
  | 'modality'
  | 'contrary'
  | 'scope'
  | 'condition'
  | 'name'
  | 'contact'
  | 'unsupported'
  | 'foreign'
  | 'forbidden'
  | 'language'
  | 'markup'
  | 'length';

export interface Fault {
  readonly kind: FaultKind;
  /** The words that are at fault, for the repair and the log of offline runs; never sent to a citizen. */
  readonly words: string;
}

/** A fault with its words, cut to what a person needs to find them. */
export function fault(kind: FaultKind, words: string): Fault {
  return { kind, words: words.slice(0, 80) };
}
