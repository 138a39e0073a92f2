import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SecondFactorMode } from '../../adapters/console/second-factor/second-factor.ts';
import type { StaffAccount } from '../../bot/ports/staff.ts';
import { codeAt, setUpFactor } from '../builders/authenticator.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, hiddenField, logIn, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';

const STEP = 30_000;
const MINUTE = 60_000;
const CHIEF: Partial<StaffAccount> = { name: 'minh', role: 'admin' };
let pages: ServedPages;
beforeEach(() => serve('required'));
afterEach(() => pages.close());

async function serve(secondFactorMode: SecondFactorMode): Promise<void> {
  pages = await servePages({ secondFactorMode });
}

/** An admin whose factor is set up and whose first code is spent. */
async function anEnrolledAdmin() {
  const visitor = await signIn(pages, CHIEF);
  const made = await setUpFactor(visitor, pages.clock.now);
  pages.clock.now += 2 * STEP;
  return { visitor, ...made, code: () => codeAt(made.key, pages.clock.now) };
}

async function enterCode(visitor: PageVisitor, code: string): Promise<Response> {
  return visitor.submit('/staff/second-factor/check', { token: await formToken(visitor), code });
}

async function opensPages(visitor: PageVisitor): Promise<boolean> {
  return (await visitor.get('/staff/tickets')).status === 200;
}

describe('an admin or spokesperson without a second factor', () => {
  it.each(['admin', 'spokesperson'] as const)('can only set it up (%s)', async (role) => {
    const visitor = await signIn(pages, { name: 'minh', role });
    for (const path of ['/staff/tickets', '/staff/sessions', '/staff/users']) {
      expect((await visitor.get(path)).headers.get('location')).toBe('/staff/second-factor');
    }
    const html = await (await visitor.get('/staff/second-factor')).text();
    expect(html).toContain('bắt buộc có xác thực hai bước');
    expect(html).toMatch(/<svg class="key-picture"[^>]*role="img"/);
    const { recoveryCodes } = await setUpFactor(visitor, pages.clock.now);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await opensPages(visitor)).toBe(true);
  });

  it('sets a password of its own first when it got a one-time password', async () => {
    const visitor = await signIn(pages, { ...CHIEF, mustChangePassword: true });
    expect((await visitor.get('/staff/second-factor')).headers.get('location')).toBe('/staff/password');
    const next = 'mot cau that dai de nho';
    await visitor.submit('/staff/password', {
      token: hiddenField(await (await visitor.get('/staff/password')).text(), 'token'),
      current: STAFF_PASSWORD,
      next,
      repeat: next,
    });
    expect((await visitor.get('/staff/tickets')).headers.get('location')).toBe('/staff/second-factor');
  });

  it('is not let in by a wrong first code, and keeps the same picture for the next try', async () => {
    const visitor = await signIn(pages, CHIEF);
    const html = await (await visitor.get('/staff/second-factor')).text();
    const sealedKey = hiddenField(html, 'sealedKey');
    const token = hiddenField(html, 'token');
    const response = await visitor.submit('/staff/second-factor', { token, sealedKey, code: '000000' });
    expect(response.status).toBe(400);
    expect(hiddenField(await response.text(), 'sealedKey')).toBe(sealedKey);
    expect(await opensPages(visitor)).toBe(false);
  });

  it('cannot use a key that was offered to somebody else', async () => {
    const other = await signIn(pages, { name: 'hoa', role: 'admin' });
    const html = await (await other.get('/staff/second-factor')).text();
    const key = /<dd>([A-Z2-7 ]{32,})<\/dd>/.exec(html)?.[1] ?? '';
    const visitor = await signIn(pages, CHIEF);
    const { response } = await setUpFactor(visitor, pages.clock.now, {
      sealedKey: hiddenField(html, 'sealedKey'),
      code: codeAt(key, pages.clock.now),
    });
    expect(response.status).toBe(400);
  });
});

