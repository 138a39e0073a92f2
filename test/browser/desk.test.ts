import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProposedAnswer } from '../../bot/conversation.ts';
import { createBrowserPages, DESKTOP, fitsWindow, PHONE, seriousFindings } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { aDocument, aPassage } from '../builders/documents.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { aSession } from '../builders/staff-sessions.ts';
import { addStaff, STAFF_PASSWORD } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const UNIFORM = 'Học sinh mặc đồng phục vào thứ hai và thứ sáu hằng tuần.';
const QUESTION = 'Học sinh mặc đồng phục vào thứ mấy?';
const BOX = 'Câu trả lời gửi người dân';

let browser: Browser;
let pages: ServedPages;
let count = 0;
const open = createBrowserPages(() => browser);

/** A ticket of a citizen of its own; gives its address and its conversation. */
async function aMatter(
  question = QUESTION,
  fields: { readonly proposal?: ProposedAnswer } = {},
): Promise<{ readonly path: string; readonly conversationId: string }> {
  count += 1;
  const conversationId = `web:web:dan-${count}`;
  const result = await pages.records.commit(
    aWebTurn({
      conversationId,
      heard: [question],
      reply: 'Tôi đã chuyển cho cán bộ.',
      owner: 'queue',
      at: pages.clock.now,
      ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question, ...fields },
    }),
  );
  pages.outbox.sendAll();
  if (!result.ok || result.ticket === null) throw new Error('no ticket');
  return { path: `/staff/tickets/${result.ticket.id}`, conversationId };
}

async function citizenWrites(conversationId: string, text: string): Promise<void> {
  await pages.records.commit(aWebTurn({ conversationId, heard: [text], owner: 'queue', at: pages.clock.now }));
}

