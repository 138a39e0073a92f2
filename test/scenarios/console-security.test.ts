import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLog } from '../../bot/ports/audit.ts';
import { setUpFactor } from '../builders/authenticator.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, type RunningProduct, runProduct, until } from '../builders/product.ts';

let running: RunningProduct;
let audit: AuditLog;
beforeAll(async () => {
  running = await runProduct(
    { STAFF_SECOND_FACTOR: 'required' },
    {
      stores(stores) {
        audit = stores.audit;
        return stores;
      },
    },
  );
});
afterAll(() => running.stop());

describe('the console of the whole product', () => {
  it('lets the first admin in with the password, sets up the second factor, and audits both', async () => {
    const visitor = createPageVisitor(running.url);
    await visitor.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
    expect((await visitor.get('/staff/users')).headers.get('location')).toBe('/staff/second-factor');
    const { recoveryCodes } = await setUpFactor(visitor, Date.now());
    expect(recoveryCodes).toHaveLength(10);
    expect((await visitor.get('/staff/users')).status).toBe(200);
    const entries = await until(async () => (await audit.list(0, 10)).length >= 2 && audit.list(0, 10));
    expect(entries.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ['admin', 'staff.logged-in', 'admin'],
      ['admin', 'staff.factor-added', 'admin'],
    ]);
  });

  it('finds no file behind a document address', async () => {
    for (const path of [
      '..%2f..%2fpackage.json',
      '..%252f..%252fpackage.json',
      '..%5cstate.db',
      '__proto__',
      'constructor',
      '%00',
    ]) {
      const response = await fetch(`${running.url}/van-ban/${path}`);
      await response.body?.cancel();
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect((await fetch(`${running.url}/van-ban/%E0%A4%A`)).status).toBe(400);
  });

  it('does not tell what it is made of', async () => {
    const { headers } = await fetch(`${running.url}/staff/login`);
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  });
});
