import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GAP_PROBLEMS, GAPS } from '../../adapters/console/gaps/vietnamese.ts';
import { newGap } from '../../bot/gaps/gap.ts';
import { aGap, aGapAnswer } from '../builders/gaps.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, hiddenField, signIn } from '../builders/staff-visitor.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

let pages: ServedPages;
let editor: PageVisitor;
let second: PageVisitor;
let agent: PageVisitor;
const PAGE = '/staff/gaps/turn-0';
const WRITTEN = {
  question: 'Bể bơi mở khi nào?',
  text: 'Bể bơi mở từ 7 giờ.',
  source: 'Thông báo của nhà trường',
  expiresOn: '2026-12-31',
};

beforeAll(async () => {
  pages = await servePages();
  const at = pages.clock.now;
  for (const [index, question] of ['bể bơi mở khi nào, gọi em 0912345678', 'be boi mo khi nao'].entries()) {
    const ledger = aLedgerEntry({
      turnId: `turn-${index}`,
      question,
      outcome: 'abstained',
      decidedBy: 'answer:unsure',
    });
    await pages.records.commit(aTurn({ conversationId: `web:web:${index}`, at: at + index, ledger }));
    await pages.gaps.place(`turn-${index}`, 'turn-0');
  }
  await pages.gaps.save(newGap({ id: 'turn-0', at }));
  editor = await signIn(pages, { name: 'lan', displayName: 'Cô Lan', role: 'editor' });
  second = await signIn(pages, { name: 'minh', displayName: 'Thầy Minh', role: 'supervisor' });
  agent = await signIn(pages, { name: 'hoa', role: 'agent' });
});
afterAll(() => pages.close());

const read = async (visitor: PageVisitor, path = PAGE) => (await visitor.get(path)).text();

async function step(visitor: PageVisitor, name: string, fields: Record<string, string> = {}, seen?: string) {
  const version = seen ?? hiddenField(await read(visitor), 'seen');
  return visitor.submit(`${PAGE}/${name}`, { token: await formToken(visitor), seen: version, ...fields });
}

describe('the board of unanswered questions', () => {
  it('shows every role what people ask, how many, and no number of theirs', async () => {
    for (const visitor of [editor, second, agent]) {
      const html = await read(visitor, '/staff/gaps');
      expect(html).toContain('2 người');
      expect(html).not.toContain('0912345678');
    }
  });

  it('shows how often an answer was said to be wrong, and why', async () => {
    const at = pages.clock.now;
    const conversationId = 'web:web:0';
    await pages.records.commit(
      aTurn({ conversationId, at, ledger: aLedgerEntry({ turnId: 'bad', question: 'bể bơi?' }) }),
    );
    const rating = { turnId: 'bad', rating: 'down', reason: 'không đúng câu hỏi' } as const;
    await pages.records.commit(aTurn({ conversationId, at, rating }));
    await pages.gaps.place('bad', 'turn-0');
    expect(await read(editor)).toContain('1 lượt được trả lời nhưng người dân báo chưa đúng: không đúng câu hỏi (1).');
  });

  it('leads an address of nothing to a page that says so', async () => {
    const response = await editor.get('/staff/gaps/khong-co');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(GAPS.unknown.title);
  });
});

describe('an answer of the office', () => {
  it('is written by an editor, approved by another person, and every step is in the audit log', async () => {
    expect((await step(agent, 'answer', WRITTEN, '1')).status).toBe(403);
    expect(await (await step(editor, 'answer', { ...WRITTEN, source: '' })).text()).toContain(
      GAP_PROBLEMS['no-source'],
    );
    expect((await step(editor, 'answer', WRITTEN)).headers.get('location')).toContain('done=changed');
    expect(await read(editor)).toContain(GAPS.ownRule);
    const own = await step(editor, 'approve');
    expect([own.status, (await own.text()).includes(GAP_PROBLEMS['own-answer'])]).toEqual([400, true]);
    expect((await step(second, 'approve', {}, '1')).headers.get('location')).toContain('done=stale');
    expect((await step(second, 'approve')).headers.get('location')).toContain('done=changed');
    expect(await pages.gaps.find('turn-0')).toMatchObject({
      owner: 'lan',
      answers: [{ ...WRITTEN, author: 'lan', state: 'approved', decidedBy: 'minh' }],
    });
    const entries = (await pages.audit.list(0, 100)).filter(({ action }) => action.startsWith('gap.'));
    expect(entries.map(({ actor, action, facts }) => [actor, action, facts])).toEqual([
      ['lan', 'gap.answer', { answer: 1, author: 'lan' }],
      ['minh', 'gap.approve', { answer: 1, author: 'lan' }],
    ]);
  });

  it('can be taken out again, and a gap put aside with a reason and taken up', async () => {
    await step(second, 'withdraw');
    expect(await (await step(second, 'dismiss')).text()).toContain(GAP_PROBLEMS['no-reason']);
    await step(second, 'dismiss', { reason: 'việc của trường' });
    expect(await read(editor)).toContain('việc của trường');
    await step(editor, 'take-up');
    expect(await pages.gaps.find('turn-0')).toMatchObject({ dismissed: null, answers: [{ state: 'withdrawn' }] });
  });
});

