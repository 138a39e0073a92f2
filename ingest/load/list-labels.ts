/** How one level of a word processor's list is numbered. */
export interface ListLevel {
  /** As OOXML names it: `decimal`, `upperRoman`, `lowerLetter`, `bullet`, `none` …; unknown ones count in decimal. */
  readonly format: string;
  /** The label with `%1` to `%9` for the counts of the levels. */
  readonly pattern: string;
  readonly start: number;
  /** Starts again after a higher level (`null`), never (0), or only after levels above this one, counted from 1. */
  readonly restart: number | null;
  /** Shows the counts of all levels in decimal. */
  readonly allDecimal: boolean;
}

export interface ListDefinition {
  /** Lists with the same value count on together. */
  readonly countsWith: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Starts of this list's own, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Gives the label of a list's next paragraph, `null` for none; paragraphs must be asked for in reading order. */
export type ListCounter = (listId: string, list: ListDefinition, depth: number) => string | null;

const MAX_LEVEL = 8;

/** Counts all lists of one document. Sections 17.9.2 to 17.9.30 of ECMA-376 part 1. */
export function createListCounter(): ListCounter {
  const counting = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (listId, list, depth) => {
    const level = list.levels.get(depth);
    if (level === undefined || depth < 0 || depth > MAX_LEVEL) return null;
    const counts = counting.get(list.countsWith) ?? [];
    counting.set(list.countsWith, counts);
    if (!begun.has(listId)) {
      begun.add(listId);
      for (const [restarted] of list.starts) counts[restarted] = undefined;
    }
    counts[depth] = (counts[depth] ?? startOf(list, depth) - 1) + 1;
    for (let deeper = depth + 1; deeper <= MAX_LEVEL; deeper += 1)
      if (restartsAfter(list.levels.get(deeper), depth)) counts[deeper] = undefined;
    const label = labelText(list, level, counts);
    return label === '' ? null : label;
  };
}

function startOf(list: ListDefinition, depth: number): number {
  return list.starts.get(depth) ?? list.levels.get(depth)?.start ?? 1;
}

function restartsAfter(level: ListLevel | undefined, depth: number): boolean {
  const restart = level?.restart ?? null;
  return restart === null || (restart !== 0 && depth < restart);
}

function labelText(list: ListDefinition, level: ListLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === 'none') return '';
  if (level.format === 'bullet') {
    if (level.pattern === '') return '';
    return /^[+*–—•-]$/.test(level.pattern) ? level.pattern : '-';
  }
  return level.pattern
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.allDecimal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
      return formatCount(counts[at] ?? startOf(list, at), format);
    })
    .trim();
}

function formatCount(count: number, format: string): string {
  if (format === 'upperRoman') return roman(count);
  if (format === 'lowerRoman') return roman(count).toLowerCase();
  if (format === 'upperLetter') return letters(count).toUpperCase();
  if (format === 'lowerLetter') return letters(count);
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  return format === 'none' || format === 'bullet' ? '' : String(count);
}

/** Word counts a to z, then aa, bb, …: it does not know đ, and readers see the letters Word draws. */
function letters(count: number): string {
  if (count < 1) return '';
  return 'abcdefghijklmnopqrstuvwxyz'.charAt((count - 1) % 26).repeat(Math.min(10, Math.ceil(count / 26)));
}

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count < 1 || count > 3_999) return String(count);
  let left = count;
  let text = '';
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) text += sign;
  return text;
}
