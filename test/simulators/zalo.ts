import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import {
  type EchoTiming,
  echoInTime,
  postSigned,
  readBody,
  replyJson,
  startPlatformServer,
} from './platform-server.ts';
import {
  judgeMessage,
  refuseAccess,
  refuseTokenRequest,
  type ZaloAccount,
  type ZaloConsent,
  type ZaloRefusal,
} from './zalo-rules.ts';

const TOKEN_SECONDS = 90_000;

/**
 * What happens to the next message: `slow` and `lose-response` take it and do not answer in time or at all; the
 * others refuse it.
 */
export type ZaloFault = '5xx' | 'rate' | 'slow' | 'lose-response' | 'token-dead';
/** What happens to the next token request: `lose-response` issues the pair and does not answer. */
export type ZaloTokenFault = '5xx' | 'lose-response';

export interface SentZaloMessage {
  readonly userId: string;
  readonly text: string;
  /** Titles of the buttons below, with what a tap on them sends. */
  readonly buttons: readonly { readonly title: string; readonly payload: string }[];
  readonly messageId: string;
  readonly at: number;
}

export interface ZaloSimulator {
  /** Use as API and OAuth address. */
  readonly url: string;
  /** Everything the platform took, in order; a repeated message stands here twice. */
  readonly sent: readonly SentZaloMessage[];
  readonly refused: readonly ZaloRefusal[];
  /** Used up one by one. */
  readonly faults: { nextResponses: ZaloFault[]; nextTokenResponses: ZaloTokenFault[] };
  /** How many pairs the token service gave out. */
  tokensIssued(): number;
  /** Opens the 7-day window of a follower. */
  setLastInteraction(userId: string, at: number): void;
  killAccessToken(): void;
  /** A person consented again: the refresh token that an admin would type into the settings. Kills the pair in use. */
  authoriseAgain(): string;
  /** Somebody else spent the refresh token, so that ours works no more. */
  burnRefreshToken(): void;
  /** An admin opens the permission page and agrees: the address that the browser is sent to. Throws where Zalo shows an error. */
  consent(permissionPage: string): string;
  /** With each message taken, a signed echo goes to this webhook until it answers 200; `null` stops new ones. */
  echoTo(url: string | null, timing?: EchoTiming): void;
  stop(): Promise<void>;
}

const permissionQuery = z.strictObject({
  app_id: z.string(),
  redirect_uri: z.url(),
  code_challenge: z.string().length(43),
  state: z.string().min(16),
});

