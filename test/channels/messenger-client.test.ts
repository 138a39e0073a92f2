import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMessengerClient, type MessengerClientOptions } from '../../adapters/channels/messenger/client.ts';
import { memorySentPieces } from '../builders/sent-pieces.ts';
import { type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const NOW = 1_795_392_000_000;
const DAY = 86_400_000;
const PERSON = '7000000000000001';
const ACCOUNT = {
  appId: '900000000000001',
  appSecret: 'fake_app_secret_do_not_use',
  pageId: '100000000000001',
  pageToken: 'FAKE_PAGE_TOKEN',
  version: 'v26.0',
};

let clock = NOW;
let alarms: string[];
let graph: GraphSimulator;

beforeEach(async () => {
  clock = NOW;
  alarms = [];
  graph = await startGraphSimulator({ ...ACCOUNT, now: () => clock });
  graph.setLastInbound(PERSON, NOW - 1_000);
});
afterEach(() => graph.stop());

const client = (over: Partial<MessengerClientOptions> = {}) =>
  createMessengerClient({
    ...ACCOUNT,
    graphUrl: graph.url,
    fetch,
    now: () => clock,
    timeoutMs: 5_000,
    onAlarm: (alarm) => void alarms.push(alarm.code),
    sentPieces: memorySentPieces(),
    ...over,
  });
const text = (over: object = {}) => ({
  recipientId: PERSON,
  text: 'Dạ, lịch thi là ngày 05/06.',
  quickReplies: [],
  links: [],
  mode: 'response' as const,
  correlationId: 'c1',
  ...over,
});
/** Three sentences, of which no two fit into one message. */
const LONG = ['Một', 'Hai', 'Ba'].map((word) => `${word} ${'chữ '.repeat(300)}hết.`).join(' ');

describe('sendText', () => {
  test('sends a message that the platform takes, with its id and correlation', async () => {
    const delivery = await client().sendText(text());
    expect(graph.refused).toEqual([]);
    expect(graph.sent).toEqual([
      {
        recipientId: PERSON,
        text: 'Dạ, lịch thi là ngày 05/06.',
        mode: 'response',
        correlationId: 'c1',
        messageId: 'm_SIM_1',
        quickReplies: [],
        links: [],
        at: NOW,
      },
    ]);
    expect(delivery).toEqual({ status: 'sent', providerMessageId: 'm_SIM_1' });
  });

  test('sends buttons within the limits of the platform', async () => {
    const many = Array.from({ length: 15 }, (_, index) => ({ title: `Nút thứ ${index + 1}`, payload: `P${index}` }));
    const quickReplies = [{ title: ' ', payload: 'P' }, { title: 'Quá dài', payload: 'x'.repeat(1001) }, ...many];
    await client().sendText(text({ quickReplies }));
    expect(graph.sent[0]?.quickReplies).toEqual(many.slice(0, 13));
  });

  test('cuts a long button title at a word', async () => {
    await client().sendText(text({ quickReplies: [{ title: 'Hồ sơ nhập học lớp 10', payload: 'P' }] }));
    expect(graph.sent[0]?.quickReplies).toEqual([{ title: 'Hồ sơ nhập học lớp', payload: 'P' }]);
  });

  test('sends a long text in pieces, buttons and correlation on the last', async () => {
    const delivery = await client().sendText(text({ text: LONG, quickReplies: [{ title: 'Cảm ơn', payload: 'P' }] }));
    expect(graph.sent.map(({ text: piece }) => piece).join(' ')).toBe(LONG);
    expect(graph.sent.map(({ correlationId, quickReplies }) => [correlationId, quickReplies.length])).toEqual([
      ['c1~1', 0],
      ['c1~2', 0],
      ['c1', 1],
    ]);
    expect(delivery).toEqual({ status: 'sent', providerMessageId: 'm_SIM_3' });
  });

  test('resumes a long text where the platform refused for now', async () => {
    let refusals = 1;
    const messenger = client({
      fetch: (input, init) => {
        if (graph.sent.length === 1 && refusals-- > 0) graph.faults.nextResponses = ['5xx'];
        return fetch(input, init);
      },
    });
    expect((await messenger.sendText(text({ text: LONG }))).status).toBe('retry');
    expect(graph.sent.map(({ correlationId }) => correlationId)).toEqual(['c1~1']);
    expect((await messenger.sendText(text({ text: LONG }))).status).toBe('sent');
    expect(graph.sent.map(({ correlationId }) => correlationId)).toEqual(['c1~1', 'c1~2', 'c1']);
  });

  test('resumes a long text in another life of the program', async () => {
    const sentPieces = memorySentPieces();
    await sentPieces.set('c1', 2);
    expect((await client({ sentPieces }).sendText(text({ text: LONG }))).status).toBe('sent');
    expect(graph.sent.map(({ correlationId }) => correlationId)).toEqual(['c1']);
  });

  test('refuses an empty text without a call', async () => {
    const delivery = await client().sendText(text({ text: ' \n' }));
    expect(delivery).toMatchObject({ status: 'failed', code: 'MESSENGER_TEXT_EMPTY' });
    expect([...graph.sent, ...graph.refused]).toEqual([]);
  });

  test('lets a person answer on the third day', async () => {
    graph.setLastInbound(PERSON, NOW - 3 * DAY);
    expect((await client().sendText(text({ mode: 'human-agent' }))).status).toBe('sent');
    expect(graph.sent[0]?.mode).toBe('human-agent');
  });

  test.each([
    ['a response after 24 hours', 'response', DAY + 1],
    ['a human agent after 7 days', 'human-agent', 7 * DAY + 1],
  ])('reports %s as a closed window', async (_what, mode, age) => {
    graph.setLastInbound(PERSON, NOW - age);
    expect(await client().sendText(text({ mode }))).toMatchObject({
      status: 'failed',
      code: 'MESSENGER_WINDOW_CLOSED',
    });
  });

  test('reports a person the page does not know', async () => {
    const delivery = await client().sendText(text({ recipientId: '1' }));
    expect(delivery).toMatchObject({ status: 'failed', code: 'MESSENGER_RECIPIENT_UNKNOWN' });
  });

  test('keeps the token out of the address', async () => {
    const addresses: string[] = [];
    const watched = client({
      fetch: (input, init) => {
        addresses.push(String(input));
        return fetch(input, init);
      },
    });
    await watched.sendText(text());
    expect(addresses).toEqual([expect.not.stringContaining(ACCOUNT.pageToken)]);
  });
});

describe('sendText when the platform fails', () => {
  test('is in doubt when the answer is lost, and the message is out', async () => {
    graph.faults.nextResponses = ['lose-response'];
    expect((await client().sendText(text())).status).toBe('unknown');
    expect(graph.sent).toHaveLength(1);
  });

  test('is in doubt when the answer comes too late, and the message is out', async () => {
    graph.faults.nextResponses = ['slow'];
    expect((await client({ timeoutMs: 300 }).sendText(text())).status).toBe('unknown');
    expect(graph.sent).toHaveLength(1);
  });

  test('tries again after a server error', async () => {
    graph.faults.nextResponses = ['5xx'];
    expect(await client().sendText(text())).toMatchObject({ status: 'retry', afterMs: 10_000 });
  });

  test('leaves the page alone for a minute after a rate limit', async () => {
    const messenger = client();
    graph.faults.nextResponses = ['613'];
    expect(await messenger.sendText(text())).toMatchObject({ status: 'retry', afterMs: 60_000 });
    clock += 20_000;
    expect(await messenger.sendText(text({ correlationId: 'c2' }))).toMatchObject({ status: 'retry', afterMs: 40_000 });
    expect(graph.sent).toEqual([]);
    clock += 40_000;
    expect((await messenger.sendText(text())).status).toBe('sent');
  });

  test('keeps the message while the token is refused, alarms, and leaves Meta alone for ten minutes', async () => {
    const messenger = client();
    graph.faults.nextResponses = ['token-dead'];
    expect(await messenger.sendText(text())).toMatchObject({ status: 'retry', afterMs: 600_000 });
    clock += 60_000;
    expect(await messenger.sendText(text({ correlationId: 'c2' }))).toMatchObject({
      status: 'retry',
      afterMs: 540_000,
    });
    expect(alarms).toEqual(['MESSENGER_TOKEN_INVALID']);
    expect(graph.refused).toHaveLength(1);
  });

  test('tries again when nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const address = closed.address();
    await new Promise((resolve) => closed.close(resolve));
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const delivery = await client({ graphUrl: `http://127.0.0.1:${port}` }).sendText(text());
    expect(delivery).toMatchObject({ status: 'retry', afterMs: 5_000 });
  });
});

describe('senderAction', () => {
  test.each(['typing_on', 'mark_seen'] as const)('sends %s', async (action) => {
    await client().senderAction(PERSON, action);
    expect(graph.actions).toEqual([{ recipientId: PERSON, action }]);
  });

  test('passes over a refusal in silence', async () => {
    await client().senderAction('1', 'typing_on');
    expect(graph.refused).toMatchObject([{ code: 100, subcode: 2018001 }]);
  });
});
