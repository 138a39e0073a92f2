import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDocumentCommands } from '../../adapters/cli/document-commands.ts';
import { readConfig } from '../../adapters/config.ts';
import { correctionsFile, readCorrections } from '../../adapters/corrections/correction-log.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { writeSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import type { OfficialDocument } from '../../knowledge/document.ts';
import { aDocument, aPassage, aRecord } from '../builders/documents.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const QUESTION = 'bữa trưa bán trú tối đa bao nhiêu đồng một ngày';
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'assistant-documents-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const NOTICE = aDocument({
  id: 'notice',
  file: 'thong-bao.txt',
  number: '7/TB-UBND',
  kind: 'Thông báo',
  territory: 'Hà Nội › Ba Đình',
});
const LETTER = aDocument({ id: 'letter', file: 'thu-moi.txt', number: null, kind: null, title: 'Thư mời' });

/** An index of documents that all tell the price of lunch. */
function index(...documents: OfficialDocument[]): void {
  const passages = documents.map(({ id }, place) =>
    aPassage(`Bữa trưa bán trú tối đa ${35 + place}.000 đồng một học sinh một ngày.`, {
      id: `${id}#1`,
      documentId: id,
    }),
  );
  const other = aDocument({ id: 'other', file: 'khac.txt', number: '99/2026/TT-BGDĐT' });
  const unrelated = aPassage('Học sinh mặc đồng phục.', { id: 'other#1', documentId: 'other' });
  const builtAt = new Date(NOW + documents.length).toISOString();
  writeSnapshot(
    dataDir,
    { builtAt, documents: [...documents, other], passages: [...passages, unrelated], vectors: null },
    aRecord(),
  );
}

/** Runs `admin document …`: what it printed and what it refused. */
async function run(...args: string[]): Promise<{ readonly out: string; readonly refused: string }> {
  const out: string[] = [];
  const refused: string[] = [];
  const admin = new Command('admin').exitOverride().configureOutput({ writeErr: () => undefined });
  addDocumentCommands(admin, {
    config: () => readConfig({ DATA_DIR: dataDir }),
    print: (text) => out.push(text),
    refuse: (problem) => refused.push(problem),
    now: () => NOW,
  });
  await admin.parseAsync(['document', ...args], { from: 'user' });
  return { out: out.join('\n'), refused: refused.join('\n') };
}
const shown = async (document: string) => JSON.parse((await run('show', document, '--json')).out);

describe('an editor', () => {
  it('sees where each field comes from, both ends of relations and the state today', async () => {
    index(NOTICE, aDocument({ id: 'next', file: 'moi.txt', number: '8/TB-UBND', territory: 'Hà Nội › Ba Đình' }));
    await run('relate', '8/TB-UBND', 'replaces', '7/TB-UBND', '--by', 'lan');
    await run('set', '7/tb-ubnd', 'signer=Lê Thị B, Phó Chủ tịch', 'schoolYear=2026-2027', '--by', 'lan');
    const { out } = await run('show', 'thong-bao.txt');
    expect(out).toMatch(/người ký +Lê Thị B, Phó Chủ tịch \(cán bộ sửa; đọc được: chưa rõ\)/);
    expect(out).toMatch(/được thay thế bởi +8\/TB-UBND +toàn bộ \(cán bộ sửa\)/);
    expect(out).toContain('Hôm nay: đã được thay thế bởi 8/TB-UBND.');
    expect((await run('list')).out).toMatch(/7\/TB-UBND +Thông báo +Ba Đình, Hà Nội/);
  });

  it('finds the history: who, when, the old and the new value', async () => {
    index(NOTICE);
    await run('set', '7/TB-UBND', 'inForceUntil=31/12/2026', '--by', 'lan');
    await run('set', '7/TB-UBND', 'inForceUntil=2026-12-15', '--by', 'hoa');
    const { out } = await run('history', '7/TB-UBND');
    expect(out.split('\n').map((line) => line.replace(/ {2,}/g, ' '))).toEqual([
      expect.stringMatching(/24\/11.* lan hết hiệu lực từ: chưa rõ → 31\/12\/2026/),
      expect.stringMatching(/ hoa hết hiệu lực từ: 31\/12\/2026 → 15\/12\/2026/),
    ]);
  });

  it('is obeyed at the next question of a running product, and after a new ingest of the document', async () => {
    index(NOTICE);
    const knowledge = openKnowledge(dataDir, null, { territory: 'Hà Nội › Ba Đình', publicUrl: null });
    const kind = async () => (await knowledge.answer(QUESTION, [], NOW, false)).kind;
    expect(await kind()).toBe('answered');
    await run('withdraw', '7/TB-UBND');
    expect(await kind()).toBe('unknown');
    index({ ...NOTICE, id: 'other-bytes', file: 'doi-ten.docx' });
    expect(await kind()).toBe('unknown');
    await run('reset', '7/TB-UBND');
    expect(await kind()).toBe('answered');
  });

  it('corrects a document without a number by its file', async () => {
    index(LETTER);
    await run('set', 'thu-moi.txt', 'number=12/TM-UBND');
    expect(await shown('12/TM-UBND')).toMatchObject({ number: '12/TM-UBND', origins: { number: 'corrected' } });
    index({ ...LETTER, id: 'changed-bytes' });
    expect((await shown('12/TM-UBND')).file).toBe('thu-moi.txt');
  });

  it('ends a part of another document from a day on', async () => {
    index(NOTICE, aDocument({ id: 'next', file: 'moi.txt', number: '8/2026/NQ-HĐND', territory: 'Hà Nội' }));
    await run(
      'relate',
      '8/2026/NQ-HĐND',
      'repeals',
      '7/TB-UBND',
      '--parts',
      'điều 1,khoản 2; Điều 3',
      '--from',
      '24/11/2026',
    );
    expect((await shown('7/TB-UBND')).validity).toEqual({
      state: 'in-force',
      changes: [{ by: '8/2026/NQ-HĐND', kind: 'repeals', parts: ['Điều 1, khoản 2', 'Điều 3'] }],
    });
    await run('unrelate', '8/2026/NQ-HĐND', 'repeals', '7/TB-UBND');
    expect((await shown('7/TB-UBND')).validity).toEqual({ state: 'in-force' });
  });

  it('confirms what stands there, until something of it changes', async () => {
    index(NOTICE);
    await run('confirm', '7/TB-UBND', '--by', 'lan');
    expect(await shown('7/TB-UBND')).toMatchObject({ confirmed: { by: 'lan', at: NOW } });
    index({ ...NOTICE, inForceFrom: '2026-03-03' });
    expect(await shown('7/TB-UBND')).not.toHaveProperty('confirmed');
  });
});

