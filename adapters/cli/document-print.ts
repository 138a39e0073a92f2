import { changesInWords } from '../../knowledge/answering/validity-warning.ts';
import type { Correction } from '../../knowledge/corrections.ts';
import type { MetadataField, OfficialDocument } from '../../knowledge/document.ts';
import { type DocumentLinks, nameOf } from '../../knowledge/document-links.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { territoryInWords } from '../../knowledge/territories.ts';
import type { Validity } from '../../knowledge/validity.ts';
import {
  decisionInWords,
  detailsOf,
  originOf,
  printMoment,
  printValue,
  stateInWords,
} from '../corrections/document-words.ts';
import { FIELD_LABELS, RELATION_WORDS } from '../corrections/vietnamese.ts';

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
