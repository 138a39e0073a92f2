/** One property change: its code and its operand's bytes. Source: MS-DOC 2.2.5 and 2.6. */
export interface PropertyChange {
  readonly code: number;
  readonly operand: Buffer;
}

/** Codes of the changes that are read. */
export const CHANGE = {
  deleted: 0x0800,
  characterStyle: 0x4a30,
  plainFont: 0x4a4f,
  otherFont: 0x4a51,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  listLevel: 0x260a,
  list: 0x460b,
  columns: 0xd608,
} as const;

/** A stretch of bytes in the document stream that shares properties. */
export interface FormattedStretch {
  readonly from: number;
  readonly to: number;
  /** The paragraph's style; 0, the ordinary one, for characters. */
  readonly style: number;
  readonly changes: readonly PropertyChange[];
}

const PAGE_BYTES = 512;
const MAX_STRETCHES = 2_000_000;
/** Bytes of an operand by the three highest bits of its code; 6 stands for one that says its length itself. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** Reads a list of property changes; stops at the first that is cut off. */
export function readChanges(bytes: Buffer): readonly PropertyChange[] {
  const changes: PropertyChange[] = [];
  let position = 0;
  while (position + 3 <= bytes.length) {
    const code = bytes.readUInt16LE(position);
    position += 2;
    let length = OPERAND_BYTES[code >> 13] ?? 0;
    if (code === CHANGE.columns && position + 2 <= bytes.length) {
      length = bytes.readUInt16LE(position) - 1;
      position += 2;
    } else if (code >> 13 === 6) {
      length = bytes.readUInt8(position);
      position += 1;
    }
    changes.push({ code, operand: bytes.subarray(position, position + Math.max(0, length)) });
    position += Math.max(0, length);
  }
  return changes;
}

/** The number of the last change of a code, or `undefined`. */
export function numberOf(changes: readonly PropertyChange[], code: number): number | undefined {
  const operand = changes.findLast((change) => change.code === code)?.operand;
  if (operand === undefined || operand.length === 0) return undefined;
  return operand.length >= 4
    ? operand.readUInt32LE(0)
    : operand.length >= 2
      ? operand.readUInt16LE(0)
      : operand.readUInt8(0);
}

/** All stretches of a kind, from the 512-byte pages that the table lists. Source: MS-DOC 2.9.33 and 2.9.174. */
export function readStretches(
  stream: Buffer,
  pages: Buffer,
  kind: 'character' | 'paragraph',
): readonly FormattedStretch[] {
  const count = Math.floor((pages.length - 4) / 8);
  const stretches: FormattedStretch[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = (pages.readUInt32LE(4 * (count + 1) + 4 * index) & 0x3fffff) * PAGE_BYTES;
    const page = stream.subarray(start, start + PAGE_BYTES);
    if (page.length === PAGE_BYTES) stretches.push(...readPage(page, kind));
    if (stretches.length > MAX_STRETCHES) break;
  }
  return stretches;
}

function readPage(page: Buffer, kind: 'character' | 'paragraph'): readonly FormattedStretch[] {
  const count = page.readUInt8(PAGE_BYTES - 1);
  const each = kind === 'character' ? 1 : 13;
  const stretches: FormattedStretch[] = [];
  for (let index = 0; index < count; index += 1) {
    const place = 4 * (count + 1) + each * index;
    if (place >= PAGE_BYTES) break;
    const at = page.readUInt8(place) * 2;
    const bytes =
      at === 0 ? Buffer.alloc(0) : kind === 'character' ? characterBytes(page, at) : paragraphBytes(page, at);
    const hasStyle = kind === 'paragraph' && bytes.length >= 2;
    stretches.push({
      from: page.readUInt32LE(4 * index),
      to: page.readUInt32LE(4 * index + 4),
      style: hasStyle ? bytes.readUInt16LE(0) : 0,
      changes: readChanges(hasStyle ? bytes.subarray(2) : bytes),
    });
  }
  return stretches;
}

function characterBytes(page: Buffer, at: number): Buffer {
  return page.subarray(at + 1, at + 1 + page.readUInt8(at));
}

function paragraphBytes(page: Buffer, at: number): Buffer {
  const words = page.readUInt8(at);
  if (words !== 0) return page.subarray(at + 1, at + 2 * words);
  return at + 1 < PAGE_BYTES ? page.subarray(at + 2, at + 2 + 2 * page.readUInt8(at + 1)) : Buffer.alloc(0);
}
