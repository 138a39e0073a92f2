import { readFileSync } from 'node:fs';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createMessengerWebhook } from '../../adapters/channels/messenger/messenger-webhook.ts';
import { type HttpServer, listen } from '../../adapters/http/listen.ts';
import { MESSENGER } from '../builders/accounts.ts';

const recorded = z
  .object({
    path: z.string(),
    query: z.record(z.string(), z.string()),
    expect: z.object({
      ok: z.object({ status: z.number(), body: z.string() }),
      badToken: z.object({ status: z.number() }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/messenger/verify_request.json', import.meta.url), 'utf8')));

let server: HttpServer;
beforeAll(async () => {
  const settings = { ...MESSENGER, graphUrl: 'http://graph.invalid', graphVersion: 'v26.0', commentReply: false };
  const { verification } = createMessengerWebhook(settings);
  if (verification === null) throw new Error('Messenger verifies its address.');
  const app = express();
  app.get(recorded.path, verification);
  server = await listen(app, '127.0.0.1', 0);
});
afterAll(() => server.close());

const ask = (query: string) => fetch(`${server.url}${recorded.path}?${query}`);

describe("Meta's check of the address", () => {
  test('gets the challenge back for the right token', async () => {
    const response = await ask(new URLSearchParams(recorded.query).toString());
    expect([response.status, await response.text()]).toEqual([recorded.expect.ok.status, recorded.expect.ok.body]);
  });

  test.each([
    ['a wrong token', { ...recorded.query, 'hub.verify_token': 'wrong' }],
    ['another mode', { ...recorded.query, 'hub.mode': 'unsubscribe' }],
  ])('is refused with %s', async (_what, query) => {
    expect((await ask(new URLSearchParams(query).toString())).status).toBe(recorded.expect.badToken.status);
  });

  test.each(['', `${new URLSearchParams(recorded.query)}&hub.verify_token=other`])(
    'is refused without a token or with two of them: %s',
    async (query) => {
      expect((await ask(query)).status).toBe(403);
    },
  );
});
