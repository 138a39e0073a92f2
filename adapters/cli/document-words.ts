import { changesInWords, endingInWords } from '../../knowledge/answering/validity-warning.ts';
import type { Correction, FieldValues } from '../../knowledge/corrections.ts';
import type { MetadataField, OfficialDocument, Origin, Relation, RelationKind } from '../../knowledge/document.ts';
import { type DocumentLinks, nameOf } from '../../knowledge/document-links.ts';
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

const ORIGINS: Readonly<Record<Origin, string>> = {
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

/** Rows with their columns aligned. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - [...cell].length),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** All documents, one a line. */
export function printList(documents: readonly OfficialDocument[], validity: ReadonlyMap<string, Validity>): string {
  return printTable([
    ['số hiệu', 'loại', 'nơi áp dụng', 'hiệu lực từ', 'hôm nay', 'xác nhận', 'tệp'],
    ...documents.map((document) => [
      document.number ?? '–',
      document.kind ?? '–',
      document.territory === null ? '–' : territoryInWords(document.territory),
      document.inForceFrom === null ? '–' : printDay(document.inForceFrom),
      stateInWords(validity.get(document.id)),
      document.confirmed === undefined ? '' : 'đã xác nhận',
      document.file,
    ]),
  ]);
}

/**
 * One document in full: fields with where each comes from, relations both ways, its state today.
 * @param read the document before corrections
 */
export function printDocument(
  document: OfficialDocument,
  read: OfficialDocument,
  links: DocumentLinks,
  validity: Validity | undefined,
): string {
  const fields = Object.entries(FIELD_LABELS) as [MetadataField, string][]; // entries of a record by that type
  const changes = validity !== undefined && 'changes' in validity ? (validity.changes ?? []) : [];
  const relations = [
    ...document.relations.map((relation) => [
      RELATION_WORDS[relation.kind].active,
      relation.number ?? relation.name ?? '',
      detailsOf(relation),
    ]),
    ...(links.to.get(document.id) ?? []).map(({ relation, by }) => [
      RELATION_WORDS[relation.kind].passive,
      nameOf(by),
      detailsOf(relation),
    ]),
  ];
  return [
    printTable([
      ...fields.map(([field, label]) => [
        label,
        `${printValue(field, document)} ${originOf(field, document, read)}`.trimEnd(),
      ]),
      ['tệp', document.sources.join(', ')],
    ]),
    '',
    relations.length === 0 ? 'Không có quan hệ với văn bản khác.' : printTable(relations),
    '',
    `Hôm nay: ${stateInWords(validity)}.`,
    ...(changes.length === 0 ? [] : [`Thay đổi: ${changesInWords(changes, 'nội dung của văn bản')}.`]),
    ...(document.confirmed === undefined
      ? []
      : [`Đã xác nhận: ${document.confirmed.by}, ${printMoment(document.confirmed.at)}.`]),
  ].join('\n');
}

/** Who decided what and when, oldest first. */
export function printHistory(corrections: readonly Correction[]): string {
  if (corrections.length === 0) return 'Chưa có sửa đổi nào.';
  return printTable(
    corrections.map((correction) => [printMoment(correction.at), correction.by, decisionInWords(correction)]),
  );
}

function decisionInWords({ decision, old }: Correction): string {
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
      return 'rút khỏi phần trả lời';
    case 'reset':
      return 'bỏ mọi sửa đổi trước đó';
  }
}

function detailsOf({ parts, from, origin }: Relation): string {
  const where = parts === null ? 'toàn bộ' : parts.length === 0 ? 'một phần' : parts.join('; ');
  return `${where}${from === null ? '' : `, từ ${printDay(from)}`} (${ORIGINS[origin]})`;
}

function originOf(field: MetadataField, document: OfficialDocument, read: OfficialDocument): string {
  const origin = document.origins[field];
  if (origin === undefined) return '';
  const was = origin === 'corrected' ? `; đọc được: ${printValue(field, read)}` : '';
  return `(${ORIGINS[origin]}${was})`;
}

function printValue(field: MetadataField, values: FieldValues): string {
  if (field === 'signer') return [values.signer?.name, values.signer?.post].filter(Boolean).join(', ') || 'chưa rõ';
  const value = values[field];
  if (value === null || value === undefined) return 'chưa rõ';
  if (field === 'territory') return territoryInWords(value);
  return field === 'issuedOn' || field === 'inForceFrom' || field === 'inForceUntil' ? printDay(value) : value;
}

function printMoment(at: number): string {
  return new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
}
