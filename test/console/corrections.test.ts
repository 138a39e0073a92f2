import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctionProblem } from '../../adapters/console/corrections/correction-problem.ts';
import { CORRECTION_PROBLEMS, CORRECTIONS } from '../../adapters/console/corrections/vietnamese.ts';
import { aCitation, aCorrection } from '../builders/corrections.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { formToken, hiddenField, signIn } from '../builders/staff-visitor.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

let pages: ServedPages;
let editor: PageVisitor;
let second: PageVisitor;
let agent: PageVisitor;
const correction = aCorrection();
const PAGE = `/staff/corrections/${correction.id}`;
const WRITTEN = { intro: 'Dạ, em xin đính chính ạ.', words: 'Nay là 38.000 đồng một ngày.' };

beforeAll(async () => {
  pages = await servePages();
  const at = pages.clock.now;
  for (const citizen of ['0912345678', 'binh']) {
    const said = [outgoing('Dạ, 35.000 đồng ạ.', { citations: [aCitation()] })];
    await pages.records.commit(aTurn({ conversationId: `web:web:${citizen}`, at, outgoing: said }));
  }
  pages.outbox.sendAll();
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

describe('the pages on corrections', () => {
  it('say of each part of the list that it is empty, and of an unknown one that there is none', async () => {
    for (const tab of ['waiting', 'approved', 'done'] as const) {
      expect(await read(agent, `/staff/corrections?show=${tab}`)).toContain(CORRECTIONS.none[tab]);
    }
    const response = await editor.get('/staff/corrections/khong-co');
    expect([response.status, (await response.text()).includes(CORRECTIONS.unknown.title)]).toEqual([404, true]);
  });

  it('show every role what changed and how many were told, and nobody’s account', async () => {
    await pages.corrections.save(correction);
    for (const visitor of [editor, second, agent]) {
      expect(await read(visitor, '/staff/corrections')).toContain(CORRECTIONS.people(2));
      const html = await read(visitor);
      for (const words of ['35.000 đồng', '38.000 đồng', 'Gửi được ngay']) expect(html).toContain(words);
      expect(html).not.toContain('0912345678');
    }
  });

  it('stand in the navigation of who must act: a draft with editors, written words with others who approve', async () => {
    const told = async () =>
      Promise.all([editor, second, agent].map(async (visitor) => /data-waiting="(\d)"/.exec(await read(visitor))?.[1]));
    expect(await told()).toEqual(['1', undefined, undefined]);
    await step(editor, 'write', WRITTEN);
    expect(await told()).toEqual([undefined, '1', undefined]);
  });

  it('let an editor write, another person approve, and put every step into the audit log', async () => {
    expect((await step(agent, 'write', WRITTEN, '1')).status).toBe(403);
    const wrong = await step(editor, 'write', { ...WRITTEN, words: 'Nay là 39.000 đồng.' });
    expect([
      wrong.status,
      (await wrong.text()).includes(correctionProblem({ kind: 'figures', figures: ['39.000'] }, CORRECTION_PROBLEMS)),
    ]).toEqual([400, true]);
    expect((await step(editor, 'write', WRITTEN)).headers.get('location')).toContain('done=changed');
    expect(await read(editor)).toContain(CORRECTIONS.ownRule);
    expect((await step(editor, 'approve')).status).toBe(400);
    expect((await step(second, 'approve', {}, '1')).headers.get('location')).toContain('done=stale');
    expect((await step(second, 'approve')).headers.get('location')).toContain('done=changed');
    expect(await pages.corrections.find(correction.id)).toMatchObject({
      state: 'approved',
      author: 'lan',
      decidedBy: 'minh',
      intro: WRITTEN.intro,
      changes: [{ words: WRITTEN.words }],
    });
    const entries = (await pages.audit.list(0, 100)).filter(({ action }) => action.startsWith('correction.'));
    const facts = { document: '58/2025/NQ-HĐND', author: 'lan' };
    expect(entries.map((entry) => [entry.actor, entry.action, entry.facts])).toEqual([
      ['lan', 'correction.write', facts],
      ['lan', 'correction.write', facts],
      ['minh', 'correction.approve', facts],
    ]);
  });

  it('report what became of it, and let it be stopped with a reason and taken up again', async () => {
    const told = { correctionId: correction.id, conversationId: 'web:web:binh', text: 'x', citations: [] };
    await pages.corrections.tell({ ...told, at: pages.clock.now });
    pages.outbox.sendAll();
    expect(await read(second, '/staff/corrections?show=approved')).toContain('58/2025/NQ-HĐND');
    expect(await read(second)).toMatch(/Đã gửi đính chính<\/dt><dd>1 người/);
    expect((await step(second, 'dismiss')).status).toBe(400);
    await step(second, 'dismiss', { reason: 'chờ văn bản mới' });
    expect(await read(agent)).toContain('chờ văn bản mới');
    await step(editor, 'take-up');
    expect(await pages.corrections.find(correction.id)).toMatchObject({ state: 'draft' });
  });
});
