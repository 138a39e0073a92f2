import { anOleFile } from './ole-files.ts';

/** A stretch of text in one font; a `\x02` in it refers to the next footnote. */
export interface Word97Run {
  readonly text: string;
  readonly font?: string;
  readonly deleted?: boolean;
}

export interface Word97Paragraph {
  readonly runs: readonly Word97Run[];
  /** Ends a table cell, or a row after its cells. */
  readonly ends?: 'cell' | 'row';
  /** Inside a table although it ends no cell. */
  readonly inTable?: boolean;
  /** Edges of the row's columns in twentieths of a point, and which cells continue the one above. */
  readonly columns?: { readonly edges: readonly number[]; readonly continued?: readonly number[] };
  readonly listLevel?: number;
}

export interface Word97Document {
  readonly paragraphs: readonly Word97Paragraph[];
  readonly footnotes?: readonly string[];
  readonly textBoxes?: readonly string[];
  /** Labels of a list's levels, with characters 0 to 8 for the counts; all count in decimal. */
  readonly list?: readonly string[];
  readonly encrypted?: boolean;
  /** Stores text one byte a character, as Word does where it can. */
  readonly narrow?: boolean;
}

const TEXT_AT = 1024;
const PAGE = 512;

/** A Word 97–2003 document. Layout: MS-DOC. */
export function aWord97File(document: Word97Document): Buffer {
  const notes = (document.footnotes ?? []).map((text) => `\x02 ${text}\r`);
  const boxes = (document.textBoxes ?? []).map((text) => `${text}\r`);
  const fonts = [
    'Times New Roman',
    ...new Set(document.paragraphs.flatMap((each) => each.runs.flatMap((run) => run.font ?? []))),
  ];
  let main = '';
  const characters: Stretch[] = [];
  const paragraphs: Stretch[] = [];
  const references: number[] = [];
  for (const paragraph of document.paragraphs) {
    for (const run of paragraph.runs) {
      for (let at = run.text.indexOf('\x02'); at >= 0; at = run.text.indexOf('\x02', at + 1))
        references.push(main.length + at);
      main += run.text;
      const font = Math.max(0, fonts.indexOf(run.font ?? ''));
      characters.push({
        end: main.length,
        changes: Buffer.concat([change(0x4a51, u16(font)), ...(run.deleted ? [change(0x0800, Buffer.from([1]))] : [])]),
      });
    }
    main += paragraph.ends === undefined ? '\r' : '\x07';
    characters.push({ end: main.length, changes: change(0x4a51, u16(0)) });
    paragraphs.push({ end: main.length, changes: paragraphChanges(paragraph) });
  }
  const footnoteText = notes.join('') + (notes.length > 0 ? '\r' : '');
  const boxText = boxes.join('');
  const text = main + footnoteText + boxText;
  const width = document.narrow ? 1 : 2;
  const textBytes = document.narrow ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf16le');
  const place = (position: number) => TEXT_AT + position * width;
  const firstPage = Math.ceil((TEXT_AT + textBytes.length) / PAGE);
  const characterPages = pagesOf(characters, place, characterPage);
  const paragraphPages = pagesOf(paragraphs, place, paragraphPage);
  const stream = Buffer.concat([Buffer.alloc(firstPage * PAGE), ...characterPages.pages, ...paragraphPages.pages]);
  textBytes.copy(stream, TEXT_AT);

  const table: Buffer[] = [Buffer.alloc(4)];
  const structure = (number: number, bytes: Buffer, following = Buffer.alloc(0)) => {
    const start = table.reduce((sum, part) => sum + part.length, 0);
    stream.writeUInt32LE(start, 0x9a + 8 * number);
    stream.writeUInt32LE(bytes.length, 0x9a + 8 * number + 4);
    table.push(bytes, following);
  };
  const pieces = Buffer.concat([
    u32(0),
    u32(text.length),
    u16(0),
    u32(document.narrow ? 0x40000000 + TEXT_AT * 2 : TEXT_AT),
    u16(0),
  ]);
  structure(33, Buffer.concat([Buffer.from([2]), u32(pieces.length), pieces]));
  structure(12, pageList(characterPages, place, firstPage));
  structure(13, pageList(paragraphPages, place, firstPage + characterPages.pages.length));
  structure(15, Buffer.concat([u16(fonts.length), u16(0), ...fonts.map(fontEntry)]));
  if (notes.length > 0) {
    structure(2, Buffer.concat([...references.map(u32), u32(main.length), ...references.map(() => u16(0))]));
    const starts = notes.map((_, index) => notes.slice(0, index).join('').length);
    const end = notes.join('').length;
    structure(3, Buffer.concat([...starts.map(u32), u32(end), u32(end + 1)]));
  }
  if (document.list !== undefined) {
    const entry = Buffer.alloc(28);
    entry.writeInt32LE(7, 0);
    const levels = Array.from({ length: 9 }, (_, depth) => listLevel(document.list?.[depth] ?? ''));
    structure(73, Buffer.concat([u16(1), entry]), Buffer.concat(levels));
    const override = Buffer.alloc(16);
    override.writeInt32LE(7, 0);
    structure(74, Buffer.concat([u32(1), override, u32(0xffffffff)]));
  }
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  stream.writeUInt16LE(0x0200 | (document.encrypted ? 0x0100 : 0), 0x0a);
  stream.writeUInt32LE(main.length, 0x4c);
  stream.writeUInt32LE(footnoteText.length, 0x50);
  stream.writeUInt32LE(boxText.length, 0x64);
  return anOleFile({ WordDocument: stream, '1Table': Buffer.concat(table) });
}

