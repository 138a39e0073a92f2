import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../adapters/stores/engine.ts';
import { MESSENGER, messengerSettings, messengerText } from '../builders/accounts.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';

const PSID = '7000000000000001';
const UNLUCKY = 'Câu hỏi làm hỏng chương trình';

/** The product whose turns fail for one question, and whose clock can be put forward past the pauses. */
let graph: GraphSimulator;
let running: RunningProduct;
let offset: number;
let failures: number;
beforeEach(async () => {
  offset = 0;
  failures = 0;
  const now = () => Date.now() + offset;
  graph = await startGraphSimulator({ ...MESSENGER, now });
  graph.setLastInbound(PSID, now());
  running = await runProduct(messengerSettings(graph.url), { now, stores: failing });
});
afterEach(async () => {
  await running.stop();
  await graph.stop();
});

function failing(stores: Stores): Stores {
  const { records } = stores;
  return {
    ...stores,
    records: {
      ...records,
      async commit(turn) {
        if (turn.ledger?.question === UNLUCKY) {
          failures += 1;
          throw new Error('no such column');
        }
        return records.commit(turn);
      },
    },
  };
}

const say = (mid: string, text: string) =>
  deliverMessengerWebhook(`${running.url}/webhooks/messenger`, messengerText({ mid, text }), MESSENGER.appSecret);

describe('a message that no attempt can work on', () => {
  it('reaches a person as a matter of high priority, the citizen is told, and later mail is not held up', async () => {
    await say('m1', UNLUCKY);
    await until(async () => {
      offset += 5_000;
      return graph.sent.length >= 1;
    }, 20_000);
    expect(failures).toBe(5);
    expect(graph.sent[0]?.text).toContain('chuyển cho cán bộ');

    const admin = createPageVisitor(running.url);
    await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
    const list = await (await admin.get('/staff/tickets')).text();
    expect(list).toContain('Cao');
    const path = list.match(/\/staff\/tickets\/[0-9a-f-]{36}/)?.[0] ?? '';
    const page = await (await admin.get(path)).text();
    expect(page).toContain(`Trợ lý gặp sự cố nhiều lần với tin nhắn này nên chưa trả lời được: ${UNLUCKY}`);
    await say('m2', 'Còn ai ở đó không ạ?');
    await until(async () => (await (await admin.get(path)).text()).includes('Còn ai ở đó không ạ?'));
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toMatch(/assistant_parked_messages_total\{channel="messenger"\} 1/);
    expect(metrics).toMatch(/assistant_inbox_waiting 0/);
  });
});
