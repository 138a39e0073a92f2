import { createHmac } from 'node:crypto';
import type { Delivery } from '../../../bot/ports/channel.ts';
import type { SentPieces } from '../sent-pieces.ts';
import { splitText } from '../split-text.ts';
import { postToOa } from './oa-call.ts';
import { deliveryOfZaloError, TOKEN_ERRORS } from './refusals.ts';
import { ZaloAuthorisationNeeded, ZaloOauthUnreachable, type ZaloTokenSource } from './tokens.ts';

export interface ZaloClientOptions {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly appSecret: string;
  readonly tokens: ZaloTokenSource;
  readonly fetch: typeof fetch;
  /** For a whole delivery, however many pieces it has; renewing a token has a limit of its own. */
  readonly timeoutMs: number;
  readonly sentPieces: SentPieces;
}

export interface ZaloText {
  readonly userId: string;
  readonly text: string;
  /** Zalo has no place for it; it tells which pieces of a long text another attempt need not repeat. */
  readonly correlationId: string;
}

export interface ZaloClient {
  /** Sends a consultation message, in several pieces when it is long. Throws only what the token store throws. */
  sendText(message: ZaloText): Promise<Delivery>;
}

const ADMIN_NEEDED_MS = 10 * 60_000;
const UNREACHABLE_MS = 5_000;

/**
 * A client of the OA message API v3 for one Official Account. The token travels in its own header, as Zalo documents
 * it, with an `appsecret_proof` that we also hold the app secret. A refused token is renewed once and the piece sent
 * once more. When a piece of a long text is refused for now or its answer is lost, the next attempt with the same
 * correlation id resumes there.
 */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { tokens, appSecret } = options;
  const url = `${options.apiUrl}/v3.0/oa/message/cs`;
  const progress = options.sentPieces;

  async function sendPiece(userId: string, text: string, signal: AbortSignal): Promise<Delivery> {
    const body = { recipient: { user_id: userId }, message: { text } };
    const post = (token: string) => postToOa(options.fetch, url, access(token, appSecret), body, signal);

    const token = await tokens.accessToken();
    const first = await post(token);
    if (first.status !== 'refused') return first;
    if (!TOKEN_ERRORS.has(first.error)) return deliveryOfZaloError(first.error);
    const second = await post(await tokens.refreshAfter(token));
    return second.status === 'refused' ? deliveryOfZaloError(second.error) : second;
  }

  async function sendPieces(pieces: readonly string[], { userId, correlationId }: ZaloText): Promise<Delivery> {
    const signal = AbortSignal.timeout(options.timeoutMs);
    let delivery: Delivery = { status: 'sent', providerMessageId: null };
    for (const [index, piece] of pieces.entries()) {
      if (index < (await progress.of(correlationId))) continue;
      delivery = await sendPiece(userId, piece, signal);
      if (delivery.status !== 'sent') break;
      if (index < pieces.length - 1) await progress.set(correlationId, index + 1);
    }
    return delivery;
  }

  return {
    async sendText(message) {
      const pieces = splitText(message.text);
      if (pieces.length === 0) {
        return { status: 'failed', code: 'ZALO_TEXT_EMPTY', reason: 'Tin nhắn không có nội dung để gửi.' };
      }
      try {
        return await sendPieces(pieces, message);
      } catch (error) {
        const delivery = deliveryWithoutToken(error);
        if (delivery === null) throw error;
        return delivery;
      }
    },
  };
}

function access(token: string, appSecret: string): Record<string, string> {
  return { access_token: token, appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') };
}

/** `null`: a fault that is not Zalo's. */
function deliveryWithoutToken(error: unknown): Delivery | null {
  if (error instanceof ZaloAuthorisationNeeded) {
    const reason = 'Zalo cần quản trị viên OA cấp quyền lại cho ứng dụng.';
    return { status: 'retry', afterMs: ADMIN_NEEDED_MS, reason, cause: 'token' };
  }
  if (error instanceof ZaloOauthUnreachable) {
    const reason = 'Không kết nối được tới dịch vụ cấp quyền của Zalo.';
    return { status: 'retry', afterMs: UNREACHABLE_MS, reason };
  }
  return null;
}
