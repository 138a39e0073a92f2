import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../bot/ports/channel.ts';
import type { Priority, Topic } from '../../bot/topics.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, signIn } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const HOUR = 3_600_000;
let pages: ServedPages;
let lan: PageVisitor;
let hoa: PageVisitor;

/** Opens a ticket of a citizen of its own; gives its id. */
async function aTicket(
  question: string,
  fields: { priority?: Priority; topic?: Topic | null; channel?: ChannelId; dueAt?: number } = {},
): Promise<string> {
  const { priority = 'normal', topic = 'human_request', channel = 'web', dueAt } = fields;
  const turn = aWebTurn({
    conversationId: `${channel}:a:${question}`,
    heard: [`Lời kể: ${question}`],
    owner: 'queue',
    at: pages.clock.now,
    ticket: { kind: 'open', topic, priority, question, ...(dueAt === undefined ? {} : { dueAt }) },
  });
  const result = await pages.records.commit({ ...turn, channel });
  if (!result.ok || result.ticket === null) throw new Error('The ticket was not opened.');
  return result.ticket.id;
}

const htmlOf = async (visitor: PageVisitor, path: string) => (await visitor.get(path)).text();
const questions = (html: string) =>
  [...html.matchAll(/class="ticket-question" lang="vi">([^<]*)</g)].map((at) => at[1]);
const counts = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/class="view-(\w+)"[^>]*>[^<]*<span class="count[^"]*">(\d+)</g)].map((at) => [
      at[1],
      Number(at[2]),
    ]),
  );

beforeAll(async () => {
  pages = await servePages();
  const held = await aTicket('Học phí lớp 1');
  await pages.records.claim(held, 'lan', pages.clock.now);
  await aTicket('Phóng viên hỏi học phí', { topic: 'press', priority: 'high' });
  pages.clock.now += 30 * HOUR;
  await aTicket('Cháu bị đánh', { topic: 'child_safety', priority: 'urgent', dueAt: pages.clock.now - 1 });
  await aTicket('Chuyển trường', { channel: 'zalo' });
  lan = await signIn(pages);
  hoa = await signIn(pages, { name: 'hoa', role: 'spokesperson' });
});
afterAll(() => pages.close());

