import { type CheerioAPI, load } from 'cheerio';

type XmlNode = ReturnType<CheerioAPI>[number];
export type XmlElement = Extract<XmlNode, { readonly attribs: unknown }>;

/** One part of an office file as a tree that can be changed and written again. */
export interface XmlPart {
  readonly root: XmlElement | null;
  readonly parse: (xml: string) => XmlElement;
  readonly write: () => string;
}

/** Reads a part. Entities beyond XML's own five stay text: nothing is expanded and nothing fetched. */
export function readXml(text: string): XmlPart {
  const document = load(text, { xml: { xmlMode: true, decodeEntities: true } });
  const root = document.root().children().get(0) ?? null;
  return {
    root,
    parse: (xml) => {
      const element = load(xml, { xml: true }).root().children().get(0);
      if (element === undefined) throw new TypeError('No element in the XML to insert.');
      return element;
    },
    write: () => document.xml(),
  };
}

/** The element's child elements, all or those of one name. */
export function childrenOf(element: XmlElement | null | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (node): node is XmlElement => 'attribs' in node && (name === undefined || node.name === name),
  );
}

/** The first element down a path of child names, or `undefined`. */
export function childOf(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element ?? undefined;
  for (const name of path) found = childrenOf(found, name)[0];
  return found;
}

/** The `w:val` of the element at the path, or `undefined`. */
export function settingOf(element: XmlElement | null | undefined, ...path: readonly string[]): string | undefined {
  return childOf(element, ...path)?.attribs['w:val'];
}

/**
 * All descendants of the given names in reading order, without recursion, for documents nested deeper than the stack.
 * @param outside names whose insides are not looked into
 */
export function descendantsOf(
  element: XmlElement | null,
  names: ReadonlySet<string>,
  outside: ReadonlySet<string> = new Set(),
): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...childrenOf(element)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (names.has(next.name)) found.push(next);
    if (!outside.has(next.name)) waiting.push(...[...childrenOf(next)].reverse());
  }
  return found;
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((node) => ('data' in node ? String(node.data) : 'attribs' in node ? textOf(node) : ''))
    .join('');
}

/** Replaces the element's content by one text. */
export function setText(part: XmlPart, element: XmlElement, text: string): void {
  const written = part.parse(`<t>${escapeXml(text)}</t>`);
  element.children = written.children;
  for (const child of element.children) child.parent = element;
  element.attribs['xml:space'] = 'preserve';
}

/** Puts `added` where `element` stands, which is removed; an empty list removes it. */
export function replaceBy(element: XmlElement, added: readonly XmlElement[]): void {
  insertAfter(element, added);
  const siblings = element.parent?.children ?? [];
  siblings.splice(siblings.indexOf(element), 1);
}

/** Puts `added` right behind `element`. */
export function insertAfter(element: XmlElement, added: readonly XmlElement[]): void {
  const parent = element.parent;
  if (parent === null) return;
  parent.children.splice(parent.children.indexOf(element) + 1, 0, ...added);
  for (const child of added) child.parent = parent;
}

/** Puts `added` before everything in `element`, but behind its properties. */
export function insertFirst(element: XmlElement, propertiesName: string, added: XmlElement): void {
  const properties = childOf(element, propertiesName);
  if (properties !== undefined) insertAfter(properties, [added]);
  else {
    element.children.unshift(added);
    added.parent = element;
  }
}

/** Text made safe to stand in XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
