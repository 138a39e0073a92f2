import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBrowserPages, DESKTOP, fitsWindow, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { startScriptedBot } from '../builders/scripted-bot.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, STAFF_PASSWORD } from '../builders/staff-visitor.ts';

let browser: Browser;
let pages: ServedPages;
const open = createBrowserPages(() => browser);
const openPage = (options: BrowserContextOptions, path: string) => open.open(options, pages.url + path);

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Câu hỏi của anh/chị').last().fill(question);
  await page.keyboard.press('Enter');
}

async function logIn(page: Page): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill('lan');
  await page.getByLabel('Mật khẩu').fill(STAFF_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

const messages = (page: Page) => page.locator('#log .bubble');

describe.skipIf(!hasChromium())('the pages in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    pages = await servePages({ now: Date.now() });
    startScriptedBot(pages);
    await addStaff(pages);
  });
  afterEach(async () => {
    const complaints = await open.closeAll();
    await pages.close();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('answer a question on a %s, show the source and keep the conversation over a reload', async (_size, size) => {
    const page = await openPage(size, '/');
    await page.getByRole('button', { name: 'Hồ sơ vào lớp 1' }).click();
    await page.getByText('Trợ lý đang tìm câu trả lời').waitFor();
    await page.getByText('- Bản sao giấy khai sinh').waitFor();
    expect(await messages(page).count()).toBe(2);
    await page.getByText('Xem nguồn').click();
    const source = page.getByRole('link', { name: /Mở văn bản/ });
    expect(await source.getAttribute('href')).toBe('/van-ban/doc1#12');
    expect(await page.getByText('Có hiệu lực từ 15/01/2026', { exact: true }).isVisible()).toBe(true);
    await page.reload();
    await page.getByText('- Bản sao giấy khai sinh').waitFor();
    expect(await messages(page).count()).toBe(2);
    expect(await fitsWindow(page)).toBe(true);
    // A long conversation scrolls within the page, and nothing of it, heard or seen, makes the page longer.
    for (let count = 0; count < 6; count += 1) await ask(page, 'Hồ sơ vào lớp 1 gồm những gì?');
    await expect.poll(() => messages(page).count()).toBe(14);
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);
  });

  it('show a code for linking once, above its answer, although it is not kept as it was typed', async () => {
    const page = await openPage(PHONE, '/');
    await ask(page, 'HKMTP 4729');
    await page.getByText('- Bản sao giấy khai sinh').waitFor();
    const shown = async () => (await messages(page).allTextContents()).map((text) => text.slice(0, 20));
    expect(await shown()).toEqual([expect.stringContaining('HKMTP 4729'), expect.stringContaining('Hồ sơ đăng ký')]);
    expect(await page.getByText('Đã gửi').count()).toBe(0);
    await page.reload();
    await page.getByText('- Bản sao giấy khai sinh').waitFor();
    expect(await shown()).toEqual([expect.stringContaining('(mã liên kết)'), expect.stringContaining('Hồ sơ đăng ký')]);
  });

  it('let a citizen reach staff, staff answer and close, and the citizen see it all', async () => {
    const citizen = await openPage(PHONE, '/');
    await citizen.getByRole('button', { name: 'Gặp cán bộ' }).first().click();
    await citizen.getByText('Đang chờ cán bộ trả lời').waitFor();

    const staff = await openPage(DESKTOP, '/staff');
    await logIn(staff);
    await staff.getByRole('link', { name: /Phiếu 1/ }).click();
    await staff.getByLabel('Câu trả lời gửi người dân').fill('Chào anh/chị, tôi có thể giúp gì?');
    await ask(citizen, 'Con tôi học trái tuyến được không?');
    await staff.locator('.line-text').getByText('Con tôi học trái tuyến được không?').waitFor();
    // What stood on the page for some seconds counts as read.
    const seen = () => staff.locator('#reply-form input[name="seen"]').inputValue();
    const last = await staff.locator('[data-last-line]').getAttribute('data-last-line');
    await expect.poll(seen, { timeout: 10_000 }).toBe(last);
    await staff.getByLabel('Câu trả lời gửi người dân').press('Control+Enter');
    await staff.getByText('Đã nhận câu trả lời để gửi').waitFor();
    await expect.poll(() => staff.getByLabel('Câu trả lời gửi người dân').inputValue()).toBe('');

    await citizen.getByText('Chào anh/chị, tôi có thể giúp gì?').waitFor();
    await citizen.getByText('Cán bộ đang hỗ trợ anh/chị').waitFor();
    expect(await citizen.getByText('Cán bộ · Nguyễn Thị Lan').isVisible()).toBe(true);

    await staff.locator('summary', { hasText: 'Đóng phiếu' }).click();
    await staff.getByLabel('Kết quả').selectOption('answered');
    await staff.getByLabel(/Ghi chú nội bộ/).fill('Đã trả lời');
    await staff.getByRole('button', { name: 'Đóng phiếu' }).click();
    await staff.getByText('Đã đóng phiếu.').waitFor();
    await citizen.getByText('Trợ lý tự động trả lời').waitFor();
  });

  it('keep what was asked without a network and send it once when the network returns', async () => {
    const page = await openPage(PHONE, '/');
    await ask(page, 'Câu đầu tiên');
    await page.getByText('- Bản sao giấy khai sinh').waitFor();
    await page.context().setOffline(true);
    await ask(page, 'Viết khi mất mạng');
    await page.getByText('sẽ tự gửi khi có mạng').waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => messages(page).count(), { timeout: 15_000 }).toBe(4);
    await page.reload();
    await page.getByText('Viết khi mất mạng').waitFor();
    expect(await page.getByText('Viết khi mất mạng').count()).toBe(1);
  });

  it('give back a draft after the session of staff has ended', async () => {
    const citizen = await openPage(DESKTOP, '/');
    await citizen.getByRole('button', { name: 'Gặp cán bộ' }).first().click();
    await citizen.getByText('Đang chờ cán bộ trả lời').waitFor();
    const staff = await openPage(DESKTOP, '/staff');
    await logIn(staff);
    await staff.getByRole('link', { name: /Phiếu 1/ }).click();
    await staff.getByLabel('Câu trả lời gửi người dân').fill('Câu trả lời đang viết dở');
    pages.clock.now += 9 * 60 * 60 * 1000;
    await staff.getByRole('button', { name: 'Gửi trả lời' }).click();
    await staff.getByText('Phiên làm việc đã hết').waitFor();
    await logIn(staff);
    const box = staff.getByLabel('Câu trả lời gửi người dân');
    await expect.poll(() => box.inputValue()).toBe('Câu trả lời đang viết dở');
  });

  it('fit 320 pixels at four times the size, and say without scripts where else to ask', async () => {
    const page = await openPage({ viewport: { width: 320, height: 256 } }, '/');
    await ask(page, 'Hồ sơ lớp 1?');
    await page.getByText('Xem nguồn').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole('link', { name: /Mở văn bản/ }).click({ trial: true });
    await page.getByRole('button', { name: 'Gửi', exact: true }).click({ trial: true });

    const bare = await openPage({ ...PHONE, javaScriptEnabled: false }, '/');
    expect(await bare.getByText(/gọi 111 .* 113 .* 115/).isVisible()).toBe(true);
    expect(await bare.getByText(/Facebook, Zalo/).isVisible()).toBe(true);
    expect(await bare.getByLabel('Câu hỏi của anh/chị').last().isVisible()).toBe(false);
  });

  it('start a new conversation when asked to', async () => {
    const page = await openPage(PHONE, '/');
    await ask(page, 'Câu cũ');
    await page.getByText('- Bản sao giấy khai sinh').waitFor();
    await page.getByLabel('Thêm', { exact: true }).click();
    await page.getByRole('button', { name: 'Bắt đầu lại' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu lại' }).click();
    await page.getByRole('heading', { name: 'Anh/chị cần hỏi điều gì?' }).waitFor();
    expect(await messages(page).count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('have no serious accessibility fault in %s', async (colorScheme) => {
    const chat = await openPage({ ...PHONE, colorScheme }, '/');
    expect(await seriousFindings(chat)).toEqual([]);
    await ask(chat, 'Hồ sơ lớp 1?');
    await chat.getByText('Xem nguồn').click();
    expect(await seriousFindings(chat)).toEqual([]);
    await chat.getByRole('button', { name: 'Gặp cán bộ' }).first().click();
    await chat.getByText('Đang chờ cán bộ trả lời').waitFor();
    expect(await seriousFindings(chat)).toEqual([]);

    const staff = await openPage({ ...DESKTOP, colorScheme }, '/staff');
    expect(await seriousFindings(staff)).toEqual([]);
    await logIn(staff);
    await staff.getByRole('link', { name: /Phiếu 1/ }).waitFor();
    expect(await seriousFindings(staff)).toEqual([]);
    await staff.getByRole('link', { name: /Phiếu 1/ }).click();
    await staff.getByLabel('Câu trả lời gửi người dân').waitFor();
    expect(await seriousFindings(staff)).toEqual([]);
    await staff.goto(`${pages.url}/staff/password`);
    expect(await seriousFindings(staff)).toEqual([]);
  });
});
