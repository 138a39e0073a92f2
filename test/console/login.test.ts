import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPasswords } from '../../adapters/console/passwords.ts';
import { countTry } from '../../adapters/console/throttle.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, hiddenField, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let pages: ServedPages;
beforeEach(async () => {
  pages = await servePages();
});
afterEach(() => pages.close());

async function tryPassword(password: string, name = 'lan') {
  const visitor = createPageVisitor(pages.url);
  return visitor.submit('/staff/login', { name, password });
}

describe('logging in', () => {
  it('opens a session in a cookie that scripts cannot read and other sites cannot send', async () => {
    await addStaff(pages);
    const response = await tryPassword(STAFF_PASSWORD, ' LAN ');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/staff/tickets']);
    expect(response.headers.getSetCookie()[0]).toMatch(/^staff=[\w-]{43}; Max-Age=14400;.*HttpOnly; SameSite=Strict/);
  });

  it('says the same for a wrong password and an unknown name', async () => {
    await addStaff(pages);
    for (const response of [await tryPassword('sai'), await tryPassword('sai', 'khong-co')]) {
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    }
  });

  it('stops checking after five failures, and says so honestly', async () => {
    await addStaff(pages);
    for (let failure = 0; failure < 5; failure += 1) expect((await tryPassword('sai')).status).toBe(401);
    const right = await tryPassword(STAFF_PASSWORD);
    expect(right.status).toBe(429);
    expect(await right.text()).toMatch(/kể cả khi mật khẩu đúng.*thử lại sau 1 phút/);
    pages.clock.now += MINUTE;
    expect((await tryPassword(STAFF_PASSWORD)).status).toBe(303);
  });

  it('lets the pause grow with each further failure, up to an hour', async () => {
    const mayTry = async () => (await countTry(pages.staff, 'name:lan', pages.clock.now)) === 0;
    for (let failure = 0; failure < 5; failure += 1) expect(await mayTry()).toBe(true);
    for (const minutes of [1, 2, 4, 8, 15, 30, 60, 60]) {
      pages.clock.now += minutes * MINUTE - 1;
      expect(await mayTry()).toBe(false);
      pages.clock.now += 1;
      expect(await mayTry()).toBe(true);
    }
  });

  it('treats an unknown name as a known one in this too', async () => {
    for (let failure = 0; failure < 5; failure += 1) await tryPassword('sai', 'khong-co');
    expect((await tryPassword('sai', 'khong-co')).status).toBe(429);
  });

  it('lets parallel guesses not slip under the limit, nor more than one through after a pause', async () => {
    await addStaff(pages);
    const atOnce = () => Promise.all(Array.from({ length: 8 }, () => tryPassword('sai')));
    expect((await atOnce()).filter((response) => response.status === 401).length).toBeLessThanOrEqual(5);
    pages.clock.now += HOUR;
    expect((await atOnce()).filter((response) => response.status === 401).length).toBeLessThanOrEqual(1);
  });

  it('stops an address that tries many names, and no other address', async () => {
    await addStaff(pages);
    for (let name = 0; name < 30; name += 1) {
      await pages.staff.recordFailure('address:127.0.0.1', pages.clock.now, 0);
    }
    expect((await tryPassword(STAFF_PASSWORD)).status).toBe(429);
    pages.clock.now += MINUTE;
    expect((await tryPassword(STAFF_PASSWORD)).status).toBe(303);
  });

  it('tells a disabled account the same as a wrong password', async () => {
    await addStaff(pages, { disabled: true });
    const response = await tryPassword(STAFF_PASSWORD);
    expect([response.status, await response.text()]).toEqual([
      401,
      expect.stringContaining('Tên đăng nhập hoặc mật khẩu không đúng.'),
    ]);
  });

  it('renews a hash of an older cost and keeps the password', async () => {
    const older = await createPasswords(Buffer.alloc, { N: 16, r: 8, p: 1 }).hash(STAFF_PASSWORD);
    await addStaff(pages, { passwordHash: older });
    expect((await tryPassword(STAFF_PASSWORD)).status).toBe(303);
    expect((await pages.staff.find('lan'))?.passwordHash).not.toBe(older);
    expect((await tryPassword(STAFF_PASSWORD)).status).toBe(303);
  });

  it('notes when somebody logged in last, and tells the audit of both ends', async () => {
    await addStaff(pages);
    await tryPassword('sai');
    await tryPassword(STAFF_PASSWORD);
    expect((await pages.staff.list())[0]?.lastLoginAt).toBe(pages.clock.now);
    expect(pages.audited).toEqual([
      ['lan', 'log-in-refused', 'lan'],
      ['lan', 'logged-in', 'lan'],
    ]);
  });

  it('forgets the failures after a success', async () => {
    await addStaff(pages);
    for (let failure = 0; failure < 4; failure += 1) await tryPassword('sai');
    await tryPassword(STAFF_PASSWORD);
    expect((await tryPassword('sai')).status).toBe(401);
  });

  it('leads back to the page that asked for it', async () => {
    await addStaff(pages);
    const visitor = createPageVisitor(pages.url);
    const asked = await visitor.get('/staff/tickets/ticket-1?view=open');
    const login = asked.headers.get('location') ?? '';
    const html = await (await visitor.get(login)).text();
    expect(html).toContain('Phiên làm việc đã hết');
    const next = hiddenField(html, 'next').replaceAll('&amp;', '&');
    const response = await visitor.submit('/staff/login', { name: 'lan', password: STAFF_PASSWORD, next });
    expect(response.headers.get('location')).toBe('/staff/tickets/ticket-1?view=open');
  });

  it.each(['https://evil.example', '//evil.example', '/staff/tickets/../../x', '/staff/logout'])(
    'does not lead to %s',
    async (next) => {
      await addStaff(pages);
      const response = await createPageVisitor(pages.url).submit('/staff/login', {
        name: 'lan',
        password: STAFF_PASSWORD,
        next,
      });
      expect(response.headers.get('location')).toBe('/staff/tickets');
    },
  );
});

