import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { InboundEvent, ParsedEvents } from '../inbound.ts';
import { readQuery } from './query-buttons.ts';

const envelope = z.object({ event_name: z.string(), timestamp: z.string().regex(/^\d+$/).or(z.number()) });
const party = z.object({ id: z.string(), admin_id: z.string().optional() });
/** Only the address is kept: a business card's description holds a third person's phone number. */
const attachment = z.object({
  type: z.string(),
  payload: z
    .object({ url: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});
const message = z.object({
  msg_id: z.string(),
  text: z.string().nullish(),
  attachments: z
    .array(attachment.catch({ type: 'unknown', payload: null }))
    .nullish()
    .catch(null),
});
const spoken = z.object({ sender: party, recipient: party, message });
const relation = z.object({
  oa_id: z.string().optional(),
  follower: z.object({ id: z.string() }).optional(),
  user_id: z.string().optional(),
});
const noticed = z.object({
  oa_id: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
  user_id_by_app: z.string().optional().catch(undefined),
  sender: z.object({ id: z.string() }).optional().catch(undefined),
  recipient: z.object({ id: z.string() }).optional().catch(undefined),
});

const RELATIONS = { follow: 'followed', unfollow: 'unfollowed', user_withdraw: 'withdrawn' } as const;
/** People who chat without a Zalo account have their own calls to answer them; not served. */
const ANONYMOUS = /^(?:oa_send_)?anonymous_/;
/** Known events that neither carry words for us nor change anything. */
const NOTICES =
  /^(?:anonymous_|oa_send_anonymous_|user_(?:seen|received|reacted|submit|click|call|feedback|reply_consent)|oa_(?:reacted|call|send_(?:group|consent))|add_user_to_tag|remove_user_from_tag|shop_|change_oa|event_|permission|update_user_info)/;

export interface ZaloEventOptions {
  readonly oaId: string;
  /** Whether texts that are payloads of our buttons count as taps. */
  readonly buttons: boolean;
}

/**
 * Reads one Zalo OA webhook request, which holds one event. Ids and timestamps are strings beyond 2^53 and stay so.
 * Events of groups and of other accounts are ignored; names nobody knows are counted.
 */
export function parseZaloWebhook(body: unknown, options: ZaloEventOptions): ParsedEvents {
  const head = envelope.safeParse(body);
  if (!head.success) return { ok: false };
  const at = Number(head.data.timestamp);
  const name = head.data.event_name;
  const one = (event: InboundEvent | null): ParsedEvents =>
    event === null
      ? { ok: true, events: [], unknown: 0, ignored: 1 }
      : { ok: true, events: [event], unknown: 0, ignored: 0 };

  if (/_group(?:_|$)/.test(name)) return one(null);
  if (Object.hasOwn(RELATIONS, name))
    return one(readRelation(body, RELATIONS[name as keyof typeof RELATIONS], at, options.oaId));
  if (NOTICES.test(name)) return one(readNotice(body, name, at, options.oaId));
  if (/^(?:user|oa)_send_/.test(name)) return readSpoken(body, name.startsWith('oa_'), at, options);
  return { ok: true, events: [], unknown: 1, ignored: 0 };
}

function readSpoken(body: unknown, byAccount: boolean, at: number, options: ZaloEventOptions): ParsedEvents {
  const { oaId } = options;
  const parsed = spoken.safeParse(body);
  if (!parsed.success) return { ok: true, events: [], unknown: 1, ignored: 0 };
  const { sender, recipient, message: words } = parsed.data;
  const [account, citizen] = byAccount ? [sender, recipient] : [recipient, sender];
  if (account.id !== oaId) return { ok: true, events: [], unknown: 0, ignored: 1 };
  const text = words.text?.normalize('NFC') ?? null;
  const tapped = options.buttons && !byAccount && text !== null ? readQuery(text) : null;
  const base = { key: words.msg_id, accountId: oaId, citizenId: citizen.id, at, text };
  const event: InboundEvent = byAccount
    ? {
        ...base,
        kind: 'echo',
        // Only the OA's own chat tool names the person; the Open API does not, ours or another app's.
        by: sender.admin_id === undefined ? 'us' : 'person',
        providerMessageId: words.msg_id,
        correlationId: null,
      }
    : {
        ...base,
        kind: 'message',
        text: tapped?.title ?? text,
        payload: tapped?.payload ?? null,
        attachments: (words.attachments ?? []).map(({ type, payload }) => ({ type, url: payload?.url ?? null })),
        standby: false,
      };
  return { ok: true, events: [event], unknown: 0, ignored: 0 };
}

function readRelation(
  body: unknown,
  kind: (typeof RELATIONS)[keyof typeof RELATIONS],
  at: number,
  oaId: string,
): InboundEvent | null {
  const parsed = relation.safeParse(body);
  const citizenId = parsed.success ? (parsed.data.follower?.id ?? parsed.data.user_id) : undefined;
  if (!parsed.success || citizenId === undefined || (parsed.data.oa_id ?? oaId) !== oaId) return null;
  return { kind, key: digest(body), accountId: oaId, citizenId, at };
}

/** `null`: of another account. */
function readNotice(body: unknown, eventName: string, at: number, oaId: string): InboundEvent | null {
  const parsed = noticed.safeParse(body);
  const { oa_id, user_id, user_id_by_app, sender, recipient } = parsed.success ? parsed.data : {};
  const accounts = [oa_id, sender?.id, recipient?.id].filter((id) => id !== undefined);
  if (accounts.length > 0 && !accounts.includes(oaId)) return null;
  // The recipient of a ZNS receipt is a phone number; only receipts of OA messages come with an id by app.
  const written = user_id_by_app === undefined ? undefined : recipient?.id;
  const citizenId = user_id ?? [sender?.id, written].find((id) => id !== undefined && id !== oaId) ?? null;
  const name = ANONYMOUS.test(eventName) ? 'anonymous' : eventName;
  return { kind: 'notice', key: digest(body), name, citizenId, accountId: oaId, at };
}

/** Events without an id of their own are told apart by their content, which a repeated delivery keeps. */
function digest(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
