/** What the file information block at the start of a Word 97–2003 document says. Source: MS-DOC 2.5. */
export interface WordHeader {
  readonly tableStream: '0Table' | '1Table';
  readonly isEncrypted: boolean;
  /** Lengths in characters of the sub-documents, which follow one another in this order. */
  readonly lengths: {
    readonly main: number;
    readonly footnotes: number;
    readonly headers: number;
    readonly comments: number;
    readonly endnotes: number;
    readonly textBoxes: number;
  };
  /** A structure of the table stream by its number in the block; empty when absent or out of range. */
  readonly structure: (table: Buffer, number: StructureNumber) => Buffer;
  /** Where a structure starts in the table stream, for those that more data follows. */
  readonly placeOf: (number: StructureNumber) => { readonly start: number; readonly length: number };
}

/** Numbers of the structures that are read. */
export const STRUCTURE = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  endnoteReferences: 46,
  endnoteTexts: 47,
  lists: 73,
  listOverrides: 74,
} as const;
export type StructureNumber = (typeof STRUCTURE)[keyof typeof STRUCTURE];

const MAGIC = 0xa5ec;
const FIRST_VERSION = 0x00c1;
const STRUCTURES_START = 0x9a;
const HEADER_BYTES = 0x2f2;

/** Reads the block; `null` for a stream that has none, or one of Word 95 and before. */
export function readHeader(stream: Buffer): WordHeader | null {
  if (stream.length < HEADER_BYTES || stream.readUInt16LE(0) !== MAGIC) return null;
  if (stream.readUInt16LE(2) < FIRST_VERSION) return null;
  const flags = stream.readUInt16LE(0x0a);
  const placeOf = (number: StructureNumber) => ({
    start: stream.readUInt32LE(STRUCTURES_START + 8 * number),
    length: stream.readUInt32LE(STRUCTURES_START + 8 * number + 4),
  });
  return {
    tableStream: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    isEncrypted: (flags & 0x0100) !== 0,
    lengths: {
      main: stream.readUInt32LE(0x4c),
      footnotes: stream.readUInt32LE(0x50),
      headers: stream.readUInt32LE(0x54) + stream.readUInt32LE(0x58),
      comments: stream.readUInt32LE(0x5c),
      endnotes: stream.readUInt32LE(0x60),
      textBoxes: stream.readUInt32LE(0x64),
    },
    placeOf,
    structure: (table, number) => {
      const { start, length } = placeOf(number);
      return start + length <= table.length ? table.subarray(start, start + length) : Buffer.alloc(0);
    },
  };
}
