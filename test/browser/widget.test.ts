import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBrowserPages, DESKTOP, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { type HostSite, startHostSite } from '../builders/host-site.ts';
import { type Relay, startRelay } from '../builders/relay.ts';
import { startScriptedBot } from '../builders/scripted-bot.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const ANSWER = '- Bản sao giấy khai sinh';

let browser: Browser;
let site: HostSite;
let pages: ServedPages;
let relay: Relay;
const open = createBrowserPages(() => browser);

const launcher = (page: Page) => page.getByRole('button', { name: 'Hỏi Giáo dục Ba Đình' });
const chatIn = (page: Page) => page.frameLocator('iframe[title="Hỏi Giáo dục Ba Đình"]');
const questionIn = (page: Page) => chatIn(page).getByRole('textbox', { name: 'Câu hỏi của anh/chị' });
const bubblesIn = (page: Page) => chatIn(page).locator('#log .bubble');

async function ask(page: Page, question: string): Promise<void> {
  await questionIn(page).fill(question);
  await questionIn(page).press('Enter');
}

async function openChat(page: Page): Promise<void> {
  await launcher(page).click();
  await chatIn(page).getByText('Trợ lý tự động trả lời').waitFor();
}

/** A page of the school's site with the chat open and answered once. */
async function openAnswered(size: BrowserContextOptions): Promise<Page> {
  const page = await open.open(size, site.url);
  await openChat(page);
  await ask(page, 'Hồ sơ vào lớp 1?');
  await chatIn(page).getByText(ANSWER).waitFor();
  return page;
}

/** Staff write to the citizen of this page. */
async function staffWrite(page: Page, text: string): Promise<void> {
  const cookies = await page.context().cookies();
  const [visitor] = cookies.find((cookie) => cookie.name === '__Host-framed-visitor')?.value.split('.') ?? [];
  const conversationId = `web:web:${visitor}`;
  const turn = aWebTurn({ conversationId, reply: text, at: Date.now(), owner: 'staff' });
  const outgoing = turn.outgoing.map((line) => ({ ...line, author: 'staff' as const, citations: [] }));
  await pages.records.commit({ ...turn, outgoing });
  pages.outbox.sendAll();
  pages.live.publish({ kind: 'transcript', conversationId });
}

