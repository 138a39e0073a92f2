import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTICES } from '../../adapters/console/vietnamese.ts';
import { PRESS_QUESTIONS } from '../../bot/press-intake/sentences.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, signIn } from '../builders/staff-visitor.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

const PRESS = 'Tôi là phóng viên, xin phỏng vấn lãnh đạo';

let pages: ServedPages;
beforeEach(async () => {
  pages = await servePages();
  const ticket = { kind: 'open', topic: 'press', priority: 'high', question: PRESS } as const;
  const { now: at } = pages.clock;
  const heard = (text: string) => [{ author: 'citizen', text, at }] as const;
  await pages.records.commit(
    aTurn({ at, heard: heard(PRESS), ticket, owner: 'queue', outgoing: [outgoing(PRESS_QUESTIONS.outlet)] }),
  );
  await pages.records.commit(aTurn({ at, heard: heard('=Sông Hồng'), owner: 'queue' }));
  await pages.records.commit(aTurn({ at, heard: heard('0912345678, hạn chót 15h hôm nay'), owner: 'queue' }));
  const other = { ...ticket, topic: 'human_request', question: 'Gặp cán bộ' } as const;
  await pages.records.commit(aTurn({ conversationId: 'web:web:binh', at, ticket: other, owner: 'queue' }));
});
afterEach(() => pages.close());

const as = (role: 'agent' | 'supervisor' | 'spokesperson') => signIn(pages, { name: `x-${role}`, role });

async function reply(role: 'agent' | 'supervisor' | 'spokesperson') {
  const visitor = await as(role);
  const fields = { token: await formToken(visitor), text: 'Phòng đang kiểm tra.', replyKey: `key-of-${role}` };
  const answer = await visitor.submit('/staff/tickets/ticket-1/reply', fields);
  return answer.headers.get('location') ?? (await answer.text());
}

describe('the register of the press', () => {
  it('shows who asks, how to reach them and by when, and no other ticket', async () => {
    const html = await (await (await as('spokesperson')).get('/staff/press')).text();
    for (const words of ['=Sông Hồng', '0912345678', 'hạn chót 15h hôm nay', PRESS]) expect(html).toContain(words);
    expect(html.match(/<th scope="row">/g)).toHaveLength(1);
  });

  it('goes out as a table with what was released, which no spreadsheet runs, and that is written down', async () => {
    await reply('spokesperson');
    const visitor = await as('spokesperson');
    const table = await (await visitor.get('/staff/press/export')).text();
    expect(table).toContain(`,'=Sông Hồng,0912345678,hạn chót 15h hôm nay,`);
    expect(table).toContain('Phòng đang kiểm tra.');
    expect(table).toContain('Phiếu,Nhận lúc (giờ Việt Nam),Cơ quan báo chí');
    // 02:00 of the world is 09:00 in Vietnam.
    expect(table).toContain('1,2026-02-03 09:00:00,');
    const { displayName } = (await pages.staff.find('x-spokesperson')) ?? { displayName: 'nobody' };
    expect(table).toContain(`,${displayName},`);
    expect(pages.audited).toContainEqual(['x-spokesperson', 'register.export', 'press']);
  });
});

describe('words to the press', () => {
  it('leave only by the hand of the spokesperson', async () => {
    const { words } = NOTICES['press-only'];
    expect(await reply('agent')).toContain('Không tìm thấy phiếu');
    expect(await reply('supervisor')).toContain(words);
    expect(await reply('spokesperson')).toMatch(/notice=sent/);
  });
});
