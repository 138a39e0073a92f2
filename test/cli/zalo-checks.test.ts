import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkZalo } from '../../adapters/cli/doctor/zalo-checks.ts';
import { readConfig } from '../../adapters/config.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { type RunningProduct, runProduct } from '../builders/product.ts';
import { deliverZaloWebhook, startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const ADDRESS = 'https://hoidap.example.vn';
let zalo: ZaloSimulator;
let running: RunningProduct;
beforeEach(async () => {
  zalo = await startZaloSimulator({ ...ZALO, quotaType: null });
  running = await runProduct(zaloSettings(zalo.url));
});
afterEach(async () => {
  await running.stop();
  await zalo.stop();
});

/** Name → verdict; `at` stands for the public address, as a reverse proxy would. */
async function verdicts(settings: Readonly<Record<string, string>> = {}, at = running.url) {
  const environment = { ...zaloSettings(zalo.url), PUBLIC_URL: ADDRESS, DATA_DIR: running.dataDir, ...settings };
  const checks = await checkZalo(readConfig(environment), {
    now: Date.now,
    fetch: (input, init) => fetch(String(input).replace(ADDRESS, at), init),
  });
  for (const check of checks) expect(check.advice).not.toBe('');
  return Object.fromEntries(checks.map((check) => [check.name, check.ok]));
}

const FINE = {
  'Quyền dùng OA': true,
  'Mã OA': true,
  'Hạn cấp quyền': true,
  'Webhook từ bên ngoài': true,
  'Khóa ký webhook': true,
  'Công tắc trên trang Webhook': null,
  'Chi phí tin nhắn': true,
};

describe('doctor on the Zalo channel', () => {
  it('finds a right channel right, renews nothing twice and tells of switches that it cannot see', async () => {
    expect(await verdicts()).toEqual(FINE);
    expect(zalo.tokensIssued()).toBe(1);
    expect(zalo.refused).toEqual([]);
  });

  it.each<[string, Record<string, string>, Record<string, boolean | null>]>([
    ['another account', { ZALO_OA_ID: '2999' }, { 'Mã OA': false }],
    ['another OA secret', { ZALO_OA_SECRET: 'another-secret' }, { 'Khóa ký webhook': false }],
    ['another app secret', { ZALO_APP_SECRET: 'another-secret' }, { 'Quyền dùng OA': false, 'Mã OA': null }],
    ['no public address', { PUBLIC_URL: '' }, { 'Webhook từ bên ngoài': false, 'Khóa ký webhook': null }],
  ])('finds %s in the settings', async (_what, settings, wrong) => {
    await verdicts();
    expect(await verdicts(settings)).toEqual({ ...FINE, ...wrong });
  });

  it('finds a webhook that nobody reaches', async () => {
    expect(await verdicts({}, 'http://127.0.0.1:9')).toMatchObject({ 'Webhook từ bên ngoài': false });
  });

  it('finds a grant that was lost', async () => {
    await verdicts();
    zalo.burnRefreshToken();
    const later = Date.now() + 26 * 3_600_000;
    const environment = { ...zaloSettings(zalo.url), DATA_DIR: running.dataDir };
    const checks = await checkZalo(readConfig(environment), { now: () => later, fetch });
    expect(checks.slice(0, 3).map((check) => check.ok)).toEqual([false, null, false]);
    expect(checks[0]?.advice).toContain('zalo authorise');
  });

  it('sees that messages come through, and that one was billed', async () => {
    zalo.setLastInteraction('3000000000000000001', Date.now());
    const payload = {
      app_id: ZALO.appId,
      sender: { id: '3000000000000000001' },
      recipient: { id: ZALO.oaId },
      event_name: 'user_send_text',
      message: { text: 'xin chào', msg_id: 'm1' },
      timestamp: String(Date.now()),
    };
    await deliverZaloWebhook(`${running.url}/webhooks/zalo`, payload, ZALO);
    await expect.poll(() => zalo.sent.length, { timeout: 8_000 }).toBe(1);
    await expect
      .poll(() => verdicts(), { timeout: 8_000 })
      .toEqual({ ...FINE, 'Công tắc trên trang Webhook': true, 'Chi phí tin nhắn': false });
  });

  it('has one line when the channel is off', async () => {
    expect(await verdicts({ ZALO_APP_ID: '' })).toEqual({ 'Cài đặt': null });
  });
});
