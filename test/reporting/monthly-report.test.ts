import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMonthlyReports, type MonthlyReports } from '../../adapters/reporting/monthly-reports.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { handledIncident } from '../../bot/incidents/incident.ts';
import { asideName } from '../../bot/kept-contents.ts';
import type { LedgerEntry } from '../../bot/ports/records.ts';
import type { ReportTurn } from '../../bot/ports/report-rows.ts';
import { periodOf } from '../../bot/reporting/month.ts';
import { createReports, type Report } from '../../bot/reporting/reports.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { anIncident } from '../builders/incidents.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const MONTH = '2026-11';
const DAY = 86_400_000;
const NOON = periodOf(MONTH).from + DAY / 2;
const TAKEN = NOON + 25 * DAY;
const FEES = 'Học phí năm học này bao nhiêu ạ';

let engine: StateEngine;
let reports: MonthlyReports;
let report: Report;
let clock = TAKEN;

async function asks(person: string, at: number, fields: Partial<LedgerEntry> = {}): Promise<void> {
  const turnId = `${person}-${at}`;
  const [channel = 'web'] = person.split(':') as ['web' | 'zalo' | 'messenger'];
  await engine.records.commit(
    aTurn({ conversationId: person, channel, at, ledger: aLedgerEntry({ turnId, question: FEES, ...fields }) }),
  );
}

beforeAll(async () => {
  engine = engineInMemory();
  for (let person = 0; person < 8; person += 1) {
    await asks(`web:web:p${person}`, NOON + person * DAY);
    await asks(`zalo:oa:p${person}`, NOON + person * DAY, {
      question: 'nop ho so tuyen sinh o dau vay',
      outcome: 'abstained',
    });
    await asks(`web:web:p${person}`, NOON - 30 * DAY);
  }
  await asks('web:web:p0', NOON + 9 * DAY, { question: `${FEES}, con tôi Nguyễn Hải Đăng 0912345678` });
  for (const person of ['a', 'b'])
    await asks(`messenger:page:${person}`, NOON, { question: 'Hỏi học bổng', topic: 'rumour' });
  const ticket = {
    kind: 'open',
    topic: 'child_safety',
    priority: 'urgent',
    question: 'Cháu bị đánh',
    dueAt: NOON,
  } as const;
  await engine.records.commit(aTurn({ conversationId: 'web:web:khan', at: NOON - 60_000, ticket, owner: 'queue' }));
  const food = anIncident({ filedAt: NOON, happenedAt: NOON });
  await engine.incidents.save(food);
  await engine.incidents.save(handledIncident(food, 'mai', 'Đã khám, các cháu ổn định.', NOON + DAY));
  await engine.incidents.save(anIncident({ id: 'i2', filedAt: NOON, urgency: 'normal' }));
  await engine.incidents.save(anIncident({ id: 'i3', filedAt: NOON - 40 * DAY }));
  const kept = createReports({ ...engine, now: () => clock, lock: (work) => work() });
  reports = createMonthlyReports(kept, { ...engine, now: () => clock });
  const drafted = await reports.draft(MONTH, 'lan');
  if (!drafted.ok) throw new Error(drafted.reason);
  report = drafted.report;
});
afterAll(() => engine.close());

const part = (file: Uint8Array, name: string) => strFromU8(unzipSync(file)[name] ?? new Uint8Array());
const documentOf = async (of: Report) => part((await reports.files(of)).docx, 'word/document.xml');

