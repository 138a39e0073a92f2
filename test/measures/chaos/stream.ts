import { setTimeout as wait } from 'node:timers/promises';
import { conversationId } from '../../../bot/conversation.ts';
import { MESSENGER, messengerText } from '../../builders/accounts.ts';
import { deliverMessengerWebhook, type GraphSimulator } from '../../simulators/graph.ts';
import { personId, QUESTIONS } from '../intake/webhook-requests.ts';

/** What one citizen wrote, in this order; each was acknowledged before the next was written. */
export interface CitizenWords {
  readonly psid: string;
  readonly conversationId: string;
  readonly texts: readonly string[];
}

export interface MessageStream {
  /** Everything that was acknowledged so far. */
  readonly citizens: readonly CitizenWords[];
  acknowledged(): number;
  /** Deliveries that failed or were refused, and were made again. */
  refused(): number;
  /** Citizens begin to write, or go on. */
  start(): void;
  /** Citizens write nothing new; resolves when everything written is acknowledged. */
  stop(): Promise<void>;
}

export interface StreamOptions {
  readonly graph: GraphSimulator;
  readonly webhook: string;
  readonly citizens: number;
  /** Mean time between two messages of one citizen (ms). */
  readonly pauseMs: number;
  readonly random: () => number;
}

/** Share of deliveries that the platform makes again although they were acknowledged. */
const REPEATED = 0.2;
const AGAIN_AFTER_MS = 200;
const PATIENCE_MS = 10_000;

/** Citizens who write one message after the other once it is started, which the platform delivers until it is acknowledged, or twice. */
export function createStream({ graph, webhook, citizens, pauseMs, random }: StreamOptions): MessageStream {
  let stopping = false;
  let writing: readonly Promise<void>[] = [];
  let acknowledged = 0;
  let refused = 0;
  let written = 0;

  async function deliver(payload: object): Promise<void> {
    for (;;) {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const status = await deliverMessengerWebhook(webhook, payload, MESSENGER.appSecret, patience).catch(() => 0);
      if (status === 200) return;
      refused += 1;
      await wait(AGAIN_AFTER_MS);
    }
  }

  async function write(psid: string, texts: string[]): Promise<void> {
    while (!stopping) {
      await wait(pauseMs * 2 * random());
      if (stopping) return;
      const number = written;
      written += 1;
      // A number makes each one's words its own, so that none can be taken for another.
      const text = `${QUESTIONS[number % QUESTIONS.length] ?? ''} (${number})`;
      const at = Date.now();
      graph.setLastInbound(psid, at);
      const payload = messengerText({ mid: `chaos_${number}`, text, psid, at });
      await deliver(payload);
      texts.push(text);
      acknowledged += 1;
      if (random() < REPEATED) await deliver(payload);
    }
  }

  const people = Array.from({ length: citizens }, (_, index) => {
    const psid = personId(index);
    return { psid, conversationId: conversationId('messenger', MESSENGER.pageId, psid), texts: [] as string[] };
  });
  return {
    citizens: people,
    acknowledged: () => acknowledged,
    refused: () => refused,
    start() {
      stopping = false;
      writing = people.map(({ psid, texts }) => write(psid, texts));
    },
    async stop() {
      stopping = true;
      await Promise.all(writing);
    },
  };
}
