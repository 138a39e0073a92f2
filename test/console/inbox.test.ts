import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../bot/ports/channel.ts';
import type { Priority, Topic } from '../../bot/topics.ts';
import { openTestStream } from '../builders/event-reader.ts';
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
  [...html.matchAll(/class="ticket-question">\s*<span lang="vi">([^<]*)</g)].map((at) => at[1]);
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
  await pages.records.tag(held, ['học phí'], pages.clock.now);
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
    const html = await htmlOf(hoa, '/staff/tickets');
    expect(counts(html)).toEqual({ mine: 0, unassigned: 3, crisis: 1, overdue: 1, open: 4, closed: 0 });
    expect(questions(await htmlOf(lan, '/staff/tickets?view=mine'))).toEqual(['Học phí lớp 1']);
    const shown = async (view: string) => questions(await htmlOf(hoa, `/staff/tickets?view=${view}`));
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
    ['tag=H%E1%BB%8Dc%20ph%C3%AD', ['Học phí lớp 1']],
    [
      'topic=nonsense&priority=&age=soon&after=x',
      ['Cháu bị đánh', 'Phóng viên hỏi học phí', 'Học phí lớp 1', 'Chuyển trường'],
    ],
  ])('narrows the list by %s', async (query, expected) => {
    expect(questions(await htmlOf(hoa, `/staff/tickets?view=open&${query}`))).toEqual(expected);
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

  it('finds matters of the press for those alone who may see them', async () => {
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

describe('matters of the press', () => {
  const PRESS = 'Phóng viên hỏi học phí';
  let id: string;
  beforeAll(async () => {
    const [press] = (await pages.records.tickets('open', '', 10)).filter(({ topic }) => topic === 'press');
    id = press?.id ?? '';
  });

  it('are in no list and no count of an agent, nor is their page there', async () => {
    const html = await htmlOf(lan, '/staff/tickets');
    expect(counts(html)).toEqual({ mine: 1, unassigned: 2, crisis: 1, overdue: 1, open: 3, closed: 0 });
    expect(html).not.toContain(PRESS);
    expect(questions(await htmlOf(lan, '/staff/tickets?view=open&topic=press'))).toEqual([]);
    const page = await lan.get(`/staff/tickets/${id}`);
    expect([page.status, (await page.text()).includes(PRESS)]).toEqual([404, false]);
  });

  it.each([
    'claim',
    'reply',
    'close',
    'transfer',
    'approve',
    'drop',
    'compose',
    'take-back',
    'tags',
    'notes',
    'presence',
  ])('do not exist for an agent who posts to %s', async (action) => {
    const before = await pages.records.ticket(id);
    const token = await formToken(lan);
    const fields = { token, text: 'x', replyKey: 'key-of-lan', outcome: 'answered', note: '', to: 'duty', tags: 'a' };
    expect((await lan.submit(`/staff/tickets/${id}/${action}`, fields)).status).toBe(404);
    expect(await pages.records.ticket(id)).toEqual(before);
  });

  it('are seen by who is in charge, as by the spokesperson', async () => {
    const chi = await signIn(pages, { name: 'chi', role: 'supervisor' });
    expect(questions(await htmlOf(chi, '/staff/tickets?view=open&topic=press'))).toEqual([PRESS]);
    expect((await chi.get(`/staff/tickets/${id}`)).status).toBe(200);
  });

  it('hide what was said and noted in them on the page of another matter of the same person', async () => {
    const { conversationId = '', epoch = 0 } = (await pages.records.ticket(id)) ?? {};
    await pages.notes.add({ ticketId: id, author: 'hoa', text: 'chỉ người phát ngôn', at: 1, mentions: ['lan'] });
    await pages.records.close(id, { staffName: 'hoa', note: '', farewell: null, at: pages.clock.now });
    const other = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Việc khác' } as const;
    const at = pages.clock.now;
    const turn = aWebTurn({ conversationId, heard: ['Hỏi việc nhà'], owner: 'queue', at, ticket: other });
    const opened = await pages.records.commit(turn);
    const html = await htmlOf(lan, `/staff/tickets/${opened.ok ? opened.ticket?.id : ''}`);
    expect(html).toContain('Hỏi việc nhà');
    expect(epoch).toBe(1);
    for (const words of [`Lời kể: ${PRESS}`, 'chỉ người phát ngôn', 'ghi chú nhắc đến']) {
      expect(html).not.toContain(words);
    }
    expect(await htmlOf(lan, '/staff/mentions')).not.toContain('chỉ người phát ngôn');
    expect(await htmlOf(lan, '/staff/tickets?view=closed')).not.toContain(PRESS);
    expect(await htmlOf(hoa, '/staff/tickets?view=closed')).toContain(PRESS);
  });

  it('send no event to an agent that names them, and every one to the spokesperson', async () => {
    const question = 'Báo hỏi nữa';
    const press = await aTicket(question, { topic: 'press' });
    const other = await aTicket('Việc thường');
    const [toLan, toHoa] = await Promise.all(
      [lan, hoa].map(async (visitor) => openTestStream(await visitor.get('/staff/events'))),
    );
    const events = [
      { kind: 'transcript', conversationId: `web:a:${question}` },
      { kind: 'presence', ticketId: press, name: 'chi', displayName: 'Chi', state: 'here' },
      { kind: 'tickets', ticketId: press },
      { kind: 'tickets', ticketId: other },
    ] as const;
    for (const event of events) pages.live.publish(event);
    const told = async (stream: typeof toLan, count: number) => {
      const data: unknown[] = [];
      while (data.length < count) data.push((await stream?.next())?.data);
      return data;
    };
    expect(await told(toLan, 2)).toEqual([{ ticketId: null }, { ticketId: other }]);
    expect((await told(toHoa, 4)).map((data) => JSON.stringify(data)).join()).toContain(press);
    await Promise.all([toLan?.end(), toHoa?.end()]);
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
    for (const [path, words] of [
      ['/staff/tickets/ticket-1', 'Reply to the citizen'],
      ['/staff/password', 'Present password'],
      ['/staff/sessions', 'Signed in at'],
      ['/staff/tickets/ticket-1?notice=claimed', 'You hold this ticket now.'],
    ] as const) {
      const page = await htmlOf(lan, path);
      expect([path, page.includes(words), /<main [^>]*lang=/.test(page)]).toEqual([path, true, false]);
    }
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
