import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACCESS,
  type ConsoleRoute,
  OPEN_BEFORE_CODE,
  OPEN_BEFORE_ENROLMENT,
  OPEN_BEFORE_PASSWORD_CHANGE,
} from '../../adapters/console/access.ts';
import { STAFF_ROLES } from '../../adapters/console/users/account-fields.ts';
import type { StaffAccount, StaffRole, StaffSession } from '../../bot/ports/staff.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { anAccount, aSession } from '../builders/staff-sessions.ts';

const UNATTENDED: readonly ConsoleRoute[] = ['GET /staff/events'];
const TOKEN = 'token-of-this-session';
const ROUTES = Object.keys(ACCESS) as ConsoleRoute[];
const GUARDED = ROUTES.filter((route) => ACCESS[route] !== 'public');
const POSTS = GUARDED.filter((route) => route.startsWith('POST'));
const everyRole = (routes: readonly ConsoleRoute[]) =>
  routes.flatMap((route) => STAFF_ROLES.map((role) => [route, role] as const));
const mayUse = (role: StaffRole, route: ConsoleRoute) => (ACCESS[route] as readonly string[]).includes(role);

let pages: ServedPages;
let count = 0;
beforeAll(async () => {
  pages = await servePages({ secondFactorMode: 'optional' });
  await pages.staff.save(anAccount({ name: 'keeper', role: 'admin' }));
});
afterAll(() => pages.close());

interface Situation {
  readonly account?: Partial<StaffAccount>;
  readonly session?: Partial<StaffSession>;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

/** Calls a route with a fresh session of its own; gives status and where it leads. */
async function call(route: ConsoleRoute, role: StaffRole, situation: Situation = {}) {
  count += 1;
  const account = anAccount({ name: `user-${count}`, role, ...situation.account });
  const { now } = pages.clock;
  const times = { openedAt: now, lastUsedAt: now, expiresAt: now + 60_000 };
  await pages.staff.save(account);
  await pages.staff.openSession(
    `session-${count}`,
    aSession({ staffName: account.name, csrfToken: TOKEN, ...times, ...situation.session }),
  );
  return send(route, `staff=session-${count}`, situation.token ?? TOKEN, situation.headers ?? {});
}

async function send(route: ConsoleRoute, cookie: string, token: string, more: Record<string, string>) {
  const [method = '', path = ''] = route.replace(/:\w+/, 'khong-co').split(' ');
  const headers = { Cookie: cookie, ...more };
  const body = method === 'POST' ? { body: new URLSearchParams({ token }) } : {};
  const response = await fetch(pages.url + path, { method, headers, redirect: 'manual', ...body });
  await response.body?.cancel();
  return [response.status, response.headers.get('location')?.split('?')[0] ?? null] as const;
}

/** What a handler of our own answers to a form without fields; never a refusal of the guard. */
function expectHandled([status, location]: readonly [number, string | null]): void {
  expect([200, 303, 400, 404]).toContain(status);
  if (status === 303) expect(location === '/staff/login').toBe(false);
}

describe('the access table', () => {
  it('has every route of the console, and no other', () => {
    expect([...pages.consoleRoutes].sort()).toEqual([...ROUTES, 'POST /staff/login'].sort());
  });

  it('makes a matrix of more than 200 cases', () => {
    const cases = everyRole(GUARDED).length * 4 + everyRole(POSTS).length * 2 + GUARDED.length;
    expect(cases).toBeGreaterThan(200);
  });

  it.each(GUARDED)('lets nobody without a session %s', async (route) => {
    const refused = UNATTENDED.includes(route) ? [401, null] : [303, '/staff/login'];
    expect(await send(route, '', TOKEN, {})).toEqual(refused);
    expect(await send(route, 'staff=guessed', TOKEN, {})).toEqual(refused);
  });

  it.each(everyRole(GUARDED))('decides whether %s is for the role %s', async (route, role) => {
    const answer = await call(route, role);
    if (!mayUse(role, route)) return expect(answer).toEqual([403, null]);
    if (route === 'POST /staff/logout') return expect(answer).toEqual([303, '/staff/login']);
    expectHandled(answer);
  });

  it.each(everyRole(GUARDED))('lets a one-time password lead past %s (%s)', async (route, role) => {
    const answer = await call(route, role, { account: { mustChangePassword: true } });
    if (!OPEN_BEFORE_PASSWORD_CHANGE.includes(route)) expect(answer).toEqual([303, '/staff/password']);
    else expect(answer[0] === 403 || answer[1] === '/staff/password').toBe(false);
  });

  it.each(everyRole(GUARDED))('keeps %s closed while the code is missing (%s)', async (route, role) => {
    const answer = await call(route, role, { session: { stage: 'code' }, account: { mustChangePassword: true } });
    if (!OPEN_BEFORE_CODE.includes(route)) expect(answer).toEqual([303, '/staff/second-factor']);
    else expect(answer[0] === 403 || answer[1] === '/staff/second-factor').toBe(false);
  });

  it.each(everyRole(GUARDED))('keeps %s closed while the second factor is to be set up (%s)', async (route, role) => {
    const answer = await call(route, role, { session: { stage: 'enrolment' } });
    if (!OPEN_BEFORE_ENROLMENT.includes(route)) expect(answer).toEqual([303, '/staff/second-factor']);
    else expect(answer[0] === 403 || answer[1] === '/staff/second-factor').toBe(false);
  });

  it.each(everyRole(POSTS))('refuses %s with a wrong form token (%s)', async (route, role) => {
    for (const token of ['', 'token-of-another-session']) {
      expect(await call(route, role, { token })).toEqual([403, null]);
    }
  });

  it.each(everyRole(POSTS))('refuses %s from a foreign page (%s)', async (route, role) => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      expect(await call(route, role, { headers })).toEqual([403, null]);
    }
  });

  it('checks no password that a foreign page sends', async () => {
    const answer = await send('POST /staff/login', '', '', { Origin: 'https://evil.example' });
    expect(answer).toEqual([303, '/staff/login']);
    expect(pages.audited.filter(([, action]) => action === 'log-in-refused')).toEqual([]);
  });
});
