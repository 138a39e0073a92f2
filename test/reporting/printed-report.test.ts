import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLibreOffice, readPages, writePdf } from '../../adapters/reporting/libre-office.ts';
import { createMonthlyReports, type MonthlyReports } from '../../adapters/reporting/monthly-reports.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { periodOf } from '../../bot/reporting/month.ts';
import { createReports } from '../../bot/reporting/reports.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';

const MONTH = '2026-11';
const HEAD = { superior: 'ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH', office: 'PHÒNG VĂN HÓA - XÃ HỘI', symbol: 'BC-VHXH' };
const SIGNED = { signerCapacity: 'KT. TRƯỞNG PHÒNG', signerTitle: 'PHÓ TRƯỞNG PHÒNG', signerName: 'Nguyễn Thị Ngọc' };
const PROPOSAL = 'Bổ sung hướng dẫn về tuyển sinh.';

const libreOffice = await findLibreOffice(process.env['PATH'] ?? '');

describe.skipIf(libreOffice === null)('the report as LibreOffice prints it', { timeout: 120_000 }, () => {
  let engine: StateEngine;
  let reports: MonthlyReports;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-printed-'));
    engine = engineInMemory();
    const now = () => periodOf(MONTH).until;
    reports = createMonthlyReports(createReports({ ...engine, now, lock: (work) => work() }), { ...engine, now });
    await reports.setLetterhead({ ...HEAD, ...SIGNED, place: 'Ba Đình', recipients: ['Lưu: VT.'] }, 'mai');
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Words of each page of a report with so many proposals. */
  async function pagesWith(proposals: number): Promise<readonly string[]> {
    const drafted = await reports.draft(MONTH, 'lan');
    const words = { assessment: 'Không có.', proposals: Array.from({ length: proposals }, () => PROPOSAL).join('\n') };
    const edited = drafted.ok ? await reports.edit(MONTH, words, drafted.report.revision, 'lan') : drafted;
    if (!edited.ok) throw new Error(edited.reason);
    const docx = join(folder, `bao-cao-${proposals}.docx`);
    writeFileSync(docx, (await reports.files(edited.report)).docx);
    return readPages(await writePdf(libreOffice ?? '', docx));
  }

  it('has its head as the decree wants it, and is signed under words of the report, wherever the page ends', async () => {
    for (const proposals of [1, 4, 7, 10]) {
      const pages = await pagesWith(proposals);
      for (const words of [HEAD.office, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BÁO CÁO'])
        expect(pages[0]).toContain(words);
      const last = pages.at(-1) ?? '';
      const signed = ['Nơi nhận:', 'Lưu: VT.', SIGNED.signerCapacity, SIGNED.signerTitle, SIGNED.signerName];
      expect([proposals, ...signed.filter((words) => !last.includes(words))]).toEqual([proposals]);
      expect([proposals, last.includes('Số liệu về người hỏi')]).toEqual([proposals, true]);
    }
  });
});
