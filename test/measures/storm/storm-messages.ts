import { conversationId } from '../../../bot/conversation.ts';
import { MESSENGER, messengerText, ZALO, zaloText } from '../../builders/accounts.ts';
import { signedMessengerWebhook } from '../../simulators/graph.ts';
import { signedZaloWebhook } from '../../simulators/zalo.ts';
import { httpRequest, QUESTIONS } from '../intake/webhook-requests.ts';

/** Somebody who writes in the storm. */
export interface StormCitizen {
  readonly channel: 'messenger' | 'zalo';
  readonly id: string;
  readonly conversationId: string;
  /** When the last message was written (ms since epoch); long ago for those whose window has closed. */
  lastWroteAt: number;
}

export interface StormMessage {
  readonly citizen: StormCitizen;
  /** The key under which the inbox must hold it, once. */
  readonly key: string;
  readonly at: number;
  readonly request: Buffer;
}

export interface Storm {
  readonly citizens: readonly StormCitizen[];
  readonly messages: readonly StormMessage[];
  /** What is delivered, in this order: every message once, and some again. */
  readonly deliveries: readonly StormMessage[];
}

const MESSAGES_A_CITIZEN = 8;
const DUPLICATES = 0.2;
/** How many places a delivery may come too early or too late. */
const DISORDER = 40;
const HALF_AN_HOUR_MS = 30 * 60_000;
/** One citizen of so many wrote three days ago, and the platform delivers it only now. */
const LATE_CITIZENS = 50;
const LATE_MS = 3 * 24 * 3_600_000;

/** `deliveries` signed webhooks of both platforms, a fifth of them repeated, all of them out of order. */
export function brewStorm(deliveries: number, startedAt: number, random: () => number): Storm {
  const count = Math.round(deliveries * (1 - DUPLICATES));
  const citizens = Array.from({ length: Math.max(2, Math.ceil(count / MESSAGES_A_CITIZEN)) }, (_, index) =>
    citizen(index),
  );
  const messages = Array.from({ length: count }, (_, index) => {
    const writer = citizens[Math.floor(random() * citizens.length)] ?? citizen(0);
    const late = citizens.indexOf(writer) % LATE_CITIZENS === LATE_CITIZENS - 1 ? LATE_MS : 0;
    const at = Math.round(startedAt - HALF_AN_HOUR_MS * (1 - index / count)) - late;
    writer.lastWroteAt = Math.max(writer.lastWroteAt, at);
    return message(writer, index, at);
  });
  const repeated = Array.from({ length: deliveries - count }, () => Math.floor(random() * count));
  const order = [...messages.keys(), ...repeated].map((index) => ({
    index,
    place: index + (random() - 0.5) * 2 * DISORDER,
  }));
  order.sort((a, b) => a.place - b.place);
  return { citizens, messages, deliveries: order.flatMap(({ index }) => messages[index] ?? []) };
}

function citizen(index: number): StormCitizen {
  const channel = index % 2 === 0 ? 'messenger' : 'zalo';
  const id = channel === 'messenger' ? String(7_000_000_000_000_000 + index) : `3${String(index).padStart(18, '0')}`;
  const account = channel === 'messenger' ? MESSENGER.pageId : ZALO.oaId;
  return { channel, id, conversationId: conversationId(channel, account, id), lastWroteAt: 0 };
}

function message(writer: StormCitizen, index: number, at: number): StormMessage {
  const id = `storm_${index}`;
  // A number makes each one's words its own, so that none can be taken for another.
  const text = `${QUESTIONS[index % QUESTIONS.length] ?? ''} (${index})`;
  const request =
    writer.channel === 'messenger'
      ? httpRequest(
          '/webhooks/messenger',
          signedMessengerWebhook(messengerText({ mid: id, text, psid: writer.id, at }), MESSENGER.appSecret),
        )
      : httpRequest(
          '/webhooks/zalo',
          signedZaloWebhook(zaloText({ messageId: id, text, userId: writer.id, at }), ZALO.appId, ZALO.oaSecret),
        );
  return { citizen: writer, key: `${writer.channel}:${id}`, at, request };
}
