import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserPages, DESKTOP, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { aCitation, aCorrection } from '../builders/corrections.ts';
import { aGap, aGapAnswer } from '../builders/gaps.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, STAFF_PASSWORD } from '../builders/staff-visitor.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

const PAGES = [
  '/staff/audit',
  '/staff/calendar',
  '/staff/admission',
  '/staff/topics',
  '/staff/topics/crisisAdult',
  '/staff/health',
  '/staff/press',
  '/staff/gaps',
  '/staff/gaps/g',
  '/staff/corrections',
  '/staff/corrections/old.superseded.new',
  '/staff/statements',
  '/staff/statements/new',
  '/staff/radar',
  '/staff/incidents',
  '/staff/reports',
  '/staff/users',
];

let browser: Browser;
let pages: ServedPages;
const open = createBrowserPages(() => browser);

/** A page of the console at one size, logged in as an admin. */
async function enter(options: Parameters<typeof open.open>[0], path: string): Promise<Page> {
  const page = await open.open(options, `${pages.url}/staff/login`);
  await page.getByLabel('Tên đăng nhập').fill('admin');
  await page.getByLabel('Mật khẩu').fill(STAFF_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL('**/staff/tickets');
  await page.goto(pages.url + path);
  return page;
}

/** The window of a phone grows with what is too wide for its screen, so the screen is what counts. */
const overflows = (page: Page) =>
  page.evaluate((width) => document.documentElement.scrollWidth > width, page.viewportSize()?.width ?? 0);

describe.skipIf(!hasChromium())('the pages of those in charge, in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    pages = await servePages();
    await addStaff(pages, { name: 'admin', displayName: 'Quản trị', role: 'admin' });
    const facts = { reason: 'Sửa văn bản học phí' };
    await pages.audit.append({ at: pages.clock.now, actor: 'admin', action: 'bot.off', subject: 'bot', facts });
    await pages.gaps.save(aGap({ answers: [aGapAnswer()] }));
    const said = [outgoing('Dạ, 35.000 đồng ạ.', { citations: [aCitation()] })];
    await pages.records.commit(aTurn({ outgoing: said }));
    pages.outbox.sendAll();
    await pages.corrections.save(aCorrection());
    const at = pages.clock.now;
    const words = 'Nghe nói trường bắt mua đồng phục hai triệu một bộ mới được học có thật không ạ';
    const surge = { stream: 'matter:học phí', from: at - 900_000, seenAt: at, people: 30, expected: 2.5, chance: 1e-9 };
    const rumour = { id: 'r', words, firstSeen: at, lastSeen: at, people: 6, channels: ['zalo', 'messenger'] } as const;
    await pages.radar.add([surge], [rumour], at);
  });
  afterEach(async () => expect(await open.closeAll()).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  it.each([
    ['desktop', { ...DESKTOP, colorScheme: 'light' as const }, PAGES],
    // The same parts make up the others.
    [
      'phone',
      { ...PHONE, colorScheme: 'dark' as const },
      ['/staff/audit', '/staff/calendar', '/staff/gaps/g', '/staff/corrections/old.superseded.new', '/staff/radar'],
    ],
  ])('fit a %s and have no serious accessibility fault', async (_size, options, examined) => {
    const page = await enter(options, '/staff');
    for (const path of PAGES) {
      await page.goto(pages.url + path);
      expect([path, await overflows(page)]).toEqual([path, false]);
      if (examined.includes(path)) expect([path, ...(await seriousFindings(page))]).toEqual([path]);
    }
  });

  it('let a calendar be changed and taken back on a phone', async () => {
    const page = await enter(PHONE, '/staff/calendar');
    await page.getByLabel('Thứ Bảy').fill('8:00-11:00');
    await page.getByRole('button', { name: 'Lưu giờ làm việc' }).click();
    await page.getByText('Đã lưu. Lịch mới').waitFor();
    await expect.poll(() => page.getByLabel('Thứ Bảy').inputValue()).toBe('08:00-11:00');
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
    await page.getByText('Đã lưu. Lịch mới').waitFor();
    await expect.poll(() => page.getByLabel('Thứ Bảy').inputValue()).toBe('');
  });

  it('let a reply be worded, looked at and saved without scripts', async () => {
    const page = await enter({ ...DESKTOP, javaScriptEnabled: false }, '/staff/topics/thanks');
    await page.getByLabel('Câu trả lời').fill('Dạ, rất vui được giúp anh/chị ạ!');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('button', { name: 'Sửa tiếp' }).click();
    await expect
      .poll(() => page.getByLabel('Câu trả lời').first().inputValue())
      .toBe('Dạ, rất vui được giúp anh/chị ạ!');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('button', { name: 'Lưu và dùng ngay' }).click();
    await page.getByText('Đã lưu.').waitFor();
    await page.goto(`${pages.url}/staff/audit?action=topic.`);
    expect(await page.getByText('Sửa câu trả lời').count()).toBe(1);
  });

  it('have a menu of the pages that are followed, which closes by Escape, by a click elsewhere and by the other menu', async () => {
    const page = await enter(DESKTOP, '/staff/radar');
    const follow = page.locator('nav summary', { hasText: 'Theo dõi' });
    const reports = page.getByRole('link', { name: 'Báo cáo tháng' });
    await follow.click();
    await reports.waitFor();
    await page.keyboard.press('Escape');
    await reports.waitFor({ state: 'hidden' });
    expect(await follow.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await reports.waitFor();
    await page.locator('.account summary').click();
    await reports.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Nhật ký thao tác' }).waitFor();
    await page.locator('h1').click();
    await page.getByRole('link', { name: 'Nhật ký thao tác' }).waitFor({ state: 'hidden' });
    await follow.click();
    await reports.click();
    await page.waitForURL('**/staff/reports');
  });
});
