import { readFileSync } from 'node:fs';
import type { Overrides } from '../../adapters/compose.ts';
import type { Stores } from '../../adapters/stores/engine.ts';
import { conversationId } from '../../bot/conversation.ts';
import {
  deliverMessengerWebhook,
  type GraphSimulator,
  type SentMessage,
  startGraphSimulator,
} from '../simulators/graph.ts';
import { MESSENGER, messengerSettings, messengerText } from './accounts.ts';
import { type RunningProduct, runProduct, until } from './product.ts';

const FIXTURE_PERSON = '7000000000000001';

/** The whole product with Messenger on, and the platform at the other end. Several people may use one. */
export interface MessengerProduct {
  readonly graph: GraphSimulator;
  readonly running: RunningProduct;
  readonly stores: Stores;
  readonly webhook: string;
  /** An id nobody used yet; the platform knows that this person wrote just now. */
  newPerson(): string;
  /** Delivers a signed webhook and gives the HTTP status. */
  deliver(payload: object): Promise<number>;
  say(psid: string, mid: string, text: string): Promise<number>;
  /** Resolves when nothing waits any more, neither mail nor words of ours. */
  settled(): Promise<void>;
  sentTo(psid: string): readonly SentMessage[];
  /** Transcript as staff see it: who, what, and what became of it. */
  lines(psid: string): Promise<readonly (readonly [string, string, string | null])[]>;
  conversation(psid: string): ReturnType<Stores['records']['conversation']>;
  /** The person's open ticket. */
  ticket(psid: string): ReturnType<Stores['records']['ticket']>;
  metric(pattern: RegExp): Promise<number>;
  stop(): Promise<void>;
}

export async function runMessenger(
  environment: Record<string, string> = {},
  overrides: Overrides = {},
  indexDir: string | null = null,
): Promise<MessengerProduct> {
  const now = overrides.now ?? Date.now;
  const graph = await startGraphSimulator({ ...MESSENGER, now });
  let captured: Stores | null = null;
  const running = await runProduct(
    { ...messengerSettings(graph.url), ...environment },
    {
      ...overrides,
      stores(stores) {
        captured = overrides.stores?.(stores) ?? stores;
        return captured;
      },
    },
    indexDir,
  );
  if (captured === null) throw new Error('The product opened no stores.');
  const stores: Stores = captured;
  const webhook = `${running.url}/webhooks/messenger`;
  graph.echoTo(webhook);
  let people = 0;

  const idOf = (psid: string) => conversationId('messenger', MESSENGER.pageId, psid);
  const deliver = (payload: object) => deliverMessengerWebhook(webhook, payload, MESSENGER.appSecret);
  return {
    graph,
    running,
    stores,
    webhook,
    newPerson() {
      people += 1;
      const psid = `71${String(people).padStart(14, '0')}`;
      graph.setLastInbound(psid, now());
      return psid;
    },
    deliver,
    say: (psid, mid, text) => deliver(messengerText({ mid, text, psid, at: now() })),
    async settled() {
      await until(async () => {
        const [inbox, outbox] = await Promise.all([stores.inbox.depth(now()), stores.outbox.depth(now())]);
        return inbox.waiting === 0 && outbox.pending === 0;
      }, 20_000);
    },
    sentTo: (psid) => graph.sent.filter((message) => message.recipientId === psid),
    async lines(psid) {
      const lines = await stores.records.transcript(idOf(psid), 0, 50);
      return lines.map((line) => [line.author, line.text, line.delivery] as const);
    },
    conversation: (psid) => stores.records.conversation(idOf(psid)),
    async ticket(psid) {
      const conversation = await stores.records.conversation(idOf(psid));
      return conversation?.ticketId ? stores.records.ticket(conversation.ticketId) : null;
    },
    async metric(pattern) {
      return Number((await (await fetch(`${running.url}/metrics`)).text()).match(pattern)?.[1] ?? 0);
    },
    async stop() {
      await running.stop();
      await graph.stop();
    },
  };
}

/** A recorded payload, as if `psid` had caused it; message ids are the person's own. */
export function recorded(name: string, psid: string): object {
  const text = readFileSync(new URL(`../fixtures/messenger/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text.replaceAll(FIXTURE_PERSON, psid).replaceAll('m_FAKE_', `m_${psid}_`));
}

/** A webhook with one event of the page; `fields` beside sender, recipient and time. */
export function messengerEvent(psid: string, fields: object, at: number = Date.now()): object {
  const item = { sender: { id: psid }, recipient: { id: MESSENGER.pageId }, timestamp: at, ...fields };
  return { object: 'page', entry: [{ id: MESSENGER.pageId, time: at, messaging: [item] }] };
}
