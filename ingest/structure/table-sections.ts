import { capitaliseFirst } from '../../knowledge/text/first-letter.ts';
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
  readonly sections: readonly Omit<Section, 'address'>[];
  readonly notes: readonly string[];
  readonly columnNumbers: string | null;
}

/** Tables of one unit that addresses can tell apart. */
const MOST_TABLES = 100;
/** «A. …», «B …» over everything below. */
const CAPITAL = /^[A-H]\.?\s/u;

/**
 * Sections of a table: every group of its rows under the unit's headings, the table's caption and headings, and the
 * labels of the section rows above.
 * @param used addresses given so far in the document; those of the rows are added
 */
export function tableSections(table: TableBlock, place: TablePlace, used: Set<string>): TableSections {
  const typed = readTypedTable(table, place.caption.unit);
  const own = [place.caption.line, ...typed.captions, typed.header].filter((line) => line !== null);
  return {
    sections: groupRows(typed.rows, rowAddresses(typed, place, used)).map((group) => {
      const [first = group.parts[0]?.text ?? ''] = group.sections;
      const above = CAPITAL.test(first) ? place.headings.filter((heading) => !CAPITAL.test(heading)) : place.headings;
      return { headings: [...above, ...own, ...group.sections], page: table.page, groups: [group.parts] };
    }),
    notes: typed.notes,
    columnNumbers: typed.columnNumbers,
  };
}

/** Gives every row the shortest address that no other row or unit of the document has. */
function rowAddresses(typed: TypedTable, place: TablePlace, used: Set<string>) {
  const below = new Map<TypedRow, number>();
  const numbers = typed.rows.flatMap(({ number }) => (number === null || isMark(number) ? [] : [number]));
  const startsAgain = new Set(numbers).size < numbers.length;
  /** Marks of the sections that the first row stands in; only rows there need no mark where numbers start again. */
  let first: string | null = null;
  let rowCount = 0;

  const markOf = (row: TypedRow, above: readonly TypedRow[]): string => {
    const marks = above.flatMap(({ number }) => (number !== null && isMark(number) ? [number] : []));
    if (row.number === null) return '';
    if (isMark(row.number)) return marks.length === 0 ? row.number : [...marks, row.number].join('.');
    first ??= marks.join('.');
    return startsAgain && marks.join('.') !== first ? [...marks, row.number].join('.') : row.number;
  };

  return (row: TypedRow, above: readonly TypedRow[]): string => {
    rowCount += 1;
    const parent = above.findLast((section) => section.number !== null);
    let steps: readonly string[] = [`mục ${markOf(row, above)}`];
    if (row.number === null && parent === undefined) steps = [`dòng ${rowCount}`];
    else if (row.number === null && parent !== undefined) {
      const count = (below.get(parent) ?? 0) + 1;
      below.set(parent, count);
      steps = [`mục ${markOf(parent, above.slice(0, above.indexOf(parent)))}`, `dòng ${count}`];
    }
    const namesTable = !place.isBare || (row.number === null && parent === undefined);
    // «B» in a table that began below «A.» stands beside it.
    const isBeside = /^mục [A-H](?:\.|$)/u.test(steps[0] ?? '');
    const unit = isBeside ? place.address.filter((step) => !/^mục [A-H]$/u.test(step)) : place.address;
    const written = (table: readonly string[]) => capitaliseFirst([...unit, ...table, ...steps].join(', '));
    let address = written(namesTable ? ['bảng'] : []);
    for (let table = 2; used.has(address) && table < MOST_TABLES; table += 1) address = written([`bảng ${table}`]);
    used.add(address);
    return address;
  };
}

/** «A» and «I» mark sections; the numbers of rows may start again below each. */
function isMark(number: string): boolean {
  return romanValue(number) !== null || /^[A-H]$/.test(number);
}
