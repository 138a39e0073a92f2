import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { StaffRole } from '../../bot/ports/staff.ts';
import { createBrowserPages, DESKTOP, PHONE } from '../builders/browser-page.ts';
import { hasChromium, launchChromium } from '../builders/chromium.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { aGap } from '../builders/gaps.ts';
import { indexByWords, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { anAccount, aSession } from '../builders/staff-sessions.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';

const QUESTION = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const DANGER = 'Cứu với, cháu bị bố đánh chảy máu đầu, cháu sợ lắm';
const BOX = 'Câu trả lời gửi người dân';
const HOUR = 3_600_000;

let browser: Browser;
let engine: StateEngine;
let running: RunningProduct;
let duty: WebhookReceiver;
let logIns = 0;
const open = createBrowserPages(() => browser);
type Size = Parameters<typeof open.open>[0];

/** A page of the console for somebody who logged in before. */
async function staffAt(path: string, name: string, role: StaffRole = 'agent', size: Size = DESKTOP): Promise<Page> {
  const page = await open.open(size, `${running.url}/assets/icon.svg`);
  await engine.staff.save(anAccount({ name, displayName: `Cán bộ ${name}`, role }));
  logIns += 1;
  const now = Date.now();
  const times = { openedAt: now, lastUsedAt: now, expiresAt: now + HOUR };
  const session = aSession({ staffName: name, csrfToken: `token-${logIns}`, stage: 'open', ...times });
  await engine.staff.openSession(`session-${logIns}`, session);
  await page.context().addCookies([{ name: 'staff', value: `session-${logIns}`, url: running.url }]);
  await page.goto(running.url + path);
  return page;
}

/** The web chat of a citizen of its own, who has written. */
async function citizenAsks(question: string, size: Size = PHONE): Promise<Page> {
  const page = await open.open(size, `${running.url}/`);
  await page.getByLabel('Câu hỏi của anh/chị').last().fill(question);
  await page.keyboard.press('Enter');
  return page;
}

const chat = (page: Page, words: string | RegExp) => page.locator('#log').getByText(words).first();

async function reply(staff: Page, words: string): Promise<void> {
  await staff.getByLabel(BOX).fill(words);
  await staff.getByLabel(BOX).press('Control+Enter');
  await staff.getByText('Đã nhận câu trả lời để gửi').waitFor();
}

async function close(staff: Page): Promise<void> {
  await staff.locator('summary', { hasText: 'Đóng phiếu' }).click();
  await staff.getByLabel('Kết quả').selectOption('answered');
  await staff.getByRole('button', { name: 'Đóng phiếu' }).click();
  await staff.getByText('Đã đóng phiếu.').waitFor();
}

describe.skipIf(!hasChromium())('the whole product in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    engine = engineInMemory();
    duty = await startWebhookReceiver();
    const environment = { ALARM_WEBHOOK_URL: duty.url, ALARM_WEBHOOK_SECRET: 'mot-bi-mat-dai-du' };
    [browser, running] = await Promise.all([
      launchChromium(),
      indexByWords().then((index) => runProduct(environment, { engine }, index)),
    ]);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await running.stop();
    await duty.stop();
  });
  afterEach(async () => {
    expect(await open.closeAll()).toEqual([]);
  });

  it('answers a citizen from a source, brings them to a person, and lets them rate how that went', async () => {
    const citizen = await citizenAsks(QUESTION);
    await chat(citizen, /Nguồn/).waitFor();
    await citizen.getByRole('button', { name: 'Gặp cán bộ' }).last().click();
    await chat(citizen, /đã chuyển cuộc trò chuyện đến cán bộ/).waitFor();

    const staff = await staffAt('/staff/tickets', 'lan');
    await staff
      .getByRole('link', { name: /Phiếu \d/ })
      .first()
      .click();
    await reply(staff, 'Chào anh/chị, nhà trường thu theo mức đã công khai.');
    await chat(citizen, 'nhà trường thu theo mức đã công khai').waitFor();
    await close(staff);
    await chat(citizen, /có hài lòng/).waitFor();
    await citizen.getByRole('button', { name: '👎 Chưa hài lòng' }).click();
    await citizen.getByRole('button', { name: 'Trả lời chậm' }).click();
    await chat(citizen, /đã ghi lại để phụ trách xem\. Anh\/chị vẫn cần/).waitFor();
    await staff.reload();
    await staff.getByText('👎 Chưa hài lòng: trả lời chậm').waitFor();
  });

  it('wakes the duty officer for a child in danger, who is claimed, answered and never asked for a mark', async () => {
    const staff = await staffAt('/staff/tickets?view=crisis', 'lan', 'agent', PHONE);
    const citizen = await citizenAsks(DANGER, DESKTOP);
    await chat(citizen, /111/).waitFor();
    await until(() => duty.received.some(({ bytes }) => !bytes.toString().includes('chảy máu')));
    await staff.locator('.ticket.urgent a').first().click();
    await staff.getByRole('button', { name: 'Nhận phiếu' }).click();
    await staff.getByText('Anh/chị đã nhận phiếu này').waitFor();
    await reply(staff, 'Tôi đang gọi công an đến chỗ cháu, cháu giữ máy nhé.');
    await chat(citizen, 'Tôi đang gọi công an').waitFor();
    await close(staff);
    await chat(citizen, 'Cán bộ đã kết thúc phần trả lời').waitFor();
    expect(await citizen.getByRole('button', { name: /hài lòng/ }).count()).toBe(0);
  });

  it('lets a person pass a matter on, which then stands in the list of the next one', async () => {
    await citizenAsks('Cho tôi gặp cán bộ về việc chuyển trường');
    await staffAt('/staff/tickets', 'minh');
    const lan = await staffAt('/staff/tickets?view=unassigned', 'lan', 'agent', PHONE);
    await lan.getByText('việc chuyển trường').click();
    await lan.locator('summary', { hasText: 'Chuyển phiếu' }).click();
    await lan.getByLabel('Chuyển cho').selectOption('person:minh');
    await lan.getByLabel(/Lời nhắn cho người nhận/).fill('Nhờ anh xem giúp');
    await lan.getByRole('button', { name: 'Chuyển phiếu' }).click();
    await lan.getByText('Đã chuyển phiếu.').waitFor();
    const minh = await staffAt('/staff/tickets?view=mine', 'minh', 'agent');
    await minh.getByText('việc chuyển trường').click();
    await minh.getByText('Nhờ anh xem giúp').waitFor();
  });

  it('holds an answer back until a person has approved it', async () => {
    const chi = await staffAt('/staff/approval', 'chi', 'supervisor');
    await chi.getByLabel('Mọi câu trả lời lấy từ văn bản').check();
    await chi.getByLabel(/Tự gửi sau bao nhiêu phút/).fill('0');
    await chi.getByRole('button', { name: 'Lưu' }).click();
    await chi.getByText('Đã lưu. Có hiệu lực trong vài giây.').waitFor();
    const citizen = await citizenAsks(QUESTION, DESKTOP);
    await chi.goto(`${running.url}/staff/tickets?view=unassigned`);
    await chi.getByText(QUESTION).first().click();
    expect(await citizen.getByText(/^Nguồn/).count()).toBe(0);
    await chi.getByRole('button', { name: 'Duyệt và gửi' }).click();
    await chi.getByText('Đã duyệt.').waitFor();
    await chat(citizen, /Nguồn/).waitFor();
    await chi.goto(`${running.url}/staff/approval`);
    await chi.getByLabel('Không câu nào').check();
    await chi.getByRole('button', { name: 'Lưu' }).click();
    await chi.getByText('Đã lưu. Có hiệu lực trong vài giây.').waitFor();
  });

  it('falls silent when those in charge say so, and speaks again when they do', async () => {
    const chi = await staffAt('/staff/switch', 'chi', 'supervisor', PHONE);
    const throwSwitch = async (ask: string, submit: string, done: string) => {
      await chi.getByRole('link', { name: ask }).click();
      await chi.getByLabel('Lý do').fill('Văn bản vừa thay đổi');
      await chi.getByRole('button', { name: submit }).click();
      await chi.getByText(done).first().waitFor();
    };
    await throwSwitch('Tạm dừng trợ lý…', 'Tạm dừng ngay', 'Trợ lý tự động đang tạm nghỉ');
    const citizen = await citizenAsks(QUESTION);
    await chat(citizen, /trợ lý tự động đang tạm nghỉ/).waitFor();
    expect(await citizen.getByText(/^Nguồn/).count()).toBe(0);
    await throwSwitch('Bật lại trợ lý…', 'Bật lại ngay', 'Trợ lý tự động đang trả lời');
    await chat(await citizenAsks(QUESTION), /Nguồn/).waitFor();
  });

  it('puts an answer to what nothing answered into use by two people, of whom one wrote it', async () => {
    await engine.gaps.save(aGap({ id: 'be-boi' }));
    const bien = await staffAt('/staff/gaps/be-boi', 'bien', 'editor');
    await bien.getByLabel(/^Câu hỏi, viết gọn/).fill('Bể bơi của trường mở khi nào?');
    await bien.getByLabel('Câu trả lời', { exact: true }).fill('Bể bơi mở từ 7 giờ đến 17 giờ các ngày trong tuần.');
    await bien.getByLabel('Căn cứ').fill('Thông báo ngày 20/11/2026');
    await bien.getByLabel('Dùng đến trước ngày').fill(new Date(Date.now() + 90 * 24 * HOUR).toISOString().slice(0, 10));
    await bien.locator('form[action$="/answer"] button[type="submit"]').click();
    await bien.getByText('Bể bơi mở từ 7 giờ đến 17 giờ').first().waitFor();
    await bien.waitForLoadState();
    expect(await bien.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0);
    const chi = await staffAt('/staff/gaps/be-boi', 'chi', 'supervisor');
    await chi.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await chi
      .getByText(/Đã duyệt/)
      .first()
      .waitFor();
  });

  it('lets those in charge take the figures of a month and approve its report', async () => {
    const chi = await staffAt('/staff/reports', 'chi', 'supervisor');
    await chi
      .getByRole('button', { name: /Lấy số liệu tháng/ })
      .first()
      .click();
    await chi.getByText('Đã lấy số liệu.').waitFor();
    await chi.getByText('Người dân đánh giá phần trả lời của cán bộ').first().waitFor();
    await chi.getByLabel('Số của văn bản').fill('12');
    await chi.getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await chi.getByText('Đã duyệt báo cáo.').waitFor();
  });
});
