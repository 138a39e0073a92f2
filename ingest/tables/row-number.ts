/** How rows of tables are numbered: I, II; 1, 1.1, 1.1.2; A, B; a, b. */

const PLAIN = /^(\d{1,3}(?:\.\d{1,2})*)[.)]?$/;
/** «9 1» is 9.1 whose point was lost in printing. */
const TORN = /^(\d{1,2}) (\d{1,2})$/;
const ROMAN = /^([IVX]{1,6})[.)]?$/;
const LETTER = /^([A-Ha-hđ])[.)]?$/;

/** The number that a cell is, written with points: `1.1.2`, `II`, `A`; `null` when the cell is no row number. */
export function rowNumber(cell: string): string | null {
  const torn = cell.match(TORN);
  if (torn !== null) return `${torn[1]}.${torn[2]}`;
  const roman = cell.match(ROMAN)?.[1];
  if (roman !== undefined) return romanValue(roman) === null ? null : roman;
  return cell.match(PLAIN)?.[1] ?? cell.match(LETTER)?.[1] ?? null;
}

/** How deep a row of this number stands: A, then I, then 1, then 1.1; points a, b below all. */
export function numberDepth(number: string): number {
  if (/^[A-H]$/.test(number) && romanValue(number) === null) return 1;
  if (/^[A-Z]+$/.test(number)) return 2;
  return /^\d/.test(number) ? 3 + number.split('.').length : 9;
}

/** Whether `next` may be the number of the row after `previous`: its first child, its next sibling, or an ancestor's. */
export function followsNumber(previous: string | null, next: string): boolean {
  if (previous === null) return ['1', 'I', 'A', '1.1', 'a'].includes(next);
  const [before, after] = [romanValue(previous), romanValue(next)];
  if (after !== null) return before === null ? true : after === before + 1;
  if (before !== null || /^[A-H]$/.test(previous)) return /^\d+(?:\.1)*$/.test(next);
  if (/^[A-Ha-hđ]$/.test(next)) return true;
  if (/^[a-hđ]$/.test(previous)) return /^\d/.test(next);
  const old = previous.split('.').map(Number);
  const own = next.split('.').map(Number);
  if (own.length === old.length + 1) return own.at(-1) === 1 && old.every((value, index) => value === own[index]);
  const level = own.length - 1;
  return (
    own.length <= old.length &&
    own[level] === (old[level] ?? 0) + 1 &&
    own.slice(0, level).every((value, index) => value === old[index])
  );
}

/** The value of a Roman numeral as official texts write them, 1 to 39; `null` for anything else. */
export function romanValue(numeral: string): number | null {
  const match = numeral.match(/^(X{0,3})(IX|IV|V?I{0,3})$/);
  if (match === null || numeral === '') return null;
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'].indexOf(match[2] ?? '');
  return 10 * (match[1] ?? '').length + units;
}
