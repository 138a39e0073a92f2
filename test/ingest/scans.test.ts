import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createRecognisers } from '../../adapters/ocr/recognising-threads.ts';
import type { Block, Loaded } from '../../ingest/blocks.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import type { Recognition } from '../../ingest/load/pictures/recognition.ts';
import { aPdf } from '../builders/pdf-files.ts';
import { aPhoto, SCANNED_PAGE, upperPart } from '../builders/scans.ts';

const SLOW = { timeout: 120_000 };
const recognisers = createRecognisers({ threads: 2 });
afterAll(() => recognisers.close());
const recognition: Recognition = {
  parallel: 2,
  recognise: recognisers.recognise,
  kept: () => null,
  keep: () => {},
  mayGoOn: () => true,
};
const load = (bytes: Uint8Array) => loadDocument(bytes, { recognition, onPage: () => {} });

const CLAUSE = 'thỏa thuận bằng văn bản với cha mẹ học sinh trước khi thu';
const LINES = [
  'QUY ĐỊNH',
  'Điều 1. Phạm vi',
  'Quy định này áp dụng cho trường học trên địa bàn phường và cha mẹ học sinh.',
  'Điều 2. Trách nhiệm của nhà trường trong việc công khai các khoản thu đầu năm học.',
];
const GARBLED = new Array(12).fill('thzá ng hqọc pxhí cbủa tvrường đwược qzuy đkịnh nhzư sjau');

function blocksOf(loaded: Loaded): readonly Block[] {
  if (!loaded.ok) throw new Error(loaded.skipped.message);
  return loaded.blocks;
}
const textOf = (loaded: Loaded) =>
  blocksOf(loaded)
    .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : block.text))
    .join('\n');
const waysOf = (loaded: Loaded) => loaded.ok && loaded.pages?.map((page) => page.way);

describe('a scan', () => {
  it('gives its text, and its ruled table cell by cell', SLOW, async () => {
    const loaded = await load(await aPdf([{ picture: SCANNED_PAGE }]));
    expect(waysOf(loaded)).toEqual(['ocr']);
    expect(textOf(loaded)).toContain('Điều 2. Hiệu lực thi hành');
    const table = blocksOf(loaded).find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows).toHaveLength(6);
    expect(textOf(loaded)).toMatch(
      /2 \| Chăm sóc bán trú \(bao gồm cả công nấu ăn và quản lý trẻ buổi trưa\) \| đồng\/trẻ\/tháng \| 235\.000/,
    );
  });

  it('is read page by page where only some pages are scanned', SLOW, async () => {
    const loaded = await load(await aPdf([{ lines: LINES }, { picture: await upperPart() }, { lines: LINES }]));
    expect(waysOf(loaded)).toEqual(['text-layer', 'ocr', 'text-layer']);
    expect(textOf(loaded)).toContain(CLAUSE);
    expect(blocksOf(loaded).map((block) => block.page)).toEqual(
      [...blocksOf(loaded).map((block) => block.page)].sort(),
    );
  });

  it.each([
    ['a garbled text layer', GARBLED],
    ['the stamp of a signature as its only text', ['Ký bởi: Ủy ban nhân dân phường Ba Đình', 'Ngày 12 tháng 8']],
  ])('is recognised in spite of %s', SLOW, async (_name, lines) => {
    const loaded = await load(await aPdf([{ picture: await upperPart(), lines }]));
    expect(waysOf(loaded)).toEqual(['ocr']);
    expect(textOf(loaded)).toContain(CLAUSE);
  });

  it('without recognition is left out with a reason', async () => {
    const loaded = await loadDocument(await aPdf([{ picture: await upperPart() }]));
    expect(loaded).toMatchObject({ ok: false, skipped: { reason: 'no-text-layer' } });
  });

  it('is not passed off as whole when the recogniser fails on a page', async () => {
    const file = await aPdf([{ lines: LINES }, { picture: await upperPart() }]);
    const failing = { ...recognition, recognise: async () => null };
    const loaded = await loadDocument(file, { recognition: failing, onPage: () => {} });
    expect(loaded).toMatchObject({ ok: false, skipped: { reason: 'recognition-failed' } });
  });
});

describe('a photo', () => {
  it.each([
    ['tilted, in shadow', { turned: 4, shadow: 0.45 }],
    ['on its side', { turned: 90 }],
    ['on its head', { turned: 177 }],
    ['turned by the note of its camera', { turned: 270, orientation: 6 }],
  ])('is read when it lies %s', SLOW, async (_name, settings) => {
    const loaded = await load(await aPhoto(await upperPart(), settings));
    expect(loaded).toMatchObject({ ok: true, format: 'jpg' });
    expect(textOf(loaded)).toContain(CLAUSE);
    expect(textOf(loaded)).toContain('955/TB-UBND');
  });

  it.each(['webp', 'gif', 'tiff'] as const)('may be a %s', SLOW, async (format) => {
    const loaded = await load(
      await sharp(await upperPart())
        .toFormat(format)
        .toBuffer(),
    );
    expect(loaded).toMatchObject({ ok: true, format });
  });

  it('without text is left out with a reason', SLOW, async () => {
    const hills = `<svg width="900" height="700"><rect width="900" height="700" fill="#9cf"/><circle cx="250" cy="500" r="300" fill="#274"/><circle cx="700" cy="560" r="260" fill="#495"/></svg>`;
    const blank = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    for (const picture of [await sharp(Buffer.from(hills)).jpeg().toBuffer(), blank])
      expect(await load(picture)).toMatchObject({ ok: false, skipped: { reason: 'no-text' } });
  });

  it('of absurd size is refused before it is decoded', async () => {
    const bomb = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const loaded = await load(bomb);
    expect(loaded).toMatchObject({ ok: false, skipped: { reason: 'too-large' } });
    expect(!loaded.ok && loaded.skipped.message).toContain('60000 × 60000 điểm ảnh');
  });
});
