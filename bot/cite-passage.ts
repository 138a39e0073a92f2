import type { OfficialDocument, Passage } from '../knowledge/document.ts';
import type { Citation } from './conversation.ts';

/** A citation is read beside the reply, on a phone. */
const LONGEST_QUOTE = 1_000;

/**
 * A passage as the source of an answer: whole where it fits, because what stands beside the quoted words shows how they
 * are meant.
 * @param part what to quote of a longer passage
 */
export function citePassage(
  document: OfficialDocument,
  passage: Passage,
  part: Pick<Citation, 'address' | 'quote'>,
): Citation {
  return {
    documentId: document.id,
    passageId: passage.id,
    passageDigest: passage.digest,
    number: document.number,
    title: document.title,
    file: document.file,
    address: passage.address,
    ...(passage.text.length <= LONGEST_QUOTE ? { quote: passage.text } : part),
    inForceFrom: document.inForceFrom,
  };
}
