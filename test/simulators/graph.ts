import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerForPage, createGraphPage, type GraphPage } from './graph-page.ts';
import {
  type AcceptedCall,
  type GraphAccount,
  type GraphRefusal,
  type GraphRequest,
  judgeMessage,
  refuseAccess,
} from './graph-rules.ts';
import { createGraphThreads, type GraphThreads } from './graph-threads.ts';
import {
  type EchoTiming,
  echoInTime,
  postSigned,
  readBody,
  replyJson,
  startPlatformServer,
} from './platform-server.ts';

/**
 * What happens to the next message: `slow` and `lose-response` take it and do not answer in time or at all; the
 * others refuse it. A token dies in several wordings, and a gateway before Graph limits too.
 */
export type GraphFault =
  | 'slow'
  | 'lose-response'
  | '5xx'
  | '613'
  | '429'
  | 'token-dead'
  | 'token-without-scope'
  | 'token-expired'
  | 'page-restricted';

const REFUSING: Partial<Record<GraphFault, GraphRefusal>> = {
  '5xx': { status: 503, code: 2, subcode: null, why: 'Service temporarily unavailable' },
  '613': { status: 400, code: 613, subcode: null, why: 'Calls to this API have exceeded the rate limit.' },
  '429': { status: 429, code: 4, subcode: 2018022, why: 'Application request limit reached' },
  'token-dead': { status: 401, code: 190, subcode: 460, why: 'The session has been invalidated' },
  'token-without-scope': { status: 400, code: 190, subcode: null, why: 'permission(s) must be granted before' },
  'token-expired': { status: 400, code: 190, subcode: 463, why: 'Session has expired on Thursday' },
  'page-restricted': { status: 400, code: 10, subcode: 1893063, why: 'Page temporarily restricted' },
};

export interface SentMessage {
  /** A person's id; `writer-of-<comment>` where a comment was answered in private. */
  readonly recipientId: string;
  readonly text: string;
  readonly mode: 'response' | 'human-agent';
  readonly correlationId: string | null;
  readonly messageId: string;
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  /** Buttons that open a page. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly at: number;
}

export interface GraphSimulator {
  /** Use as `graphUrl`. */
  readonly url: string;
  /** Everything the platform took, in order; a repeated message stands here twice. */
  readonly sent: SentMessage[];
  readonly actions: { readonly recipientId: string; readonly action: string }[];
  /** Everything it refused, faults included. */
  readonly refused: { readonly code: number; readonly subcode: number | null; readonly why: string }[];
  /** Used up one by one, by messages only. */
  readonly faults: { nextResponses: GraphFault[] };
  /** How the Page is set up. */
  readonly page: GraphPage;
  /** Who may write into which thread. */
  readonly threads: GraphThreads;
  /** Somebody wrote this comment at `at` (ms since epoch). */
  setComment(commentId: string, at: number): void;
  /** Opens the windows: this person wrote to the Page at `at` (ms since epoch). */
  setLastInbound(psid: string, at: number): void;
  /** With each message taken, a signed echo goes to this webhook until it answers 200; `null` stops new ones. */
  echoTo(url: string | null, timing?: EchoTiming): void;
  stop(): Promise<void>;
}

