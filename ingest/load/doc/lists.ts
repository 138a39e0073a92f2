import type { ListDefinition, ListLevel } from '../list-labels.ts';
import { STRUCTURE, type WordHeader } from './file-header.ts';

const LIST_BYTES = 28;
const OVERRIDE_BYTES = 16;
const LEVEL_BYTES = 28;
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** The lists that paragraphs name, counted from 1. Damaged tables give fewer. Source: MS-DOC 2.9.131 to 2.9.150. */
export function readLists(header: WordHeader, table: Buffer): readonly ListDefinition[] {
  try {
    const levels = readLevelsById(header, table);
    return readOverrides(header.structure(table, STRUCTURE.listOverrides), levels);
  } catch (error) {
    // Reading beyond the end of a damaged table: the labels are lost, the text is not.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function readLevelsById(header: WordHeader, table: Buffer): ReadonlyMap<number, ReadonlyMap<number, ListLevel>> {
  const { start, length } = header.placeOf(STRUCTURE.lists);
  const lists = new Map<number, ReadonlyMap<number, ListLevel>>();
  if (length < 2 || start + length > table.length) return lists;
  const count = table.readUInt16LE(start);
  // The levels of all lists follow the structure, outside its length.
  let position = start + length;
  for (let index = 0; index < count; index += 1) {
    const list = start + 2 + LIST_BYTES * index;
    const levels = new Map<number, ListLevel>();
    const isSimple = (table.readUInt8(list + 26) & 1) === 1;
    for (let depth = 0; depth < (isSimple ? 1 : 9); depth += 1) {
      const { level, end } = readLevel(table, position);
      levels.set(depth, level);
      position = end;
    }
    lists.set(table.readInt32LE(list), levels);
  }
  return lists;
}

function readLevel(bytes: Buffer, position: number): { readonly level: ListLevel; readonly end: number } {
  const flags = bytes.readUInt8(position + 5);
  const text = position + LEVEL_BYTES + bytes.readUInt8(position + 24) + bytes.readUInt8(position + 25);
  const length = bytes.readUInt16LE(text);
  const raw = bytes.subarray(text + 2, text + 2 + 2 * length).toString('utf16le');
  // Characters below 9 stand for the counts of the levels; `%` of its own would be taken for one.
  const pattern = [...raw].map((character) => {
    const code = character.charCodeAt(0);
    return code < 9 ? `%${code + 1}` : character;
  });
  const noRestart = (flags & 0x08) !== 0;
  const level: ListLevel = {
    format: FORMATS[bytes.readUInt8(position + 4)] ?? 'decimal',
    pattern: pattern.join(''),
    start: bytes.readInt32LE(position),
    restart: noRestart ? bytes.readUInt8(position + 26) : null,
    allDecimal: (flags & 0x04) !== 0,
  };
  return { level, end: text + 2 + 2 * length };
}

function readOverrides(
  bytes: Buffer,
  levelsById: ReadonlyMap<number, ReadonlyMap<number, ListLevel>>,
): readonly ListDefinition[] {
  if (bytes.length < 4) return [];
  const count = bytes.readUInt32LE(0);
  const lists: ListDefinition[] = [];
  let data = 4 + OVERRIDE_BYTES * count;
  for (let index = 0; index < count; index += 1) {
    const place = 4 + OVERRIDE_BYTES * index;
    const id = bytes.readInt32LE(place);
    const levels = new Map(levelsById.get(id) ?? []);
    const starts = new Map<number, number>();
    data += 4;
    for (let change = 0; change < bytes.readUInt8(place + 12); change += 1) {
      const flags = bytes.readUInt32LE(data + 4);
      const depth = flags & 0xf;
      if ((flags & 0x10) !== 0) starts.set(depth, bytes.readInt32LE(data));
      data += 8;
      if ((flags & 0x20) === 0) continue;
      const { level, end } = readLevel(bytes, data);
      levels.set(depth, level);
      data = end;
    }
    lists.push({ countsWith: String(id), levels, starts });
  }
  return lists;
}
