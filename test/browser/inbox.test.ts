import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Priority } from '../../bot/topics.ts';
import { createBrowserPages, DESKTOP, fitsWindow, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { startRelay } from '../builders/relay.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { anAccount, aSession } from '../builders/staff-sessions.ts';
import { aWebTurn } from '../builders/web-turns.ts';

let browser: Browser;
let pages: ServedPages;
const open = createBrowserPages(() => browser);

async function aTicket(question: string, priority: Priority = 'normal'): Promise<string> {
  const result = await pages.records.commit(
    aWebTurn({
      conversationId: `web:web:${question}`,
      heard: [question],
      owner: 'queue',
      at: pages.clock.now,
      ticket: { kind: 'open', topic: 'human_request', priority, question },
    }),
  );
  if (!result.ok || result.ticket === null) throw new Error('The ticket was not opened.');
  pages.live.publish({ kind: 'tickets', ticketId: result.ticket.id });
  return result.ticket.id;
}

/** A page of the console for `lan`, who is logged in. */
async function desk(
  options: Parameters<typeof open.open>[0] = DESKTOP,
  path = '/staff/tickets',
  url = pages.url,
): Promise<Page> {
  const cookie = { name: 'staff', value: 'session-of-lan', domain: '127.0.0.1', path: '/', expires: -1 };
  const cookies = [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Strict' as const }];
  return open.open({ ...options, storageState: { cookies, origins: [] } }, url + path);
}

const focusedTicket = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('.ticket-question')?.textContent ?? null);

describe.skipIf(!hasChromium())('the inbox in a browser', () => {
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(), servePages({ now: Date.now() })]);
    await pages.staff.save(anAccount());
    const { now } = pages.clock;
    const times = { openedAt: now, lastUsedAt: now, expiresAt: now + 3_600_000 };
    await pages.staff.openSession('session-of-lan', aSession(times));
    for (let index = 1; index <= 12; index += 1) await aTicket(`Câu hỏi số ${index}`);
  });
  afterEach(async () => expect(await open.closeAll()).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  it('shows a new ticket by itself, marks the tab, and keeps focus and scroll where they were', async () => {
    const page = await desk({ viewport: { width: 1000, height: 500 } });
    await page.getByText('Tự cập nhật').waitFor();
    const link = page.getByRole('link', { name: /Câu hỏi số 9/ });
    await link.focus();
    await link.scrollIntoViewIfNeeded();
    const top = async () => Math.round((await link.boundingBox())?.y ?? 0);
    const before = await top();
    await aTicket('Cháu bị bạn đánh', 'urgent');
    await page.getByRole('link', { name: /Cháu bị bạn đánh/ }).waitFor();
    expect(await page.title()).toMatch(/^\(13\) /);
    expect(await focusedTicket(page)).toBe('Câu hỏi số 9');
    expect(Math.abs((await top()) - before)).toBeLessThan(5);
    expect(await page.locator('#arrivals').textContent()).toContain('KHẨN CẤP');
  });

  it('asks for notifications when somebody wants them, then tells of an urgent ticket without a word of the citizen', async () => {
    const page = await desk({ ...DESKTOP, permissions: ['notifications'] });
    await page.evaluate(() => {
      const told: string[] = [];
      class Told extends EventTarget {
        static permission = 'default';
        static async requestPermission() {
          Told.permission = 'granted';
          return Told.permission;
        }
        constructor(words: string, options: NotificationOptions) {
          super();
          told.push(`${options.tag}: ${words}`);
        }
      }
      Object.assign(window, { Notification: Told, told });
    });
    const told = () => page.evaluate(() => Reflect.get(window, 'told'));
    const button = page.getByRole('button', { name: 'Thông báo trên màn hình' });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    expect(await told()).toEqual([]);
    await aTicket('Bạn cháu đang đứng trên lan can', 'urgent');
    await expect.poll(told).toEqual(['console-crisis: KHẨN CẤP: có phiếu khẩn cấp mới']);
  });

  it('can be worked by keyboard alone, and leaves keys to a field that is written in', async () => {
    const page = await desk();
    await page.keyboard.press('j');
    expect(await focusedTicket(page)).toBe('Cháu bị bạn đánh');
    await page.keyboard.press('j');
    expect(await focusedTicket(page)).not.toBe('Cháu bị bạn đánh');
    await page.keyboard.press('k');
    expect(await focusedTicket(page)).toBe('Cháu bị bạn đánh');
    await page.keyboard.press('Enter');
    // Its text stands there before its modules hear keys.
    await page.waitForURL(/\/staff\/tickets\/[^/?]+$/, { waitUntil: 'load' });
    await page.getByText('Nội dung trao đổi').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.waitForURL(/view=unassigned/, { waitUntil: 'load' });
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Phím tắt' });
    await sheet.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await page.keyboard.type('gj?');
    expect(await page.locator('#search').inputValue()).toBe('gj?');
    expect(await sheet.isVisible()).toBe(false);
  });

  it('finds a ticket without accents', async () => {
    const page = await desk();
    await page.keyboard.press('/');
    await page.keyboard.type('chau BI ban danh');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 phiếu có “chau BI ban danh”' }).waitFor();
    await expect.poll(() => page.locator('.ticket-question').allTextContents()).toEqual(['Cháu bị bạn đánh']);
  });

  it('says when the connection is lost, and shows what came meanwhile once it is back', async () => {
    const wire = await startRelay(Number(new URL(pages.url).port));
    const page = await desk(DESKTOP, '/staff/tickets', `http://127.0.0.1:${wire.port}`);
    await page.getByText('Tự cập nhật').waitFor();
    wire.cut();
    await page.getByText('Mất kết nối, đang nối lại…').waitFor();
    await aTicket('Hỏi lúc mất mạng');
    wire.mend();
    await page.getByRole('link', { name: /Hỏi lúc mất mạng/ }).waitFor();
    await page.getByText('Tự cập nhật').waitFor();
    await page.close();
    await wire.close();
  });

  it('is light, dark and English as chosen, from the first paint on, without a serious fault', async () => {
    const page = await desk({ ...DESKTOP, colorScheme: 'light' });
    await page.locator('.account summary').click();
    await page.getByLabel('Nền').selectOption('dark');
    await page.getByLabel('Ngôn ngữ').selectOption('en');
    await page.getByRole('button', { name: 'Lưu hiển thị' }).click();
    await page.getByRole('heading', { name: 'Tickets' }).waitFor();
    const look = () =>
      page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).backgroundColor]);
    await expect.poll(look).toEqual(['en', 'rgb(13, 22, 26)']);
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await page.locator('.account summary').click();
    await page.getByLabel('Theme').selectOption('light');
    await page.getByRole('button', { name: 'Save appearance' }).click();
    await expect.poll(look).toEqual(['en', 'rgb(242, 246, 247)']);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('fits a phone', async () => {
    const page = await desk({ ...PHONE, colorScheme: 'dark' }, '/staff/tickets?view=unassigned&priority=urgent');
    expect(await page.locator('.ticket-question').allTextContents()).toContain('Cháu bị bạn đánh');
    expect(await fitsWindow(page)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('makes no sound before somebody has touched the page, makes none up for later, and none once it is switched off', async () => {
    const page = await open.open(
      {
        ...DESKTOP,
        storageState: {
          cookies: [],
          origins: [{ origin: pages.url, localStorage: [{ name: 'alert-sound', value: '1' }] }],
        },
      },
      `${pages.url}/assets/icon.svg`,
    );
    await page.addInitScript(() => {
      // Looking at a page from here counts as a touch for the browser, so its rule is kept by hand.
      let touch: (value?: unknown) => void = () => undefined;
      const touched = new Promise((resolve) => {
        touch = resolve;
      });
      let isTouched = false;
      addEventListener(
        'pointerdown',
        () => {
          isTouched = true;
          touch();
        },
        true,
      );
      class KeptBack extends AudioContext {
        override get state() {
          return isTouched ? 'running' : 'suspended';
        }
        override async resume() {
          await touched;
        }
      }
      const { start } = OscillatorNode.prototype;
      Object.assign(window, { AudioContext: KeptBack, tones: 0 });
      OscillatorNode.prototype.start = function (when) {
        Reflect.set(window, 'tones', Reflect.get(window, 'tones') + 1);
        return start.call(this, when);
      };
    });
    const tones = () => page.evaluate(() => Reflect.get(window, 'tones'));
    const said = () => page.locator('#arrivals').textContent();
    const arrives = async (question: string) => {
      await aTicket(question, 'urgent');
      await page.getByRole('link', { name: question }).waitFor();
    };
    await page.context().addCookies([{ name: 'staff', value: 'session-of-lan', url: pages.url }]);
    await page.goto(`${pages.url}/staff/tickets`);
    await page.getByText('Tự cập nhật').waitFor();
    await arrives('Khẩn trước khi chạm');
    await expect.poll(said).toContain('KHẨN CẤP');
    await page.waitForTimeout(2_000);
    await page.getByRole('heading', { name: 'Phiếu hỗ trợ' }).click();
    await page.waitForTimeout(600);
    expect(await tones()).toBe(0);

    await arrives('Khẩn sau khi chạm');
    await expect.poll(tones).toBe(3);

    const sound = page.getByRole('button', { name: 'Âm thanh' });
    expect(await sound.getAttribute('aria-pressed')).toBe('true');
    await sound.click();
    await arrives('Khẩn khi đã tắt tiếng');
    await page.waitForTimeout(600);
    expect(await tones()).toBe(3);
  });
});
