import { changesInWords, endingInWords } from '../../knowledge/answering/validity-warning.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import type { DocumentLinks } from '../../knowledge/document-links.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { territoryInWords } from '../../knowledge/territories.ts';
import { type Change, type Circumstances, judgePassage, judgeValidity } from '../../knowledge/validity.ts';

/** Vietnamese sentences on whether a document is a current rule here, and what others changed in it. */
export function describeValidity(links: DocumentLinks, document: OfficialDocument, on: Circumstances): string {
  const validity = judgeValidity(links, on).get(document.id) ?? { state: 'unknown' };
  switch (validity.state) {
    case 'in-force':
      return `${describeForce(document)}${describeChanges(validity.changes)}`;
    case 'unknown':
      return `Văn bản không ghi rõ ngày có hiệu lực.${describeChanges(validity.changes)}`;
    case 'not-yet':
      return `Chưa có hiệu lực; có hiệu lực từ ngày ${printDay(validity.from)}.`;
    case 'expired':
      return `Đã hết hiệu lực từ ngày ${printDay(validity.since)}.`;
    case 'superseded':
      return sentence(endingInWords(validity));
    case 'foreign':
      return `Áp dụng tại ${territoryInWords(validity.territory)}, không phải quy định của ${territoryInWords(on.territory)}.`;
    case 'withdrawn':
      return 'Đã được cán bộ rút; trợ lý không trả lời từ văn bản này.';
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

function describeForce({ inForceFrom, issuedOn }: OfficialDocument): string {
  if (inForceFrom !== null) return `Đang có hiệu lực từ ngày ${printDay(inForceFrom)}.`;
  return `Đang có hiệu lực${issuedOn === null ? '' : ` từ ngày ký ${printDay(issuedOn)} (văn bản hành chính không ghi ngày khác)`}.`;
}

function describeChanges(changes: readonly Change[] | undefined): string {
  if (changes === undefined) return '';
  const parts = [...new Set(changes.flatMap((change) => change.parts))];
  const where = parts.length === 0 ? '' : ` (${parts.join('; ')})`;
  return ` ${sentence(`${changesInWords(changes, 'nội dung của văn bản')}${where}`)}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
