import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Topic } from '../../bot/topics.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { anAccount } from '../builders/staff-sessions.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const AN = 'web:web:an';
let pages: ServedPages;
beforeEach(async () => {
  pages = await servePages();
});
afterEach(() => pages.close());

async function openTicket(topic: Topic = 'human_request'): Promise<string> {
  const ticket = { kind: 'open', topic, priority: 'normal', question: 'Học phí?' } as const;
  const at = pages.clock.now;
  const result = await pages.records.commit(
    aWebTurn({ conversationId: AN, heard: ['Học phí?'], owner: 'queue', at, ticket }),
  );
  if (!result.ok || result.ticket === null) throw new Error('The ticket was not opened.');
  return result.ticket.id;
}

/** Sends a form of the ticket's page and gives the page that follows. */
async function act(visitor: PageVisitor, id: string, action: string, fields: Record<string, string>): Promise<string> {
  const html = await (await visitor.get(`/staff/tickets/${id}`)).text();
  const response = await visitor.submit(`/staff/tickets/${id}/${action}`, {
    token: hiddenField(html, 'token'),
    replyKey: hiddenField(html, 'replyKey'),
    ...fields,
  });
  return (await visitor.get(response.headers.get('location') ?? '')).text();
}

describe('asking the citizen something back', () => {
  it('sends the words and lets the ticket wait, which list and page show', async () => {
    const id = await openTicket();
    const visitor = await signIn(pages);
    const html = await act(visitor, id, 'reply', { text: 'Cháu học lớp mấy ạ?', waits: 'yes' });
    expect(html).toContain('Phiếu chờ người dân trả lời');
    expect(html).toMatch(/<dd>Chờ người dân<\/dd>/u);
    expect(await pages.records.ticket(id)).toMatchObject({ state: 'waiting', assignee: 'lan' });
    expect(await (await visitor.get('/staff/tickets')).text()).toContain('Đang chờ người dân');
  });

  it('shows as news what the citizen answers', async () => {
    const id = await openTicket();
    const visitor = await signIn(pages);
    await act(visitor, id, 'reply', { text: 'Cháu học lớp mấy ạ?', waits: 'yes' });
    const at = pages.clock.now + 1_000;
    await pages.records.commit({
      ...aWebTurn({
        conversationId: AN,
        heard: ['Lớp 3 ạ'],
        owner: 'staff',
        at,
      }),
      answerDueAt: at + 3_600_000,
    });
    expect(await (await visitor.get('/staff/tickets')).text()).toContain('Người dân vừa trả lời. ');
  });
});

describe('passing a ticket on', () => {
  const minh = { name: 'minh', displayName: 'Trần Minh', group: 'Trường Ba Đình' } as const;

  it('offers people, roles and groups that answer citizens, and nobody else', async () => {
    await pages.staff.save(anAccount(minh));
    await pages.staff.save(anAccount({ name: 'bien', displayName: 'Biên Tập', role: 'editor' }));
    await pages.staff.save(anAccount({ name: 'cu', displayName: 'Đã Nghỉ', disabled: true }));
    const id = await openTicket();
    const html = await (await (await signIn(pages)).get(`/staff/tickets/${id}`)).text();
    const choices = /<select id="transfer-to".*?<\/select>/su.exec(html)?.[0] ?? '';
    const offered = [...choices.matchAll(/<option value="([^"]+)"/gu)].map(([, value]) => value);
    expect(offered).toEqual(['duty', 'role:agent', 'group:Trường Ba Đình', 'person:lan', 'person:minh']);
  });

  it('to a person hands it to them with the note, into the audit without it', async () => {
    await pages.staff.save(anAccount(minh));
    const id = await openTicket();
    const html = await act(await signIn(pages), id, 'transfer', { to: 'person:minh', note: 'Nhờ anh xem hồ sơ' });
    for (const words of ['Đã chuyển phiếu', 'Trần Minh', 'Nhờ anh xem hồ sơ']) expect(html).toContain(words);
    expect(await pages.records.ticket(id)).toMatchObject({ assignee: 'minh', routedTo: 'person:minh' });
    expect(pages.audited.at(-1)).toEqual(['lan', 'ticket.transfer', 'ticket-1 1 person:minh']);
  });

  it('to a group lets any of them take it', async () => {
    const id = await openTicket();
    const lan = await signIn(pages);
    await act(lan, id, 'claim', {});
    await pages.staff.save(anAccount(minh));
    await act(lan, id, 'transfer', { to: 'group:Trường Ba Đình', note: '' });
    expect(await pages.records.ticket(id)).toMatchObject({ state: 'new', assignee: null });
    await act(await signIn(pages, minh), id, 'claim', {});
    expect(await pages.records.ticket(id)).toMatchObject({ state: 'claimed', assignee: 'minh' });
  });

  it('is refused to one who does not hold it, but not to who is in charge', async () => {
    const id = await openTicket();
    await act(await signIn(pages), id, 'claim', {});
    const colleague = await signIn(pages, minh);
    expect(await act(colleague, id, 'transfer', { to: 'duty', note: '' })).toContain('Đồng nghiệp khác đã nhận');
    const supervisor = await signIn(pages, { name: 'hoa', role: 'supervisor' });
    expect(await act(supervisor, id, 'transfer', { to: 'duty', note: '' })).toContain('Đã chuyển phiếu');
  });

  it('to somebody who is gone is refused', async () => {
    const id = await openTicket();
    const html = await act(await signIn(pages), id, 'transfer', { to: 'person:ai-do', note: '' });
    expect(html).toContain('không còn nhận phiếu');
    expect(pages.audited.filter(([, action]) => action === 'ticket.transfer')).toEqual([]);
  });
});
