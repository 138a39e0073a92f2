import { printDay } from '../../knowledge/answering/answer.ts';
import type { OfficialDocument } from '../../knowledge/document.ts';
import type { Scope } from '../../knowledge/retrieval/quotable.ts';
import { judgeValidity } from '../../knowledge/validity.ts';

/** One Vietnamese sentence on whether a document is a current rule here. */
export function describeValidity(
  documents: readonly OfficialDocument[],
  document: OfficialDocument,
  scope: Scope,
): string {
  const validity = judgeValidity(documents, scope).get(document.id) ?? { state: 'unknown' };
  switch (validity.state) {
    case 'in-force':
      return `Đang có hiệu lực${document.inForceFrom === null ? '' : ` từ ngày ${printDay(document.inForceFrom)}`}.`;
    case 'unknown':
      return 'Văn bản không ghi rõ ngày có hiệu lực.';
    case 'not-yet':
      return `Chưa có hiệu lực; có hiệu lực từ ngày ${printDay(validity.from)}.`;
    case 'expired':
      return `Đã hết hiệu lực từ ngày ${printDay(validity.since)}.`;
    case 'superseded':
      return `Đã được thay thế bởi ${validity.by}.`;
    case 'foreign':
      return `Áp dụng tại ${validity.territory}, không phải quy định của ${scope.territory}.`;
  }
}
