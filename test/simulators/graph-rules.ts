import { createHmac } from 'node:crypto';
import { z } from 'zod';

/** Why the simulator refuses a call, in Graph's own codes. `why` is for the reader of a failing test. */
export interface GraphRefusal {
  readonly status: number;
  readonly code: number;
  readonly subcode: number | null;
  readonly why: string;
}

interface GraphCall {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string;
  readonly body: string;
}

export interface GraphAccount {
  readonly appSecret: string;
  readonly pageId: string;
  readonly pageToken: string;
  readonly version: string;
}

const DAY_MS = 86_400_000;
const REMOVED_TAGS = ['CONFIRMED_EVENT_UPDATE', 'ACCOUNT_UPDATE', 'POST_PURCHASE_UPDATE'];

const recipient = z.strictObject({ id: z.string().min(1) });
const action = z.strictObject({
  access_token: z.string(),
  recipient,
  sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']),
});
const message = z.strictObject({
  access_token: z.string(),
  recipient,
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
  tag: z.string().optional(),
  message: z.strictObject({
    text: z.string().min(1).max(2000),
    metadata: z.string().max(1000).optional(),
    quick_replies: z
      .array(
        z.strictObject({
          content_type: z.literal('text'),
          title: z.string().min(1).max(20),
          payload: z.string().min(1).max(1000),
        }),
      )
      .min(1)
      .max(13)
      .optional(),
  }),
});

export type AcceptedCall =
  | { readonly kind: 'action'; readonly call: z.infer<typeof action> }
  | { readonly kind: 'message'; readonly call: z.infer<typeof message>; readonly mode: 'response' | 'human-agent' };

type Judgement = AcceptedCall | { readonly kind: 'refused'; readonly refusal: GraphRefusal };

/** Holds a call against the rules of the Send API, in the order in which Graph complains. */
export function judgeCall(
  call: GraphCall,
  account: GraphAccount,
  lastInbound: ReadonlyMap<string, number>,
  now: number,
): Judgement {
  const access = refuseAccess(call, account);
  if (access !== null) return { kind: 'refused', refusal: access };
  const body = parseJson(call.body);
  const isAction = typeof body === 'object' && body !== null && 'sender_action' in body;
  const parsed = isAction ? action.safeParse(body) : message.safeParse(body);
  if (!parsed.success) return refuse(400, 100, null, z.prettifyError(parsed.error));
  if (parsed.data.access_token !== account.pageToken) return refuse(401, 190, null, 'wrong page token');

  const last = lastInbound.get(parsed.data.recipient.id);
  if (last === undefined) return refuse(400, 100, 2018001, 'this person never wrote to the page');
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

function refuseAccess({ method, url, contentType }: GraphCall, account: GraphAccount): GraphRefusal | null {
  const path = `/${account.version}/${account.pageId}/messages`;
  if (method !== 'POST') return { status: 400, code: 100, subcode: null, why: `method ${method}` };
  if (url.pathname !== path)
    return { status: 404, code: 2500, subcode: null, why: `path ${url.pathname}, not ${path}` };
  if (url.searchParams.has('access_token')) {
    return { status: 400, code: 100, subcode: null, why: 'the token must not stand in the address' };
  }
  if (!/^application\/json(;|$)/.test(contentType)) {
    return { status: 400, code: 100, subcode: null, why: `content type ${contentType}` };
  }
  const proof = createHmac('sha256', account.appSecret).update(account.pageToken).digest('hex');
  if (url.searchParams.get('appsecret_proof') !== proof) {
    return { status: 400, code: 100, subcode: null, why: 'appsecret_proof missing or wrong' };
  }
  return null;
}

function refuse(status: number, code: number, subcode: number | null, why: string): Judgement {
  return { kind: 'refused', refusal: { status, code, subcode, why } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