describe('the figures of a month', () => {
  it('add up again from the rows of the ledger, counted in another way', async () => {
    const rows = await engine.reportRows.turns(periodOf(MONTH), null, 1_000);
    const again = (isIn: (turn: ReportTurn) => boolean) => {
      const found = rows.filter(isIn);
      return { turns: found.length, people: new Set(found.map(({ conversationId }) => conversationId)).size };
    };
    const { counts } = report.snapshot;
    expect(counts['turns']).toEqual({ turns: 19, people: 18 });
    expect(counts['turns']).toEqual(again(() => true));
    expect(counts['channel:zalo']).toEqual(again(({ channel }) => channel === 'zalo'));
    expect(counts['outcome:abstained']).toEqual(again(({ outcome }) => outcome === 'abstained'));
    expect(counts['topic:rumour']).toEqual(again(({ topic }) => topic === 'rumour'));
    expect(counts['matter:học phí']).toEqual(again(({ question }) => question.startsWith('Học phí')));
    expect(counts['matter:tuyển sinh']).toEqual(again(({ question }) => question.includes('tuyen sinh')));
    expect(counts['day:1']).toEqual(again(({ at }) => at < periodOf(MONTH).from + DAY));
  });

  it('are compared with the month before, and with last year only where it has rows', () => {
    expect(report.snapshot.before?.['turns']).toEqual({ turns: 8, people: 8 });
    expect(report.snapshot.yearAgo).toBeNull();
  });

  it('hold what became of each crisis, and whether it was answered in time', () => {
    expect(report.snapshot.cases).toMatchObject([{ heat: 'crisis', topic: 'child_safety', punctuality: 'missed' }]);
  });

  it('hold what happened at schools and could not wait, with school, kind and result', async () => {
    expect(report.snapshot.incidents).toMatchObject([
      { incidentId: 'i1', school: 'Trường Tiểu học Mẫu A', kind: 'food', urgency: 'urgent', state: 'handled' },
    ]);
    const text = (await documentOf(report)).replace(/<[^>]+>/g, '|');
    for (const words of ['Sự việc nhà trường báo', 'An toàn thực phẩm, ngộ độc', 'Đã khám, các cháu ổn định.'])
      expect(text).toContain(words);
  });

  it('quote nobody: what few people wrote is masked or left out', () => {
    expect(report.snapshot.matters).toEqual([
      { matter: 'học phí', typical: FEES },
      { matter: 'tuyển sinh', typical: 'nop ho so tuyen sinh o dau vay' },
      { matter: 'học bổng', typical: null },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/0912345678|Hải Đăng|Cháu bị đánh|:p0/);
  });
});

describe('the report as files', () => {
  it('are the same bytes for the same report, in another run and for other documents in between', async () => {
    const first = await reports.files(report);
    await reports.files({ ...report, words: { assessment: 'Khác', proposals: '' } });
    const again = await reports.files(structuredClone(report));
    expect(Buffer.compare(first.docx, again.docx)).toBe(0);
    expect(Buffer.compare(first.xlsx, again.xlsx)).toBe(0);
  });

  it('lay the document out as Decree 30/2020 asks', async () => {
    const xml = await documentOf(report);
    const places = [
      'ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH',
      'PHÒNG VĂN HÓA - XÃ HỘI',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '/BC-VHXH',
      'Ba Đình, ngày',
      '>BÁO CÁO<',
      'tháng 11 năm 2026',
      '1. Tình hình chung',
      'Nơi nhận:',
      'TRƯỞNG PHÒNG',
    ].map((words) => xml.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(xml).toContain('w:w="11907" w:h="16840"');
    expect(xml).toContain('w:ascii="Times New Roman"');
  });

  it('show no count of fewer than five people, and none from which it could be told', async () => {
    const text = (await documentOf(report)).replace(/<[^>]+>/g, '|');
    expect(text).toContain('dưới 5');
    const channels = text.slice(text.indexOf('Theo kênh'), text.indexOf('Theo nhóm việc'));
    expect(channels).toMatch(/Facebook\|+dưới 5/);
    expect(channels).toMatch(/Zalo\|+không nêu/);
  });

  it('bring an annex whose numbers are numbers', async () => {
    const { xlsx } = await reports.files(report);
    expect(part(xlsx, 'xl/workbook.xml')).toContain('Theo kênh');
    expect(part(xlsx, 'xl/worksheets/sheet1.xml')).toMatch(/<v>19<\/v>/);
  });
});

describe('the way of a report', () => {
  it('goes from draft through approval to the archive, each step in the audit log, and never back', async () => {
    const edited = await reports.edit(MONTH, { assessment: 'Đã sửa.', proposals: 'Đề xuất.' }, report.revision, 'lan');
    expect(edited.ok).toBe(true);
    expect(await reports.approve(MONTH, '12', report.revision, 'mai')).toEqual({ ok: false, reason: 'stale' });
    const retaken = await reports.draft(MONTH, 'lan');
    const words = retaken.ok ? retaken.report.words : null;
    expect(words).toEqual({ assessment: 'Đã sửa.', proposals: 'Đề xuất.' });
    const approved = await reports.approve(MONTH, '12', retaken.ok ? retaken.report.revision : -1, 'mai');
    if (!approved.ok) throw new Error('not approved');
    expect(await reports.draft(MONTH, 'lan')).toEqual({ ok: false, reason: 'stale' });
    const xml = await documentOf(approved.report);
    expect(xml).toContain('Số: 12/BC-VHXH');
    expect(xml).toContain('ngày 26 tháng 11 năm 2026');
    expect(xml).not.toContain('DỰ THẢO');

    const before = await reports.files(approved.report);
    const archived = await reports.archive(approved.report, 'mai');
    if (!archived.ok) throw new Error('not archived');
    await reports.setLetterhead({ ...(await reports.letterhead()).value, office: 'PHÒNG KHÁC' }, 'mai');
    clock += DAY;
    expect(Buffer.compare((await reports.files(archived.report)).docx, before.docx)).toBe(0);
    const entries = await engine.audit.list(0, 20);
    expect(entries.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`)).toEqual([
      'lan report.draft 2026-11',
      'lan report.edit 2026-11',
      'lan report.draft 2026-11',
      'mai report.approve 2026-11',
      'mai report.archive 2026-11',
      'mai report.letterhead letterhead',
    ]);
    expect(entries[4]?.facts).toMatchObject({ docx: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('does not begin before its month does', async () => {
    expect(await reports.draft('2027-01', 'lan')).toEqual({ ok: false, reason: 'early' });
  });
});

describe('a report of a month before that cannot be read', () => {
  const DECEMBER = '2026-12';
  const drafted = async (month: string) => {
    const change = await reports.draft(month, 'lan');
    if (!change.ok) throw new Error(change.reason);
    return change.report;
  };

  it('leaves the next one without a comparison, which says so, until it is drafted anew', async () => {
    clock = periodOf(DECEMBER).from + 5 * DAY;
    const spoiled = '{"month":"2026-11","state":"archived","snapshot":';
    await engine.kept.set(`report:${MONTH}`, spoiled);
    const without = await drafted(DECEMBER);
    expect(without.snapshot).toMatchObject({ before: null, uncompared: [MONTH] });
    const told = 'Không so sánh được với tháng 11/2026: báo cáo đã lưu của tháng đó không đọc được.';
    expect((await documentOf(without)).replace(/<[^>]+>/g, '')).toContain(told);
    expect(await reports.find(MONTH)).toBe('unreadable');
    expect(await drafted(MONTH)).toMatchObject({ state: 'draft', revision: 1 });
    expect(await engine.kept.get(asideName(`report:${MONTH}`))).toBe(spoiled);
    const { snapshot } = await drafted(DECEMBER);
    expect(snapshot.uncompared).toEqual([]);
    expect(snapshot.before?.['turns']?.turns).toBeGreaterThan(0);
  });
});
