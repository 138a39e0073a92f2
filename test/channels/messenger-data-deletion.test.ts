import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSignedRequest } from '../../adapters/channels/messenger/signed-request.ts';
import { MESSENGER } from '../builders/accounts.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';

const recorded = z
  .object({
    request: z.object({ form: z.object({ signed_request: z.string() }) }),
    appSecret: z.literal(MESSENGER.appSecret),
    decoded: z.object({ user_id: z.string(), issued_at: z.number() }),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../fixtures/messenger/data_deletion_request.json', import.meta.url), 'utf8')),
  );
const signedRequest = recorded.request.form.signed_request;

function sign(content: object, secret: string = MESSENGER.appSecret): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`;
}

describe('readSignedRequest', () => {
  test('reads what Meta signed', () => {
    expect(readSignedRequest(signedRequest, MESSENGER.appSecret)).toEqual({
      userId: recorded.decoded.user_id,
      issuedAt: recorded.decoded.issued_at,
    });
  });

  const content = { algorithm: 'HMAC-SHA256', user_id: '1', issued_at: 1 };
  test.each([
    ['another secret', sign(content, 'another_secret')],
    ['another algorithm', sign({ ...content, algorithm: 'none' })],
    ['no person', sign({ ...content, user_id: undefined })],
    ['words that were changed', signedRequest.replace(/\..*/, `.${sign(content).split('.')[1]}`)],
    ['one part', 'abc'],
    ['three parts', `${signedRequest}.x`],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(readSignedRequest(text, MESSENGER.appSecret)).toBeNull();
  });

  test('refuses everything while the app secret is empty', () => {
    expect(readSignedRequest(sign(content, ''), '')).toBeNull();
  });
});

describe('the data deletion callback', () => {
  let messenger: MessengerProduct;
  beforeAll(async () => {
    messenger = await runMessenger({
      PUBLIC_URL: 'https://hoidap.example.invalid',
      DATA_CONTROLLER_NAME: 'UBND phường Ba Đình',
      DATA_CONTROLLER_ADDRESS: '2 Trúc Bạch',
      DATA_CONTROLLER_CONTACT: '024 3734 0000',
      RETENTION_DAYS: '90',
    });
  });
  afterAll(() => messenger.stop());

  const post = (signed: string) =>
    fetch(`${messenger.webhook}/data-deletion`, {
      method: 'POST',
      body: new URLSearchParams({ signed_request: signed }),
    });
  const stateOf = async (url: string) =>
    (await fetch(url.replace('https://hoidap.example.invalid', messenger.running.url))).text();

  test('lets staff look for a person it does not know, once, however often it is delivered', async () => {
    const response = await post(signedRequest);
    expect(response.status).toBe(200);
    const { url, confirmation_code: code } = await response.json();
    expect(code).toMatch(/^[0-9a-f]{16}$/);
    expect(url).toBe(`https://hoidap.example.invalid/data-deletion/${code}`);
    expect(await (await post(signedRequest)).json()).toEqual({ url, confirmation_code: code });
    await messenger.settled();

    const open = await messenger.stores.records.tickets('open', 'admin', 10);
    expect(open).toMatchObject([{ topic: 'privacy_request', priority: 'high', state: 'new' }]);
    const waiting = await stateOf(url);
    expect(waiting).toContain(code);
    expect(waiting).toMatch(/UBND phường Ba Đình.*2 Trúc Bạch.*024 3734 0000.*href="\/quyen-rieng-tu"/s);
    expect(waiting).toContain('cán bộ đang xử lý');

    const ticketId = open[0]?.id ?? '';
    const closing = { staffName: 'admin', note: 'đã xóa', farewell: null, at: Date.now() };
    expect(await messenger.stores.records.close(ticketId, closing)).toEqual({ ok: true });
    expect(await stateOf(url)).toContain('Đã xử lý xong');
  });

  test('erases at once what is kept of a person it knows', async () => {
    const person = messenger.newPerson();
    await messenger.say(person, 'mid.known', 'học phí lớp 1 bao nhiêu ạ');
    await messenger.settled();
    expect(await messenger.conversation(person)).not.toBeNull();
    const { url, confirmation_code: code } = await (
      await post(sign({ algorithm: 'HMAC-SHA256', user_id: person, issued_at: 2 }))
    ).json();
    await messenger.settled();
    expect(await messenger.conversation(person)).toBeNull();
    expect(await messenger.lines(person)).toEqual([]);
    const state = await stateOf(url);
    expect(state).toContain(code);
    expect(state).toContain('Đã xử lý xong');
  });

  test('refuses what Meta did not sign, and stores nothing', async () => {
    const before = await messenger.stores.records.countTickets();
    expect((await post(sign({ algorithm: 'HMAC-SHA256', user_id: '1', issued_at: 1 }, 'another_secret'))).status).toBe(
      401,
    );
    expect((await fetch(`${messenger.webhook}/data-deletion`, { method: 'POST' })).status).toBe(401);
    await messenger.settled();
    expect(await messenger.stores.records.countTickets()).toEqual(before);
  });

  test('knows nothing of a code that nobody was given', async () => {
    expect((await fetch(`${messenger.running.url}/data-deletion/0000000000000000`)).status).toBe(404);
  });

  test('the page about personal data says who answers for them, for how long they are kept, and what one may do', async () => {
    const response = await fetch(`${messenger.running.url}/quyen-rieng-tu`);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toMatch(/UBND phường Ba Đình.*2 Trúc Bạch.*024 3734 0000/s);
    expect(page).toContain('sau 90 ngày');
    expect(page).toContain('xóa dữ liệu của tôi');
  });
});
