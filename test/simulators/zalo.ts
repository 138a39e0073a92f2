import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody, replyJson, startPlatformServer } from './platform-server.ts';

const WINDOW_MS = 7 * 24 * 3_600_000;

/** What happens to the next message: `lose-response` takes it and does not answer; the others refuse it. */
export type ZaloFault = '5xx' | 'rate' | 'lose-response' | 'token-dead';

export interface ZaloAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaSecret: string;
  readonly firstRefreshToken: string;
}

export interface ZaloSimulator {
  /** Use as API and OAuth address. */
  readonly url: string;
  readonly sent: { readonly userId: string; readonly text: string; readonly messageId: string; readonly at: number }[];
  readonly refused: { readonly error: number; readonly why: string }[];
  readonly faults: { nextResponses: ZaloFault[] };
  /** How many pairs the token service gave out. */
  tokensIssued(): number;
  /** Opens the 7-day window of a follower. */
  setLastInteraction(userId: string, at: number): void;
  killAccessToken(): void;
  /** After each message taken, a signed echo goes to this webhook until it answers 200. */
  echoTo(url: string | null): void;
  stop(): Promise<void>;
}

const messageSchema = z.strictObject({
  recipient: z.strictObject({ user_id: z.string() }),
  message: z.strictObject({ text: z.string().min(1).max(2000), quote_message_id: z.string().optional() }),
});

/** A strict Zalo on 127.0.0.1: OAuth v4 with single-use refresh tokens, and OA message API v3. */
export async function startZaloSimulator(account: ZaloAccount): Promise<ZaloSimulator> {
  const sent: { userId: string; text: string; messageId: string; at: number }[] = [];
  const refused: { error: number; why: string }[] = [];
  const faults: { nextResponses: ZaloFault[] } = { nextResponses: [] };
  const interactions = new Map<string, number>();
  let refreshToken = account.firstRefreshToken;
  let accessToken: string | null = null;
  let issued = 0;
  let echoUrl: string | null = null;

  function grant(request: IncomingMessage, body: string): object {
    const form = new URLSearchParams(body);
    const wrong =
      request.headers['content-type'] !== 'application/x-www-form-urlencoded' ||
      request.headers['secret_key'] !== account.appSecret ||
      form.get('app_id') !== account.appId ||
      form.get('grant_type') !== 'refresh_token' ||
      form.get('refresh_token') !== refreshToken;
    if (wrong) {
      refused.push({ error: -1, why: 'token request' });
      return { error_name: 'Invalid refresh token', error_reason: '', error: -1 };
    }
    issued += 1;
    refreshToken = `SIM_REFRESH_${issued}`;
    accessToken = `SIM_ACCESS_${issued}`;
    return { access_token: accessToken, refresh_token: refreshToken, expires_in: '90000' };
  }

  /** The refusal of a message call, or `null` when it is in order. */
  function judge(request: IncomingMessage, body: unknown): readonly [error: number, why: string] | null {
    const token = request.headers['access_token'];
    if (request.headers['authorization'] !== undefined) return [-201, 'bearer tokens are not for this API'];
    if (request.headers['content-type'] !== 'application/json') return [-201, 'content type'];
    if (typeof token !== 'string' || token !== accessToken) return [-216, 'Access token is invalid'];
    const proof = createHmac('sha256', account.appSecret).update(token).digest('hex');
    if (request.headers['appsecret_proof'] !== proof) return [-242, 'Invalid appsecret_proof'];
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return [-201, parsed.error.issues.map((issue) => issue.path.join('.')).join()];
    const last = interactions.get(parsed.data.recipient.user_id);
    if (last === undefined) return [-213, 'User has not followed OA'];
    return Date.now() - last > WINDOW_MS ? [-230, 'outside 7 days'] : null;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (request.method === 'POST' && request.url === '/v4/oa/access_token')
      return replyJson(response, 200, grant(request, body));
    if (request.method !== 'POST' || request.url !== '/v3.0/oa/message/cs')
      return replyJson(response, 404, { error: -201 });
    const fault = faults.nextResponses.shift();
    if (fault === '5xx') return replyJson(response, 503, { error: -200, message: 'fault' });
    if (fault === 'token-dead') accessToken = null;
    const json: unknown = JSON.parse(body);
    const refusal = fault === 'rate' ? ([-32, 'rate'] as const) : judge(request, json);
    if (refusal !== null) {
      refused.push({ error: refusal[0], why: refusal[1] });
      return replyJson(response, 200, { error: refusal[0], message: refusal[1] });
    }
    const call = messageSchema.parse(json);
    const message = {
      userId: call.recipient.user_id,
      text: call.message.text,
      messageId: `simout${sent.length + 1}`,
      at: Date.now(),
    };
    sent.push(message);
    if (echoUrl !== null) deliverEcho(echoUrl, message);
    if (fault === 'lose-response') {
      response.destroy();
      return;
    }
    const data = {
      message_id: message.messageId,
      user_id: message.userId,
      sent_time: String(message.at),
      quota: { quota_type: 'reply' },
    };
    replyJson(response, 200, { data, error: 0, message: 'Success' });
  }

  function deliverEcho(url: string, message: (typeof sent)[number]): void {
    const payload = {
      app_id: account.appId,
      sender: { id: account.oaId },
      recipient: { id: message.userId },
      event_name: 'oa_send_text',
      message: { text: message.text, msg_id: message.messageId },
      timestamp: String(message.at),
    };
    server.deliverInBackground((signal) => deliverZaloWebhook(url, payload, account, signal));
  }

  const server = await startPlatformServer(answer);
  return {
    url: server.url,
    sent,
    refused,
    faults,
    tokensIssued: () => issued,
    setLastInteraction: (userId, at) => void interactions.set(userId, at),
    killAccessToken: () => {
      accessToken = null;
    },
    echoTo: (url) => {
      echoUrl = url;
    },
    stop: server.stop,
  };
}

/** The signature header for exactly this body, whose `timestamp` is part of what is hashed. */
export function signZalo(body: string, account: Pick<ZaloAccount, 'appId' | 'oaSecret'>): string {
  const { timestamp } = z.object({ timestamp: z.string() }).parse(JSON.parse(body));
  return `mac=${createHash('sha256').update(`${account.appId}${body}${timestamp}${account.oaSecret}`).digest('hex')}`;
}

/** Posts a signed webhook and gives the HTTP status. */
export async function deliverZaloWebhook(
  url: string,
  payload: object,
  account: Pick<ZaloAccount, 'appId' | 'oaSecret'>,
  signal?: AbortSignal,
): Promise<number> {
  const body = JSON.stringify(payload);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-zevent-signature': signZalo(body, account) },
    body,
    ...(signal === undefined ? {} : { signal }),
  });
  await response.arrayBuffer();
  return response.status;
}
