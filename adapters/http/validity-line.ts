import { changesInWords, endingInWords } from '../../knowledge/answering/validity-warning.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import type { DocumentLinks } from '../../knowledge/document-links.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { territoryInWords } from '../../knowledge/territories.ts';
import { capitaliseFirst } from '../../knowledge/text/first-letter.ts';
import { type Change, type Circumstances, judgePassage, judgeValidity } from '../../knowledge/validity.ts';
import { VALIDITY_WORDS, type ValidityWords } from './validity-words.ts';

/** Sentences on whether a document is a current rule here, and what others changed in it. */
export function describeValidity(
  links: DocumentLinks,
  document: OfficialDocument,
  on: Circumstances,
  words: ValidityWords = VALIDITY_WORDS,
): string {
  const validity = judgeValidity(links, on).get(document.id) ?? { state: 'unknown' };
  switch (validity.state) {
    case 'in-force':
      return `${describeForce(document, words)}${describeChanges(validity.changes, words)}`;
    case 'unknown':
      return `${words.unknown}${describeChanges(validity.changes, words)}`;
    case 'not-yet':
      return words.notYet(printDay(validity.from));
    case 'expired':
      return words.expired(printDay(validity.since));
    case 'superseded':
      return sentence(words.ended(validity.how, validity.by, validity.now));
    case 'foreign':
      return words.foreign(territoryInWords(validity.territory), territoryInWords(on.territory));
    case 'withdrawn':
      return words.withdrawn;
  }
}

/** For each passage of a current document a sentence on what others changed or ended in it, or `null`. */
export function noteOnPassage(
  links: DocumentLinks,
  document: OfficialDocument,
  on: Circumstances,
): (passage: Passage) => string | null {
  const validity = judgeValidity(links, on).get(document.id);
  if (validity === undefined || !('changes' in validity)) return () => null;
  return (passage) => {
    const own = judgePassage(passage, validity);
    if (own.state === 'superseded') return sentence(`nội dung này ${endingInWords(own)}`);
    // What was changed at an unknown place is said once, above.
    const here = 'changes' in own ? (own.changes ?? []).filter((change) => change.parts.length > 0) : [];
    return here.length === 0 ? null : sentence(changesInWords(here, 'nội dung này'));
  };
}

function describeForce({ inForceFrom, issuedOn }: OfficialDocument, words: ValidityWords): string {
  if (inForceFrom !== null) return words.inForceFrom(printDay(inForceFrom));
  return issuedOn === null ? words.inForce : words.inForceSinceSigned(printDay(issuedOn));
}

function describeChanges(changes: readonly Change[] | undefined, words: ValidityWords): string {
  if (changes === undefined) return '';
  const parts = [...new Set(changes.flatMap((change) => change.parts))];
  const where = parts.length === 0 ? '' : ` (${parts.join('; ')})`;
  return ` ${sentence(`${words.changed(changes)}${where}`)}`;
}

function sentence(words: string): string {
  return `${capitaliseFirst(words)}.`;
}