/** A strict Zalo on 127.0.0.1: OAuth v4 with single-use refresh tokens, and OA message API v3. */
export async function startZaloSimulator(
  account: ZaloAccount & {
    readonly now?: () => number;
    /** How late the answer of `slow` comes. */
    readonly slowMs?: number;
    /** Whether the message API takes buttons (default: it refuses them with -233). */
    readonly takesButtons?: boolean;
    /** What stands in the answer of a message; `null`: no quota, it is billed. */
    readonly quotaType?: string | null;
  },
): Promise<ZaloSimulator> {
  const now = account.now ?? Date.now;
  const sent: SentZaloMessage[] = [];
  const refused: ZaloRefusal[] = [];
  const faults: ZaloSimulator['faults'] = { nextResponses: [], nextTokenResponses: [] };
  const interactions = new Map<string, number>();
  let refreshToken = account.firstRefreshToken;
  let accessToken: string | null = null;
  let accessTokenEnds = 0;
  let issued = 0;
  let consents = 0;
  let agreed: ZaloConsent | null = null;
  let echo: { readonly url: string; readonly timing: EchoTiming } | null = null;

  async function grant(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const fault = faults.nextTokenResponses.shift();
    if (fault === '5xx') return replyJson(response, 503, { error: -1 });
    const refusal = refuseTokenRequest(request.headers, body, account, refreshToken, agreed);
    if (refusal !== null) {
      refused.push(refusal);
      return replyJson(response, 200, { error_name: refusal.why, error_reason: '', error: refusal.error });
    }
    agreed = null;
    issued += 1;
    refreshToken = `SIM_REFRESH_${issued}`;
    accessToken = `SIM_ACCESS_${issued}`;
    accessTokenEnds = now() + TOKEN_SECONDS * 1000;
    if (fault === 'lose-response') {
      response.destroy();
      return;
    }
    const pair = { access_token: accessToken, refresh_token: refreshToken, expires_in: String(TOKEN_SECONDS) };
    replyJson(response, 200, pair);
  }

  async function take(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const fault = faults.nextResponses.shift();
    if (fault === '5xx') return replyJson(response, 503, { error: -200, message: 'fault' });
    if (fault === 'rate') return refuse(response, { error: -32, why: 'rate' });
    if (fault === 'token-dead') accessToken = null;
    const takesButtons = account.takesButtons ?? false;
    const state = { accessToken, accessTokenEnds, refreshToken, interactions, takesButtons };
    const judged = judgeMessage(request.headers, body, account, state, now());
    if ('why' in judged) return refuse(response, judged);

    const { userId, text, buttons } = judged;
    const message = { userId, text, buttons, messageId: `simout${sent.length + 1}`, at: now() };
    sent.push(message);
    await echoInTime(server, response, echo?.timing, echoOf(message));
    if (fault === 'lose-response') {
      response.destroy();
      return;
    }
    if (fault === 'slow') await wait(account.slowMs ?? 15_000, undefined, { signal: server.stopped });
    const quotaType = account.quotaType === undefined ? 'reply' : account.quotaType;
    const data = {
      message_id: message.messageId,
      user_id: userId,
      sent_time: String(message.at),
      ...(quotaType === null ? {} : { quota: { quota_type: quotaType } }),
    };
    replyJson(response, 200, { data, error: 0, message: 'Success' });
  }

  function describeAccount(request: IncomingMessage, response: ServerResponse): void {
    const refusal = refuseAccess(request.headers, account, { accessToken, accessTokenEnds }, now());
    if (refusal !== null) refuse(response, refusal);
    else
      replyJson(response, 200, { data: { oa_id: account.oaId, name: 'OA thử nghiệm' }, error: 0, message: 'Success' });
  }

  function echoOf(message: SentZaloMessage): ((signal: AbortSignal) => Promise<number>) | null {
    if (echo === null) return null;
    const { url } = echo;
    const payload = {
      app_id: account.appId,
      sender: { id: account.oaId },
      recipient: { id: message.userId },
      event_name: 'oa_send_text',
      message: { text: message.text, msg_id: message.messageId },
      timestamp: String(message.at),
    };
    return (signal) => deliverZaloWebhook(url, payload, account, signal);
  }

  function refuse(response: ServerResponse, refusal: ZaloRefusal): void {
    refused.push(refusal);
    replyJson(response, 200, { error: refusal.error, message: refusal.why });
  }

  const server = await startPlatformServer(async (request, response) => {
    const body = await readBody(request);
    if (request.method === 'POST' && request.url === '/v4/oa/access_token') return grant(request, response, body);
    if (request.method === 'POST' && request.url === '/v3.0/oa/message/cs') return take(request, response, body);
    if (request.method === 'GET' && request.url === '/v2.0/oa/getoa') return describeAccount(request, response);
    refused.push({ error: -201, why: `${request.method} ${request.url}` });
    replyJson(response, 404, { error: -201 });
  });
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
    authoriseAgain: () => {
      consents += 1;
      accessToken = null;
      refreshToken = `SIM_CONSENT_${consents}`;
      return refreshToken;
    },
    burnRefreshToken: () => {
      refreshToken = 'SPENT_BY_ANOTHER';
    },
    consent: (permissionPage) => {
      const page = new URL(permissionPage);
      const { app_id, redirect_uri, code_challenge, state } = permissionQuery.parse(
        Object.fromEntries(page.searchParams),
      );
      if (page.pathname !== '/v4/oa/permission') throw new Error(`no page ${page.pathname}`);
      if (app_id !== account.appId) throw new Error('-14002 Invalid appId');
      agreed = { code: `SIM_CODE_${++consents}`, challenge: code_challenge };
      accessToken = null;
      refreshToken = 'UNTIL_THE_CODE_IS_USED';
      const back = new URL(redirect_uri);
      for (const [name, value] of Object.entries({ code: agreed.code, oa_id: account.oaId, state })) {
        back.searchParams.set(name, value);
      }
      return back.href;
    },
    echoTo: (url, timing = 'meanwhile') => {
      echo = url === null ? null : { url, timing };
    },
    stop: server.stop,
  };
}

/**
 * A webhook as Zalo sends it: the body's own `timestamp` is part of what is hashed, or, where `headerTimestamp` is
 * given, that of the header.
 */
export function signedZaloWebhook(
  payload: object,
  appId: string,
  oaSecret: string,
  headerTimestamp?: string,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const body = JSON.stringify(payload);
  const { timestamp } = z.object({ timestamp: z.string() }).parse(payload);
  const hash = createHash('sha256')
    .update(`${appId}${body}${headerTimestamp ?? timestamp}${oaSecret}`)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-zevent-signature': `mac=${hash}`,
      ...(headerTimestamp === undefined ? {} : { 'x-zevent-timestamp': headerTimestamp }),
    },
  };
}

/** Posts a signed webhook and gives the HTTP status. */
export async function deliverZaloWebhook(
  url: string,
  payload: object,
  account: Pick<ZaloAccount, 'appId' | 'oaSecret'>,
  signal?: AbortSignal,
): Promise<number> {
  return postSigned(url, signedZaloWebhook(payload, account.appId, account.oaSecret), signal);
}

/**
 * Posts webhooks as a platform in trouble does: each `copies` times, all at once, and those sent last first. Gives the
 * HTTP statuses.
 */
export function deliverZaloWebhooksInDisorder(
  url: string,
  payloads: readonly object[],
  account: Pick<ZaloAccount, 'appId' | 'oaSecret'>,
  copies = 1,
): Promise<readonly number[]> {
  const deliveries = payloads.toReversed().flatMap((payload) => Array.from({ length: copies }, () => payload));
  return Promise.all(deliveries.map((payload) => deliverZaloWebhook(url, payload, account)));
}
