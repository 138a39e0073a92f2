import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpFactor } from '../builders/authenticator.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, type RunningProduct, runProduct } from '../builders/product.ts';

let running: RunningProduct;
beforeAll(async () => {
  running = await runProduct({ STAFF_SECOND_FACTOR: 'required' });
});
afterAll(() => running.stop());

describe('the console of the whole product', () => {
  it('lets the first admin in with the password, sets up the second factor, and logs no name', async () => {
    const visitor = createPageVisitor(running.url);
    await visitor.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
    expect((await visitor.get('/staff/users')).headers.get('location')).toBe('/staff/second-factor');
    const { recoveryCodes } = await setUpFactor(visitor, Date.now());
    expect(recoveryCodes).toHaveLength(10);
    expect((await visitor.get('/staff/users')).status).toBe(200);
    const told = running.logged.filter((line) => line.includes('factor-added'));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toMatch(/"admin"/);
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
