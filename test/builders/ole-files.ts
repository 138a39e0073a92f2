const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** An OLE compound file with the given streams at its top. Streams are padded so that none is a small one. */
export function anOleFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(streams);
  const contents = names.map((name) => padded(Buffer.from(streams[name] ?? []), Math.max(8 * SECTOR, 1)));
  const directory = Buffer.alloc(Math.ceil((names.length + 1) / 4) * SECTOR);
  const sizes = [directory.length, ...contents.map((content) => content.length)].map((size) => size / SECTOR);
  const used = sizes.reduce((sum, size) => sum + size, 0);
  const tableSectors = Math.ceil((used + 4) / 127);
  const table = Buffer.alloc(tableSectors * SECTOR, 0xff);
  let next = 0;
  const starts = sizes.map((size) => {
    const start = next;
    for (let index = 0; index < size; index += 1)
      table.writeUInt32LE(index === size - 1 ? END : next + index + 1, 4 * (next + index));
    next += size;
    return start;
  });
  for (let index = 0; index < tableSectors; index += 1) table.writeUInt32LE(0xfffffffd, 4 * (used + index));

  writeEntry(directory, 0, 'Root Entry', 5, { child: names.length > 0 ? 1 : FREE, start: END, size: 0, right: FREE });
  names.forEach((name, index) => {
    const size = contents[index]?.length ?? 0;
    const right = index + 1 < names.length ? index + 2 : FREE;
    writeEntry(directory, index + 1, name, 2, { child: FREE, start: starts[index + 1] ?? END, size, right });
  });
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.fill(0, 8, 76);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(starts[0] ?? 0, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let index = 0; index < tableSectors; index += 1) header.writeUInt32LE(used + index, 76 + 4 * index);
  return Buffer.concat([header, directory, ...contents, table]);
}

function padded(content: Buffer, least: number): Buffer {
  const size = Math.ceil(Math.max(content.length, least) / SECTOR) * SECTOR;
  return Buffer.concat([content, Buffer.alloc(size - content.length)]);
}

function writeEntry(
  directory: Buffer,
  index: number,
  name: string,
  type: number,
  place: { readonly child: number; readonly start: number; readonly size: number; readonly right: number },
): void {
  const at = index * 128;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE(2 * name.length + 2, at + 64);
  directory.writeUInt8(type, at + 66);
  directory.writeUInt8(1, at + 67);
  directory.writeUInt32LE(FREE, at + 68);
  directory.writeUInt32LE(place.right, at + 72);
  directory.writeUInt32LE(place.child, at + 76);
  directory.writeUInt32LE(place.start, at + 116);
  directory.writeUInt32LE(place.size, at + 120);
}
