import type { TableBlock } from '../blocks.ts';
import { groupRows } from '../tables/row-groups.ts';
import { romanValue } from '../tables/row-number.ts';
import { readTypedTable, type TypedRow, type TypedTable } from '../tables/typed-table.ts';
import type { Section } from './sections.ts';

/** Where a table stands. */
export interface TablePlace {
  /** Address of the unit that holds it: `["Phụ lục"]`, `["Điều 2", "khoản 1"]`, or none. */
  readonly address: readonly string[];
  /** Whether rows are addressed in the annex itself, «Phụ lục, mục 1.1.2», without naming the table. */
  readonly isBare: boolean;
  readonly headings: readonly string[];
  /** What the text above states for all its amounts, «Đơn vị tính: …» as printed and the unit in it. */
  readonly caption: { readonly line: string | null; readonly unit: string | null };
}

export interface TableSections {
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly columnNumbers: string | null;
}

/**
 * Sections of a table: every group of its rows under the unit's headings, the table's caption and headings, and the
 * labels of the section rows above.
 * @param used addresses given so far in the document; those of the rows are added
 */
export function tableSections(table: TableBlock, place: TablePlace, used: Set<string>): TableSections {
  const typed = readTypedTable(table, place.caption.unit);
  const own = [place.caption.line, ...typed.captions, typed.header].filter((line) => line !== null);
  return {
    sections: groupRows(typed.rows, rowAddresses(typed, place, used)).map((group) => ({
      headings: [...place.headings, ...own, ...group.sections],
      page: table.page,
      groups: [group.parts],
    })),
    notes: typed.notes,
    columnNumbers: typed.columnNumbers,
  };
}

/** Gives every row the shortest address that no other row or unit of the document has. */
function rowAddresses(typed: TypedTable, place: TablePlace, used: Set<string>) {
  const below = new Map<TypedRow | null, number>();
  return (row: TypedRow, above: readonly TypedRow[]): string => {
    const parent = above.findLast((section) => section.number !== null) ?? null;
    const count = (below.get(row.number === null ? parent : null) ?? 0) + 1;
    below.set(row.number === null ? parent : null, count);
    const table = place.isBare ? [] : ['bảng'];
    const marks = above.flatMap(({ number }) => (number !== null && isRoman(number) ? [number] : []));
    const ways =
      row.number === null
        ? rowWays(typed.rows.indexOf(row) + 1, parent, marks, count)
        : [
            [`mục ${row.number}`],
            ...marks.map((_, index) => [`mục ${[...marks.slice(-1 - index), row.number].join('.')}`]),
          ];
    const tries = [
      ...ways.map((way) => [...place.address, ...table, ...way]),
      ...Array.from({ length: 99 }, (_, index) => [...place.address, `bảng ${index + 2}`, ...(ways.at(-1) ?? [])]),
    ].map((address) => capitalise(address.join(', ').replace('bảng, dòng', 'bảng, dòng')));
    const address = tries.find((candidate) => !used.has(candidate)) ?? tries[0] ?? '';
    used.add(address);
    return address;
  };
}

/** A row without a number: its place below the numbered section, else its place in the table. */
function rowWays(
  row: number,
  parent: TypedRow | null,
  marks: readonly string[],
  count: number,
): readonly (readonly string[])[] {
  if (parent?.number === null || parent === null) return [[`dòng ${row}`]];
  const number = isRoman(parent.number) ? parent.number : [...marks, parent.number].join('.');
  return [
    [`mục ${parent.number}`, `dòng ${count}`],
    [`mục ${number}`, `dòng ${count}`],
  ];
}

function isRoman(number: string): boolean {
  return romanValue(number) !== null || /^[A-H]$/.test(number);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
