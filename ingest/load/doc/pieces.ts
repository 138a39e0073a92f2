import iconv from 'iconv-lite';

/** A stretch of text that stands in one place of the file. Character positions count over the whole document. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Byte position in the document stream. */
  readonly at: number;
  readonly bytesEach: 1 | 2;
}

export interface PieceText {
  /** All characters of all sub-documents. */
  readonly text: string;
  /** The stretches of characters that lie in a range of bytes of the document stream. */
  readonly charactersIn: (from: number, to: number) => readonly (readonly [start: number, end: number])[];
}

/** More text than any official document has; beyond it the piece table is damaged. */
const MAX_CHARACTERS = 20_000_000;
const FORMATTING_RUN = 1;
const PIECE_TABLE = 2;

/** Reads the piece table (Clx) and the text it points to; `null` when it is damaged. Source: MS-DOC 2.8.35, 2.9.38. */
export function readPieces(stream: Buffer, clx: Buffer): PieceText | null {
  const table = findTable(clx);
  if (table === null) return null;
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = table.readUInt32LE(4 * index);
    const end = table.readUInt32LE(4 * index + 4);
    const place = table.readUInt32LE(4 * (count + 1) + 8 * index + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const at = isNarrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    if (end < start || end > MAX_CHARACTERS || start !== (pieces.at(-1)?.end ?? 0)) return null;
    pieces.push({ start, end, at, bytesEach: isNarrow ? 1 : 2 });
  }
  const text = pieces.map((piece) => pieceText(stream, piece)).join('');
  const byPlace = [...pieces].sort((a, b) => a.at - b.at);
  return { text, charactersIn: (from, to) => charactersIn(byPlace, from, to) };
}

function findTable(clx: Buffer): Buffer | null {
  let position = 0;
  while (position + 5 <= clx.length) {
    const kind = clx.readUInt8(position);
    if (kind === PIECE_TABLE) return clx.subarray(position + 5, position + 5 + clx.readUInt32LE(position + 1));
    if (kind !== FORMATTING_RUN) return null;
    position += 3 + clx.readUInt16LE(position + 1);
  }
  return null;
}

/** A piece cut off by the end of the file is filled up, so that positions stay right. */
function pieceText(stream: Buffer, piece: Piece): string {
  const length = piece.end - piece.start;
  const bytes = stream.subarray(piece.at, piece.at + length * piece.bytesEach);
  const text = piece.bytesEach === 1 ? iconv.decode(bytes, 'win1252') : bytes.toString('utf16le');
  return text.length < length ? text.padEnd(length, '\0') : text;
}

function charactersIn(byPlace: readonly Piece[], from: number, to: number) {
  const found: (readonly [number, number])[] = [];
  for (const piece of byPlace) {
    if (piece.at >= to) break;
    const bytes = (piece.end - piece.start) * piece.bytesEach;
    if (piece.at + bytes <= from) continue;
    const start = piece.start + Math.max(0, Math.ceil((from - piece.at) / piece.bytesEach));
    const end = piece.start + Math.ceil((Math.min(to, piece.at + bytes) - piece.at) / piece.bytesEach);
    if (end > start) found.push([start, end]);
  }
  return found;
}