/** A paragraph of one run. */
export function aWord97Paragraph(text: string, font?: string): Word97Paragraph {
  return { runs: [font === undefined ? { text } : { text, font }] };
}

/** A table row: its cells, then the row's end. */
export function aWord97Row(cells: readonly string[], columns?: Word97Paragraph['columns']): readonly Word97Paragraph[] {
  const end: Word97Paragraph = { runs: [], ends: 'row', ...(columns === undefined ? {} : { columns }) };
  return [...cells.map((text): Word97Paragraph => ({ runs: [{ text }], ends: 'cell' })), end];
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function change(code: number, operand: Buffer): Buffer {
  return Buffer.concat([u16(code), operand]);
}

function paragraphChanges(paragraph: Word97Paragraph): Buffer {
  const changes: Buffer[] = [];
  if (paragraph.ends !== undefined || paragraph.inTable) changes.push(change(0x2416, Buffer.from([1])));
  if (paragraph.ends === 'row') changes.push(change(0x2417, Buffer.from([1])));
  if (paragraph.listLevel !== undefined)
    changes.push(change(0x260a, Buffer.from([paragraph.listLevel])), change(0x460b, u16(1)));
  if (paragraph.columns !== undefined) {
    const { edges, continued = [] } = paragraph.columns;
    const cells = edges.slice(1).map((_, index) => {
      const cell = Buffer.alloc(20);
      cell.writeUInt16LE(continued.includes(index) ? 0x20 : 0);
      return cell;
    });
    const operand = Buffer.concat([Buffer.from([edges.length - 1]), ...edges.map(u16), ...cells]);
    changes.push(Buffer.concat([u16(0xd608), u16(operand.length + 1), operand]));
  }
  return Buffer.concat(changes);
}

interface Stretch {
  readonly end: number;
  readonly changes: Buffer;
}

interface Pages {
  readonly pages: readonly Buffer[];
  /** The character that each page ends before. */
  readonly ends: readonly number[];
}

const STRETCHES_EACH = 6;

function pagesOf(
  stretches: readonly Stretch[],
  place: (position: number) => number,
  write: (stretches: readonly Stretch[], from: number, place: (position: number) => number) => Buffer,
): Pages {
  const pages: Buffer[] = [];
  const ends: number[] = [];
  for (let index = 0; index < stretches.length; index += STRETCHES_EACH) {
    const part = stretches.slice(index, index + STRETCHES_EACH);
    pages.push(write(part, ends.at(-1) ?? 0, place));
    ends.push(part.at(-1)?.end ?? 0);
  }
  return { pages, ends };
}

function pageList({ ends }: Pages, place: (position: number) => number, firstPage: number): Buffer {
  return Buffer.concat([
    u32(place(0)),
    ...ends.map((end) => u32(place(end))),
    ...ends.map((_, index) => u32(firstPage + index)),
  ]);
}

function characterPage(runs: readonly Stretch[], from: number, place: (position: number) => number): Buffer {
  const page = Buffer.alloc(PAGE);
  page.writeUInt32LE(place(from), 0);
  let free = PAGE - 2;
  runs.forEach(({ end, changes }, index) => {
    page.writeUInt32LE(place(end), 4 * (index + 1));
    free = (free - changes.length - 1) & ~1;
    page.writeUInt8(changes.length, free);
    changes.copy(page, free + 1);
    page.writeUInt8(free / 2, 4 * (runs.length + 1) + index);
  });
  if (free < 5 * (runs.length + 1)) throw new RangeError('Too many runs for one page of the builder.');
  page.writeUInt8(runs.length, PAGE - 1);
  return page;
}

function paragraphPage(paragraphs: readonly Stretch[], from: number, place: (position: number) => number): Buffer {
  const page = Buffer.alloc(PAGE);
  page.writeUInt32LE(place(from), 0);
  let free = PAGE - 2;
  paragraphs.forEach(({ end, changes }, index) => {
    page.writeUInt32LE(place(end), 4 * (index + 1));
    const body = Buffer.concat([u16(0), changes]);
    const words = Math.ceil(body.length / 2);
    free = (free - 2 - 2 * words) & ~1;
    page.writeUInt8(words, free + 1);
    body.copy(page, free + 2);
    page.writeUInt8(free / 2, 4 * (paragraphs.length + 1) + 13 * index);
  });
  if (free < 17 * (paragraphs.length + 1)) throw new RangeError('Too many paragraphs for one page of the builder.');
  page.writeUInt8(paragraphs.length, PAGE - 1);
  return page;
}

function fontEntry(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  return Buffer.concat([Buffer.from([39 + text.length]), Buffer.alloc(39), text]);
}

function listLevel(label: string): Buffer {
  const head = Buffer.alloc(28);
  head.writeInt32LE(1, 0);
  return Buffer.concat([head, u16(label.length), Buffer.from(label, 'utf16le')]);
}
