import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { createBrowserPages, DESKTOP, fitsWindow, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, STAFF_PASSWORD } from '../builders/staff-visitor.ts';

const NOTICE = aDocument({
  id: '7777777777777777',
  file: 'thong-bao.txt',
  number: '7/TB-UBND',
  kind: 'Thông báo',
  title: 'Giá bữa trưa bán trú',
  relations: [aRelation({ number: '3/TB-UBND' })],
});
const DOCUMENTS = [
  NOTICE,
  aDocument({ id: '3333333333333333', file: 'cu.txt', number: '3/TB-UBND', kind: 'Thông báo', title: 'Giá năm trước' }),
  aDocument({ id: '1111111111111111', file: 'thu.txt', number: null, kind: null, title: 'Thư mời họp phụ huynh' }),
];
const PASSAGES = [
  aPassage('Bữa trưa bán trú tối đa 35.000 đồng một học sinh một ngày.', {
    id: `${NOTICE.id}#1`,
    documentId: NOTICE.id,
    headings: ['Điều 1. Mức thu'],
  }),
];

let browser: Browser;
let pages: ServedPages;
const open = createBrowserPages(() => browser);

/** Nothing that shuts somebody out, and nothing to be scrolled sideways. */
async function expectSound(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await fitsWindow(page)).toBe(true);
}

describe.skipIf(!hasChromium())('the pages on documents in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    pages = await servePages({ now: Date.now(), documents: DOCUMENTS, passages: PASSAGES });
    await addStaff(pages, { role: 'editor' });
  });
  afterEach(async () => {
    const complaints = await open.closeAll();
    await pages.close();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['desktop', DESKTOP, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const)(
    'let an editor find, correct, withdraw, upload and try on a %s',
    { timeout: 240_000 },
    async (_size, size, colorScheme) => {
      const page = await open.open({ ...size, colorScheme }, `${pages.url}/staff`);
      await page.getByLabel('Tên đăng nhập').fill('lan');
      await page.getByLabel('Mật khẩu').fill(STAFF_PASSWORD);
      await page.keyboard.press('Enter');

      await page.getByText('3 văn bản').waitFor();
      await expectSound(page);
      await page.getByLabel('Tìm số hiệu').fill('bua trua');
      await page.keyboard.press('Enter');
      await page.getByText('1 trong 3 văn bản').waitFor();
      await page.getByRole('link', { name: NOTICE.title }).click();
      await page.getByRole('heading', { name: NOTICE.title }).waitFor();
      await expectSound(page);

      await page.getByRole('link', { name: 'Sửa thông tin' }).click();
      await page.getByLabel('Năm học').fill('2026');
      await page.getByRole('button', { name: 'Lưu', exact: true }).click();
      await page.getByText('không phải một năm học').waitFor();
      await expectSound(page);
      await page.getByLabel('Năm học').fill('2026-2027');
      await page.getByRole('button', { name: 'Lưu', exact: true }).click();
      await page.getByText('Đã lưu thông tin').waitFor();

      await page.getByText('Rút văn bản', { exact: true }).first().click();
      await page.getByLabel('Lý do').fill('Đã có bản mới');
      await page.getByRole('button', { name: 'Rút văn bản' }).click();
      await page.getByText('Lý do rút: Đã có bản mới').waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      await page.getByText('Đã hoàn tác').first().waitFor();

      await page.getByRole('link', { name: 'Nạp tệp' }).click();
      await page.getByLabel('Chọn tệp').setInputFiles([
        {
          name: 'Quyết định “dạy thêm”.pdf',
          mimeType: 'application/pdf',
          buffer: sample('910-QD-UBND-day-them-hoc-them.pdf'),
        },
        { name: 'phim.mp4', mimeType: 'video/mp4', buffer: Buffer.from('\0\0\0 ftypmp42') },
      ]);
      await page.getByRole('button', { name: 'Nạp', exact: true }).click();
      await page.getByText(/Quyết định “dạy thêm”\.pdf: đã nhận/).waitFor();
      await page.getByText(/phim\.mp4: Định dạng chưa hỗ trợ/).waitFor();
      await expectSound(page);
      pages.ingests.running = { since: 0, waits: false, progress: { step: 'read', done: 1, total: 4, label: 'a.pdf' } };
      await page.goto(`${pages.url}/staff/uploads`);
      await page.getByText('Đã đọc 1/4 tệp').waitFor();
      await expectSound(page);
      pages.ingests.running = null;
      pages.ingests.ended = {
        at: pages.clock.now,
        report: { outcome: 'switched', documents: 4, passages: 60, seconds: 2, missing: [], notes: [] },
      };
      await page.getByText('Trợ lý đang trả lời từ chỉ mục mới: 4 văn bản').waitFor();
      await page.getByText(/Gỡ tệp/).click();
      await page.getByRole('button', { name: /^Gỡ / }).click();
      await page.getByText('Đã gỡ tệp').waitFor();
      await page.getByRole('button', { name: /^Đưa trở lại/ }).click();
      await page.getByText('Đã đưa tệp trở lại').waitFor();

      await page.getByRole('link', { name: 'Thử một câu hỏi' }).click();
      await page.getByLabel('Câu hỏi', { exact: true }).fill('bua trua ban tru toi da bao nhieu dong');
      await page.getByRole('button', { name: 'Thử', exact: true }).click();
      await page.getByText('Trả lời từ văn bản').waitFor();
      await expectSound(page);
    },
  );

  it('work without scripts', async () => {
    const page = await open.open({ ...PHONE, javaScriptEnabled: false }, `${pages.url}/staff`);
    await page.getByLabel('Tên đăng nhập').fill('lan');
    await page.getByLabel('Mật khẩu').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Nạp tệp' }).click();
    await page
      .getByLabel('Chọn tệp')
      .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Điều 1. Nghỉ hè.') }]);
    await page.getByRole('button', { name: 'Nạp', exact: true }).click();
    await page.getByText('a.txt: đã nhận').waitFor();
    pages.ingests.running = { since: 0, waits: false, progress: null };
    await page.getByRole('link', { name: 'Nạp tệp' }).click();
    await page.getByRole('link', { name: 'Xem tiến độ mới' }).waitFor();
    await page.goto(`${pages.url}/staff/documents/${NOTICE.id}`);
    await page.getByRole('button', { name: 'Xác nhận thông tin đúng' }).click();
    await page.getByText('đã xác nhận lúc').waitFor();
  });
});

function sample(name: string): Buffer {
  return readFileSync(join(SAMPLES_DIR, name));
}
