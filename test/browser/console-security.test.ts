import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeAt } from '../builders/authenticator.ts';
import { createBrowserPages, DESKTOP, fitsWindow, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { MARKUP, plantMarkup } from '../builders/planted-markup.ts';
import { startScriptedBot } from '../builders/scripted-bot.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';

let browser: Browser;
let pages: ServedPages;
const open = createBrowserPages(() => browser);

async function logIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(STAFF_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function expectFit(page: Page): Promise<void> {
  expect(await fitsWindow(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
}

describe.skipIf(!hasChromium())('the console in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    pages = await servePages({ now: Date.now(), secondFactorMode: 'required' });
    await addStaff(pages, { name: 'admin', displayName: 'Quản trị', role: 'admin' });
    await addStaff(pages);
  });
  afterEach(async () => {
    const complaints = await open.closeAll();
    await pages.close();
    expect(complaints).toEqual([]);
  });

  it('runs nothing of the markup that citizens and colleagues wrote', { timeout: 60_000 }, async () => {
    const visitor = await signIn(pages, { name: 'hoa', role: 'supervisor' });
    const shown = await plantMarkup(pages, visitor, await formToken(visitor));
    const page = await open.open(DESKTOP, `${pages.url}/staff/login`);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await logIn(page, 'hoa');
    await page.getByRole('heading', { name: 'Phiếu hỗ trợ' }).waitFor();
    for (const path of shown.filter((one) => !one.startsWith('/staff/users'))) {
      await page.goto(pages.url + path);
      const ran = await page.evaluate(() => ({
        ran: 'ran' in window,
        base: document.baseURI.startsWith(location.origin),
      }));
      expect([path, ran]).toEqual([path, { ran: false, base: true }]);
    }
    expect(dialogs).toEqual([]);
  });

  it('runs nothing of the markup in the chat of a citizen either', { timeout: 60_000 }, async () => {
    startScriptedBot(pages);
    const page = await open.open(PHONE, `${pages.url}/`);
    for (const markup of MARKUP.slice(0, 6)) {
      await page.getByLabel('Câu hỏi của anh/chị').last().fill(markup);
      await page.keyboard.press('Enter');
      await page.locator('#log .bubble', { hasText: markup }).first().waitFor();
    }
    await page.reload();
    for (const markup of MARKUP.slice(0, 6)) {
      await page.locator('#log .bubble', { hasText: markup }).first().waitFor();
    }
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('lets the first admin set up the second factor at once, and come back with a code (%s)', async (_size, size) => {
    const page = await open.open(size, `${pages.url}/staff`);
    await logIn(page, 'admin');
    await page.getByRole('img', { name: /Hình vuông để quét/ }).waitFor();
    await expectFit(page);
    await page.getByText('Không quét được?').click();
    const key = (await page.locator('.secret dd').textContent()) ?? '';
    await page.getByLabel('Mã 6 số').fill(codeAt(key, pages.clock.now));
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
    await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor();
    await expectFit(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải về' }).click();
    expect((await waiting).suggestedFilename()).toBe('ma-khoi-phuc.txt');
    await page.getByRole('link', { name: 'Tôi đã lưu các mã' }).click();

    pages.clock.now += 60_000;
    const again = await open.open(size, `${pages.url}/staff/users`);
    await logIn(again, 'admin');
    await again.getByRole('heading', { name: 'Nhập mã xác thực' }).waitFor();
    await expectFit(again);
    await again.getByLabel('Mã 6 số hoặc mã khôi phục').fill(codeAt(key, pages.clock.now));
    await again.getByRole('button', { name: 'Tiếp tục' }).click();
    await again.getByRole('heading', { name: 'Người dùng' }).waitFor();
  });

  it.each([
    ['desktop', { ...DESKTOP, colorScheme: 'light' }],
    ['phone', { ...PHONE, colorScheme: 'dark' }],
  ] as const)(
    'lets an admin add a user and lock one out, on pages without serious faults (%s)',
    async (_size, size) => {
      await pages.close();
      pages = await servePages({ now: Date.now(), secondFactorMode: 'optional' });
      await addStaff(pages, { name: 'admin', displayName: 'Quản trị', role: 'admin' });
      await addStaff(pages);
      const page = await open.open(size, `${pages.url}/staff/users`);
      await logIn(page, 'admin');
      await page.getByRole('heading', { name: 'Người dùng' }).waitFor();
      await expectFit(page);
      await page.locator('summary', { hasText: 'Thêm người dùng' }).click();
      await page.getByLabel('Tên đăng nhập').fill('hoa');
      await page.getByLabel('Tên hiển thị').fill('Lê Thị Hoa');
      await page.getByLabel('Vai trò').selectOption('editor');
      await expectFit(page);
      await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
      await page.getByRole('heading', { name: 'Mật khẩu dùng một lần' }).waitFor();
      await expectFit(page);
      await page.goto(`${pages.url}/staff/users/lan`);
      await page.locator('summary', { hasText: 'Khoá tài khoản' }).click();
      await expectFit(page);
      await page.getByRole('button', { name: 'Khoá tài khoản' }).click();
      await page.getByText('Đã khoá tài khoản.').waitFor();
      await page.goto(`${pages.url}/staff/sessions`);
      await expectFit(page);
      await page.goto(`${pages.url}/staff/second-factor`);
      await expectFit(page);
    },
  );
});
