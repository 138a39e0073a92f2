import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Delivery } from '../../../bot/ports/channel.ts';
import { neverWritten } from '../never-written.ts';
import { splitText } from '../split-text.ts';
import { deliveryOfZaloError, TOKEN_ERRORS } from './refusals.ts';
import { ZaloAuthorisationNeeded, ZaloOauthUnreachable, type ZaloTokenSource } from './tokens.ts';

export interface ZaloClientOptions {
  readonly apiUrl: string;
  readonly appSecret: string;
  readonly tokens: ZaloTokenSource;
  readonly fetch: typeof fetch;
  /** For a whole delivery, however many pieces it has. */
  readonly timeoutMs: number;
}

export interface ZaloClient {
  /** Sends a consultation message, in several pieces when it is long. Never throws; see `Delivery`. */
  sendText(message: {
    readonly userId: string;
    readonly text: string;
    readonly correlationId: string;
  }): Promise<Delivery>;
}

const ADMIN_NEEDED_MS = 10 * 60_000;
const UNREACHABLE_MS = 5_000;
/** Zalo answers HTTP 200 also for refusals; `error` tells. */
const answerSchema = z.object({
  error: z.int(),
  data: z.object({ message_id: z.string() }).partial().nullish().catch(null),
});

/** A client of the OA message API v3 for one Official Account, on `fetch`. */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { tokens, appSecret } = options;
  const url = `${options.apiUrl}/v3.0/oa/message/cs`;

  async function post(userId: string, text: string, token: string, signal: AbortSignal): Promise<Delivery | number> {
    let response: Response;
    try {
      response = await options.fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          access_token: token,
          appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex'),
        },
        body: JSON.stringify({ recipient: { user_id: userId }, message: { text } }),
        redirect: 'manual',
        signal,
      });
    } catch (error) {
      return neverWritten(error)
        ? { status: 'retry', afterMs: UNREACHABLE_MS, reason: 'Không kết nối được tới Zalo.' }
        : lost();
    }
    if (response.status >= 500) return { status: 'retry', afterMs: UNREACHABLE_MS, reason: 'Zalo đang gặp sự cố.' };
    const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
    if (!answer.success) return lost();
    if (answer.data.error === 0) return { status: 'sent', providerMessageId: answer.data.data?.message_id ?? null };
    return answer.data.error;
  }

  async function sendPiece(userId: string, text: string, signal: AbortSignal): Promise<Delivery> {
    const token = await tokens.accessToken();
    const first = await post(userId, text, token, signal);
    if (typeof first !== 'number') return first;
    if (!TOKEN_ERRORS.has(first)) return deliveryOfZaloError(first);
    const second = await post(userId, text, await tokens.refreshAfter(token), signal);
    return typeof second === 'number' ? deliveryOfZaloError(second) : second;
  }

  return {
    async sendText({ userId, text }) {
      const pieces = splitText(text);
      const signal = AbortSignal.timeout(options.timeoutMs);
      let delivery: Delivery = {
        status: 'failed',
        code: 'ZALO_TEXT_EMPTY',
        reason: 'Tin nhắn không có nội dung để gửi.',
      };
      try {
        for (const piece of pieces) {
          delivery = await sendPiece(userId, piece, signal);
          if (delivery.status !== 'sent') break;
        }
        return delivery;
      } catch (error) {
        if (error instanceof ZaloAuthorisationNeeded) {
          return {
            status: 'retry',
            afterMs: ADMIN_NEEDED_MS,
            reason: 'Zalo cần quản trị viên OA cấp quyền lại cho ứng dụng.',
          };
        }
        if (error instanceof ZaloOauthUnreachable) {
          return {
            status: 'retry',
            afterMs: UNREACHABLE_MS,
            reason: 'Không kết nối được tới dịch vụ cấp quyền của Zalo.',
          };
        }
        throw error;
      }
    },
  };
}

function lost(): Delivery {
  return { status: 'unknown', reason: 'Mất kết nối với Zalo trước khi có câu trả lời.' };
}
