import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../../adapters/console/access.ts';
import type { StaffRole } from '../../bot/ports/staff.ts';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

const ROLES: readonly StaffRole[] = ['agent', 'supervisor', 'editor', 'spokesperson', 'admin'];
const guarded = Object.entries(ACCESS).filter(([route, roles]) => roles !== 'public' && !route.endsWith('logout'));
let pages: ServedPages;
const visitors = new Map<StaffRole, PageVisitor>();

beforeAll(async () => {
  pages = await servePages();
  for (const role of ROLES) visitors.set(role, await signIn(pages, { name: role, role }));
});
afterAll(() => pages.close());

async function call(visitor: PageVisitor, route: string): Promise<number> {
  const [method = '', path = ''] = route.replace(':id', 'khong-co').split(' ');
  if (method === 'POST') {
    const token = hiddenField(await (await visitor.get('/staff/password')).text(), 'token');
    return (await visitor.submit(path, { token })).status;
  }
  const response = await visitor.get(path);
  await response.body?.cancel();
  return response.status;
}

describe('the access table', () => {
  for (const [route, allowed] of guarded) {
    it.each(ROLES)(`decides whether %s may ${route}`, async (role) => {
      const visitor = visitors.get(role);
      if (visitor === undefined) throw new Error(`No visitor for ${role}`);
      const status = await call(visitor, route);
      expect(status === 403).toBe(!(allowed as readonly string[]).includes(role));
    });

    it(`lets nobody without a session ${route}`, async () => {
      expect([303, 401]).toContain(await call(createPageVisitor(pages.url), route));
    });
  }
});