describe('an editor who thinks again', () => {
  it('takes decisions back one by one, and brings a withdrawn document back with all that was corrected', async () => {
    index(NOTICE);
    await run('set', '7/TB-UBND', 'schoolYear=2026-2027');
    await run('withdraw', '7/TB-UBND', '--reason', 'trùng');
    await run('restore', '7/TB-UBND');
    expect(await shown('7/TB-UBND')).toMatchObject({ schoolYear: '2026-2027' });
    expect(await shown('7/TB-UBND')).not.toHaveProperty('withdrawn');
    await run('undo', '7/TB-UBND');
    expect(await shown('7/TB-UBND')).toMatchObject({ withdrawn: true });
    await run('undo', '7/TB-UBND');
    await run('undo', '7/TB-UBND');
    expect(await shown('7/TB-UBND')).toMatchObject({ schoolYear: null });
    expect((await run('history', '7/TB-UBND')).out).toMatch(/rút khỏi phần trả lời: trùng.*hoàn tác/s);
  });

  it('drops a relation that names the other document without a number', async () => {
    const law = { kind: 'guides', number: null, name: 'Luật Giáo dục', issuedOn: null, territory: null } as const;
    index({ ...NOTICE, relations: [{ ...law, parts: null, from: null, origin: 'text' }] });
    await run('unrelate', '7/TB-UBND', 'guides', 'luật giáo dục');
    expect((await shown('7/TB-UBND')).relations).toEqual([]);
  });
});

describe('what an editor typed wrong', () => {
  it.each([
    [['set', '7/TB-UBND', 'inForceFrom=31/2/2026'], /không phải một ngày có thật; viết như 2026-01-15/],
    [['set', '7/TB-UBND', 'inForceUntil=2020-01-01'], /phải sau ngày có hiệu lực 2026-01-15/],
    [['set', '7/TB-UBND', 'territory=Hà Lội'], /viết "cả nước", tên tỉnh/],
    [['set', '7/TB-UBND', 'schoolYear=2026-2028'], /không phải một năm học/],
    [['set', '7/TB-UBND', 'mau=do'], /Các trường: number, kind/],
    [['set', '7/TB-UBND', 'title='], /không được để trống/],
    [['relate', '7/TB-UBND', 'amends', 'abc'], /không phải số hiệu; viết đủ như/],
    [['relate', '7/TB-UBND', 'amends', '1/2026/TT-BGDĐT', '--parts', 'khoản 2 Điều 5'], /viết từ đơn vị lớn đến nhỏ/],
    [['unrelate', '7/TB-UBND', 'amends', '1/2026/TT-BGDĐT'], /không có quan hệ “sửa đổi, bổ sung” với/],
    [['show', '404/TB-UBND'], /Không có văn bản nào .*document list/],
  ])('is refused with what to write instead: %j', async (args, message) => {
    index(NOTICE);
    expect((await run(...args)).refused).toMatch(message);
    expect(readCorrections(dataDir)).toEqual([]);
  });

  it('names the files when several documents bear the number', async () => {
    index(NOTICE, { ...NOTICE, id: 'twin', file: 'hue.txt', territory: 'Huế' });
    const { refused } = await run('withdraw', '7/TB-UBND');
    expect(refused).toContain('thong-bao.txt (còn hiệu lực)');
    expect(refused).toContain('hue.txt (của nơi khác (Huế))');
  });
});

describe('the record of corrections', () => {
  it('leaves out a line that a crash cut off, and goes on behind it', async () => {
    index(NOTICE);
    await run('withdraw', '7/TB-UBND');
    appendFileSync(correctionsFile(dataDir), '{"at":1,"by":"la');
    expect(readCorrections(dataDir)).toHaveLength(1);
    await run('reset', '7/TB-UBND');
    expect(readCorrections(dataDir).map(({ decision }) => decision.kind)).toEqual(['withdraw', 'reset']);
  });

  it('is refused as a whole when a line in it was damaged, naming the line', () => {
    index(NOTICE);
    writeFileSync(correctionsFile(dataDir), '\n{"at":"yesterday"}\n');
    expect(() => openKnowledge(dataDir, null, { territory: 'Hà Nội', publicUrl: null })).toThrow(
      /corrections\.jsonl .*line 2/,
    );
  });
});
