/** The streams at the top of an OLE compound file, the container of Office's formats before 2007. */
export interface OleFile {
  readonly names: readonly string[];
  /** The stream's bytes, or `null` when there is none of that name or it is cut off. */
  readonly stream: (name: string) => Buffer | null;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sector numbers from here on are marks: free, end of chain, tables. */
const FIRST_MARK = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const STREAM = 2;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Opens a compound file; `null` when its tables are damaged. Every chain ends, also one that goes in a circle. Source: MS-CFB. */
export function openOle(bytes: Uint8Array): OleFile | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < HEADER_BYTES) return null;
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 1 << shift;
  const sector = (number: number) => file.subarray((number + 1) * sectorBytes, (number + 2) * sectorBytes);
  const table = readTable(file, sector, sectorBytes);
  const read = (start: number) => joinChain(start, table, sector);
  const directory = read(file.readUInt32LE(48));
  if (directory === null) return null;
  const entries = readEntries(directory);
  const root = entries[0];
  if (root === undefined) return null;

  const smallBytes = 1 << Math.min(file.readUInt16LE(32), 9);
  const smallLimit = file.readUInt32LE(56);
  const smallTable = toNumbers(read(file.readUInt32LE(60)) ?? Buffer.alloc(0));
  const small = read(root.start) ?? Buffer.alloc(0);
  const smallSector = (number: number) => small.subarray(number * smallBytes, (number + 1) * smallBytes);
  const top = topEntries(entries, root.child).filter((entry) => entry.type === STREAM);
  return {
    names: top.map((entry) => entry.name),
    stream: (name) => {
      const entry = top.find((candidate) => candidate.name === name);
      if (entry === undefined) return null;
      const isSmall = entry.size < smallLimit;
      const content = isSmall ? joinChain(entry.start, smallTable, smallSector) : read(entry.start);
      return content === null || content.length < entry.size ? null : content.subarray(0, entry.size);
    },
  };
}

/** The allocation table: for each sector the one that follows it. */
function readTable(file: Buffer, sector: (number: number) => Buffer, sectorBytes: number): readonly number[] {
  const sectors: number[] = [];
  for (let index = 0; index < 109; index += 1) sectors.push(file.readUInt32LE(76 + 4 * index));
  let more = file.readUInt32LE(68);
  const most = file.length / sectorBytes;
  for (let step = 0; more < FIRST_MARK && step < most; step += 1) {
    const numbers = toNumbers(sector(more));
    sectors.push(...numbers.slice(0, -1));
    more = numbers.at(-1) ?? NO_ENTRY;
  }
  const used = sectors.filter((number) => number < most).slice(0, Math.min(most, file.readUInt32LE(44)));
  return used.flatMap((number) => toNumbers(sector(number)));
}

function toNumbers(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(4 * index));
}

function joinChain(start: number, table: readonly number[], sector: (number: number) => Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let number = start; number < FIRST_MARK; number = table[number] ?? NO_ENTRY) {
    const part = sector(number);
    if (part.length === 0 || parts.length > table.length) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function readEntries(directory: Buffer): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const nameBytes = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2);
    return {
      name: entry.subarray(0, nameBytes - (nameBytes % 2)).toString('utf16le'),
      type: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** The entries beside one another at the top; those of embedded documents lie deeper. */
function topEntries(entries: readonly Entry[], first: number): readonly Entry[] {
  const seen = new Set<number>();
  const waiting = [first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    waiting.push(entry.left, entry.right);
  }
  return [...seen].flatMap((index) => entries[index] ?? []);
}
