import type { ListPlace } from './styles.ts';
import { childOf, childrenOf, settingOf, type XmlElement } from './xml.ts';

/** A label that Word draws before a paragraph without storing it in the text. */
export interface ListLabel {
  readonly text: string;
  /** The level's own properties, whose font the label is set in. */
  readonly level: XmlElement;
}

/** Gives the next paragraph of a list its label; paragraphs must be asked for in reading order. */
export type NextLabel = (place: ListPlace, styleId: string | undefined) => ListLabel | null;

interface Counting {
  readonly counts: (number | undefined)[];
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, XmlElement>;
  readonly starts: ReadonlyMap<number, number>;
}

const MAX_LEVEL = 8;

/** Reads `numbering.xml`. Sections 17.9.2 to 17.9.30 of ECMA-376 part 1. */
export function readNumbering(root: XmlElement | null): NextLabel {
  const lists = readLists(root);
  const counting = new Map<string, Counting>();
  const restarted = new Set<string>();
  return (place, styleId) => {
    const list = lists.get(place.numId);
    if (list === undefined) return null;
    const depth = place.level ?? levelOfStyle(list, styleId);
    const level = list.levels.get(depth);
    if (level === undefined || depth < 0 || depth > MAX_LEVEL) return null;
    const { counts } = counting.get(list.abstractId) ?? { counts: [] };
    counting.set(list.abstractId, { counts });
    if (!restarted.has(place.numId)) {
      restarted.add(place.numId);
      for (const [overridden] of list.starts) counts[overridden] = undefined;
    }
    counts[depth] = (counts[depth] ?? startOf(list, depth) - 1) + 1;
    for (let deeper = depth + 1; deeper <= MAX_LEVEL; deeper += 1)
      if (restartsAfter(list.levels.get(deeper), depth)) counts[deeper] = undefined;
    const text = labelText(list, level, depth, counts);
    return text === '' ? null : { text, level };
  };
}

function readLists(root: XmlElement | null): ReadonlyMap<string, List> {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((abstract) => [abstract.attribs['w:abstractNumId'] ?? '', abstract]),
  );
  const byStyle = new Map(
    [...abstracts].flatMap(([id, abstract]) => {
      const style = settingOf(abstract, 'w:styleLink');
      return style === undefined ? [] : [[style, id] as const];
    }),
  );
  const lists = new Map<string, List>();
  for (const number of childrenOf(root, 'w:num')) {
    const named = settingOf(number, 'w:abstractNumId') ?? '';
    const linked = settingOf(abstracts.get(named), 'w:numStyleLink');
    const abstractId = (linked === undefined ? undefined : byStyle.get(linked)) ?? named;
    const levels = new Map(
      childrenOf(abstracts.get(abstractId), 'w:lvl').map((level) => [Number(level.attribs['w:ilvl']), level]),
    );
    const starts = new Map<number, number>();
    for (const override of childrenOf(number, 'w:lvlOverride')) {
      const depth = Number(override.attribs['w:ilvl']);
      const level = childOf(override, 'w:lvl');
      if (level !== undefined) levels.set(depth, level);
      const start = settingOf(override, 'w:startOverride');
      if (start !== undefined) starts.set(depth, Number(start));
    }
    lists.set(number.attribs['w:numId'] ?? '', { abstractId, levels, starts });
  }
  return lists;
}

function levelOfStyle(list: List, styleId: string | undefined): number {
  for (const [depth, level] of list.levels)
    if (styleId !== undefined && settingOf(level, 'w:pStyle') === styleId) return depth;
  return 0;
}

function startOf(list: List, depth: number): number {
  const start = list.starts.get(depth) ?? Number(settingOf(list.levels.get(depth), 'w:start') ?? 1);
  return Number.isFinite(start) ? start : 1;
}

/** A level starts again after any higher one, or only after the one named; 0 means never. */
function restartsAfter(level: XmlElement | undefined, depth: number): boolean {
  const restart = settingOf(level, 'w:lvlRestart');
  return restart === undefined || (restart !== '0' && depth < Number(restart));
}

function labelText(list: List, level: XmlElement, depth: number, counts: readonly (number | undefined)[]): string {
  const format = settingOf(level, 'w:numFmt') ?? 'decimal';
  if (format === 'none') return '';
  const pattern = settingOf(level, 'w:lvlText') ?? `%${depth + 1}.`;
  if (format === 'bullet') return pattern === '' ? '' : /^[+*–—•-]$/.test(pattern) ? pattern : '-';
  const allDecimal = childOf(level, 'w:isLgl') !== undefined;
  return pattern
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = allDecimal ? 'decimal' : (settingOf(list.levels.get(at), 'w:numFmt') ?? 'decimal');
      return formatCount(counts[at] ?? startOf(list, at), shown);
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
