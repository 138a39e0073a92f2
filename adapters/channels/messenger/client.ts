import { DELIVERY_REASONS } from '../../../bot/delivery-words.ts';
import type { Delivery } from '../../../bot/ports/channel.ts';
import type { SentPieces } from '../sent-pieces.ts';
import type { AccountAlarm } from './account-alarms.ts';
import { callGraph, type GraphAccess } from './graph-call.ts';
import { type MessengerText, messageBodies } from './message-body.ts';
import { judgeAnswer, RATE_LIMIT_MS } from './refusals.ts';

export interface MessengerClientOptions extends GraphAccess {
  /** For signs of life, which may be left out; may reject without calling. `fetch` by default. */
  readonly sparingFetch?: typeof fetch;
  readonly now: () => number;
  /** For a whole delivery, however many pieces it has. */
  readonly timeoutMs: number;
  /** Told when Meta refuses because of the whole Page or its token; each refusal tells again. */
  readonly onAlarm: (alarm: AccountAlarm) => void;
  readonly sentPieces: SentPieces;
}

export interface MessengerClient {
  /** Sends a text, in several messages when it is long. Never throws; see `Delivery`. */
  sendText(message: MessengerText): Promise<Delivery>;
  /** A sign of life. Best effort: none is made while replies need the calls, and a failure is passed over in silence. */
  senderAction(recipientId: string, action: 'typing_on' | 'mark_seen'): Promise<void>;
  /**
   * Conversation Routing: takes a thread from the app that holds it, asks that app for it, or passes it on. `false`
   * when Meta did not let us: a Page without a default app blocks taking, and needs none, because every app may write.
   */
  takeThread(recipientId: string): Promise<boolean>;
  requestThread(recipientId: string): Promise<boolean>;
  passThread(recipientId: string, appId: string): Promise<boolean>;
}

/**
/**
 * A client of Messenger's Send API for one Page. A long text leaves as pieces in order; when a piece is refused for
 * now, the next attempt with the same id resumes there. A rate limit, a dead token and a restriction hold for the Page,
 * so until their time has passed nothing else is sent either.
 */
export function createMessengerClient(options: MessengerClientOptions): MessengerClient {
  const { pageId, now, timeoutMs, onAlarm, sentPieces: progress } = options;
  const sparing = { ...options, fetch: options.sparingFetch ?? options.fetch };
  let quietUntil = 0;
  let quietReason = '';

  async function post(body: object, signal: AbortSignal): Promise<Delivery> {
    const { delivery, alarm } = judgeAnswer(await callGraph(options, `${pageId}/messages`, body, signal));
    if (alarm !== null) onAlarm(alarm);
    return delivery;
  }

  async function sendText(message: MessengerText): Promise<Delivery> {
    const bodies = messageBodies(message);
    if (bodies.length === 0) {
      return { status: 'failed', code: 'MESSENGER_TEXT_EMPTY', reason: DELIVERY_REASONS.empty };
    }
    const wait = quietUntil - now();
    if (wait > 0) return { status: 'retry', afterMs: wait, reason: quietReason };

    const signal = AbortSignal.timeout(timeoutMs);
    let delivery: Delivery = { status: 'sent', providerMessageId: null };
    for (const [index, body] of bodies.entries()) {
      if (index < (await progress.of(message.correlationId))) continue;
      delivery = await post(body, signal);
      if (delivery.status !== 'sent') break;
      if (index < bodies.length - 1) await progress.set(message.correlationId, index + 1);
    }
    if (delivery.status === 'retry' && delivery.afterMs >= RATE_LIMIT_MS) {
      quietUntil = now() + delivery.afterMs;
      quietReason = delivery.reason;
    }
    return delivery;
  }

  async function route(verb: string, recipientId: string, more: object = {}): Promise<boolean> {
    const body = { recipient: { id: recipientId }, ...more };
    const answer = await callGraph(options, `${pageId}/${verb}`, body, AbortSignal.timeout(timeoutMs));
    return answer.kind === 'accepted';
  }

  return {
    sendText,
    async senderAction(recipientId, action) {
      if (quietUntil > now()) return;
      const body = { recipient: { id: recipientId }, sender_action: action };
      await callGraph(sparing, `${pageId}/messages`, body, AbortSignal.timeout(timeoutMs));
    },
    takeThread: (recipientId) => route('take_thread_control', recipientId),
    requestThread: (recipientId) => route('request_thread_control', recipientId),
    passThread: (recipientId, appId) => route('pass_thread_control', recipientId, { target_app_id: appId }),
  };
}
