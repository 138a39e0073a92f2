import type { QuickReply } from '../../../bot/conversation.ts';
import { DELIVERY_REASONS } from '../../../bot/delivery-words.ts';
import type { Delivery } from '../../../bot/ports/channel.ts';
import type { SentPieces } from '../sent-pieces.ts';
import { splitText } from '../split-text.ts';
import { ZALO_REASONS } from './delivery-words.ts';
import { accessHeaders, postToOa, type ZaloQuota } from './oa-call.ts';
import { buttonsAttachment, numberedList } from './query-buttons.ts';
import { deliveryOfZaloError, TOKEN_ERRORS } from './refusals.ts';
import { ZaloOauthUnreachable } from './token-service.ts';
import { ZaloAuthorisationNeeded, type ZaloTokenSource } from './tokens.ts';

export interface ZaloClientOptions {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly appSecret: string;
  readonly tokens: ZaloTokenSource;
  readonly fetch: typeof fetch;
  /** For a whole delivery, however many pieces it has; renewing a token has a limit of its own. */
  readonly timeoutMs: number;
  /** Choices as buttons; otherwise, and where Zalo refuses them, as a numbered list. */
  readonly buttons: boolean;
  /** Told for each message taken what paid for it. */
  readonly onQuota: (quota: ZaloQuota) => void;
  readonly sentPieces: SentPieces;
}

export interface ZaloText {
  readonly userId: string;
  readonly text: string;
  readonly choices: readonly QuickReply[];
  /** Zalo has no place for it; it tells which pieces of a long text another attempt need not repeat. */
  readonly correlationId: string;
}

export interface ZaloClient {
  /** Sends a consultation message, in several pieces when it is long. Throws only what the token store throws. */
  sendText(message: ZaloText): Promise<Delivery>;
}

/** The kind of message is wrong or not supported: what buttons get where the API has none. */
const KIND_REFUSED = -233;
const ADMIN_NEEDED_MS = 10 * 60_000;
const UNREACHABLE_MS = 5_000;

/**
 * A client of the OA message API v3 for one Official Account. The token travels in its own header, as Zalo documents
 * it, with an `appsecret_proof` that we also hold the app secret. A refused token is renewed once and the piece sent
 * once more. Choices stand under the last piece. When a piece of a long text is refused for now or its answer is lost,
 * the next attempt with the same correlation id resumes there.
 */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { tokens, appSecret } = options;
  const url = `${options.apiUrl}/v3.0/oa/message/cs`;
  const progress = options.sentPieces;

  async function post(userId: string, message: object, signal: AbortSignal) {
    const body = { recipient: { user_id: userId }, message };
    const call = (token: string) => postToOa(options.fetch, url, accessHeaders(token, appSecret), body, signal);
    const token = await tokens.accessToken();
    const first = await call(token);
    if (first.status !== 'refused' || !TOKEN_ERRORS.has(first.error)) return first;
    return call(await tokens.refreshAfter(token));
  }

  async function sendPiece(userId: string, message: object, signal: AbortSignal): Promise<Delivery | 'kind-refused'> {
    const answer = await post(userId, message, signal);
    if (answer.status === 'refused')
      return answer.error === KIND_REFUSED && 'attachment' in message
        ? 'kind-refused'
        : deliveryOfZaloError(answer.error);
    if (answer.status !== 'sent') return answer;
    if (answer.quota !== null) options.onQuota(answer.quota);
    return { status: 'sent', providerMessageId: answer.providerMessageId };
  }

  async function sendAll(message: ZaloText, buttons: boolean): Promise<Delivery> {
    const { userId, correlationId, choices } = message;
    const withButtons = buttons && choices.length > 0;
    const pieces = splitText(withButtons ? message.text : numberedList(message.text, choices));
    const signal = AbortSignal.timeout(options.timeoutMs);
    let delivery: Delivery = { status: 'sent', providerMessageId: null };
    for (const [index, text] of pieces.entries()) {
      if (index < (await progress.of(correlationId))) continue;
      const last = index === pieces.length - 1;
      const attachment = last && withButtons ? { attachment: buttonsAttachment(choices) } : {};
      const piece = await sendPiece(userId, { text, ...attachment }, signal);
      if (piece === 'kind-refused') return sendAll(message, false);
      delivery = piece;
      if (delivery.status !== 'sent') break;
      if (!last) await progress.set(correlationId, index + 1);
    }
    return delivery;
  }

  return {
    async sendText(message) {
      if (message.text.trim() === '') {
        return { status: 'failed', code: 'ZALO_TEXT_EMPTY', reason: DELIVERY_REASONS.empty };
      }
      try {
        return await sendAll(message, options.buttons);
      } catch (error) {
        const delivery = deliveryWithoutToken(error);
        if (delivery === null) throw error;
        return delivery;
      }
    },
  };
}

/** `null`: a fault that is not Zalo's. */
function deliveryWithoutToken(error: unknown): Delivery | null {
  if (error instanceof ZaloAuthorisationNeeded) {
    const reason = ZALO_REASONS.consentNeeded;
    return { status: 'retry', afterMs: ADMIN_NEEDED_MS, reason, cause: 'token' };
  }
  if (error instanceof ZaloOauthUnreachable) {
    const reason = ZALO_REASONS.oauthUnreachable;
    return { status: 'retry', afterMs: UNREACHABLE_MS, reason };
  }
  return null;
}
