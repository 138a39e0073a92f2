import type { SignedIn } from '../sessions.ts';
import type { StudiedDocument } from './document-facts.ts';
import type { KnowledgeNotice } from './knowledge-layout.tsx';

/** What an editor typed into the page's small forms and could not be done; it is shown again. */
export interface TypedOnPage {
  readonly problem: string;
  readonly relation?: { readonly kind: string; readonly other: string; readonly parts: string; readonly from: string };
  readonly reason?: string;
}

/** One document for staff. */
export interface DocumentPage {
  readonly signedIn: SignedIn;
  readonly studied: StudiedDocument;
  /** Whether it is a current rule here, in a sentence. */
  readonly validityLine: string;
  /** Words to be found in its passages. */
  readonly words: string;
  readonly notice: KnowledgeNotice | null;
  readonly typed: TypedOnPage | null;
}
