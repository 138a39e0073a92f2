import { endingInWords } from '../../knowledge/answering/validity-warning.ts';
import type { Correction, FieldValues } from '../../knowledge/corrections.ts';
import type { MetadataField, OfficialDocument, Origin, Relation, RelationKind } from '../../knowledge/document.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { territoryInWords } from '../../knowledge/territories.ts';
import type { Validity } from '../../knowledge/validity.ts';
import { FIELD_LABELS } from './document-values.ts';

/** What relations are called, from the one that speaks and from the one spoken of. */
export const RELATION_WORDS: Readonly<Record<RelationKind, { readonly active: string; readonly passive: string }>> = {
  replaces: { active: 'thay thế', passive: 'được thay thế bởi' },
  repeals: { active: 'bãi bỏ', passive: 'bị bãi bỏ bởi' },
  suspends: { active: 'ngưng hiệu lực', passive: 'bị ngưng hiệu lực bởi' },
  amends: { active: 'sửa đổi, bổ sung', passive: 'được sửa đổi, bổ sung bởi' },
  guides: { active: 'hướng dẫn', passive: 'được hướng dẫn bởi' },
};

/** Where a fact comes from, in words. */
export const ORIGINS: Readonly<Record<Origin, string>> = {
  text: 'đọc trong văn bản',
  stated: 'tệp ghi sẵn',
  number: 'suy từ số hiệu',
  'file-name': 'theo tên tệp',
  corrected: 'cán bộ sửa',
};

/** A document's state in two or three words. */
export function stateInWords(validity: Validity | undefined): string {
  switch (validity?.state) {
    case 'in-force':
      return validity.changes === undefined ? 'còn hiệu lực' : 'còn hiệu lực, đã sửa một phần';
    case 'not-yet':
      return `chưa có hiệu lực (từ ${printDay(validity.from)})`;
    case 'expired':
      return `hết hiệu lực (từ ${printDay(validity.since)})`;
    case 'superseded':
      return endingInWords(validity);
    case 'foreign':
      return `của nơi khác (${territoryInWords(validity.territory)})`;
    case 'withdrawn':
      return 'đã rút';
    case 'unknown':
    case undefined:
      return 'chưa rõ hiệu lực';
  }
}

/** What an editor decided. */
export function decisionInWords({ decision, old }: Correction): string {
  switch (decision.kind) {
    case 'set': {
      const fields = Object.keys(decision.values) as MetadataField[]; // keys of a record by that type
      return fields
        .map((field) => `${FIELD_LABELS[field]}: ${printValue(field, old)} → ${printValue(field, decision.values)}`)
        .join('; ');
    }
    case 'relate': {
      const { kind, number, name } = decision.relation;
      return `thêm quan hệ: ${RELATION_WORDS[kind].active} ${number ?? name ?? ''} ${detailsOf(decision.relation)}`.trim();
    }
    case 'unrelate':
      return `bỏ quan hệ: ${RELATION_WORDS[decision.relation].active} ${decision.number}`;
    case 'confirm':
      return 'xác nhận đúng';
    case 'withdraw':
      return `rút khỏi phần trả lời${decision.reason ? `: ${decision.reason}` : ''}`;
    case 'restore':
      return 'đưa trở lại phần trả lời';
    case 'undo':
      return 'hoàn tác thao tác trước đó';
    case 'reset':
      return 'bỏ mọi sửa đổi trước đó';
  }
}

/** Which part a relation is about, from when, and who says so. */
export function detailsOf({ parts, from, origin }: Relation): string {
  const where = parts === null ? 'toàn bộ' : parts.length === 0 ? 'một phần' : parts.join('; ');
  return `${where}${from === null ? '' : `, từ ${printDay(from)}`} (${ORIGINS[origin]})`;
}

/** Where a field's value comes from, in parentheses, with what was read before a correction. */
export function originOf(field: MetadataField, document: OfficialDocument, read: OfficialDocument): string {
  const origin = document.origins[field];
  if (origin === undefined) return '';
  const was = origin === 'corrected' ? `; đọc được: ${printValue(field, read)}` : '';
  return `(${ORIGINS[origin]}${was})`;
}

/** A field's value as people read it. */
export function printValue(field: MetadataField, values: FieldValues): string {
  if (field === 'signer') return [values.signer?.name, values.signer?.post].filter(Boolean).join(', ') || 'chưa rõ';
  const value = values[field];
  if (value === null || value === undefined) return 'chưa rõ';
  if (field === 'territory') return territoryInWords(value);
  return field === 'issuedOn' || field === 'inForceFrom' || field === 'inForceUntil' ? printDay(value) : value;
}

/** Day and time in Vietnam. */
export function printMoment(at: number): string {
  return new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
}
