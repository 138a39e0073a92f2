import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createReadingPool } from '../../adapters/ingesting/reading-pool.ts';
import { loadDocument } from '../../ingest/load/load-document.ts';
import type { GreyPicture } from '../../ingest/load/pictures/grey-picture.ts';
import { readDocument } from '../../ingest/read-document.ts';
import { aPdf } from '../builders/pdf-files.ts';
import { aParagraph, aRun, aWordFile } from '../builders/word-files.ts';
import { aWorkbook } from '../builders/workbooks.ts';
import { mutantsOf, readMutant } from '../measures/fuzzing/fuzz.ts';
import { SEEDS, type SeedFormat } from '../measures/fuzzing/seeds.ts';

const FILES_A_FORMAT = 8;

describe('damaged files of every format', () => {
  const pool = createReadingPool({ threads: 1 });
  afterAll(() => pool.close());

  it.each(Object.keys(SEEDS) as SeedFormat[])(
    'are read or refused with a reason, none fells its reader (%s)',
    {
      timeout: 120_000,
    },
    async (format) => {
      for (const mutant of await mutantsOf(format, FILES_A_FORMAT, 'fixed')) {
        const { outcome, fault } = await readMutant(mutant, pool);
        expect({ mutation: mutant.mutation, outcome, fault }).toMatchObject({ fault: null });
      }
    },
  );

  it('are the same for the same seed', async () => {
    const digest = async () =>
      (await mutantsOf('docx', 20, 'a')).map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    expect(await digest()).toEqual(await digest());
  });
});

describe('what fuzzing found', () => {
  it('a cell that says it lies billions of rows down is read without the rows between', async () => {
    const path = 'xl/worksheets/sheet1.xml';
    const parts = unzipSync(
      aWorkbook({
        Sheet1: {
          rows: [
            ['STT', 'Mức thu'],
            ['Bữa trưa', '35.000'],
          ],
        },
      }),
    );
    const far = strFromU8(parts[path] ?? new Uint8Array()).replace('"B2"', '"B2999999999"');
    const loaded = await loadDocument(zipSync({ ...parts, [path]: strToU8(far) }));
    expect(loaded.ok && JSON.stringify(loaded.blocks)).toContain('35.000');
  });

  it('a page that says it is millions of points long is drawn no longer than a picture may be', async () => {
    const [seed] = await SEEDS.scan();
    const long = Buffer.from(
      Buffer.from(seed ?? [])
        .toString('latin1')
        .replace('[0 0 595 842]', '[0 0 9000000 84]'),
      'latin1',
    );
    const asked: GreyPicture[] = [];
    const recognise = async (picture: GreyPicture) => {
      asked.push(picture);
      return [];
    };
    const recognition = { parallel: 1, recognise, kept: () => null, keep: () => {}, mayGoOn: () => true };
    const loaded = await loadDocument(long, { recognition, onPage: () => {} });
    expect(loaded).toMatchObject({ ok: false, skipped: { reason: 'no-text' } });
    expect(Math.max(0, ...asked.map(({ width }) => width))).toBeLessThanOrEqual(20_000);
  });

  it('a web page nested thousands deep is refused, one with many unclosed rows and items is read', async () => {
    const deep = `<html><body>${'<blockquote>'.repeat(40_000)}Điều 1.</body></html>`;
    expect(await loadDocument(Buffer.from(deep))).toMatchObject({ ok: false, skipped: { reason: 'unsafe' } });
    const long = `<html><body><ul>${'<li>Bữa trưa<br>'.repeat(5_000)}</ul><table>${'<tr><td>1<td>2'.repeat(5_000)}</table></body></html>`;
    expect(await loadDocument(Buffer.from(long))).toMatchObject({ ok: true });
  });

  it('a Word file with a part nested thousands deep is refused, one with thousands of paragraphs is read', async () => {
    const relations = (xml: string) => ({ more: { 'word/_rels/comments.xml.rels': strToU8(xml) } });
    const body = aParagraph(aRun('Điều 1. Phạm vi'));
    for (const xml of ['<row>'.repeat(40_000), '<row></row>'.repeat(40_000)])
      expect(await loadDocument(aWordFile(body, relations(xml)))).toMatchObject({ skipped: { reason: 'unsafe' } });
    expect(await loadDocument(aWordFile(body.repeat(3_000), relations('<row/>')))).toMatchObject({ ok: true });
  });

  it('a pdf whose characters say they stand trillions of points away does not fell the program', async () => {
    const mutants = await mutantsOf('pdf', 167, 'giao-duc');
    for (const { name, bytes } of [mutants[62], mutants[166]].flatMap((mutant) => mutant ?? []))
      expect(await readDocument({ name, bytes })).toMatchObject({ ok: true });
  });

  it('a table with a cell of a hundred thousand quotes is read', async () => {
    const bytes = Buffer.from(`STT;Nội dung;Mức thu\n1;Bữa trưa;35.000\n2;Bữa x${'"'.repeat(160_000)};20.000\n`);
    expect(await readDocument({ name: 'gia.csv', bytes })).toMatchObject({ ok: true, format: 'csv' });
  });

  it('thousands of lines of one paragraph keep every word', async () => {
    const line = 'a) Học bạ số có giá trị như học bạ giấy, khi chuyển trường thì chuyển theo';
    const bytes = Buffer.from(`Điều 1. Học bạ\n${`${line}\n`.repeat(3_000)}`);
    const reading = await readDocument({ name: 'dai.txt', bytes });
    const text = reading.ok ? reading.passages.map((passage) => passage.text).join(' ') : '';
    expect(text.match(/Học bạ số/g)).toHaveLength(3_000);
  });

  it('a pdf without a page is refused', async () => {
    expect(await loadDocument(await aPdf([]))).toMatchObject({ ok: false });
  });
});
