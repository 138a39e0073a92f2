import { createListCounter, type ListDefinition, type ListLevel } from '../list-labels.ts';
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

interface XmlList extends ListDefinition {
  readonly elements: ReadonlyMap<number, XmlElement>;
}

/** Reads `numbering.xml`. Sections 17.9.2 to 17.9.30 of ECMA-376 part 1. */
export function readNumbering(root: XmlElement | null): NextLabel {
  const lists = readLists(root);
  const count = createListCounter();
  return (place, styleId) => {
    const list = lists.get(place.numId);
    if (list === undefined) return null;
    const depth = place.level ?? levelOfStyle(list, styleId);
    const level = list.elements.get(depth);
    const text = count(place.numId, list, depth);
    return level === undefined || text === null ? null : { text, level };
  };
}

function readLists(root: XmlElement | null): ReadonlyMap<string, XmlList> {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((abstract) => [abstract.attribs['w:abstractNumId'] ?? '', abstract]),
  );
  const byStyle = new Map(
    [...abstracts].flatMap(([id, abstract]) => {
      const style = settingOf(abstract, 'w:styleLink');
      return style === undefined ? [] : [[style, id] as const];
    }),
  );
  const lists = new Map<string, XmlList>();
  for (const number of childrenOf(root, 'w:num')) {
    const named = settingOf(number, 'w:abstractNumId') ?? '';
    const linked = settingOf(abstracts.get(named), 'w:numStyleLink');
    const countsWith = (linked === undefined ? undefined : byStyle.get(linked)) ?? named;
    const elements = new Map(
      childrenOf(abstracts.get(countsWith), 'w:lvl').map((level) => [Number(level.attribs['w:ilvl']), level]),
    );
    const starts = new Map<number, number>();
    for (const override of childrenOf(number, 'w:lvlOverride')) {
      const depth = Number(override.attribs['w:ilvl']);
      const level = childOf(override, 'w:lvl');
      if (level !== undefined) elements.set(depth, level);
      const start = settingOf(override, 'w:startOverride');
      if (start !== undefined) starts.set(depth, Number(start) || 0);
    }
    const levels = new Map([...elements].map(([depth, element]) => [depth, readLevel(element, depth)]));
    lists.set(number.attribs['w:numId'] ?? '', { countsWith, levels, elements, starts });
  }
  return lists;
}

function readLevel(element: XmlElement, depth: number): ListLevel {
  const restart = settingOf(element, 'w:lvlRestart');
  const start = Number(settingOf(element, 'w:start') ?? 1);
  return {
    format: settingOf(element, 'w:numFmt') ?? 'decimal',
    pattern: settingOf(element, 'w:lvlText') ?? `%${depth + 1}.`,
    start: Number.isFinite(start) ? start : 1,
    restart: restart === undefined ? null : Number(restart) || 0,
    allDecimal: childOf(element, 'w:isLgl') !== undefined,
  };
}

function levelOfStyle(list: XmlList, styleId: string | undefined): number {
  for (const [depth, element] of list.elements)
    if (styleId !== undefined && settingOf(element, 'w:pStyle') === styleId) return depth;
  return 0;
}
