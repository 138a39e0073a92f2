import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { GraphThreads } from './graph-threads.ts';

/** Why the simulator refuses a call, in Graph's own codes. `why` is for the reader of a failing test. */
export interface GraphRefusal {
  readonly status: number;
  readonly code: number;
  readonly subcode: number | null;
  readonly why: string;
}

/** One request as it came. */
export interface GraphRequest {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
}

export interface GraphAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly pageId: string;
  readonly pageToken: string;
  readonly version: string;
}

/** What the platform remembers about people and comments (ms since epoch). */
export interface GraphMemory {
  readonly lastInbound: ReadonlyMap<string, number>;
  readonly comments: ReadonlyMap<string, number>;
  /** Comments that were answered in private. */
  readonly answered: ReadonlySet<string>;
  readonly threads: GraphThreads;
}

const DAY_MS = 86_400_000;
const REMOVED_TAGS = ['CONFIRMED_EVENT_UPDATE', 'ACCOUNT_UPDATE', 'POST_PURCHASE_UPDATE'];

const person = z.strictObject({ id: z.string().min(1) });
const comment = z.strictObject({ comment_id: z.string().min(1) });
const action = z.strictObject({
  access_token: z.string(),
  recipient: person,
  sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']),
});
const metadata = z.string().max(1000).optional();
const quickReplies = z
  .array(
    z.strictObject({
      content_type: z.literal('text'),
      title: z.string().min(1).max(20),
      payload: z.string().min(1).max(1000),
    }),
  )
  .min(1)
  .max(13)
  .optional();
const words = z.strictObject({ text: z.string().min(1).max(2000), metadata, quick_replies: quickReplies });
const buttons = z.strictObject({
  attachment: z.strictObject({
    type: z.literal('template'),
    payload: z.strictObject({
      template_type: z.literal('button'),
      text: z.string().min(1).max(640),
      buttons: z
        .array(
          z.strictObject({
            type: z.literal('web_url'),
            title: z.string().min(1).max(20),
            url: z.url({ protocol: /^https$/ }),
          }),
        )
        .min(1)
        .max(3),
    }),
  }),
  metadata,
  quick_replies: quickReplies,
});
const message = z.strictObject({
  access_token: z.string(),
  recipient: z.union([person, comment]),
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
  tag: z.string().optional(),
  message: z.union([words, buttons]),
});

export type AcceptedCall =
  | { readonly kind: 'action'; readonly call: z.infer<typeof action> }
  | { readonly kind: 'message'; readonly call: z.infer<typeof message>; readonly mode: 'response' | 'human-agent' };

type Judgement = AcceptedCall | { readonly kind: 'refused'; readonly refusal: GraphRefusal };

/** Holds a call of `/messages` against the rules of the Send API, in the order in which Graph complains. */
export function judgeMessage(
  request: GraphRequest,
  account: GraphAccount,
  memory: GraphMemory,
  now: number,
): Judgement {
  const body = parseJson(request.body);
  const isAction = typeof body === 'object' && body !== null && 'sender_action' in body;
  const parsed = isAction ? action.safeParse(body) : message.safeParse(body);
  if (!parsed.success) return refuse(400, 100, null, z.prettifyError(parsed.error));
  if (parsed.data.access_token !== account.pageToken) return refuse(401, 190, null, 'wrong page token');
  if ('comment_id' in parsed.data.recipient) return judgePrivateReply(parsed.data, memory, now);

  const { id } = parsed.data.recipient;
  const last = memory.lastInbound.get(id);
  if (last === undefined) return refuse(400, 100, 2018001, 'this person never wrote to the page');
  if (!memory.threads.mayWrite(id)) return refuse(400, 10, 2018300, 'another app holds the thread');
  if ('sender_action' in parsed.data) return { kind: 'action', call: parsed.data };

  const { messaging_type: type, tag } = parsed.data;
  if (type !== 'MESSAGE_TAG') {
    if (tag !== undefined) return refuse(400, 100, null, `a tag needs messaging_type MESSAGE_TAG, not ${type}`);
    if (now - last > DAY_MS) return refuse(400, 10, 2018278, `${type} later than 24 hours`);
    return { kind: 'message', call: parsed.data, mode: 'response' };
  }
  if (tag !== undefined && REMOVED_TAGS.includes(tag)) return refuse(400, 100, 1893061, `removed tag ${tag}`);
  if (tag !== 'HUMAN_AGENT') return refuse(400, 100, null, `tag ${tag ?? 'missing'}`);
  if (now - last > 7 * DAY_MS) return refuse(400, 10, 2018278, 'HUMAN_AGENT later than 7 days');
  return { kind: 'message', call: parsed.data, mode: 'human-agent' };
}

/** One private reply a comment, within seven days, of plain words. */
function judgePrivateReply(
  call: z.infer<typeof message> | z.infer<typeof action>,
  { comments, answered }: GraphMemory,
  now: number,
): Judgement {
  const { recipient } = call;
  if ('sender_action' in call || !('comment_id' in recipient)) return refuse(400, 100, null, 'not a private reply');
  const writtenAt = comments.get(recipient.comment_id);
  if (writtenAt === undefined) return refuse(400, 100, 33, 'no such comment');
  if (answered.has(recipient.comment_id)) return refuse(400, 10900, null, 'the comment was answered already');
  if (now - writtenAt > 7 * DAY_MS) return refuse(400, 10, 2018278, 'a private reply later than 7 days');
  if (call.messaging_type !== 'RESPONSE' || call.tag !== undefined || call.message.quick_replies !== undefined) {
    return refuse(400, 100, null, 'a private reply is a plain response');
  }
  return { kind: 'message', call, mode: 'response' };
}

/** What every call must carry: version, no token in the address, a proof of the token that is used. */
export function refuseAccess(request: GraphRequest, account: GraphAccount): GraphRefusal | null {
  const { method, url, contentType, authorization } = request;
  const no = (status: number, code: number, why: string) => ({ status, code, subcode: null, why });
  if (!url.pathname.startsWith(`/${account.version}/`)) return no(404, 2500, `path ${url.pathname}`);
  if (method !== 'POST' && method !== 'GET') return no(400, 100, `method ${method}`);
  if (url.searchParams.has('access_token')) return no(400, 100, 'the token must not stand in the address');
  if (method === 'POST' && !/^application\/json(;|$)/.test(contentType)) {
    return no(400, 100, `content type ${contentType}`);
  }
  const appToken = `Bearer ${account.appId}|${account.appSecret}`;
  if (method === 'GET' && authorization !== `Bearer ${account.pageToken}` && authorization !== appToken) {
    return no(401, 190, 'wrong token in the header');
  }
  const proof = createHmac('sha256', account.appSecret).update(account.pageToken).digest('hex');
  if (authorization !== appToken && url.searchParams.get('appsecret_proof') !== proof) {
    return no(400, 100, 'appsecret_proof missing or wrong');
  }
  return null;
}

function refuse(status: number, code: number, subcode: number | null, why: string): Judgement {
  return { kind: 'refused', refusal: { status, code, subcode, why } };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
