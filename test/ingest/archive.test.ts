import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type OpenedArchive, openArchive } from '../../ingest/load/archive.ts';

const zip = (entries: Zippable) => zipSync(entries);
const text = (words: string) => strToU8(words);

function opened(bytes: Uint8Array): Extract<OpenedArchive, { ok: true }> {
  const archive = openArchive(bytes);
  if (archive === null || !archive.ok) throw new Error(JSON.stringify(archive));
  return archive;
}

/** The same zip with one 16-bit field of its first directory record changed. */
function withDirectoryField(bytes: Uint8Array, offset: number, value: number, size: 2 | 4 = 2): Uint8Array {
  const copy = Buffer.from(bytes);
  const record = copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  if (size === 2) copy.writeUInt16LE(value, record + offset);
  else copy.writeUInt32LE(value, record + offset);
  return copy;
}

describe('an archive of documents', () => {
  it('gives its files with NFC names, folders joined by a slash', () => {
    const { files } = opened(zip({ ['Công văn/điều lệ.txt'.normalize('NFD')]: text('Điều 1.'), 'b.txt': text('b') }));
    expect(files.map((file) => file.name)).toEqual(['Công văn/điều lệ.txt', 'b.txt']);
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe('Điều 1.');
  });

  it('leaves out folders and what systems add', () => {
    const { files, refused } = opened(
      zip({
        'a/': new Uint8Array(),
        'a/Thumbs.db': text('x'),
        '__MACOSX/._a.txt': text('x'),
        '~$a.docx': text('x'),
        'a/a.txt': text('a'),
      }),
    );
    expect(files.map((file) => file.name)).toEqual(['a/a.txt']);
    expect(refused).toEqual([]);
  });

  it('opens an archive inside, and refuses one inside that', () => {
    const third = zip({ 'sau.txt': text('c') });
    const second = zip({ 'giua.txt': text('b'), 'ba.zip': third });
    const { files, refused } = opened(zip({ 'hai.zip': second }));
    expect(files.map((file) => file.name)).toEqual(['hai.zip/giua.txt']);
    expect(refused).toEqual([{ name: 'hai.zip/ba.zip', message: expect.stringContaining('lồng quá hai lớp') }]);
  });

  it('keeps two entries of one name apart', () => {
    const bytes = Buffer.from(zip({ 'a.txt': text('1'), 'b.txt': text('2') }));
    for (let at = bytes.indexOf('b.txt'); at >= 0; at = bytes.indexOf('b.txt')) bytes.write('a.txt', at);
    expect(opened(bytes).files.map((file) => file.name)).toEqual(['a.txt', 'a (2).txt']);
  });

  it.each(['../ngoai.txt', 'a/../../ngoai.txt', '/etc/ngoai.txt', 'C:\\ngoai.txt', '..\\ngoai.txt'])(
    'refuses the path %s and keeps the rest',
    (path) => {
      const { files, refused } = opened(zip({ [path]: text('x'), 'a.txt': text('a') }));
      expect(files.map((file) => file.name)).toEqual(['a.txt']);
      expect(refused[0]?.message).toContain('trỏ ra ngoài');
    },
  );

  it('is not what a Word file is, though that is a zip too', () => {
    expect(openArchive(zip({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w/>') }))).toBeNull();
    expect(openArchive(text('Điều 1. Phạm vi'))).toBeNull();
  });
});

describe('an archive that must not be unpacked', () => {
  const reasonOf = (bytes: Uint8Array) => {
    const archive = openArchive(bytes);
    return archive !== null && !archive.ok ? archive.skipped.reason : null;
  };

  it('holds one entry that swells more than any document', () => {
    expect(reasonOf(zip({ 'bomb.txt': new Uint8Array(20 * 1024 * 1024) }))).toBe('unsafe');
  });

  it('holds too many entries', () => {
    const entries = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}.txt`, text('')]));
    expect(reasonOf(zip(entries))).toBe('unsafe');
  });

  it('declares more bytes than the limit', () => {
    expect(reasonOf(withDirectoryField(zip({ 'a.txt': text('a') }), 24, 0xfffffff0, 4))).toBe('unsafe');
  });

  it('is password-protected', () => {
    expect(reasonOf(withDirectoryField(zip({ 'a.txt': text('a') }), 8, 1))).toBe('encrypted');
  });

  it('is cut off or empty', () => {
    const whole = zip({ 'a.txt': text('a') });
    expect(reasonOf(whole.subarray(0, whole.length - 10))).toBe('unreadable');
    expect(reasonOf(zip({}))).toBe('empty');
  });

  it('unpacks to more than it declares: that entry is refused, and no more than declared is unpacked', () => {
    const bytes = withDirectoryField(zip({ 'a.txt': new Uint8Array(5_000), 'b.txt': text('b') }), 24, 10, 4);
    const { files, refused } = opened(bytes);
    expect(files.map((file) => file.name)).toEqual(['b.txt']);
    expect(refused[0]?.message).toContain('bị hỏng');
  });
});
