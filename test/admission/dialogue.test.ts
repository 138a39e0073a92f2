import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { type Database, openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlEngine } from '../../adapters/stores/libsql/libsql-engine.ts';
import type { PublishedTable } from '../../bot/admission/published-tables.ts';
import { ADMISSION_QUESTIONS, STAFF_SENTENCES } from '../../bot/admission/sentences.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import { sampleTable } from '../builders/admission-table.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';

const AN = 'web:web:an';
/** Monday 4 May 2026, 9:00 in Vietnam. */
const MONDAY = Date.UTC(2026, 4, 4, 2);
const DAY_MS = 86_400_000;
const Q = ADMISSION_QUESTIONS;
/** What the documents say to anything. */
const FROM_DOCUMENTS = 'Dạ, em chưa tìm thấy câu trả lời chắc chắn';

let database: Database;
let stores: StateEngine;
let turns: number;
let now: number;
let published: PublishedTable | null;
let sample: AdmissionTable;
beforeAll(async () => {
  sample = await sampleTable();
});
beforeEach(() => {
  database = openDatabase(':memory:');
  stores = createLibsqlEngine(database, ':memory:', {
    onFault(error) {
      throw error;
    },
  });
  turns = 0;
  now = MONDAY;
  published = { table: sample, digest: '0123456789abcdef' };
});
afterEach(() => stores.close());

/** Says something and gives the reply with its buttons and citations. */
async function hear(text: string, payload: string | null = null) {
  await runPlainTurn(
    stores,
    { conversationId: AN, text, payload, at: now },
    {
      now: () => now,
      newId: () => `turn-${++turns}`,
      admission: { tableOn: async () => published, tableOf: async () => null },
    },
  );
  const lines = await stores.records.transcript(AN, 0, 100);
  const last = lines.at(-1);
  if (last?.author !== 'bot') throw new Error('The bot said nothing.');
  return last;
}

/** Says several things, one after the other, and gives the last reply. */
async function say(...texts: readonly string[]): Promise<string> {
  let reply = '';
  for (const text of texts) reply = (await hear(text)).text;
  return reply;
}

