import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setUpFactor } from '../builders/authenticator.ts';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, hiddenField, logIn, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';

let pages: ServedPages;
let admin: PageVisitor;
beforeEach(async () => {
  pages = await servePages({ secondFactorMode: 'optional' });
  admin = await signIn(pages, { name: 'admin', displayName: 'Quản trị', role: 'admin' });
  await addStaff(pages);
});
afterEach(() => pages.close());

/** Posts a form of the users' pages and gives the page that follows. */
async function post(path: string, fields: Record<string, string> = {}) {
  const token = hiddenField(await (await admin.get('/staff/users')).text(), 'token');
  const response = await admin.submit(`/staff/users${path}`, { token, ...fields });
  const location = response.headers.get('location');
  const html = await (location === null ? response : await admin.get(location)).text();
  return { status: response.status, html };
}

const oneTimePassword = (html: string) => /id="one-time-password">([^<]+)</.exec(html)?.[1] ?? '';
const audited = () => pages.audited.filter(([, action]) => action.startsWith('user-'));

async function mayLogIn(name: string, password = STAFF_PASSWORD): Promise<boolean> {
  return (await createPageVisitor(pages.url).submit('/staff/login', { name, password })).status === 303;
}

describe('the list of users', () => {
  it('shows who there is, what they may do, their second factor and their last log-in', async () => {
    await addStaff(pages, {
      name: 'hoa',
      displayName: 'Lê Thị Hoa',
      role: 'editor',
      group: 'Trường Ba Đình',
      disabled: true,
    });
    const { html } = { html: await (await admin.get('/staff/users')).text() };
    for (const words of [
      'Lê Thị Hoa',
      'Biên tập nội dung',
      'Trường Ba Đình',
      'Đã khoá',
      'Chưa đăng nhập',
      'Chưa bật',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('09:00 ngày 03/02/2026');
  });
});

describe('a new user', () => {
  const HOA = { name: 'Hoa', displayName: ' Lê Thị Hoa ', role: 'editor', group: 'Trường Ba Đình' };

  it('gets a one-time password that is shown once and must be replaced', async () => {
    const { html } = await post('', HOA);
    expect(await pages.staff.find('hoa')).toMatchObject({
      displayName: 'Lê Thị Hoa',
      role: 'editor',
      group: 'Trường Ba Đình',
      mustChangePassword: true,
    });
    expect(await mayLogIn('hoa', oneTimePassword(html))).toBe(true);
    expect(await (await admin.get('/staff/users/hoa')).text()).not.toContain(oneTimePassword(html));
    expect(audited()).toEqual([['admin', 'user-added', 'hoa']]);
  });

  it.each([
    ['a name that is taken', { name: 'lan' }, 'đã có người dùng'],
    ['a name with signs', { name: '../lan' }, 'Tên đăng nhập chưa đúng'],
    ['no display name', { displayName: ' ' }, 'Tên hiển thị cần'],
    ['a display name of two lines', { displayName: 'Hoa\r\nSet-Cookie: a=b' }, 'Tên hiển thị cần'],
    ['a display name with letters that turn the direction', { displayName: 'Hoa\u202egnod' }, 'Tên hiển thị cần'],
    ['a role that there is not', { role: 'root' }, 'chọn một vai trò'],
    ['a group that is too long', { group: 'x'.repeat(81) }, 'dài nhất 80'],
  ])('is refused with %s, and what was written stays in the form', async (_what, wrong, words) => {
    const { status, html } = await post('', { ...HOA, ...wrong });
    expect([status, html]).toEqual([400, expect.stringContaining(words)]);
    expect(html).toContain(`value="${{ ...HOA, ...wrong }.group}"`);
    expect(await pages.staff.count()).toBe(2);
    expect(audited()).toEqual([]);
  });
});

describe('the page of a user', () => {
  it('changes display name and group without logging the person out', async () => {
    const lan = (await logIn(pages, 'lan')).visitor;
    await post('/lan', { displayName: 'Cô Lan', role: 'agent', group: 'Tổ Tiểu học' });
    expect(await pages.staff.find('lan')).toMatchObject({ displayName: 'Cô Lan', group: 'Tổ Tiểu học' });
    expect((await lan.get('/staff/tickets')).status).toBe(200);
    expect(audited()).toEqual([['admin', 'user-changed', 'lan']]);
  });

  it('changes the role, and the person has to log in again', async () => {
    const lan = (await logIn(pages, 'lan')).visitor;
    await post('/lan', { displayName: 'Cô Lan', role: 'admin' });
    expect((await lan.get('/staff/users')).status).toBe(303);
    expect((await (await logIn(pages, 'lan')).visitor.get('/staff/users')).status).toBe(200);
  });

  it('disables an account at once and enables it again', async () => {
    const lan = (await logIn(pages, 'lan')).visitor;
    expect((await post('/lan/disable')).html).toContain('Đã khoá tài khoản');
    expect((await lan.get('/staff/tickets')).status).toBe(303);
    expect(await mayLogIn('lan')).toBe(false);
    await post('/lan/enable');
    expect(await mayLogIn('lan')).toBe(true);
    expect(audited().map(([, action]) => action)).toEqual(['user-disabled', 'user-enabled']);
  });

  it('gives a new one-time password, which also ends the waiting after failures', async () => {
    for (let failure = 0; failure < 5; failure += 1) await mayLogIn('lan', 'sai');
    const { html } = await post('/lan/password');
    expect(await mayLogIn('lan')).toBe(false);
    expect(await mayLogIn('lan', oneTimePassword(html))).toBe(true);
    expect((await pages.staff.find('lan'))?.mustChangePassword).toBe(true);
    expect(audited()).toEqual([['admin', 'user-password-reset', 'lan']]);
  });

  it('takes the second factor away and ends the sessions', async () => {
    const lan = (await logIn(pages, 'lan')).visitor;
    expect((await post('/lan/second-factor')).html).toContain('chưa bật xác thực hai bước');
    await setUpFactor(lan, pages.clock.now, { password: STAFF_PASSWORD });
    await post('/lan/second-factor');
    expect(await pages.factors.factor('lan')).toBeNull();
    expect((await lan.get('/staff/tickets')).status).toBe(303);
    expect((await logIn(pages, 'lan')).response.headers.get('location')).toBe('/staff/tickets');
    expect(audited()).toEqual([['admin', 'user-factor-reset', 'lan']]);
  });

  it('ends all sessions of a user', async () => {
    const visitors = [(await logIn(pages, 'lan')).visitor, (await logIn(pages, 'lan')).visitor];
    await post('/lan/sessions');
    for (const visitor of visitors) expect((await visitor.get('/staff/tickets')).status).toBe(303);
    expect(audited()).toEqual([['admin', 'user-sessions-ended', 'lan']]);
  });

  it.each(['/disable', ''])('lets no admin put themselves out (%s)', async (action) => {
    const { html } = await post(`/admin${action}`, { displayName: 'Quản trị', role: 'agent' });
    expect(html).toContain('nhờ một quản trị khác');
    expect(await pages.staff.find('admin')).toMatchObject({ role: 'admin', disabled: false });
    expect(audited()).toEqual([]);
  });

  it('says in Vietnamese that there is no such user', async () => {
    for (const path of ['/khong-co', '/khong-co/disable', '/__proto__/disable']) {
      const { status, html } = await post(path, { displayName: 'x', role: 'admin' });
      expect([status, html]).toEqual([404, expect.stringContaining('Không tìm thấy tài khoản')]);
    }
  });
});
