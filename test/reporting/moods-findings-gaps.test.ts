import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIETNAMESE } from '../../adapters/console/languages/words.ts';
import { createMonthlyReports } from '../../adapters/reporting/monthly-reports.ts';
import { reportSections } from '../../adapters/reporting/report-sections.ts';
import { REPORT_PARTS } from '../../adapters/reporting/report-words.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { LedgerEntry } from '../../bot/ports/records.ts';
import { periodOf } from '../../bot/reporting/month.ts';
import { moodOf } from '../../bot/reporting/mood.ts';
import { createReports, type Report } from '../../bot/reporting/reports.ts';
import { STATEMENTS_VALUE, writeStatements } from '../../bot/statements/statement.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aGap, aGapAnswer } from '../builders/gaps.ts';
import { aStatement } from '../builders/statements.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const MONTH = '2026-11';
const DAY = 86_400_000;
const NOON = periodOf(MONTH).from + DAY / 2;
const TAKEN = NOON + 25 * DAY;
const CLAIM = 'Nghe nói trường Hoa Sen giải thể, gọi 0912345678';

let engine: StateEngine;
let report: Report;

/** `count` people who each write the same once. */
async function write(
  name: string,
  count: number,
  at: number,
  question: string,
  fields: Partial<LedgerEntry> = {},
): Promise<void> {
  for (let person = 0; person < count; person += 1) {
    const ledger = aLedgerEntry({ turnId: `${name}-${person}`, question, ...fields });
    await engine.records.commit(aTurn({ conversationId: `web:web:${name}-${person}`, at: at + person, ledger }));
  }
}

beforeAll(async () => {
  engine = engineInMemory();
  await write('angry', 10, NOON, 'Thu tiền kiểu này thật quá đáng');
  await write('calm', 24, NOON, 'Học phí bao nhiêu ạ');
  await write('told', 6, NOON, 'Trường giải thể à', { decidedBy: 'statement:refuted:s1' });
  await write('lost', 6, NOON, 'Xe đưa đón chạy đường nào', { outcome: 'abstained' });
  await write('nameless', 8, NOON, 'Bể bơi ở đâu', { outcome: 'abstained' });
  await write('before-angry', 5, NOON - 30 * DAY, 'toi rat buc xuc');
  await write('before-calm', 45, NOON - 30 * DAY, 'Học phí bao nhiêu ạ');
  await engine.kept.set(STATEMENTS_VALUE, writeStatements([aStatement({ kind: 'refuted', claim: CLAIM })]));
  const used = aGapAnswer({ state: 'in-use', usedSince: NOON, expiresOn: '2026-11-20' });
  for (const gap of [
    aGap({ id: 'open', openedAt: NOON }),
    aGap({ id: 'waits', openedAt: NOON, answers: [aGapAnswer()] }),
    aGap({ id: 'ended', openedAt: NOON - 40 * DAY, answers: [used] }),
    aGap({ id: 'later', openedAt: NOON + 40 * DAY }),
  ])
    await engine.gaps.save(gap);
  const now = () => TAKEN;
  const reports = createMonthlyReports(createReports({ ...engine, now, lock: (work) => work() }), { ...engine, now });
  const drafted = await reports.draft(MONTH, 'lan');
  if (!drafted.ok) throw new Error(drafted.reason);
  report = drafted.report;
});
afterAll(() => engine.close());

const sectionOf = (id: string) => reportSections(report).find((section) => section.id === id);
const tableOf = (section: string, caption: string) =>
  sectionOf(section)
    ?.tables.find((table) => table.caption === caption)
    ?.rows.map((row) => row.map(({ text }) => text));

describe('how a message sounds', () => {
  it.each([
    ['Nhà trường làm ăn kiểu gì vậy', 'displeased'],
    ['em buc xuc lam roi', 'displeased'],
    ['Tôi không đồng tình với cách thu này', 'displeased'],
    ['nghe tin này em hoang mang quá', 'worried'],
    ['em lo lắng cho con', 'worried'],
    ['page trả lời nhanh quá', 'pleased'],
    ['Học phí bao nhiêu, em cảm ơn', 'neutral'],
    ['Chất lượng cao là sao', 'neutral'],
    ['trường lạm thu', 'displeased'],
    ['em muon lam thu tuc qua dang ky truc tuyen', 'neutral'],
    ['Nộp qua đăng ký trực tuyến, làm thủ tục ở đâu', 'neutral'],
    ['so con trong ho nop cho ai, co bat an ban tru khong', 'neutral'],
  ] as const)('is told by its words: «%s» is %s', (question, mood) => {
    expect(moodOf({ topic: null, decidedBy: 'answer:sure', question })).toBe(mood);
  });

  it('is displeased in a complaint and pleased in thanks, whatever the words', () => {
    expect(moodOf({ topic: 'complaint_denunciation', decidedBy: 'policy', question: '' })).toBe('displeased');
    expect(moodOf({ topic: 'smalltalk', decidedBy: 'smalltalk:thanks', question: 'ok' })).toBe('pleased');
  });
});

describe('the report of a month', () => {
  it('tells which way displeasure goes, each message counted in one way', () => {
    const { counts } = report.snapshot;
    const [displeased, neutral] = ['mood:displeased', 'mood:neutral'].map((figure) => counts[figure]?.turns);
    expect([displeased, neutral, counts['turns']?.turns]).toEqual([10, 44, 54]);
    const { share, against } = REPORT_PARTS.mood;
    expect(sectionOf('mood')?.paragraphs[0]).toBe(share('18,5', against.before('10,0')));
    expect(report.words.assessment).toContain('10 lượt tỏ ý không hài lòng, tăng 100% so với tháng trước');
  });

  it('proposes documents for matters by name, and none for what has no name', () => {
    expect(report.words.proposals).toContain('hướng dẫn chính thức về: xe đưa đón, vì');
  });

  it('compares with no month that was counted before anybody looked at how messages sound', () => {
    const { before } = report.snapshot;
    const old = Object.fromEntries(Object.entries(before ?? {}).filter(([figure]) => !figure.startsWith('mood:')));
    const sections = reportSections({ ...report, snapshot: { ...report.snapshot, before: old } });
    const mood = sections.find(({ id }) => id === 'mood');
    expect(mood?.paragraphs[0]).toBe(REPORT_PARTS.mood.share('18,5', ''));
    expect(mood?.tables[0]?.rows[0]?.[3]?.text).toBe(REPORT_PARTS.none);
  });

  it('names each claim of which the office told what it found, masked, with its rows', () => {
    const [claim, found, turns, people] = tableOf('statements', REPORT_PARTS.tables.findings)?.[0] ?? [];
    expect(claim).toBe('Nghe nói trường Hoa Sen giải thể, gọi [số điện thoại]');
    expect([found, turns, people]).toEqual([VIETNAMESE.statementFigures.refuted, '6', '6']);
    const [row = []] = sectionOf('statements')?.tables[0]?.rows ?? [];
    expect(row.map(({ figure }) => figure)).toEqual([undefined, undefined, 'finding:s1', 'finding:s1']);
  });

  it('counts needs that no document answers: new, answered, waiting, ended and open', () => {
    const { gaps } = REPORT_PARTS;
    expect(tableOf('unanswered', REPORT_PARTS.tables.gaps)).toEqual([
      [gaps.opened, '2'],
      [gaps.answered, '1'],
      [gaps.waiting, '1'],
      [gaps.ended, '1'],
      [gaps.open, '1'],
    ]);
  });
});