describe('the inbox', () => {
  it('counts every view, and shows each with what it is for', async () => {
    const html = await htmlOf(lan, '/staff/tickets');
    expect(counts(html)).toEqual({ mine: 1, unassigned: 3, crisis: 1, overdue: 1, open: 4, closed: 0 });
    const shown = async (view: string) => questions(await htmlOf(lan, `/staff/tickets?view=${view}`));
    expect(await shown('mine')).toEqual(['Học phí lớp 1']);
    expect(await shown('crisis')).toEqual(['Cháu bị đánh']);
    expect(await shown('overdue')).toEqual(['Cháu bị đánh']);
    expect(await shown('unassigned')).toEqual(['Cháu bị đánh', 'Phóng viên hỏi học phí', 'Chuyển trường']);
  });

  it.each([
    ['topic=press', ['Phóng viên hỏi học phí']],
    ['channel=zalo', ['Chuyển trường']],
    ['priority=urgent', ['Cháu bị đánh']],
    ['age=day', ['Phóng viên hỏi học phí', 'Học phí lớp 1']],
    ['age=day&priority=normal', ['Học phí lớp 1']],
    [
      'topic=nonsense&priority=&age=soon&after=x',
      ['Cháu bị đánh', 'Phóng viên hỏi học phí', 'Học phí lớp 1', 'Chuyển trường'],
    ],
  ])('narrows the list by %s', async (query, expected) => {
    expect(questions(await htmlOf(lan, `/staff/tickets?view=open&${query}`))).toEqual(expected);
  });

  it('says that nothing matches a filter, and how to be rid of it', async () => {
    const html = await htmlOf(lan, '/staff/tickets?view=open&topic=rumour');
    expect(html).toContain('Không có phiếu nào khớp bộ lọc');
    expect(html).toMatch(/href="\/staff\/tickets\?view=open">Bỏ lọc/);
  });

  it('leads from page to page, each ticket once, and back to the top', async () => {
    const many = await servePages();
    const visitor = await signIn(many);
    for (let index = 0; index < 65; index += 1) {
      const question = `Hỏi ${index}`;
      await many.records.commit(
        aWebTurn({
          conversationId: `web:a:${index}`,
          owner: 'queue',
          at: many.clock.now,
          ticket: { kind: 'open', topic: null, priority: 'normal', question },
        }),
      );
    }
    const seen: (string | undefined)[] = [];
    let path: string | undefined = '/staff/tickets?view=open';
    while (path !== undefined) {
      const html = await htmlOf(visitor, path);
      seen.push(...questions(html));
      expect(html.includes('Về đầu danh sách')).toBe(path.includes('after='));
      path = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    await many.close();
    expect([seen.length, new Set(seen).size]).toEqual([65, 65]);
  });
});

describe('the search', () => {
  it('finds what was said, without accents, and notes who searched but not for what', async () => {
    const before = pages.audited.length;
    expect(questions(await htmlOf(lan, '/staff/tickets?q=loi+KE+chau'))).toEqual(['Cháu bị đánh']);
    expect(pages.audited.slice(before)).toEqual([['lan', 'tickets.searched', 'tickets']]);
  });

  it('finds matters of the press for the spokesperson alone', async () => {
    expect(questions(await htmlOf(lan, '/staff/tickets?q=hoc+phi'))).toEqual(['Học phí lớp 1']);
    expect(questions(await htmlOf(hoa, '/staff/tickets?q=hoc+phi'))).toEqual([
      'Phóng viên hỏi học phí',
      'Học phí lớp 1',
    ]);
  });

  it('says so when nothing was found, and shows the words as words', async () => {
    const html = await htmlOf(lan, '/staff/tickets?q=%3Cimg+src%3Dx%3E');
    expect(html).toContain('Không tìm thấy phiếu nào');
    expect(html).not.toContain('<img');
  });
});

describe('theme and language', () => {
  async function choose(fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams({ token: await formToken(lan), ...fields }).toString();
    return lan.post('/staff/preferences', body, { 'Content-Type': 'application/x-www-form-urlencoded', ...headers });
  }

  it('follow the device until somebody chooses', async () => {
    const html = await htmlOf(hoa, '/staff/tickets');
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('href="/assets/dark.css" media="(prefers-color-scheme: dark)"');
  });

  it('are remembered in the browser, and lead back to the page they were chosen on', async () => {
    const Referer = `${pages.url}/staff/tickets?view=mine`;
    const response = await choose({ theme: 'dark', language: 'en' }, { Referer });
    expect(response.headers.get('location')).toBe('/staff/tickets?view=mine');
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^console-view=dark\.en; Max-Age=31536000;.*HttpOnly; SameSite=Strict/,
    );
    const html = await htmlOf(lan, '/staff/tickets?view=mine');
    expect(html).toMatch(/<html lang="en">.*<link rel="stylesheet" href="\/assets\/dark\.css"\/?>.*Held by you/s);
    // What has no English words yet says that it is Vietnamese.
    expect(await htmlOf(lan, '/staff/password')).toMatch(/<main [^>]*lang="vi"/);
  });

  it('name the pages of the account menu in the chosen language, those alone that the account may open', async () => {
    expect(await htmlOf(hoa, '/staff/tickets')).toContain('<a href="/staff/press">Sổ báo chí</a>');
    hoa.cookies.set('console-view', 'auto.en');
    const html = await htmlOf(hoa, '/staff/tickets');
    expect(html).toContain('<a href="/staff/press">Press register</a>');
    expect(html).not.toContain('href="/staff/audit"');
  });

  it('lead to no page that is not ours, and take nonsense as nothing chosen', async () => {
    const response = await choose({ theme: 'pink', language: 'xx' }, { Referer: 'https://evil.example/x' });
    expect(response.headers.get('location')).toBe('/staff/tickets');
    lan.cookies.set('console-view', 'pink.xx');
    expect(await htmlOf(lan, '/staff/tickets')).toContain('<html lang="vi">');
  });

  it('send no dark styles to who chose light', async () => {
    await choose({ theme: 'light', language: 'vi' });
    expect(await htmlOf(lan, '/staff/tickets')).not.toContain('dark.css');
  });
});
