import { childOf, childrenOf, settingOf, type XmlElement } from './xml.ts';

/** A paragraph's place in a list: which list and how deep. */
export interface ListPlace {
  readonly numId: string;
  /** `undefined` where only the list itself says which of its levels belongs to the style. */
  readonly level: number | undefined;
}

/** What Word's styles say where a paragraph or run says nothing itself. */
export interface Styles {
  /** Font of western letters: the run's own, its style's, its paragraph's or the document's; `null` when theme or none. */
  readonly fontOf: (run: XmlElement | undefined, paragraph: XmlElement) => string | null;
  readonly listOf: (paragraph: XmlElement) => ListPlace | null;
  readonly styleIdOf: (paragraph: XmlElement) => string | undefined;
}

/** Styles that are based on one another end after this many steps, also when they go in a circle. */
const MAX_CHAIN = 20;

/** Reads `styles.xml`; a document without it has no styles. Sections 17.7.2 and 17.3.2.26 of ECMA-376 part 1. */
export function readStyles(root: XmlElement | null): Styles {
  const styles = new Map<string, XmlElement>();
  let ordinary: string | undefined;
  for (const style of childrenOf(root, 'w:style')) {
    const id = style.attribs['w:styleId'];
    if (id === undefined) continue;
    styles.set(id, style);
    if (style.attribs['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(style.attribs['w:default'] ?? ''))
      ordinary = id;
  }
  const standard = fontIn(childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  const styleIdOf = (paragraph: XmlElement) => settingOf(paragraph, 'w:pPr', 'w:pStyle') ?? ordinary;

  /** The first answer along the chain of styles. */
  const along = <Answer>(start: string | undefined, ask: (style: XmlElement) => Answer | undefined) => {
    let id = start;
    for (let step = 0; id !== undefined && step < MAX_CHAIN; step += 1) {
      const style = styles.get(id);
      if (style === undefined) return undefined;
      const answer = ask(style);
      if (answer !== undefined) return answer;
      id = settingOf(style, 'w:basedOn');
    }
    return undefined;
  };
  const styleFont = (style: XmlElement) => fontIn(childOf(style, 'w:rPr'));
  return {
    styleIdOf,
    fontOf: (run, paragraph) =>
      fontIn(childOf(run, 'w:rPr')) ??
      along(settingOf(run, 'w:rPr', 'w:rStyle'), styleFont) ??
      along(styleIdOf(paragraph), styleFont) ??
      standard ??
      null,
    listOf: (paragraph) => {
      const properties = childOf(paragraph, 'w:pPr');
      const own = listIn(properties);
      if (own !== undefined) return own;
      const inherited = along(styleIdOf(paragraph), (style) => listIn(childOf(style, 'w:pPr'))) ?? null;
      const level = settingOf(properties, 'w:numPr', 'w:ilvl');
      return inherited === null || level === undefined ? inherited : { ...inherited, level: Number(level) };
    },
  };
}

/** A theme font overrides a named one and is never a legacy font. */
function fontIn(properties: XmlElement | undefined): string | undefined {
  const fonts = childOf(properties, 'w:rFonts')?.attribs;
  if (fonts === undefined) return undefined;
  if (fonts['w:hAnsiTheme'] !== undefined) return '';
  return fonts['w:hAnsi'] ?? fonts['w:ascii'];
}

/** `null` where numbering is switched off, `undefined` where nothing is said. */
function listIn(properties: XmlElement | undefined): ListPlace | null | undefined {
  const list = childOf(properties, 'w:numPr');
  const numId = settingOf(list, 'w:numId');
  if (numId === undefined) return undefined;
  if (numId === '0') return null;
  const level = settingOf(list, 'w:ilvl');
  return { numId, level: level === undefined ? undefined : Number(level) };
}