describe.skipIf(!hasChromium())('the widget on another site', () => {
  beforeAll(async () => {
    browser = await launchChromium([
      // A name that is neither HTTPS nor the own machine: there browsers keep no cookie for a frame.
      '--host-resolver-rules=MAP chat.test 127.0.0.1',
      // Takes the place of a list that would turn off what browsers do today: storage of a frame kept per site.
      '--disable-features=Translate',
    ]);
    site = await startHostSite();
    pages = await servePages({ now: Date.now(), framedBy: [site.url] });
    relay = await startRelay(Number(new URL(pages.url).port));
    startScriptedBot(pages);
  });
  beforeEach(() => {
    site.embedded.chatUrl = `http://localhost:${relay.port}`;
  });
  afterEach(async () => {
    relay.mend();
    expect(await open.closeAll()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await relay.close();
    await pages.close();
    await site.close();
  });

  it('is opened, asked and closed by keyboard alone, and keeps the talk over a reload', async () => {
    const page = await open.open(DESKTOP, site.url);
    await launcher(page).waitFor();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => questionIn(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Ho so vao lop 1?');
    await page.keyboard.press('Enter');
    await chatIn(page).getByText(ANSWER).waitFor();
    await chatIn(page).getByText('Xem nguồn').press('Enter');
    expect(
      await chatIn(page)
        .getByRole('link', { name: /Mở văn bản/ })
        .getAttribute('href'),
    ).toBe('/van-ban/doc1#12');
    await page.keyboard.press('Escape');
    // The frame of another site hears the key and asks the page by a message to be closed.
    await expect.poll(() => launcher(page).getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => launcher(page).evaluate((button) => button.matches(':focus'))).toBe(true);

    await page.keyboard.press('Enter');
    await page.reload();
    await chatIn(page).getByText(ANSWER).waitFor();
    expect(await bubblesIn(page).count()).toBe(2);
  });

  it('covers a phone, closes by its own button, shows a dot for what staff wrote meanwhile, also on the next page', async () => {
    const page = await openAnswered(PHONE);
    expect(await page.locator('dialog').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await chatIn(page).getByRole('button', { name: 'Đóng khung trò chuyện' }).click();
    await staffWrite(page, 'Cán bộ trả lời khi khung đang đóng.');
    await page.getByRole('button', { name: 'có tin nhắn mới' }).waitFor();
    await page.goto(`${site.url}/tin-tuc`);
    await page.getByRole('button', { name: 'có tin nhắn mới' }).click();
    await chatIn(page).getByText('Cán bộ trả lời khi khung đang đóng.').waitFor();
    await chatIn(page).getByRole('button', { name: 'Đóng khung trò chuyện' }).click();
    await expect.poll(() => launcher(page).textContent()).toBe('Hỏi Giáo dục Ba Đình');
  });

  it('shows each line once after the connection was lost, and what came meanwhile', async () => {
    const page = await openAnswered(DESKTOP);
    relay.cut();
    await staffWrite(page, 'Viết lúc mất kết nối.');
    await page.waitForTimeout(1_500);
    relay.mend();
    await chatIn(page).getByText('Viết lúc mất kết nối.').waitFor();
    await staffWrite(page, 'Viết sau đó.');
    await chatIn(page).getByText('Viết sau đó.').waitFor();
    expect(await bubblesIn(page).count()).toBe(4);
  });

  it('asks for new lines by itself where a proxy lets no stream through', async () => {
    const page = await open.open(DESKTOP, site.url);
    await page.route('**/chat/events*', (route) => route.abort());
    await openChat(page);
    await ask(page, 'Hồ sơ vào lớp 1?');
    await chatIn(page).getByText(ANSWER).waitFor();
    expect(await chatIn(page).getByText('Mất kết nối').count()).toBe(0);
    expect(await bubblesIn(page).count()).toBe(2);
  });

  it('keeps what was written without a network over a reload and sends it once, in order', async () => {
    const page = await openAnswered(DESKTOP);
    await page.route('**/chat/messages', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await ask(page, 'Câu hai');
    await ask(page, 'Câu ba');
    await expect.poll(() => chatIn(page).getByText('Đang chờ mạng').count()).toBe(2);
    await page.reload();
    await chatIn(page).getByText('Câu ba').waitFor();
    await page.unroute('**/chat/messages');
    await expect.poll(() => bubblesIn(page).count(), { timeout: 15_000 }).toBe(6);
    const texts = await bubblesIn(page).allTextContents();
    expect(texts.filter((text) => text.startsWith('Câu'))).toEqual(['Câu hai', 'Câu ba']);
  });

  it('has no serious accessibility fault in light and dark', async () => {
    const page = await openAnswered(DESKTOP);
    expect(await seriousFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('offers a tab of its own where the browser keeps no cookie in a frame', async () => {
    site.embedded.chatUrl = `http://chat.test:${relay.port}`;
    const page = await open.open(DESKTOP, site.url);
    await launcher(page).click();
    const link = chatIn(page).getByRole('link', { name: 'Mở trò chuyện trong thẻ mới' });
    await link.waitFor();
    expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual(['/', '_blank']);
    expect(await questionIn(page).count()).toBe(0);
  });

  it('stays away from sites that are not on the list, and says why in the console', async () => {
    const page = await open.open(DESKTOP, 'about:blank');
    const told = page.waitForEvent('console');
    await page.goto(site.url.replace('127.0.0.1', 'localhost'));
    expect((await told).text()).toMatch(/WEB_EMBED_ORIGINS.*http:\/\/localhost:\d+$/);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
