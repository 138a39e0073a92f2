import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlStaffFactors } from '../../adapters/stores/libsql/staff-factors.ts';
import { until } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-cli-'));
const dataDir = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (args: readonly string[], environment: Record<string, string> = {}) =>
  startProgram(args, { DATA_DIR: dataDir, ...environment });
const run = (args: readonly string[], environment: Record<string, string> = {}) => start(args, environment).ended;

beforeAll(async () => {
  const result = await run(['ingest', SAMPLES_DIR, '--data', dataDir]);
  expect(result.code, result.error).toBe(0);
});

describe('ingest', () => {
  it('reports every file with its number, and a skipped one with its reason', async () => {
    const drop = join(folder, 'drop');
    const richText = join(folder, 'cong-van.docx');
    writeFileSync(richText, '{\\rtf1 Công văn}');
    const result = await run(['ingest', SAMPLES_DIR, richText, join(folder, 'khong-co.txt'), '--data', drop, '--json']);
    const report = JSON.parse(result.out);
    expect(report.documents).toBe(readdirSync(SAMPLES_DIR).length);
    expect(
      report.lines
        .filter((line: { status: string }) => line.status === 'skipped')
        .map((line: { message: string }) => line.message),
    ).toEqual([expect.stringContaining('Định dạng chưa hỗ trợ'), expect.stringContaining('Không mở được tệp')]);
  });

  it('fails when nothing could be indexed, and keeps the present index', async () => {
    const picture = join(folder, 'anh.png');
    writeFileSync(picture, '\x89PNG\r\n\x1a\n', 'latin1');
    expect((await run(['ingest', picture, '--data', dataDir])).code).toBe(1);
    expect((await run(['ask', 'học phí trường công lập', '--data', dataDir])).code).toBe(0);
  });
});