describe('a log-in with a second factor', () => {
  it('opens nothing with the password alone, and everything with a code, under a new session id', async () => {
    const { code } = await anEnrolledAdmin();
    const { visitor, response } = await logIn(pages, 'minh');
    expect(response.headers.get('location')).toMatch(/^\/staff\/second-factor\?next=/);
    for (const path of ['/staff/tickets', '/staff/password', '/staff/sessions']) {
      expect((await visitor.get(path)).headers.get('location')).toBe('/staff/second-factor');
    }
    const before = visitor.cookies.get('staff');
    expect((await enterCode(visitor, code())).headers.get('location')).toBe('/staff/tickets');
    expect(visitor.cookies.get('staff')).not.toBe(before);
    expect(await opensPages(visitor)).toBe(true);
    expect(pages.audited.at(-1)).toEqual(['minh', 'logged-in', 'minh']);
  });

  it.each([
    [-1, true],
    [0, true],
    [1, true],
    [-2, false],
    [2, false],
  ])('takes a code of a phone that is %i steps off: %s', async (steps, taken) => {
    const { key } = await anEnrolledAdmin();
    pages.clock.now += 10 * STEP;
    const { visitor } = await logIn(pages, 'minh');
    await enterCode(visitor, codeAt(key, pages.clock.now + steps * STEP));
    expect(await opensPages(visitor)).toBe(taken);
  });

  it('takes each code once, also for the setting up', async () => {
    const visitor = await signIn(pages, CHIEF);
    const { key } = await setUpFactor(visitor, pages.clock.now);
    const again = await logIn(pages, 'minh');
    expect((await enterCode(again.visitor, codeAt(key, pages.clock.now))).status).toBe(400);
    pages.clock.now += STEP;
    const code = codeAt(key, pages.clock.now);
    expect((await enterCode(again.visitor, code)).status).toBe(303);
    const third = await logIn(pages, 'minh');
    expect((await enterCode(third.visitor, code)).status).toBe(400);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const { recoveryCodes } = await anEnrolledAdmin();
    const code = ` ${recoveryCodes[3]?.toLowerCase().replaceAll('-', ' ')} `;
    expect((await enterCode((await logIn(pages, 'minh')).visitor, code)).status).toBe(303);
    expect((await enterCode((await logIn(pages, 'minh')).visitor, code)).status).toBe(400);
    expect((await pages.factors.factor('minh'))?.recoveryDigests).toHaveLength(9);
  });

  it('stops checking after five wrong codes, whatever the password', async () => {
    const { code } = await anEnrolledAdmin();
    const { visitor } = await logIn(pages, 'minh');
    for (let guess = 0; guess < 5; guess += 1) expect((await enterCode(visitor, `00000${guess}`)).status).toBe(400);
    const fresh = (await logIn(pages, 'minh')).visitor;
    const refused = await enterCode(fresh, code());
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('thử lại sau 1 phút')]);
    pages.clock.now += MINUTE;
    expect((await enterCode(fresh, code())).status).toBe(303);
  });

  it('does not wait for a code for ever', async () => {
    const { code } = await anEnrolledAdmin();
    const { visitor } = await logIn(pages, 'minh');
    pages.clock.now += 15 * MINUTE;
    const response = await visitor.submit('/staff/second-factor/check', { token: '', code: code() });
    expect(response.headers.get('location')).toMatch(/^\/staff\/login/);
  });
});

describe('a second factor at rest', () => {
  it('is neither key nor recovery code in plain, and opens for no other account', async () => {
    const { key, recoveryCodes, code } = await anEnrolledAdmin();
    const factor = await pages.factors.factor('minh');
    expect(factor?.sealedKey).toMatch(/^gcm\$[\w-]{16}\$[\w-]{22}\$[\w-]{27}$/);
    expect(JSON.stringify(factor)).not.toContain(key.replaceAll(' ', ''));
    for (const recoveryCode of recoveryCodes) expect(JSON.stringify(factor)).not.toContain(recoveryCode);
    if (factor === null) throw new Error('The factor is not there.');
    await addStaff(pages, { name: 'hoa', role: 'admin' });
    await pages.factors.save('hoa', { ...factor, lastStep: 0 });
    expect((await enterCode((await logIn(pages, 'hoa')).visitor, code())).status).toBe(400);
  });
});

describe('the page of the own second factor', () => {
  it('asks others than admins and spokespersons for nothing, and lets them set it up with their password', async () => {
    const visitor = await signIn(pages);
    expect(await opensPages(visitor)).toBe(true);
    expect((await setUpFactor(visitor, pages.clock.now, { password: 'sai' })).response.status).toBe(400);
    expect((await setUpFactor(visitor, pages.clock.now, { password: STAFF_PASSWORD })).recoveryCodes).toHaveLength(10);
    expect((await logIn(pages, 'lan')).response.headers.get('location')).toMatch(/^\/staff\/second-factor/);
    expect(pages.audited).toContainEqual(['lan', 'factor-added', 'lan']);
  });

  it('ends the other sessions when the factor is set up', async () => {
    const other = await signIn(pages);
    const visitor = (await logIn(pages, 'lan')).visitor;
    await setUpFactor(visitor, pages.clock.now, { password: STAFF_PASSWORD });
    expect([await opensPages(visitor), await opensPages(other)]).toEqual([true, false]);
  });

  it('gives new recovery codes for a code, and the old ones count no longer', async () => {
    const { visitor, recoveryCodes, code } = await anEnrolledAdmin();
    const token = await formToken(visitor);
    const wrong = await visitor.submit('/staff/second-factor/codes', { token, code: '000000' });
    expect(wrong.status).toBe(400);
    const response = await visitor.submit('/staff/second-factor/codes', { token, code: code() });
    expect(await response.text()).toContain('download="ma-khoi-phuc.txt"');
    expect((await enterCode((await logIn(pages, 'minh')).visitor, recoveryCodes[0] ?? '')).status).toBe(400);
  });

  it('lets an admin exchange the phone, never go without one', async () => {
    const { visitor, code } = await anEnrolledAdmin();
    const token = await formToken(visitor);
    await visitor.submit('/staff/second-factor/remove', { token, code: code() });
    expect((await visitor.get('/staff/tickets')).headers.get('location')).toBe('/staff/second-factor');
    await setUpFactor(visitor, pages.clock.now);
    expect(await opensPages(visitor)).toBe(true);
  });
});

describe('the setting for the second factor', () => {
  it.each(['optional', 'off'] as const)('%s lets an admin work without one', async (mode) => {
    await pages.close();
    await serve(mode);
    const visitor = await signIn(pages, CHIEF);
    expect(await opensPages(visitor)).toBe(true);
    expect((await visitor.get('/staff/second-factor')).status).toBe(mode === 'off' ? 404 : 200);
  });
});