describe('a reply of staff', () => {
  it('waits as a draft that fills the form, and goes once an editor made an answer of it', async () => {
    const found = await pages.gaps.find('turn-0');
    if (found === null) throw new Error('no gap');
    const draft = { ticketId: 'T1', question: 'Bể bơi?', text: 'Bể bơi mở từ 8 giờ các ngày.', by: 'Cô Hoa', at: 1 };
    const other = { ...draft, ticketId: 'T2', text: 'Một lời khác.' };
    await pages.gaps.save({ ...found, version: found.version + 1, drafts: [draft, other] });
    expect(await read(agent)).toContain('Bể bơi mở từ 8 giờ các ngày.');
    expect((await step(agent, 'drop-draft', { draft: 'T2' }, '1')).status).toBe(403);
    await step(editor, 'drop-draft', { draft: 'T2' });
    const form = await read(editor, `${PAGE}?draft=T1`);
    expect(form).toMatch(/<textarea[^>]*name="text"[^>]*>Bể bơi mở từ 8 giờ/);
    expect(hiddenField(form, 'draft')).toBe('T1');
    await step(editor, 'answer', { ...WRITTEN, text: draft.text, draft: 'T1' });
    expect(await pages.gaps.find('turn-0')).toMatchObject({ drafts: [], answers: [{}, { state: 'proposed' }] });
  });
});

describe('putting gaps together and apart', () => {
  const placesOf = async () => (await pages.gaps.questions(0)).map(({ id, gapId }) => [id, gapId]);

  it('moves chosen questions into a gap of their own, and back by putting that one in', async () => {
    expect(await (await step(second, 'split')).text()).toContain(GAP_PROBLEMS['nothing-chosen']);
    await step(second, 'split', { question: 'turn-1' });
    const split = new Map(await placesOf().then((places) => places.map(([id, gap]) => [id, gap] as const))).get(
      'turn-1',
    );
    expect(split).toMatch(/^split:/);
    const from = `/staff/gaps/${encodeURIComponent(split ?? '')}`;
    const token = await formToken(second);
    const seen = hiddenField(await read(second, from), 'seen');
    await second.submit(`${from}/merge`, { token, seen, into: 'turn-0' });
    expect(await placesOf()).toContainEqual(['turn-1', 'turn-0']);
    expect(await read(second)).toContain(GAPS.parts);
    const again = hiddenField(await read(second, from), 'seen');
    await second.submit(`${from}/unmerge`, { token, seen: again });
    expect(await placesOf()).toContainEqual(['turn-1', split]);
  });

  it('is refused while an answer waits or is used, and to agents', async () => {
    expect((await step(agent, 'merge', {}, '1')).status).toBe(403);
    const other = (await pages.gaps.list()).find(({ id }) => id.startsWith('split:'));
    const refused = await step(second, 'merge', { into: other?.id ?? '' });
    expect(await refused.text()).toContain(GAP_PROBLEMS['in-use']);
  });
});

describe('the bar of the console', () => {
  it('tells who may decide it of an answer that waits, and editors again before and after its end', async () => {
    const apart = await servePages();
    const waitsOn = async (visitor: PageVisitor) =>
      /href="\/staff\/gaps">[^<]*<span[^>]*data-waiting="(\d)"/.exec(
        await (await visitor.get('/staff/password')).text(),
      )?.[1];
    const at = apart.clock.now;
    const answer = aGapAnswer({ author: 'lan1', usedSince: at });
    const waiting: unknown[] = [];
    for (const [version, state, now] of [
      [1, 'proposed', at],
      [2, 'in-use', at],
      [3, 'in-use', Date.parse('2027-06-20T05:00:00Z')],
      [4, 'in-use', Date.parse('2027-07-02T05:00:00Z')],
    ] as const) {
      await apart.gaps.save(aGap({ version, openedAt: at, answers: [{ ...answer, state }] }));
      apart.clock.now = now + version * 60_000;
      const visitors = [
        await signIn(apart, { name: `lan${version}`, role: 'editor' }),
        await signIn(apart, { name: `minh${version}`, role: 'supervisor' }),
        await signIn(apart, { name: `hoa${version}`, role: 'agent' }),
      ];
      waiting.push(await Promise.all(visitors.map(waitsOn)));
    }
    await apart.close();
    expect(waiting).toEqual([
      [undefined, '1', undefined],
      [undefined, undefined, undefined],
      ['1', undefined, undefined],
      ['1', undefined, undefined],
    ]);
  });
});
