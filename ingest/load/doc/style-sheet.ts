import { CHANGE, numberOf, type PropertyChange, readChanges } from './properties.ts';

/** What a document's styles say where characters and paragraphs say nothing themselves. */
export interface StyleSheet {
  /** The font's number for western letters, from the style or the ones it is based on. */
  readonly fontOf: (style: number) => number;
  /** A paragraph property from the style or the ones it is based on. */
  readonly paragraphNumberOf: (style: number, code: number) => number | undefined;
}

interface Style {
  readonly basedOn: number;
  readonly paragraph: readonly PropertyChange[];
  readonly character: readonly PropertyChange[];
}

const NO_STYLE = 0xfff;
const MAX_CHAIN = 20;

/** Reads the style sheet. Source: MS-DOC 2.9.271 (STSH) and 2.9.260 (STD). */
export function readStyleSheet(bytes: Buffer): StyleSheet {
  const { styles, standardFont } = bytes.length < 20 ? { styles: [], standardFont: 0 } : readStyles(bytes);
  const along = (start: number, ask: (style: Style) => number | undefined): number | undefined => {
    let number = start;
    for (let step = 0; step < MAX_CHAIN; step += 1) {
      const style = styles[number];
      if (style === undefined) return undefined;
      const answer = ask(style);
      if (answer !== undefined) return answer;
      number = style.basedOn;
    }
    return undefined;
  };
  return {
    fontOf: (style) => along(style, ({ character }) => fontIn(character)) ?? standardFont,
    paragraphNumberOf: (style, code) => along(style, ({ paragraph }) => numberOf(paragraph, code)),
  };
}

/** The font that western letters beyond ASCII are set in. */
export function fontIn(changes: readonly PropertyChange[]): number | undefined {
  return numberOf(changes, CHANGE.otherFont) ?? numberOf(changes, CHANGE.plainFont);
}

function readStyles(bytes: Buffer): { readonly styles: readonly (Style | undefined)[]; readonly standardFont: number } {
  const headerBytes = bytes.readUInt16LE(0);
  const baseBytes = bytes.readUInt16LE(4);
  const standardFont = headerBytes >= 18 ? bytes.readUInt16LE(18) : 0;
  const styles: (Style | undefined)[] = [];
  let position = 2 + headerBytes;
  while (position + 2 <= bytes.length) {
    const length = bytes.readUInt16LE(position);
    const style = bytes.subarray(position + 2, position + 2 + length);
    styles.push(style.length < 10 ? undefined : readStyle(style, baseBytes));
    position += 2 + length + (length % 2);
  }
  return { styles, standardFont };
}

function readStyle(bytes: Buffer, baseBytes: number): Style | undefined {
  const kind = bytes.readUInt16LE(2) & 0xf;
  const basedOn = bytes.readUInt16LE(2) >> 4;
  if (baseBytes + 2 > bytes.length) return undefined;
  const blocks: Buffer[] = [];
  let position = baseBytes + 2 + 2 * bytes.readUInt16LE(baseBytes) + 2;
  while (position + 2 <= bytes.length) {
    const length = bytes.readUInt16LE(position);
    blocks.push(bytes.subarray(position + 2, position + 2 + length));
    position += 2 + length + (length % 2);
  }
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = blocks;
  return {
    basedOn: basedOn === NO_STYLE ? -1 : basedOn,
    paragraph: kind === 1 ? readChanges(first.subarray(2)) : [],
    character: kind === 1 ? readChanges(second) : kind === 2 ? readChanges(first) : [],
  };
}

/** The names of the document's fonts by number. Source: MS-DOC 2.9.286 and 2.9.87. */
export function readFontNames(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  let position = 4;
  while (position + 41 < bytes.length) {
    const length = bytes.readUInt8(position);
    const name = bytes.subarray(position + 40, position + 1 + length).toString('utf16le');
    names.push(name.split('\0')[0] ?? '');
    position += 1 + length;
  }
  return names;
}