async function logIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(STAFF_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** The page of a ticket for somebody who logged in before. */
async function at(path: string, name = 'lan', options: Parameters<typeof open.open>[0] = DESKTOP): Promise<Page> {
  const page = await open.open(options, `${pages.url}/assets/icon.svg`);
  await signInAs(page, name);
  await page.goto(pages.url + path);
  await page.getByRole('heading', { name: 'Nội dung trao đổi' }).waitFor();
  return page;
}

/** A session without the slow check of a password. */
async function signInAs(page: Page, name: string): Promise<void> {
  count += 1;
  const { now } = pages.clock;
  const times = { openedAt: now, lastUsedAt: now, expiresAt: now + 3_600_000 };
  await pages.staff.openSession(
    `session-${count}`,
    aSession({ staffName: name, csrfToken: `token-${count}`, ...times }),
  );
  await page.context().addCookies([{ name: 'staff', value: `session-${count}`, url: pages.url }]);
}

async function expectFit(page: Page): Promise<void> {
  expect(await fitsWindow(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
}

const box = (page: Page) => page.getByLabel(BOX);
const send = (page: Page) => page.getByRole('button', { name: 'Gửi trả lời' });
const staffLines = async (conversationId: string) =>
  (await pages.records.transcript(conversationId, 0, 100)).filter(({ author }) => author === 'staff');

describe.skipIf(!hasChromium())('the page of a ticket in a browser', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launchChromium();
    const passages = [aPassage(UNIFORM, { address: 'Điều 4', parts: [{ address: 'Điều 4', text: UNIFORM }] })];
    pages = await servePages({ now: Date.now(), undoMs: 5_000, documents: [aDocument()], passages });
    await addStaff(pages);
    await addStaff(pages, { name: 'minh', displayName: 'Trần Minh' });
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });
  afterEach(async () => {
    expect(await open.closeAll()).toEqual([]);
  });

  it('lets staff send the draft of the documents, changed, on a desktop', async () => {
    const { path, conversationId } = await aMatter();
    const page = await at(path);
    await page.getByRole('button', { name: 'Dùng bản nháp' }).click();
    await expect.poll(() => box(page).inputValue()).toContain('đồng phục');
    await box(page).press('Home');
    await box(page).fill(`Chào chị. ${await box(page).inputValue()}`);
    await send(page).click();
    await page.getByText('Còn vài giây để bấm').waitFor();
    await page.getByText(/Gửi sau \d giây\./).waitFor();
    expect((await staffLines(conversationId))[0]?.text).toMatch(/^Chào chị\. .*đồng phục/s);
    await expect.poll(() => box(page).inputValue()).toBe('');
  });

  it('brings a reply back into the box before it is sent, with what was typed since', async () => {
    const { path, conversationId } = await aMatter();
    const page = await at(path);
    await box(page).fill('Gửi nhầm');
    await send(page).click();
    await page.getByText('Còn vài giây để bấm').waitFor();
    await box(page).fill('đang gõ tiếp');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác trước khi gửi.').waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('Gửi nhầm\n\nđang gõ tiếp');
    expect((await staffLines(conversationId)).map(({ delivery }) => delivery)).toEqual(['withheld']);
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('Gửi nhầm\n\nđang gõ tiếp');
  });

  it('counts a waiting answer down, and once it has left takes back what it offered, but not what is typed', async () => {
    const text = 'Dạ, thứ hai và thứ sáu.';
    const askedAt = pages.clock.now;
    const sendsAt = askedAt + 90_000;
    const { path, conversationId } = await aMatter(QUESTION, {
      proposal: { text, quickReplies: [], citations: [], askedAt, sendsAt },
    });
    const page = await at(path);
    await page.getByText(/Tự gửi sau 1 phút \d+ giây/).waitFor();
    await expectFit(page);
    await box(page).fill('Tôi đang gõ dở');
    await pages.records.lapse(path.split('/').at(-1) ?? '', { kind: 'approved', at: sendsAt, askedAt, by: null }, null);
    pages.live.publish({ kind: 'tickets', ticketId: null });
    await page.getByText('Phiếu đã đóng nên không gửi thêm được ở đây.').waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt và gửi' }).count()).toBe(0);
    expect(await send(page).isDisabled()).toBe(true);
    expect(await box(page).inputValue()).toBe('Tôi đang gõ dở');
    expect(await staffLines(conversationId)).toEqual([]);
  });

  it('tells two of staff of each other, and holds back the reply of the slower one', async () => {
    const { path, conversationId } = await aMatter();
    const lan = await at(path);
    const minh = await at(path, 'minh');
    await minh.getByText('Nguyễn Thị Lan cũng đang mở phiếu này.').waitFor();
    await box(lan).fill('Lan trả lời');
    await minh.getByText('Nguyễn Thị Lan đang soạn trả lời.').waitFor();
    await expectFit(minh);
    await box(minh).fill('Minh trả lời');
    await send(lan).click();
    await minh.getByText('Nguyễn Thị Lan đang giữ phiếu này').waitFor();
    expect(await send(minh).isDisabled()).toBe(true);
    // Whatever the page shows, the form itself is refused and gives the words back.
    await minh.locator('#reply-form').evaluate((form) => (form as HTMLFormElement).submit());
    await minh.getByRole('alert').waitFor();
    await expect.poll(() => box(minh).inputValue()).toBe('Minh trả lời');
    expect((await staffLines(conversationId)).map(({ text }) => text)).toEqual(['Lan trả lời']);
    await minh.close();
    await lan.getByText('Trần Minh cũng đang mở').waitFor({ state: 'detached' });
  });

  it('holds a reply back when the citizen wrote meanwhile, and marks the new words', async () => {
    const { path, conversationId } = await aMatter();
    const page = await at(path);
    await box(page).fill('Thứ hai và thứ sáu ạ');
    await citizenWrites(conversationId, 'À, trường tư thục thì sao?');
    await send(page).click();
    await page.getByText('Có tin mới sau khi anh/chị mở trang').waitFor();
    expect(await page.locator('.line.is-new').innerText()).toContain('trường tư thục');
    await expect.poll(() => box(page).inputValue()).toBe('Thứ hai và thứ sáu ạ');
    await send(page).click();
    await page.getByText('Còn vài giây để bấm').waitFor();
    expect(await staffLines(conversationId)).toHaveLength(1);
  });

  it('gives a draft back after the session ended and the tab was closed', async () => {
    const { path } = await aMatter();
    const page = await at(path);
    await box(page).fill('Viết dở một câu dài');
    pages.clock.now += 5 * 3_600_000;
    await send(page).click();
    await page.getByText('Phiên làm việc đã hết').waitFor();
    const again = await page.context().newPage();
    await page.close();
    await again.goto(pages.url + path);
    await logIn(again, 'lan');
    await expect.poll(() => box(again).inputValue()).toBe('Viết dở một câu dài');
    await again.getByText('Nguyễn Thị Lan').first().click();
    await again.getByRole('button', { name: 'Đăng xuất' }).click();
    await again.getByLabel('Mật khẩu').waitFor();
    expect(await again.evaluate(() => JSON.stringify(localStorage))).not.toContain('Viết dở');
  });

  it('keeps what is typed although no other script of the page ever comes, and when the clock is set back', async () => {
    const { path } = await aMatter();
    const page = await open.open(DESKTOP, `${pages.url}/assets/icon.svg`);
    await signInAs(page, 'lan');
    await page.route('**/console.js', (route) => route.abort());
    await page.goto(pages.url + path);
    await box(page).fill('Viết khi mạng chập chờn');
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('Viết khi mạng chập chờn');
    await page.clock.setFixedTime(Date.now() - 60_000);
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('Viết khi mạng chập chờn');
  });

  it('lets nothing be written over a kept draft, however late the scripts come', async () => {
    const { path } = await aMatter();
    const page = await at(path);
    await box(page).fill('Viết dở một câu dài');
    await page.route('**/assets/console/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await page.goto(pages.url + path, { waitUntil: 'commit' });
    await box(page).focus();
    await page.keyboard.type(', viết tiếp');
    await expect.poll(() => box(page).inputValue()).toBe('Viết dở một câu dài, viết tiếp');
  });

  it('gives a reply back that a session’s end kept from being sent, although the device had kept nothing', async () => {
    const { path } = await aMatter();
    const page = await at(path);
    await box(page).fill('Dạ, thứ hai và thứ sáu.');
    await page.evaluate(() => localStorage.clear());
    pages.clock.now += 5 * 3_600_000;
    await send(page).click();
    await expect.poll(() => page.getByLabel('Nội dung chưa được gửi').inputValue()).toBe('Dạ, thứ hai và thứ sáu.');
    await expectFit(page);
    await logIn(page, 'lan');
    await expect.poll(() => box(page).inputValue()).toBe('Dạ, thứ hai và thứ sáu.');
  });

  it('counts down what the platform still allows, and keeps the words when it closes', async () => {
    const { path } = await aMatter();
    pages.sending.window = { open: true, until: pages.clock.now + 90 * 60_000, mode: 'human-agent' };
    const page = await at(path);
    await page.getByText(/Còn 1 giờ (?:29|30) phút để trả lời/).waitFor();
    await box(page).fill('Viết dở');
    pages.sending.window = { open: false, reason: 'Đã quá 7 ngày.' };
    pages.live.publish({ kind: 'tickets', ticketId: null });
    await page.getByText('Đã quá 7 ngày.').waitFor();
    expect([await send(page).isDisabled(), await box(page).inputValue()]).toEqual([true, 'Viết dở']);
    pages.sending.window = { open: true, until: null, mode: 'response' };
  });

  it('keeps notes, tags and closing usable on a phone, in the dark', async () => {
    const { path, conversationId } = await aMatter('[ảnh] https://cdn.example/rat-dai/anh.jpg\nxem giúp tôi');
    const page = await at(path, 'lan', { ...PHONE, colorScheme: 'dark' });
    await page.getByLabel('Ghi chú cho đồng nghiệp').fill('Nhờ @minh xem giúp');
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click();
    await page.getByText('Đã lưu ghi chú nội bộ').waitFor();
    await page.getByText('Đổi nhãn').click();
    await page.getByLabel(/Các nhãn/).fill('đồng phục');
    await page.getByRole('button', { name: 'Lưu nhãn' }).click();
    await page.getByText('Đã lưu nhãn.').waitFor();
    await page.locator('summary', { hasText: 'Đóng phiếu' }).click();
    await expectFit(page);
    await page.getByLabel('Kết quả').selectOption('answered');
    await page.getByRole('button', { name: 'Đóng phiếu' }).click();
    await page.getByText('Đã đóng phiếu.').waitFor();
    const lines = await pages.records.transcript(conversationId, 0, 100);
    expect(lines.map(({ text }) => text).join()).not.toContain('@minh');
    const minh = await at(path, 'minh', PHONE);
    await minh.goto(`${pages.url}/staff/mentions`);
    await minh.getByRole('heading', { name: 'Ghi chú nhắc đến tôi' }).waitFor();
  });

  it('works without scripts: draft, why and undo', async () => {
    const { path, conversationId } = await aMatter();
    const page = await at(path, 'lan', { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Vì sao?' }).click();
    await page.getByText('Mười đoạn gần nhất').waitFor();
    await box(page).fill('Chào chị,');
    await page.getByRole('button', { name: 'Dùng bản nháp' }).click();
    await expect.poll(() => box(page).inputValue()).toMatch(/^Chào chị,\n\n.*đồng phục/s);
    await send(page).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => box(page).inputValue()).toMatch(/^Chào chị,/);
    expect((await staffLines(conversationId)).map(({ delivery }) => delivery)).toEqual(['withheld']);
  });

  it('shows without scripts what the end of a session kept from being sent', async () => {
    const { path } = await aMatter();
    const page = await at(path, 'lan', { ...PHONE, javaScriptEnabled: false });
    await box(page).fill('Dạ, thứ hai và thứ sáu.');
    pages.clock.now += 5 * 3_600_000;
    await send(page).click();
    await page.getByText('Phiên làm việc đã hết').waitFor();
    expect(await page.getByLabel('Nội dung chưa được gửi').inputValue()).toBe('Dạ, thứ hai và thứ sáu.');
  });

  it('lets an editor write canned replies, without serious faults of the page', async () => {
    await addStaff(pages, { name: 'bien', displayName: 'Lê Biên', role: 'editor' });
    const page = await open.open(DESKTOP, `${pages.url}/assets/icon.svg`);
    await signInAs(page, 'bien');
    await page.goto(`${pages.url}/staff/canned-replies`);
    await page.getByLabel('Tên câu mẫu').fill('Hẹn trả lời');
    await page.getByLabel('Nội dung').fill('Phiếu {{so_phieu}} đang được xem. {{can_bo}}');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Phiếu 128 đang được xem. Nguyễn Thị Lan').waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu câu mẫu.').waitFor();
    await expectFit(page);

    const { path } = await aMatter();
    const lan = await at(path);
    await lan.locator('summary', { hasText: 'Câu trả lời mẫu' }).click();
    await expectFit(lan);
    await lan.getByRole('button', { name: 'Chèn mẫu' }).click();
    await expect.poll(() => box(lan).inputValue()).toMatch(/^Phiếu \d+ đang được xem\. Nguyễn Thị Lan$/);
  });
});
