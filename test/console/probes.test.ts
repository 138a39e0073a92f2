import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { MARKUP, plantMarkup } from '../builders/planted-markup.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, hiddenField, logIn, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

let pages: ServedPages;
let agent: PageVisitor;
let admin: PageVisitor;
let agentToken: string;
let adminToken: string;
beforeAll(start);
async function start(): Promise<void> {
  pages = await servePages({ secondFactorMode: 'optional' });
  admin = await signIn(pages, { name: 'admin', role: 'admin' });
  agent = await signIn(pages);
  [agentToken, adminToken] = [await formToken(agent), await formToken(admin)];
}
afterAll(() => pages.close());

let tickets = 0;
async function openTicket(topic: 'press' | 'human_request' = 'human_request'): Promise<string> {
  tickets += 1;
  const turn = aWebTurn({
    conversationId: `web:web:probe-${tickets}`,
    heard: ['Cho gặp cán bộ'],
    owner: 'queue',
    ticket: { kind: 'open', topic, priority: 'normal', question: 'Cho gặp cán bộ' },
  });
  const result = await pages.records.commit(turn);
  if (!result.ok || result.ticket === null) throw new Error('The ticket was not opened.');
  return result.ticket.id;
}

/** Sends bytes as they are, which `fetch` would correct. */
function raw(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(pages.url, { method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject).end(body);
  });
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const cookieOf = (visitor: PageVisitor) => `staff=${visitor.cookies.get('staff')}`;

describe('markup in what people write', () => {
  it('stands as words on every page of the console that shows it', async () => {
    const shown = await plantMarkup(pages, admin, adminToken);
    for (const path of shown) {
      const html = await (await admin.get(path)).text();
      for (const markup of MARKUP) expect([path, html.includes(markup)]).toEqual([path, false]);
      const active =
        html.match(/<(?:script|iframe|base|object|embed|style)\b[^>]*>|\son\w+\s*=\s*"|href="javascript:/gi) ?? [];
      const ours =
        /^<script (?:src="\/assets\/console\/drafts\.js"|type="module" src="\/assets\/console\/(?:console|menus|shortcuts|alerts|desk)\.js")>$/;
      expect([path, active.filter((tag) => !ours.test(tag))]).toEqual([path, []]);
    }
  });

  it('stands as words where a refused form shows it again', async () => {
    for (const markup of MARKUP) {
      const login = await createPageVisitor(pages.url).submit('/staff/login', {
        name: markup,
        password: 'x',
        next: markup,
      });
      const user = await admin.submit('/staff/users', {
        token: adminToken,
        name: markup,
        displayName: markup,
        group: markup,
      });
      for (const html of [await login.text(), await user.text()]) {
        expect(html).not.toContain(markup);
        expect(html.toLowerCase()).not.toContain(markup.toLowerCase());
      }
    }
  });
});

describe('a forged form', () => {
  it('does nothing without a token, with the token of somebody else, or with one of an ended session', async () => {
    const id = await openTicket();
    const ended = await signIn(pages, { name: 'hoa' });
    const endedToken = await formToken(ended);
    await ended.submit('/staff/logout', { token: endedToken });
    for (const token of ['', adminToken, endedToken, 'null', 'undefined']) {
      expect((await agent.submit(`/staff/tickets/${id}/claim`, { token })).status).toBe(403);
    }
    expect((await agent.submit(`/staff/tickets/${id}/claim?token=${agentToken}`, {})).status).toBe(403);
    expect((await pages.records.ticket(id))?.state).toBe('new');
  });

  it('does nothing as JSON, plain text or a multipart form, whatever it holds', async () => {
    const id = await openTicket();
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await agent.post(`/staff/tickets/${id}/claim`, { token: agentToken }, { 'Content-Type': type });
      expect(response.status).toBe(403);
    }
  });

  it('is not accepted by GET, nor under a method that a field or header claims', async () => {
    const id = await openTicket();
    expect((await agent.get(`/staff/tickets/${id}/claim?token=${agentToken}`)).status).toBe(404);
    const override = { 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'POST' };
    expect((await agent.get(`/staff/tickets/${id}/claim?_method=POST&token=${agentToken}`, override)).status).toBe(404);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) {
      expect(await raw(method, `/staff/tickets/${id}/claim`, { Cookie: cookieOf(agent) })).toBe(404);
    }
    expect((await pages.records.ticket(id))?.state).toBe('new');
  });
});