/** A strict Graph on 127.0.0.1 that knows one Page: path, token, proof, body, windows, echoes and faults. */
export async function startGraphSimulator(
  options: GraphAccount & {
    readonly now?: () => number;
    /** How late the answer of `slow` comes. */
    readonly slowMs?: number;
    /** How often an echo is delivered until it is acknowledged; every 200 ms, 100 times unless given. */
    readonly echoAttempts?: number;
    /** Told of each message taken, which then is not kept in `sent`: for loads that would fill the memory. */
    readonly onMessage?: (message: SentMessage) => void;
  },
): Promise<GraphSimulator> {
  const now = options.now ?? Date.now;
  const sent: SentMessage[] = [];
  let taken = 0;
  const actions: { recipientId: string; action: string }[] = [];
  const refused: { code: number; subcode: number | null; why: string }[] = [];
  const faults: { nextResponses: GraphFault[] } = { nextResponses: [] };
  const lastInbound = new Map<string, number>();
  const comments = new Map<string, number>();
  const answered = new Set<string>();
  const page = createGraphPage();
  const threads = createGraphThreads(options.appId);
  let echo: { readonly url: string; readonly timing: EchoTiming } | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call: GraphRequest = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://graph.invalid'),
      contentType: request.headers['content-type'] ?? '',
      authorization: request.headers.authorization ?? '',
      body: await readBody(request),
    };
    const access = refuseAccess(call, options);
    if (access !== null) return refuse(response, access);
    if (call.method !== 'POST' || call.url.pathname !== `/${options.version}/${options.pageId}/messages`) {
      const answered = answerForPage(call, options, page, threads);
      return 'refusal' in answered ? refuse(response, answered.refusal) : replyJson(response, 200, answered.body);
    }
    const judged = judgeMessage(call, options, { lastInbound, comments, answered, threads }, now());
    if (judged.kind === 'refused') return refuse(response, judged.refusal);
    if (judged.kind === 'action') {
      actions.push({ recipientId: judged.call.recipient.id, action: judged.call.sender_action });
      return replyJson(response, 200, { recipient_id: judged.call.recipient.id });
    }
    const fault = faults.nextResponses.shift();
    const refusal = fault === undefined ? undefined : REFUSING[fault];
    if (refusal !== undefined) return refuse(response, refusal);

    const message = take(judged);
    await echoInTime(server, response, echo?.timing, echoOf(message));
    if (fault === 'lose-response') {
      response.destroy();
      return;
    }
    if (fault === 'slow') await wait(options.slowMs ?? 15_000, undefined, { signal: server.stopped });
    replyJson(response, 200, { recipient_id: message.recipientId, message_id: message.messageId });
  }

  function take({ call, mode }: Extract<AcceptedCall, { kind: 'message' }>): SentMessage {
    const { recipient, message: content } = call;
    if ('comment_id' in recipient) answered.add(recipient.comment_id);
    const payload = 'attachment' in content ? content.attachment.payload : null;
    taken += 1;
    const message: SentMessage = {
      recipientId: 'comment_id' in recipient ? `writer-of-${recipient.comment_id}` : recipient.id,
      text: 'text' in content ? content.text : (payload?.text ?? ''),
      mode,
      correlationId: content.metadata ?? null,
      messageId: `m_SIM_${taken}`,
      quickReplies: (content.quick_replies ?? []).map(({ title, payload }) => ({ title, payload })),
      links: (payload?.buttons ?? []).map(({ title, url }) => ({ title, url })),
      at: now(),
    };
    if (options.onMessage === undefined) sent.push(message);
    else options.onMessage(message);
    return message;
  }

  function echoOf(message: SentMessage): ((signal: AbortSignal) => Promise<number>) | null {
    if (echo === null) return null;
    const { url } = echo;
    const payload = echoPayload(message, options);
    return (signal) => deliverMessengerWebhook(url, payload, options.appSecret, signal);
  }

  function refuse(response: ServerResponse, { status, code, subcode, why }: GraphRefusal): void {
    refused.push({ code, subcode, why });
    const error = { message: `(#${code}) ${why}`, type: 'OAuthException', code, fbtrace_id: 'SIMULATED' };
    replyJson(response, status, { error: subcode === null ? error : { ...error, error_subcode: subcode } });
  }

  const server = await startPlatformServer(answer, options.echoAttempts);
  return {
    url: server.url,
    sent,
    actions,
    refused,
    faults,
    page,
    threads,
    setComment: (commentId, at) => void comments.set(commentId, at),
    setLastInbound: (psid, at) => void lastInbound.set(psid, at),
    echoTo: (url, timing = 'meanwhile') => {
      echo = url === null ? null : { url, timing };
    },
    stop: server.stop,
  };
}

/** The value of `X-Hub-Signature-256` for exactly this body. */
export function signMessenger(body: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body, 'utf8').digest('hex')}`;
}

/** A webhook as Meta sends it: JSON with escaped Unicode and slashes, signed over exactly those bytes. */
export function signedMessengerWebhook(
  payload: object,
  appSecret: string,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const body = metaJson(payload);
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signMessenger(body, appSecret) },
  };
}

/** Posts a signed webhook and gives the HTTP status. */
export async function deliverMessengerWebhook(
  url: string,
  payload: object,
  appSecret: string,
  signal?: AbortSignal,
): Promise<number> {
  return postSigned(url, signedMessengerWebhook(payload, appSecret), signal);
}

/** Delivers each webhook `copies` times, last first when `reversed`: neither once nor in order, as Meta may. */
export async function deliverUnreliably(
  url: string,
  payloads: readonly object[],
  appSecret: string,
  { copies, reversed }: { readonly copies: number; readonly reversed: boolean },
): Promise<readonly number[]> {
  const once = reversed ? payloads.toReversed() : payloads;
  const statuses: number[] = [];
  for (let copy = 0; copy < copies; copy += 1) {
    for (const payload of once) statuses.push(await deliverMessengerWebhook(url, payload, appSecret));
  }
  return statuses;
}

/** Non-ASCII as lowercase `\uXXXX`, slashes escaped: a receiver that signs its own JSON again is found out. */
function metaJson(payload: object): string {
  return JSON.stringify(payload)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function echoPayload(
  message: SentMessage,
  { appId, pageId }: { readonly appId: string; readonly pageId: string },
): object {
  const numeric = Number(appId);
  const item = {
    sender: { id: pageId },
    recipient: { id: message.recipientId },
    timestamp: message.at,
    message: {
      is_echo: true,
      app_id: Number.isSafeInteger(numeric) ? numeric : appId,
      ...(message.correlationId === null ? {} : { metadata: message.correlationId }),
      mid: message.messageId,
      ...(message.links.length === 0
        ? { text: message.text }
        : { attachments: [{ type: 'template', payload: { template_type: 'button', buttons: message.links } }] }),
    },
  };
  return { object: 'page', entry: [{ id: pageId, time: message.at, messaging: [item] }] };
}
