import type { Day, DocumentMetadata, OfficialDocument } from './document.ts';

/** What a document is worth on a given day for a given territory. */
export type Validity =
  | { readonly state: 'in-force' }
  /** The text does not say from when it is in force; answered from, but without claiming a date. */
  | { readonly state: 'unknown' }
  | { readonly state: 'not-yet'; readonly from: Day }
  | { readonly state: 'expired'; readonly since: Day }
  | { readonly state: 'superseded'; readonly by: string }
  | { readonly state: 'foreign'; readonly territory: string };

/** Numbers are compared without case, spaces and diacritics of the kind mark: `58/2025/nq-hđnd`. */
export function numberKey(number: string): string {
  return number.normalize('NFC').toLowerCase().replace(/\s+/g, '').replaceAll('đ', 'd');
}

/**
 * Judges every document at once, because a newer document in the collection may replace an older one.
 * A replacement takes effect on the newer document's first day in force (its issue day when it names none).
 * @returns validity by document id
 */
export function judgeValidity(
  documents: readonly OfficialDocument[],
  on: { readonly day: Day; readonly territory: string },
): ReadonlyMap<string, Validity> {
  const replacedBy = new Map<string, string>();
  for (const document of documents) {
    const from = document.inForceFrom ?? document.issuedOn;
    if (from !== null && from > on.day) continue;
    for (const number of document.replaces) {
      replacedBy.set(identity(number, document.territory), document.number ?? document.title);
    }
  }
  return new Map(documents.map((document) => [document.id, judge(document, replacedBy, on)]));
}

/** Every province numbers its own texts, so a local number means something only together with its territory. */
function identity(number: string, territory: string | null): string {
  return `${territory ?? ''}|${numberKey(number)}`;
}

function judge(
  document: DocumentMetadata,
  replacedBy: ReadonlyMap<string, string>,
  on: { readonly day: Day; readonly territory: string },
): Validity {
  const by = document.number === null ? undefined : replacedBy.get(identity(document.number, document.territory));
  if (by !== undefined) return { state: 'superseded', by };
  if (document.inForceUntil !== null && document.inForceUntil <= on.day) {
    return { state: 'expired', since: document.inForceUntil };
  }
  if (document.inForceFrom !== null && document.inForceFrom > on.day) {
    return { state: 'not-yet', from: document.inForceFrom };
  }
  if (document.territory !== null && document.territory !== 'national' && document.territory !== on.territory) {
    return { state: 'foreign', territory: document.territory };
  }
  return document.inForceFrom === null ? { state: 'unknown' } : { state: 'in-force' };
}

/** Whether a document may be quoted as a current rule. */
export function isCurrent(validity: Validity | undefined): boolean {
  return validity?.state === 'in-force' || validity?.state === 'unknown';
}