describe('what belongs to others', () => {
  it('lets an agent not answer the press, however the form is made', async () => {
    const id = await openTicket('press');
    const fields = {
      token: agentToken,
      text: 'Chúng tôi tuyên bố',
      replyKey: 'reply-key-1',
      role: 'spokesperson',
      topic: '',
    };
    const response = await agent.submit(`/staff/tickets/${id}/reply`, fields);
    expect([response.status, await response.text()]).toEqual([404, expect.not.stringContaining('tuyên bố')]);
    const lines = await pages.records.transcript((await pages.records.ticket(id))?.conversationId ?? '', 0, 10);
    expect(lines.some((line) => line.author === 'staff')).toBe(false);
  });

  it('lets nobody answer under the name of another or change their ticket', async () => {
    const id = await openTicket();
    await pages.records.claim(id, 'admin', pages.clock.now);
    const fields = {
      token: agentToken,
      text: 'Xin chào',
      replyKey: 'reply-key-2',
      staffName: 'admin',
      authorName: 'admin',
    };
    const response = await agent.submit(`/staff/tickets/${id}/reply`, fields);
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('Đồng nghiệp khác')]);
  });

  it('is not found by guessed ids', async () => {
    for (const id of [
      '1',
      '0',
      '-1',
      'ticket-9999',
      '%27%20OR%201=1--',
      '__proto__',
      'constructor',
      '..%2f..',
      '%00',
    ]) {
      expect([id, (await agent.get(`/staff/tickets/${id}`)).status]).toEqual([id, 404]);
      expect([id, (await admin.get(`/staff/users/${id}`)).status]).toEqual([id, 404]);
    }
  });

  it('is not opened by a guessed or an altered session id', async () => {
    const real = agent.cookies.get('staff') ?? '';
    for (const id of ['', 'a', real.slice(0, -1), `${real}x`, real.toLowerCase(), '__proto__', "' OR 1=1 --"]) {
      const visitor = createPageVisitor(pages.url);
      visitor.cookies.set('staff', id);
      expect((await visitor.get('/staff/tickets')).status).toBe(303);
    }
  });

  it('lets no role rise by a field of a form', async () => {
    const visitor = await signIn(pages, { name: 'minh' });
    const token = await formToken(visitor);
    const next = 'mot cau that dai de nho';
    const fields = {
      token,
      current: STAFF_PASSWORD,
      next,
      repeat: next,
      role: 'admin',
      name: 'admin',
      disabled: 'false',
    };
    await visitor.submit('/staff/password', fields);
    expect(await pages.staff.find('minh')).toMatchObject({ role: 'agent' });
    expect((await visitor.get('/staff/users')).status).toBe(403);
  });
});

