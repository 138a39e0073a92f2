import { printDay } from '../printed-day.ts';
import type { UnknownValidity } from '../retrieval/quotable.ts';
import { territoryInWords } from '../territories.ts';
import type { Change, Validity } from '../validity.ts';

const ENDED = {
  replaces: (by: string) => `đã được thay thế bởi ${by}`,
  repeals: (by: string) => `đã bị bãi bỏ bởi ${by}`,
  suspends: (by: string) => `đang bị ngưng hiệu lực theo ${by}`,
} as const;

/** How a text ended, as the end of a sentence: «đã được thay thế bởi 60/2025/NQ-HĐND». */
export function endingInWords(validity: Extract<Validity, { state: 'superseded' }>): string {
  const now = validity.now === undefined ? '' : ` (nay là ${validity.now})`;
  return `${ENDED[validity.how](validity.by)}${now}`;
}

/** What others changed, as the end of a sentence. `what` is the changed text: «nội dung này», «văn bản này». */
export function changesInWords(changes: readonly Change[], what: string): string {
  const groups = new Map<string, Set<string>>();
  for (const { kind, by, parts } of changes) {
    const words =
      kind === 'amends'
        ? `${parts.length === 0 ? 'một số điều của văn bản này' : what} đã được sửa đổi, bổ sung bởi`
        : kind === 'suspends'
          ? `một phần ${what} đang bị ngưng hiệu lực theo`
          : `một phần ${parts.length === 0 ? 'văn bản này' : what} ${kind === 'replaces' ? 'đã được thay thế' : 'đã bị bãi bỏ'} bởi`;
    groups.set(words, (groups.get(words) ?? new Set()).add(by));
  }
  return [...groups].map(([words, by]) => `${words} ${[...by].join(', ')}`).join('; ');
}

/** A sentence for citizens when the quoted text is not simply the rule of today and here; `null` when it is. */
export function validityWarning(validity: Validity, unknown: UnknownValidity): string | null {
  switch (validity.state) {
    case 'in-force':
      return changeWarning(validity.changes);
    case 'unknown': {
      const note =
        unknown === 'answer'
          ? null
          : 'Lưu ý: văn bản không ghi ngày có hiệu lực; anh/chị vui lòng xác nhận lại với cán bộ khi cần.';
      return [changeWarning(validity.changes), note].filter((line) => line !== null).join('\n') || null;
    }
    case 'foreign':
      return `Lưu ý: văn bản này áp dụng tại ${territoryInWords(validity.territory)}, không phải quy định của địa phương mình.`;
    case 'superseded':
      return `Lưu ý: nội dung này ${endingInWords(validity)}, không còn áp dụng.`;
    case 'expired':
      return `Lưu ý: văn bản này đã hết hiệu lực từ ${printDay(validity.since)}.`;
    case 'not-yet':
      return `Lưu ý: văn bản này chưa có hiệu lực; hiệu lực từ ${printDay(validity.from)}.`;
    case 'withdrawn':
      return 'Lưu ý: văn bản này đã được rút khỏi phần trả lời.';
  }
}

/** Numbers that a warning may hold. */
export function warnedFigures(validity: Validity): readonly string[] {
  if (validity.state === 'superseded') return [validity.by, validity.now ?? ''];
  return validity.state === 'in-force' || validity.state === 'unknown'
    ? (validity.changes ?? []).map((change) => change.by)
    : [];
}

function changeWarning(changes: readonly Change[] | undefined): string | null {
  return changes === undefined ? null : `Lưu ý: ${changesInWords(changes, 'nội dung này')}.`;
}
