import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideTurn } from '../../bot/decide-turn.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { replyProblems } from '../../bot/policy/reply-problems.ts';
import { createTopicSettings, readTopicSettings, TOPIC_REPLIES } from '../../bot/topic-settings.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

const OWN = 'Dạ, phòng đã nhận phản ánh của anh/chị và sẽ xem xét ạ.';

let pages: ServedPages;
let lead: PageVisitor;
beforeAll(async () => {
  pages = await servePages();
  lead = await signIn(pages, { name: 'phu-trach', role: 'supervisor' });
});
afterAll(() => pages.close());
beforeEach(async () => {
  await save('complaint', REPLIES.complaint);
});

const page = async (path = '') => (await lead.get(`/staff/topics${path}`)).text();

async function post(path: string, fields: Record<string, string>) {
  const token = hiddenField(await page(), 'token');
  const response = await lead.submit(`/staff/topics${path}`, { token, ...fields });
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() };
}

const preview = (id: string, words: string) => post(`/${id}/preview`, { words });

/** Both steps, as a person takes them. */
async function save(id: string, words: string) {
  const { html } = await preview(id, words);
  return post(`/${id}`, { words, seen: hiddenField(html, 'seen') });
}

async function turn(topic: string, to: string) {
  const settings = await lead.get('/staff/topics');
  return post('/switch', { topic, to, seen: hiddenField(await settings.text(), 'seen') });
}

/** What a citizen would be told now. */
async function reply(text: string) {
  const settings = await pages.topics.settings();
  const heard = { text, payload: null, attachmentCount: 0, at: pages.clock.now };
  const knowledge = {
    answer: () => Promise.reject(new Error('the documents were asked')),
    passage: () => null,
    link: () => null,
  };
  return decideTurn(heard, { owner: 'bot', ticketId: null, lastStaffAt: null }, [], knowledge, settings);
}

describe('a fixed reply', () => {
  it('is shown before it is kept, and then said to citizens', async () => {
    const { html } = await preview('complaint', OWN);
    expect(html).toContain('Kiểm tra lại trước khi lưu');
    expect((await reply('Tôi tố cáo hiệu trưởng nhận tiền chạy lớp')).reply).toBe(REPLIES.complaint);
    expect((await save('complaint', OWN)).to).toBe('/staff/topics/complaint?done=changed');
    expect((await reply('Tôi tố cáo hiệu trưởng nhận tiền chạy lớp')).reply).toBe(OWN);
  });

  it('keeps its earlier versions, each of which can be used again', async () => {
    await save('complaint', OWN);
    await save('complaint', `${OWN} Cảm ơn anh/chị.`);
    const html = await page('/complaint');
    expect(html).toContain(`<p class="said" lang="vi">${OWN}</p>`);
    expect(html).toContain('Xem thử câu mặc định');
    await save('complaint', OWN);
    expect((await reply('Tôi tố cáo hiệu trưởng nhận tiền chạy lớp')).reply).toBe(OWN);
  });

  it('is not overwritten where somebody changed it meanwhile', async () => {
    const { html } = await preview('complaint', OWN);
    await save('thanks', 'Dạ, rất vui được giúp anh/chị ạ.');
    const late = await post('/complaint', { words: OWN, seen: hiddenField(html, 'seen') });
    expect(late.to).toBe('/staff/topics/complaint?done=stale');
    expect(await page(late.to.slice('/staff/topics'.length))).toContain('Người khác vừa sửa');
  });

  it.each([
    ['complaint', ' ', 'chưa có nội dung'],
    ['complaint', 'x'.repeat(1_201), 'dài quá 1.200 ký tự'],
    ['crisisAdult', 'Xin gọi 111 hoặc 113 ngay.', 'đủ ba số 111'],
    ['crisisMissing', 'Gọi 1111, 0113, 115.', 'đủ ba số 111'],
    ['complaint', 'Xem https://xau.example/phieu', 'địa chỉ trang web khác'],
    ['complaint', 'Xem lua-dao.com/phieu nhé', 'địa chỉ trang web khác'],
    ['complaint', 'Chào\u202e anh', 'ký tự ẩn'],
    ['complaint', 'Chào {name}', 'chỗ trống'],
  ])('%s «%s» is refused: %s', async (id, words, problem) => {
    for (const step of [`/${id}/preview`, `/${id}`]) {
      const { status, html } = await post(step, { words, seen: '0' });
      expect([status, html]).toEqual([400, expect.stringContaining(problem)]);
    }
  });

  it('may name the product’s own address', () => {
    expect(replyProblems('complaint', 'Xem https://hoidap.example/a', 'https://hoidap.example')).toEqual([]);
  });

  it.each(Object.values(TOPIC_REPLIES).flat())('as the product has it is in order: %s', (id) => {
    expect(replyProblems(id, REPLIES[id], '')).toEqual([]);
  });
});

describe('a topic', () => {
  it('that is switched off is left to the documents, until it is on again', async () => {
    await turn('out_of_scope', 'off');
    await expect(reply('hôm nay Hà Nội có mưa không')).rejects.toThrow('the documents were asked');
    expect(await page()).toContain('Đang tắt');
    await turn('out_of_scope', 'on');
    expect((await reply('hôm nay Hà Nội có mưa không')).topic).toBe('out_of_scope');
  });

  it.each(['child_safety', 'press', 'personal_data', 'complaint_denunciation'])('%s has no switch', async (topic) => {
    expect((await turn(topic, 'off')).status).toBe(404);
    expect((await pages.topics.settings()).off).toEqual([]);
  });

  it('of a child in danger stays on, and its replies whole, whatever is kept', () => {
    const kept = JSON.stringify({ off: ['child_safety', 'rumour'], replies: { crisisAdult: 'Gọi 111.' } });
    expect(readTopicSettings(kept)).toEqual({ off: ['rumour'], replies: {} });
  });

  it('holds as the product has it where the settings cannot be read', async () => {
    const faults: unknown[] = [];
    const kept = {
      get: () => Promise.reject(new Error('down')),
      set: async () => {},
      getOrMake: async () => '',
      names: async () => [],
    };
    const topics = createTopicSettings({ kept, now: () => 0, onFault: (error) => faults.push(error) });
    expect(await topics.settings()).toEqual({ off: [], replies: {} });
    expect(faults).toHaveLength(1);
  });

  it('and its replies are changed on the record', async () => {
    await turn('rumour', 'off');
    await turn('rumour', 'on');
    const written = (await pages.audit.list(0, 1_000)).slice(-2);
    expect(written.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ['phu-trach', 'topic.off', 'rumour'],
      ['phu-trach', 'topic.on', 'rumour'],
    ]);
  });
});
