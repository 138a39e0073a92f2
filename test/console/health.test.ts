import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepTraces, readTraces, type TraceKeeper } from '../../adapters/channels/channel-traces.ts';
import { keepPaidQuota } from '../../adapters/channels/zalo/last-quota.ts';
import { createStoredZaloTokens } from '../../adapters/channels/zalo/stored-tokens.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { signIn } from '../builders/staff-visitor.ts';

const DAY = 86_400_000;

let pages: ServedPages;
let admin: PageVisitor;
let traces: TraceKeeper;
beforeEach(async () => {
  pages = await servePages();
  admin = await signIn(pages, { name: 'admin', role: 'admin' });
  traces = keepTraces(
    pages.kept,
    () => pages.clock.now,
    (error) => {
      throw error;
    },
  );
});
afterEach(() => pages.close());

const page = async () => (await admin.get('/staff/health')).text();

async function tokens(daysLeft: number): Promise<void> {
  const expiresAt = pages.clock.now + 3_600_000;
  const refreshExpiresAt = pages.clock.now + daysLeft * DAY;
  await createStoredZaloTokens(pages.kept).save({ accessToken: 'a', refreshToken: 'r', expiresAt, refreshExpiresAt });
}

function arrives(key: string): Promise<unknown> {
  const arrival = { key, conversationId: 'c', channel: 'zalo', activity: {}, at: pages.clock.now } as const;
  return traces.watched(pages.inbox).put([arrival], pages.clock.now);
}

describe('the health page', () => {
  it('says that all is well, and what would turn a channel on', async () => {
    await tokens(80);
    const html = await page();
    expect(html).toContain('Không thấy điều gì cần xử lý');
    expect(html).toContain('Để bật, đặt MESSENGER_APP_ID');
    expect(html).toContain('Còn 80 ngày');
    expect(html).toContain('1 văn bản, 1 đoạn');
    expect(html).toContain('Đọc và ghi được');
  });

  it('shows when messages last came in and went out, and what waits', async () => {
    await arrives('one');
    traces.delivered('zalo', 'sent', null);
    pages.clock.now += 5 * 60_000;
    const html = await page();
    expect(html.match(/5 phút trước/g)).toHaveLength(2);
    expect(html).toContain('1, lâu nhất đã chờ 5 phút');
    expect(html).toContain('Có tin đã chờ trả lời 5 phút');
  });

  it('says why a channel rests, and no more once a message went through', async () => {
    await tokens(80);
    for (let failure = 0; failure < 5; failure += 1) traces.delivered('zalo', 'retry', 'temporary');
    pages.clock.now += 60_000;
    traces.delivered('zalo', 'retry', 'temporary');
    expect(await page()).toContain('Zalo: Tạm ngừng vì lỗi liên tiếp');
    traces.delivered('zalo', 'retry', 'token');
    expect(await page()).toContain('Nền tảng không nhận mã truy cập');
    traces.delivered('zalo', 'sent', null);
    expect(await page()).toContain('Không thấy điều gì cần xử lý');
  });

  it.each([
    ['rate-limit', 'vừa xong: nền tảng giới hạn tốc độ gửi'],
    ['ZALO_USER_BLOCKED', 'vừa xong: Người dân đã chặn tin nhắn từ OA.'],
    ['MESSENGER_RECIPIENT_UNKNOWN', 'vừa xong: Messenger không tìm thấy người nhận.'],
    ['ZALO_NEW_CODE', 'vừa xong: nền tảng từ chối (mã lỗi ZALO_NEW_CODE)'],
  ])('says in words why a message did not go out: %s', async (cause, words) => {
    traces.delivered('zalo', 'failed', cause);
    expect(await page()).toContain(words);
  });

  it.each([
    [9, 'chỉ còn 9 ngày'],
    [0, 'đang chờ anh/chị cấp quyền lại'],
  ])('warns of a Zalo token of %i days', async (days, words) => {
    await tokens(days);
    expect(await page()).toContain(words);
  });

  it('shows messages that were given up and what was not free', async () => {
    traces.parked('zalo', 2, Object.assign(new Error('x'), { code: 'BAD_ACTIVITY' }));
    await keepPaidQuota(pages.kept, 'sub_quota', pages.clock.now);
    const html = await page();
    expect(html).toContain('2 tin, vừa xong, mã lỗi BAD_ACTIVITY');
    expect(html).toContain('vừa xong, loại sub_quota');
  });
});

describe('traces of a channel', () => {
  it('are kept at once when something changes, and else at most every 15 seconds', async () => {
    traces.delivered('web', 'sent', null);
    const first = pages.clock.now;
    pages.clock.now += 5_000;
    traces.delivered('web', 'sent', null);
    expect((await readTraces(pages.kept, 'web')).lastSentAt).toBe(first);
    traces.delivered('web', 'unknown', 'no-answer');
    expect(await readTraces(pages.kept, 'web')).toMatchObject({
      lastSentAt: pages.clock.now,
      lastFault: { cause: 'no-answer' },
    });
  });
});