describe('ask', () => {
  it('answers one question with the amount and its source', async () => {
    const { out } = await run(['ask', 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?', '--data', dataDir]);
    expect(out).toContain('35.000');
    expect(out).toMatch(/Nguồn: Phụ lục.*Nghị quyết 902\/2025\/NQ-HĐND \(hiệu lực từ 08\/12\/2025\)/);
  });

  it('decides messages of 20,000 hostile characters before it would be stopped', { timeout: 120_000 }, async () => {
    const pieces = [
      'a',
      'dạ ',
      'dạ, ',
      ' ',
      '. ',
      ', ',
      '1.',
      '1/2025/NQ-',
      'lớp 1, ',
      'gì và ',
      'có ',
      '<a',
      'a a ',
      '\u0301',
    ];
    const file = join(folder, 'hostile.jsonl');
    const lines = pieces.map((piece, index) => {
      const text = `${piece.repeat(Math.ceil(20_000 / piece.length))} bao nhiêu`;
      return JSON.stringify({ id: String(index), text, context: [text] });
    });
    writeFileSync(file, lines.join('\n'));
    const { child, ended } = start(['ask', '--batch', file, '--data', dataDir]);
    const stop = setTimeout(() => child.kill('SIGKILL'), 110_000);
    const { code, out } = await ended;
    clearTimeout(stop);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(pieces.length);
  });

  it('answers a batch line by line with exactly the promised keys, and nothing else on standard output', async () => {
    const file = join(folder, 'batch.jsonl');
    const lines = [
      { id: 'q1', text: 'tien an ban tru bua trua toi da bn a', note: 'ignored' },
      {
        id: 'q2',
        text: 'còn bữa sáng thì sao ạ',
        context: ['Tiền ăn bán trú bữa trưa tối đa bao nhiêu?', 'Page trả lời: Dạ, 35.000 đồng ạ.'],
      },
      { id: 'q3', text: 'em không muốn sống nữa' },
      { id: 'q4', text: 'giá vàng hôm nay bao nhiêu một chỉ' },
      { id: 'q5', text: '', context: null },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { out, code } = await run(['ask', '--batch', file, '--data', dataDir]);
    expect(code).toBe(0);
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map((result) => result.id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    for (const result of results) {
      expect(Object.keys(result)).toEqual(['id', 'outcome', 'topic', 'priority', 'text', 'citations', 'hits', 'ms']);
      for (const hit of result.hits) expect(Object.keys(hit)).toEqual(['file', 'number', 'address', 'text', 'score']);
      for (const citation of result.citations)
        expect(Object.keys(citation)).toEqual(['number', 'file', 'address', 'quote']);
    }
    const [fee, followUp, danger, gold] = results;
    expect(fee).toMatchObject({
      outcome: 'answered',
      citations: [{ number: '902/2025/NQ-HĐND', file: '902-2025-NQ-HDND-muc-thu-dich-vu.docx' }],
    });
    expect(fee.hits.length).toBe(10);
    expect(fee.text).toContain('trợ lý tự động');
    expect(followUp.text).not.toContain('trợ lý tự động');
    expect(followUp.hits[0].text).toContain('Bữa sáng');
    expect(danger).toMatchObject({ outcome: 'crisis', topic: 'child_safety', priority: 'urgent', citations: [] });
    expect(gold).toMatchObject({ outcome: 'abstained', topic: 'out_of_scope' });
  });

  it('names the line of a batch that it cannot read', async () => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, '{"id":"a","text":"xin chào"}\n{"id":1}\n');
    const result = await run(['ask', '--batch', file, '--data', dataDir]);
    expect(result.code).not.toBe(0);
    expect(result.error).toContain('Line 2');
  });
});

describe('bad input at start', () => {
  it('a damaged index is refused with the command that builds it again', async () => {
    const damaged = join(folder, 'damaged');
    cpSync(dataDir, damaged, { recursive: true });
    const { snapshot } = JSON.parse(readFileSync(join(damaged, 'knowledge/current.json'), 'utf8'));
    const file = join(damaged, 'knowledge', snapshot, 'passages.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('35.000', '36.000'));
    const result = await run(['ask', 'bữa trưa', '--data', damaged]);
    expect(result.code).toBe(1);
    expect(result.error).toContain('npm run ingest');
    expect(result.out).toBe('');
  });

  it('bad settings are listed all at once with status 2', async () => {
    const result = await run(['serve'], { PORT: 'x', MESSENGER_GRAPH_VERSION: '26', LOG_LEVEL: 'loud' });
    expect(result.code).toBe(2);
    for (const name of ['PORT', 'MESSENGER_GRAPH_VERSION', 'LOG_LEVEL']) expect(result.error).toContain(name);
  });
});

describe('serve', () => {
  it('says what is on and off, prints a one-time password once, and stops within ten seconds with pages open', async () => {
    const { child, printed: result, ended } = start(['serve', '--data', dataDir], { PORT: '0' });
    const url = await until(() => result.out.match(/Ready: (\S+)/)?.[1], 20_000);
    expect(result.out).toMatch(/on {3}web chat: \//);
    expect(result.out).toMatch(/off {2}Messenger: set MESSENGER_APP_ID/);
    expect(result.out).toMatch(/one-time password: \S{10,}/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const page = await fetch(`${url}/`);
    const cookie = page.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const stream = await fetch(`${url}/chat/events`, { headers: { cookie } });
    expect(stream.status).toBe(200);
    const stoppedAt = Date.now();
    child.kill('SIGINT');
    const { code } = await ended;
    expect(code).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    await stream.body?.cancel().catch(() => undefined);
  });

  it('answers from a new index without a restart', async () => {
    const own = join(folder, 'own');
    await run(['ingest', join(SAMPLES_DIR, '906-KH-UBND-truyen-thong-giao-duc.pdf'), '--data', own]);
    const {
      child,
      printed: result,
      ended,
    } = start(['serve', '--data', own], {
      PORT: '0',
      STAFF_ADMIN_PASSWORD: 'mat-khau-thu-1',
    });
    const url = await until(() => result.out.match(/Ready: (\S+)/)?.[1], 20_000);
    const passages = async () => (await (await fetch(`${url}/readyz`)).json()).passages as number;
    const before = await passages();
    await run(['ingest', SAMPLES_DIR, '--data', own]);
    await until(async () => (await passages()) > before, 10_000);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });
});

describe('admin', () => {
  it('adds staff with a one-time password that must be replaced', async () => {
    const result = await run([
      'admin',
      'staff',
      'add',
      'lan',
      '--display',
      'Cô Lan',
      '--role',
      'agent',
      '--data',
      dataDir,
    ]);
    expect(result.out).toMatch(/Created lan \(agent\)\. One-time password: \S{10,}/);
    expect((await run(['admin', 'staff', 'add', 'Lan Anh', '--data', dataDir])).code).not.toBe(0);
  });

  it('takes the second factor of an account away, and says so when there is none', async () => {
    const file = join(dataDir, 'state.db');
    const database = openDatabase(file);
    const factors = createLibsqlStaffFactors(database);
    await factors.save('lan', { sealedKey: 'gcm$x', lastStep: 1, recoveryDigests: ['a'] });
    const result = await run(['admin', 'staff', 'reset-factor', 'lan', '--data', dataDir]);
    expect([result.code, result.out]).toEqual([0, expect.stringContaining('lan has no second factor any more')]);
    expect(await factors.factor('lan')).toBeNull();
    database.close();
    expect((await run(['admin', 'staff', 'reset-factor', 'lan', '--data', dataDir])).code).toBe(2);
  });
});
