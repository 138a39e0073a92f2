import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * A backup is a plain tar file, so that people can look into it, and in need unpack it, with the system's own tools.
 * Format: POSIX.1-1988 (ustar), regular files only.
 */
const BLOCK = 512;
const CHUNK = 1 << 20;
/** The size field holds eleven octal digits. */
const LARGEST_FILE = 8 ** 11 - 1;

/** A file of an archive. */
export interface ArchivedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

/** Writes an archive file by file. */
export interface ArchiveWriter {
  /** Copies the first `size` bytes of an open file; what is added to it meanwhile stays out. */
  addFile(name: string, source: number, size: number): ArchivedFile;
  addBytes(name: string, bytes: Buffer): ArchivedFile;
  /** Once this returns, the whole archive is on the disk. */
  finish(): void;
}

/** Starts a new archive that only its owner can read. @throws EEXIST and other errors of the file system */
export function createArchive(file: string, onWritten: (bytes: number) => void): ArchiveWriter {
  const target = openSync(file, 'wx', 0o600);

  function write(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(target, bytes, done);
    onWritten(bytes.length);
  }

  function add(name: string, size: number, chunks: Iterable<Buffer>): ArchivedFile {
    write(headerOf(name, size));
    const hash = createHash('sha256');
    for (const chunk of chunks) {
      hash.update(chunk);
      write(chunk);
    }
    write(Buffer.alloc(padding(size)));
    return { name, size, sha256: hash.digest('hex') };
  }

  return {
    addFile: (name, source, size) => add(name, size, chunksOf(source, 0, size)),
    addBytes: (name, bytes) => add(name, bytes.length, [bytes]),
    finish() {
      write(Buffer.alloc(2 * BLOCK));
      fsyncSync(target);
      closeSync(target);
    },
  };
}

/** Takes the bytes of one file of an archive. */
export interface FileSink {
  write(chunk: Buffer): void;
  end(): void;
}

/**
 * Reads an archive from its beginning to its end and gives its files; `null` when it is no archive of ours, was cut
 * short or cannot be read.
 * @param open told each file before its bytes come; `null` passes over them
 */
export function readArchive(file: string, open: (name: string) => FileSink | null): readonly ArchivedFile[] | null {
  const source = openSync(file, 'r');
  try {
    const files: ArchivedFile[] = [];
    for (let position = 0; ; ) {
      const header = readHeader(source, position);
      if (header === 'end') return files;
      if (header === null) return null;
      const { name, size } = header;
      const sink = open(name);
      const hash = createHash('sha256');
      for (const chunk of chunksOf(source, position + BLOCK, size)) {
        hash.update(chunk);
        sink?.write(chunk);
      }
      sink?.end();
      files.push({ name, size, sha256: hash.digest('hex') });
      position += BLOCK + size + padding(size);
    }
  } catch (error) {
    if (error instanceof CutShort) return null;
    throw error;
  } finally {
    closeSync(source);
  }
}

class CutShort extends Error {}

function* chunksOf(source: number, from: number, size: number): Generator<Buffer> {
  for (let done = 0; done < size; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - done));
    const read = readSync(source, chunk, 0, chunk.length, from + done);
    if (read === 0) throw new CutShort('A file ended before its size.');
    done += read;
    yield chunk.subarray(0, read);
  }
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size > LARGEST_FILE) throw new RangeError(`${name} does not fit an archive.`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function readHeader(source: number, position: number): { name: string; size: number } | 'end' | null {
  const [header] = chunksOf(source, position, BLOCK);
  if (header === undefined || header.length < BLOCK) return null;
  if (header.every((byte) => byte === 0)) return 'end';
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
  const size = Number.parseInt(text(124, 136), 8);
  const isOurs = text(257, 263) === 'ustar' && Number.parseInt(text(148, 156), 8) === sumOf(header);
  return isOurs && size >= 0 ? { name: text(0, 100), size } : null;
}

/** The sum of all bytes, with the sum's own field read as spaces. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}
