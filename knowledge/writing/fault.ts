/** Why a written sentence may not be read, and nothing that the passages say can be read instead. */
export type FaultKind = 'wording' | 'contact' | 'markup' | 'length';

export interface Fault {
  readonly kind: FaultKind;
  /** The words that are at fault, for the repair and the log of offline runs; never sent to a citizen. */
  readonly words: string;
}

/** A fault with its words, cut to what a person needs to find them. */
export function fault(kind: FaultKind, words: string): Fault {
  return { kind, words: words.slice(0, 80) };
}