describe('a session', () => {
  it('lasts four hours from the last action', async () => {
    const visitor = await signIn(pages);
    for (const hours of [3, 3]) {
      pages.clock.now += hours * HOUR;
      expect((await visitor.get('/staff/tickets')).status).toBe(200);
    }
    pages.clock.now += 4 * HOUR;
    expect((await visitor.get('/staff/tickets')).headers.get('location')).toMatch(/^\/staff\/login\?expired=1/);
  });

  it('ends twelve hours after the log-in, whatever is done in it', async () => {
    const visitor = await signIn(pages);
    for (const hours of [3, 3, 3]) {
      pages.clock.now += hours * HOUR;
      expect((await visitor.get('/staff/tickets')).status).toBe(200);
    }
    pages.clock.now += 3 * HOUR;
    expect((await visitor.get('/staff/tickets')).status).toBe(303);
  });

  it('ends at once when its account is disabled', async () => {
    const visitor = await signIn(pages);
    await addStaff(pages, { disabled: true });
    expect((await visitor.get('/staff/tickets')).status).toBe(303);
  });

  it('is not prolonged by what an open page fetches by itself, which is told 401 in the end', async () => {
    const visitor = await signIn(pages);
    pages.clock.now += 3 * HOUR;
    expect((await visitor.get('/staff/tickets', { 'X-Live-Refresh': '1' })).status).toBe(200);
    pages.clock.now += 2 * HOUR;
    expect((await visitor.get('/staff/tickets', { 'X-Live-Refresh': '1' })).status).toBe(401);
  });

  it('ends with logging out, also for a copied cookie', async () => {
    const visitor = await signIn(pages);
    const copy = createPageVisitor(pages.url);
    copy.cookies.set('staff', visitor.cookies.get('staff') ?? '');
    const token = hiddenField(await (await visitor.get('/staff/tickets')).text(), 'token');
    await visitor.submit('/staff/logout', { token });
    expect(visitor.cookies.has('staff')).toBe(false);
    expect((await copy.get('/staff/tickets')).status).toBe(303);
  });

  it.each([
    ['has ended', 401, 4 * HOUR],
    ['is another one than the form is from', 403, 0],
  ])('that %s gives back what was typed, if it was typed into a form of ours', async (_what, status, passed) => {
    const visitor = await signIn(pages);
    pages.clock.now += passed;
    const typed = { draft: 'text reply:lan:ticket-1', text: 'Chào chị, <b>mời</b>', token: 'cũ' };
    const response = await visitor.submit('/staff/tickets/ticket-1/reply', typed);
    const html = await response.text();
    expect([response.status, html.includes('Chào chị, &lt;b>mời&lt;/b>')]).toEqual([status, true]);
    expect(html).toContain('data-draft="reply:lan:ticket-1"');
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' };
    const body = new URLSearchParams(typed).toString();
    const forged = await visitor.post('/staff/tickets/ticket-1/reply', body, form);
    expect(await forged.text()).not.toContain('Chào chị');
    // No form says that a password is a draft.
    const secret = await visitor.submit('/staff/password', { current: STAFF_PASSWORD, next: 'khac', repeat: 'khac' });
    expect(await secret.text()).not.toContain(STAFF_PASSWORD);
  });

  it('uses a host-bound, secure cookie over HTTPS', async () => {
    await pages.close();
    pages = await servePages({ secureCookies: true });
    await addStaff(pages);
    expect((await tryPassword(STAFF_PASSWORD)).headers.getSetCookie()[0]).toMatch(/^__Host-staff=.*; Secure/);
  });
});

describe('changing the password', () => {
  const fresh = 'mot cau that dai de nho';

  async function change(fields: Record<string, string>, mustChangePassword = false) {
    const visitor = await signIn(pages, { mustChangePassword });
    const token = hiddenField(await (await visitor.get('/staff/password')).text(), 'token');
    const response = await visitor.submit('/staff/password', { token, current: STAFF_PASSWORD, ...fields });
    return { visitor, response };
  }

  it('comes before everything else for a one-time password', async () => {
    const visitor = await signIn(pages, { mustChangePassword: true });
    expect((await visitor.get('/staff/tickets')).headers.get('location')).toBe('/staff/password');
    expect(await (await visitor.get('/staff/password')).text()).toContain('chỉ dùng một lần');
  });

  it('ends every other session and keeps this one', async () => {
    const other = await signIn(pages);
    const { visitor, response } = await change({ next: fresh, repeat: fresh }, true);
    expect(response.headers.get('location')).toBe('/staff/tickets?notice=password-changed');
    expect((await visitor.get('/staff/tickets')).status).toBe(200);
    expect((await other.get('/staff/tickets')).status).toBe(303);
    expect((await tryPassword(fresh)).status).toBe(303);
  });

  it.each([
    ['too short', { next: 'ngan', repeat: 'ngan' }, 'ít nhất 12 ký tự'],
    ['the same as before', { next: STAFF_PASSWORD, repeat: STAFF_PASSWORD }, 'phải khác mật khẩu hiện tại'],
    ['repeated differently', { next: fresh, repeat: `${fresh}!` }, 'không giống nhau'],
    ['what many people use', { next: 'Matkhau@123456', repeat: 'Matkhau@123456' }, 'dễ đoán'],
    ['given with a wrong current one', { next: fresh, repeat: fresh, current: 'sai' }, 'Mật khẩu hiện tại không đúng'],
  ])('is refused when the new one is %s', async (_what, fields, words) => {
    const { response } = await change(fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  });
});
