import type { PassageCell } from '../../knowledge/document.ts';
import { lowerFirst } from '../../knowledge/text/first-letter.ts';
import type { RowValue, TypedRow } from './typed-table.ts';

/** A heading in capitals longer than this is a chapter of its table, not part of a row's name. */
const LONGEST_CHAPTER = 60;

/**
 * A row's words so that they read alone: its label, the section it stands in, and its values under their columns,
 * amounts with their units. All words are the document's.
 * @param section label of the section row above, or `null`
 */
export function wordsAlone(row: TypedRow, section: string | null): string {
  return [...nameOf(row, section), ...row.values.map(valueWords)].filter((words) => words !== '').join(' – ');
}

/** Where a row has several amounts, each on its own: address with the column, words that read alone. */
export function amountCells(row: TypedRow, section: string | null, address: string): readonly PassageCell[] {
  const amounts = row.values.filter((value) => value.column.role === 'amount' && value.column.name !== '');
  if (amounts.length < 2) return [];
  return amounts.map((value) => ({
    address: `${address}, cột ${value.column.name}`,
    alone: [...nameOf(row, section), valueWords(value)].join(' – '),
  }));
}

function nameOf(row: TypedRow, section: string | null): readonly string[] {
  const isChapter = section !== null && section.length > LONGEST_CHAPTER && section === section.toUpperCase();
  const isSaid = section !== null && row.label.toLowerCase().startsWith(section.toLowerCase());
  return [row.label, ...(section === null || isChapter || isSaid ? [] : [section])];
}

function valueWords({ column, text, unit }: RowValue): string {
  if (column.role !== 'amount') return column.name === '' ? text : `${column.name}: ${text}`;
  const name = column.unit === null ? column.name : column.name.replace(/\s*\([^)]*\)\s*$/u, '');
  return [lowerFirst(name), withUnit(text, unit)].filter((words) => words !== '').join(' ');
}

/** «35.000 đồng/học sinh/ngày»; a unit that begins with a figure stands in brackets: «190 (1.000 đồng/tháng)». */
function withUnit(amount: string, unit: string | null): string {
  if (unit === null || /[\p{L}%]/u.test(amount) || !/\d/.test(amount)) return amount;
  const words = lowerFirst(unit.replace(/[.;]$/, ''));
  return /^\d/.test(words) ? `${amount} (${words})` : `${amount} ${words}`;
}
