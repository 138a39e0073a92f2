import type { PassageVersion } from '../document.ts';
import type { Rewrite } from './rewrite-follow-up.ts';

/** What an answer was made of, apart from the documents: enough to make it again. */
export interface Making {
  /** Version of the code that answers. */
  readonly program: string;
  /** The earlier messages that were read with it, oldest first; none where the message stands alone. */
  readonly earlier: readonly string[];
  /** The encoder that searched by meaning; `null`: words alone. */
  readonly encoder: string | null;
  /** `null`: no model was asked to make it stand alone. */
  readonly rewrite: Rewrite | null;
}

/** The passages of an answer as they were. */
export function versionsOf(hits: readonly { readonly passage: PassageVersion }[]): readonly PassageVersion[] {
  return hits.map(({ passage: { id, digest } }) => ({ id, digest }));
}
