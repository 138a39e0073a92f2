import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INCIDENTS } from '../../adapters/console/incidents/vietnamese.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

let pages: ServedPages;
let school: Awaited<ReturnType<typeof signIn>>;
let other: Awaited<ReturnType<typeof signIn>>;
let leader: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  pages = await servePages();
  school = await signIn(pages, { name: 'hoa', displayName: 'Cô Hoa', group: 'Trường Tiểu học Mẫu A' });
  other = await signIn(pages, { name: 'minh', group: 'Trường THCS Mẫu B' });
  leader = await signIn(pages, { name: 'mai', role: 'supervisor' });
});
afterAll(() => pages.close());

const FOOD = {
  school: 'Trường Tiểu học Mẫu A',
  kind: 'food',
  urgency: 'urgent',
  happened: '2026-02-03T08:30',
  description: '12 học sinh đau bụng sau bữa <trưa>.',
  contact: 'Cô Hoa, 024 1234',
};

/** Files an incident through the form, and gives where that leads. */
async function file(visitor: typeof school, fields: Record<string, string> = {}) {
  const form = await (await visitor.get('/staff/incidents/new')).text();
  const hidden = { token: hiddenField(form, 'token'), id: hiddenField(form, 'id') };
  return visitor.submit('/staff/incidents/new', { ...FOOD, ...hidden, ...fields });
}
const addressOf = (answer: Response) => answer.headers.get('location')?.split('?')[0] ?? '';

describe('the incident form', () => {
  it('knows the school of the account and the hour', async () => {
    const form = await (await school.get('/staff/incidents/new')).text();
    expect(form).toContain('name="school" value="Trường Tiểu học Mẫu A"');
    expect(form).toContain('<option value="Trường THCS Mẫu B"');
    expect(form).toContain('value="2026-02-03T09:00"');
  });

  it('files once however often it is posted, writes it down, and wakes the duty officer with nothing private', async () => {
    const form = await (await school.get('/staff/incidents/new')).text();
    const fields = { ...FOOD, token: hiddenField(form, 'token'), id: hiddenField(form, 'id') };
    const first = await school.submit('/staff/incidents/new', fields);
    const second = await school.submit('/staff/incidents/new', fields);
    expect(addressOf(second)).toBe(addressOf(first));
    expect(await pages.incidents.filed({ from: 0, until: Number.MAX_SAFE_INTEGER }, 9)).toMatchObject([
      { kind: 'food', happenedAt: Date.UTC(2026, 1, 3, 1, 30), filedBy: 'hoa', state: 'open' },
    ]);
    expect(pages.raised).toMatchObject([{ kind: 'school-incident', severity: 'urgent', incident: 'food' }]);
    expect(JSON.stringify(pages.raised)).not.toMatch(/Hoa|đau bụng|1234/);
    expect(pages.audited.filter(([, action]) => action === 'incident.file')).toHaveLength(1);
    const page = await (await school.get(addressOf(first))).text();
    expect(page).toContain('12 học sinh đau bụng sau bữa &lt;trưa>.');
    expect(page).not.toContain(INCIDENTS.handle);
  });

  it('says field by field what is missing, and keeps what was typed', async () => {
    const before = pages.raised.length;
    const answer = await file(school, { kind: 'none', happened: '2026-02-04T09:00', contact: ' ' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    for (const problem of ['kind', 'happened', 'contact'] as const) expect(page).toContain(INCIDENTS.problems[problem]);
    expect(page).not.toContain(INCIDENTS.problems.school);
    expect(page).toContain('12 học sinh đau bụng');
    expect(pages.raised).toHaveLength(before);
  });

  it('wakes nobody for what can wait', async () => {
    const before = pages.raised.length;
    await file(school, { urgency: 'high', kind: 'weather' });
    await file(school, { urgency: 'normal', kind: 'other' });
    expect(pages.raised.slice(before)).toMatchObject([{ severity: 'warning', incident: 'weather' }]);
  });
});

describe('the list of incidents', () => {
  it('shows a school its own alone, and those in charge all', async () => {
    const address = addressOf(await file(other, { school: 'Trường THCS Mẫu B', kind: 'fire' }));
    expect(await (await school.get('/staff/incidents')).text()).not.toContain('Trường THCS Mẫu B');
    expect((await school.get(address)).headers.get('location')).toBe('/staff/incidents');
    const all = await (await leader.get('/staff/incidents')).text();
    for (const name of ['Trường Tiểu học Mẫu A', 'Trường THCS Mẫu B']) expect(all).toContain(name);
  });

  it('keeps what came of an incident, from those in charge alone, and opens it again', async () => {
    const address = addressOf(await file(school, { kind: 'security' }));
    const page = await (await leader.get(address)).text();
    const fields = { token: hiddenField(page, 'token'), seen: hiddenField(page, 'seen'), to: 'handled' };
    const done = async (more: Record<string, string>) =>
      (await leader.submit(address, { ...fields, ...more })).headers.get('location');
    expect(await done({ result: ' ' })).toBe(`${address}?done=empty`);
    expect(await done({ result: 'Công an phường đã lập biên bản.' })).toBe(`${address}?done=handled`);
    expect(await done({ result: 'Khác.' })).toBe(`${address}?done=stale`);
    expect(await (await leader.get(address)).text()).toContain('Công an phường đã lập biên bản.');
    expect(pages.audited.at(-1)?.slice(0, 2)).toEqual(['mai', 'incident.handle']);
    expect(await done({ seen: '2', to: 'open' })).toBe(`${address}?done=reopened`);
    expect((await school.submit(address, { ...fields, result: 'x' })).status).toBe(403);
  });
});