describe('a family that asks for its school', () => {
  it('is answered at once where everything was said, with the rows and their document', async () => {
    const reply = await hear('con em sinh 2020 ở ngõ 12 Đội Cấn, tạm trú, thì học trường nào ạ');
    expect(reply.text).toContain('• Bé vào: Lớp 1');
    expect(reply.text).toContain('Trường Tiểu học Mẫu Số Hai');
    expect(reply.text).toContain('DỮ LIỆU MẪU');
    expect(reply.text).toContain('901/KH-UBND (MẪU), Mục II, Phụ lục 1');
    expect(reply.text).toContain('Giấy xác nhận thông tin về cư trú');
    expect(reply.text).not.toContain('VNeID');
    expect(reply.citations.map(({ passageId }) => passageId)).toContain('tuyen-sinh-2026-2027#zones-6');
  });

  it('may tell the whole birth date, for which it is asked here and nowhere else', async () => {
    expect(await say('bé sinh 12/3/2020 ở ngõ 12 Đội Cấn, thường trú, học trường nào')).toContain(
      'Trường Tiểu học Mẫu Số Hai',
    );
  });

  it('is not taken for one where a birth date is sent for something else', async () => {
    const reply = await hear('gửi page: cháu tên An sinh ngày 12/3/2020, tra hồ sơ giúp');
    expect(reply.text).not.toMatch(/Trường|phường/);
  });

  it('is asked for one thing at a time, and only for what is missing', async () => {
    expect(await say('con em học trường nào ạ')).toContain(Q.birth);
    expect(await say('con tôi sinh ngày 12/3/2020')).toContain(Q.address);
    expect(await say('pho doi can')).toContain(Q.number);
    expect(await say('12')).toContain(Q.residence);
    expect(await say('1')).toContain('Hồ sơ (thường trú)');
  });

  it('may type without diacritics, in teencode and hastily', async () => {
    expect(await say('be sinh thang 3/2020 vao lop 1 o dau')).toContain(Q.address);
    expect(await say('ngo 12 doi can p ngoc ha')).toContain(Q.residence);
    expect(await say('thuong tru ak')).toContain('Trường Tiểu học Mẫu Số Hai');
  });

  it('may tap the answers', async () => {
    const asked = await hear('con em học trường nào ạ');
    const year = asked.quickReplies.find(({ title }) => title === 'Sinh năm 2015');
    expect((await hear('Sinh năm 2015', year?.payload ?? '')).text).toContain(Q.address);
    const ward = await hear('5 phố Kim Mã');
    expect(ward.quickReplies.map(({ title }) => title)).toContain('Phường Giảng Võ');
    expect(await say('Phường Giảng Võ')).toContain('Trường THCS Mẫu C');
  });

  it('may ask on about another child or another address', async () => {
    await say('con em sinh 2020 ở phường Trúc Bạch tổ 8, thường trú, học trường nào');
    expect(await say('thế bé sinh 2015 thì sao')).toContain('Trường THCS Mẫu B');
    expect(await say('thế ở phường Thành Công thì sao')).toContain('Trường THCS Mẫu C');
  });

  it('may leave at any time', async () => {
    await say('con em học trường nào ạ');
    expect(await say('thôi')).toContain('em dừng tra tuyến ở đây');
    expect(await say('con em học trường nào ạ', 'học phí lớp 1 bao nhiêu?')).toContain(FROM_DOCUMENTS);
    expect(await say('con em học trường nào ạ', 'gặp cán bộ')).toContain('chuyển cuộc trò chuyện đến cán bộ');
  });

  it('gets the hotlines before anything else', async () => {
    await say('con em học trường nào ạ');
    expect(await say('cháu sinh 2020 bị bố đánh gãy tay')).toContain('113');
  });

  it.each([
    ['con em sinh 2019 ở 12 Đội Cấn học trường nào', STAFF_SENTENCES.exception],
    ['con em sinh 2017 ở 12 Đội Cấn vào lớp 6 học trường nào', STAFF_SENTENCES.exception],
    ['con em sinh 2016 ở 12 Đội Cấn học trường nào', STAFF_SENTENCES['no-class']],
    ['con em sinh 2020 ở 8 phố Nguyễn Thái Học học trường nào', STAFF_SENTENCES['no-zone']],
  ])('is told plainly that staff must look: %s', async (question, words) => {
    const reply = await hear(question);
    expect(reply.text).toContain(words);
    expect(reply.quickReplies).toMatchObject([{ title: 'Gặp cán bộ' }]);
  });

  it('is offered staff where it does not know, and is asked nothing twice', async () => {
    expect(await say('con em sinh 2020 ở phố Đội Cấn học trường nào', 'em không nhớ')).toContain(
      STAFF_SENTENCES.unclear,
    );
    expect(await say('con em sinh 2020 ở phố Liễu Giai học trường nào')).toContain(Q.ward);
    expect(await say('số 5 Liễu Giai')).toContain(STAFF_SENTENCES.unclear);
  });

  it('begins anew after a day', async () => {
    await say('con em sinh 2020 học trường nào');
    now += 2 * DAY_MS;
    expect(await say('con em học trường nào, nhà ở 12 Đội Cấn')).toContain(Q.birth);
  });

  it('leaves neither birth date nor address in the ledger', async () => {
    await say('con em học trường nào ạ', 'sinh ngày 12/3/2020', '47 Đội Cấn', 'tạm trú');
    const kept = JSON.stringify(database.prepare('SELECT question, reply, citations FROM turns').all());
    expect(turns).toBe(4);
    expect(kept).not.toMatch(/12\/3\/2020|2020-03-12|47/);
  });

  it.each([
    'tuyển sinh lớp 1 cần giấy tờ gì',
    'trẻ sinh năm 2020 vào lớp 1 cần giấy tờ gì',
    'trường nào ở Ba Đình dạy bán trú',
    'con tôi học lớp 3 muốn chuyển trường thì nộp ở trường nào',
    'học phí trường mầm non phường Ngọc Hà',
  ])('is no family that asks: %s', async (question) => {
    expect(await say(question)).toContain(FROM_DOCUMENTS);
  });

  it('is answered from documents alone where no table is published or in force', async () => {
    const question = 'con em sinh 2020 ở ngõ 12 Đội Cấn thì học trường nào ạ';
    const before = published;
    published = null;
    expect(await say(question)).toContain(FROM_DOCUMENTS);
    published = before;
    now = Date.UTC(2025, 4, 4);
    expect(await say(question)).toContain(FROM_DOCUMENTS);
  });
});
