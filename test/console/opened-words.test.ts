import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, logIn } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const PHONE = '0912345678';
const WORDS = `cho em hỏi học phí, gọi em số ${PHONE}`;
const MASKED = 'gọi em số [số điện thoại]';
const HOUR_MS = 3_600_000;

let pages: ServedPages;
let lan: PageVisitor;
let minh: PageVisitor;
let ticketId: string;
beforeAll(async () => {
  pages = await servePages({});
  await addStaff(pages);
  await addStaff(pages, { name: 'minh', displayName: 'Trần Minh', role: 'supervisor' });
  lan = (await logIn(pages, 'lan')).visitor;
  minh = (await logIn(pages, 'minh')).visitor;
  const result = await pages.records.commit(
    aWebTurn({
      conversationId: 'web:web:an',
      heard: [WORDS],
      owner: 'queue',
      ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: MASKED },
    }),
  );
  if (!result.ok || result.ticket === null) throw new Error('no ticket');
  ticketId = result.ticket.id;
});
afterAll(() => pages.close());

const read = async (visitor: PageVisitor) => (await visitor.get(`/staff/tickets/${ticketId}`)).text();
const looks = () => pages.audited.filter(([, action]) => action === 'ticket.opened-words');

describe('personal data in a conversation, to one reader after another', () => {
  it('is masked for everybody while nobody holds the ticket, and the page says so', async () => {
    for (const visitor of [lan, minh]) {
      const html = await read(visitor);
      expect(html).toContain(MASKED);
      expect(html).not.toContain(PHONE);
      expect(html).toContain('Người nhận phiếu xem được lời gốc');
    }
    expect(looks()).toEqual([]);
  });

  it('is shown to whoever takes the ticket, and the audit log has it once an hour', async () => {
    await lan.submit(`/staff/tickets/${ticketId}/claim`, { token: await formToken(lan) });
    expect(await read(lan)).toContain(PHONE);
    await read(lan);
    expect(looks()).toEqual([['lan', 'ticket.opened-words', ticketId]]);
    pages.clock.now += HOUR_MS;
    await read(lan);
    expect(looks()).toHaveLength(2);
  });

  it('stays masked for others, those in charge too', async () => {
    expect(await read(minh)).not.toContain(PHONE);
    expect(looks()).toHaveLength(2);
  });

  it('is masked for everybody once the ticket is closed', async () => {
    await pages.records.close(ticketId, { staffName: 'lan', note: '', farewell: null, at: pages.clock.now });
    const html = await read(lan);
    expect(html).not.toContain(PHONE);
    expect(html).toContain('Phiếu đã đóng');
  });
});
