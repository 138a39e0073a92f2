import { createHmac } from 'node:crypto';
import type { Delivery } from '../../../bot/ports/channel.ts';
import type { SentPieces } from '../sent-pieces.ts';
import { splitText } from '../split-text.ts';
import { postMessage } from './graph-call.ts';
import { RATE_LIMIT_MS } from './refusals.ts';

/** Limits of the Send API, "Quick Replies". */
const MAX_QUICK_REPLIES = 13;
const MAX_TITLE = 20;
const MAX_PAYLOAD = 1000;

export interface MessengerClientOptions {
  /** Without a slash at its end. */
  readonly graphUrl: string;
  /** As in the address: `v26.0`. */
  readonly version: string;
  readonly pageId: string;
  readonly pageToken: string;
  readonly appSecret: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** For a whole delivery, however many pieces it has. */
  readonly timeoutMs: number;
  readonly sentPieces: SentPieces;
}

export interface MessengerText {
  readonly recipientId: string;
  readonly text: string;
  /** Beyond 13 they are left out; titles are cut to 20, those without a title or with a payload over 1000 left out. */
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  /** `human-agent` only for words that a person wrote. */
  readonly mode: 'response' | 'human-agent';
  /** Comes back as `metadata` of the echo of the last piece; at most 990 characters. */
  readonly correlationId: string;
}

export interface MessengerClient {
  /** Sends a text, in several messages when it is long. Never throws; see `Delivery`. */
  sendText(message: MessengerText): Promise<Delivery>;
  /** A sign of life. Best effort: a refusal or a broken connection is passed over in silence. */
  senderAction(recipientId: string, action: 'typing_on' | 'mark_seen'): Promise<void>;
}

/**
 * A client of Messenger's Send API for one Page. The token travels in the body, as Meta documents it for POST, and
 * never in the address, which proxies log; its `appsecret_proof` shows that we also hold the app secret.
 *
 * A long text leaves as pieces in order: `<correlationId>~1`, `~2`, … and the last under the id itself. When a piece
 * is refused for now, the next attempt with the same id resumes there. A rate limit holds for the Page, so until it has passed nothing else is sent either.
 */
export function createMessengerClient(options: MessengerClientOptions): MessengerClient {
  const { graphUrl, version, pageId, pageToken, appSecret, now, timeoutMs } = options;
  const url = new URL(`${graphUrl}/${version}/${pageId}/messages`);
  url.searchParams.set('appsecret_proof', createHmac('sha256', appSecret).update(pageToken).digest('hex'));
  const progress = options.sentPieces;
  let quietUntil = 0;
  let quietReason = '';

  async function post(body: object, signal: AbortSignal): Promise<Delivery> {
    return postMessage(options.fetch, url, { ...body, access_token: pageToken }, signal);
  }

  async function sendText(message: MessengerText): Promise<Delivery> {
    const pieces = splitText(message.text);
    if (pieces.length === 0) {
      return { status: 'failed', code: 'MESSENGER_TEXT_EMPTY', reason: 'Tin nhắn không có nội dung để gửi.' };
    }
    const wait = quietUntil - now();
    if (wait > 0) return { status: 'retry', afterMs: wait, reason: quietReason };

    const signal = AbortSignal.timeout(timeoutMs);
    let delivery: Delivery = { status: 'sent', providerMessageId: null };
    for (const [index, text] of pieces.entries()) {
      if (index < (await progress.of(message.correlationId))) continue;
      const last = index === pieces.length - 1;
      delivery = await post(messageBody(message, text, last ? null : index + 1), signal);
      if (delivery.status !== 'sent') break;
      if (!last) await progress.set(message.correlationId, index + 1);
    }
    if (delivery.status === 'retry' && delivery.afterMs >= RATE_LIMIT_MS) {
      quietUntil = now() + delivery.afterMs;
      quietReason = delivery.reason;
    }
    return delivery;
  }

  return {
    sendText,
    async senderAction(recipientId, action) {
      if (quietUntil > now()) return;
      await post({ recipient: { id: recipientId }, sender_action: action }, AbortSignal.timeout(timeoutMs));
    },
  };
}

/** `piece`: number of a piece before the last, which carries neither the id itself nor the buttons. */
function messageBody(message: MessengerText, text: string, piece: number | null): object {
  const quickReplies = piece === null ? quickRepliesOf(message.quickReplies) : [];
  return {
    recipient: { id: message.recipientId },
    ...(message.mode === 'response'
      ? { messaging_type: 'RESPONSE' }
      : { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }),
    message: {
      text,
      metadata: piece === null ? message.correlationId : `${message.correlationId}~${piece}`,
      ...(quickReplies.length === 0 ? {} : { quick_replies: quickReplies }),
    },
  };
}

function quickRepliesOf(quickReplies: MessengerText['quickReplies']): object[] {
  return quickReplies
    .map(({ title, payload }) => ({ content_type: 'text', title: splitText(title, MAX_TITLE)[0] ?? '', payload }))
    .filter(({ title, payload }) => title !== '' && payload.length > 0 && payload.length <= MAX_PAYLOAD)
    .slice(0, MAX_QUICK_REPLIES);
}