describe('a log-in', () => {
  it('never takes over a session id that the browser brought', async () => {
    const visitor = createPageVisitor(pages.url);
    visitor.cookies.set('staff', 'chosen-by-somebody-else');
    await visitor.submit('/staff/login', { name: 'lan', password: STAFF_PASSWORD });
    expect(visitor.cookies.get('staff')).toMatch(/^[\w-]{43}$/);
    const other = createPageVisitor(pages.url);
    other.cookies.set('staff', 'chosen-by-somebody-else');
    expect((await other.get('/staff/tickets')).status).toBe(303);
  });

  it('ends the session that the browser had before', async () => {
    const { visitor } = await logIn(pages, 'lan');
    const copy = createPageVisitor(pages.url);
    copy.cookies.set('staff', visitor.cookies.get('staff') ?? '');
    await visitor.submit('/staff/login', { name: 'lan', password: STAFF_PASSWORD });
    expect((await copy.get('/staff/tickets')).status).toBe(303);
  });

  it.each([
    'https://evil.example/staff/tickets',
    '//evil.example/staff',
    '/\\evil.example',
    '/staff/tickets/..%2f..%2fevil',
    '/staff/tickets\r\nSet-Cookie: staff=x',
    '/staff/login',
    '/staff/events',
    'javascript:alert(1)',
    '/staff/users/../../x',
  ])('leads to no page but our own: %j', async (next) => {
    const response = await createPageVisitor(pages.url).submit('/staff/login', {
      name: 'lan',
      password: STAFF_PASSWORD,
      next,
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/staff/tickets']);
    expect(response.headers.getSetCookie()).toHaveLength(1);
  });

  it('puts no line of its own into a header', async () => {
    const response = await fetch(`${pages.url}/staff/tickets/a%0d%0aSet-Cookie:%20staff=evil?next=%0d%0aX-Evil:%201`, {
      redirect: 'manual',
    });
    expect([response.status, response.headers.getSetCookie(), response.headers.get('x-evil')]).toEqual([303, [], null]);
  });
});

describe('an odd request', () => {
  // So many log-ins came from here before that they are refused whatever they hold.
  beforeAll(async () => {
    await pages.close();
    await start();
  });

  const login = (body: string, headers: Record<string, string> = FORM) => raw('POST', '/staff/login', headers, body);

  it('that is too large or has too many fields is refused with 413', async () => {
    expect(await login(`name=lan&password=${'x'.repeat(70_000)}`)).toBe(413);
    expect(await login(Array.from({ length: 1_100 }, (_, index) => `f${index}=1`).join('&'))).toBe(413);
  });

  it('that cannot be read is refused with 400 or counts as a wrong password, and is never a fault of ours', async () => {
    expect(await login('name=lan', { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-7' })).toBe(400);
    expect(await login('name=lan', { ...FORM, 'Content-Encoding': 'br2' })).toBe(400);
    expect(await raw('GET', '/staff/tickets/%E0%A4%A', { Cookie: cookieOf(agent) })).toBe(400);
    for (const body of ['', '%', '&&==&', 'name[]=lan&name=x', 'name=lan&name=lan&password=a&password=b', '%00=%00']) {
      expect([body, await login(body)]).toEqual([body, 401]);
    }
  });

  it('with keys of the prototype changes no object', async () => {
    const keys = [
      '__proto__[admin]=1',
      '__proto__.role=admin',
      'constructor[prototype][role]=admin',
      'toString=x',
      '__proto__=x',
    ];
    for (const key of keys) {
      const status = await raw(
        'POST',
        '/staff/users',
        { ...FORM, Cookie: cookieOf(admin) },
        `token=${adminToken}&${key}`,
      );
      expect([key, status]).toEqual([key, 400]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });

  it('for a file by a path finds nothing', async () => {
    const up = [
      '/assets/../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/config.ts',
      '/assets/fonts/..%5c..%5cx',
      '/assets//etc/passwd',
      '/assets/console/console.js%00.css',
    ];
    for (const path of up) expect([path, await raw('GET', path, {})]).toEqual([path, 404]);
  });
});

describe('every answer of the console', () => {
  const PATHS = [
    '/staff',
    '/staff/login',
    '/staff/tickets',
    '/staff/tickets/khong-co',
    '/staff/users',
    '/staff/nothing',
    '/assets/console.css',
  ];

  it.each(PATHS)('%s has the headers that keep a browser strict', async (path) => {
    const { headers } = await admin.get(path);
    expect(headers.get('content-security-policy')?.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    if (path.startsWith('/staff')) expect(headers.get('cache-control')).toBe('no-store');
  });

  it('gives cookies that are host-bound, secure, strict and closed to scripts when the address is HTTPS', async () => {
    const secure = await servePages({ secureCookies: true });
    await addStaff(secure);
    const { response } = await logIn(secure, 'lan');
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-staff=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
    await secure.close();
  });

  it('tells in no page which password, key or hash there is', async () => {
    const html = await (await admin.get('/staff/users/lan')).text();
    expect(html).not.toMatch(/scrypt|gcm\$/);
    expect(hiddenField(html, 'token')).toBe(adminToken);
  });
});
