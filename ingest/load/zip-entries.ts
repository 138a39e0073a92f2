import { inflateRawSync } from 'node:zlib';

/** One file of a zip as its central directory declares it. */
export interface ZipEntry {
  /** As written in the zip, NFC; folders end with a slash. */
  readonly name: string;
  readonly encrypted: boolean;
  /** Bytes it says it unpacks to. */
  readonly size: number;
  readonly packedSize: number;
  /** Unpacks it; `null` when it is damaged, packed in a way that is not read, or larger than `size` says. */
  readonly read: () => Uint8Array | null;
}

export type ZipContents =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly fault: 'damaged' | 'bomb' };

/** What a zip may hold at most; anything beyond is taken for a zip bomb and not unpacked at all. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** Packed text shrinks 5 to 40 times; only made-up data shrinks more than this. */
const MAX_RATIO = 200;
/** Below this a high ratio is harmless. */
const RATIO_MATTERS_FROM = 8 * 1024 * 1024;

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_RECORD_BYTES = 22;
const DIRECTORY_RECORD_BYTES = 46;
const LOCAL_RECORD_BYTES = 30;
const MAX_COMMENT_BYTES = 65_535;

/**
 * Lists a zip's entries without unpacking any, and refuses bombs: too many entries, too many bytes, a ratio no real
 * document has, or entries that share the same packed bytes. Layout: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16.
 */
export function listZip(bytes: Uint8Array, limits: ZipLimits): ZipContents {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return { ok: false, fault: 'damaged' };
  const count = view.readUInt16LE(end + 10);
  if (count > limits.entries) return { ok: false, fault: 'bomb' };
  const entries: ZipEntry[] = [];
  let position = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (position + DIRECTORY_RECORD_BYTES > view.length || view.readUInt32LE(position) !== DIRECTORY_RECORD)
      return { ok: false, fault: 'damaged' };
    const nameBytes = view.readUInt16LE(position + 28);
    entries.push(readRecord(view, position, nameBytes));
    position +=
      DIRECTORY_RECORD_BYTES + nameBytes + view.readUInt16LE(position + 30) + view.readUInt16LE(position + 32);
  }
  return isBomb(entries, view.length, limits) ? { ok: false, fault: 'bomb' } : { ok: true, entries };
}

function findEnd(view: Buffer): number | null {
  const last = view.length - END_RECORD_BYTES;
  for (let position = last; position >= Math.max(0, last - MAX_COMMENT_BYTES); position -= 1)
    if (view.readUInt32LE(position) === END_RECORD) return position;
  return null;
}

function readRecord(view: Buffer, position: number, nameBytes: number): ZipEntry {
  const nameStart = position + DIRECTORY_RECORD_BYTES;
  const packedSize = view.readUInt32LE(position + 20);
  const size = view.readUInt32LE(position + 24);
  const method = view.readUInt16LE(position + 10);
  const local = view.readUInt32LE(position + 42);
  return {
    name: decodeName(view.subarray(nameStart, nameStart + nameBytes)),
    encrypted: (view.readUInt16LE(position + 8) & 1) === 1,
    size,
    packedSize,
    read: () => unpack(view, local, packedSize, size, method),
  };
}

/** Zips made on Vietnamese Windows hold UTF-8 names, or the code page's when they are old. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

function unpack(view: Buffer, local: number, packedSize: number, size: number, method: number): Uint8Array | null {
  if (local + LOCAL_RECORD_BYTES > view.length || view.readUInt32LE(local) !== LOCAL_RECORD) return null;
  const start = local + LOCAL_RECORD_BYTES + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const packed = view.subarray(start, start + packedSize);
  if (packed.length !== packedSize) return null;
  if (method === 0) return packedSize === size ? packed : null;
  if (method !== 8) return null;
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    return unpacked.length === size ? unpacked : null;
  } catch {
    return null;
  }
}

function isBomb(entries: readonly ZipEntry[], fileBytes: number, limits: ZipLimits): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0);
  return (
    total > limits.totalBytes ||
    packed > fileBytes ||
    entries.some(
      (entry) =>
        entry.size > limits.entryBytes ||
        (entry.size > RATIO_MATTERS_FROM && entry.size > MAX_RATIO * Math.max(1, entry.packedSize)),
    )
  );
}
