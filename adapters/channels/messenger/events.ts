import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { InboundEvent, ParsedEvents } from '../inbound.ts';
import { entrySchema, envelopeSchema, itemSchema, messageSchema, postbackSchema } from './envelope.ts';

/** Events that are acknowledged and counted, and change nothing. */
const NOTICES = [
  'message_edit',
  'read',
  'delivery',
  'reaction',
  'response_feedback',
  'optin',
  'referral',
  'account_linking',
  'policy_enforcement',
  'policy-enforcement',
  'pass_thread_control',
  'take_thread_control',
  'request_thread_control',
  'app_roles',
] as const;

interface Place {
  readonly appId: string;
  readonly pageId: string;
  /** Fallback for events without a time of their own (ms since epoch). */
  readonly entryTime: number | null;
  readonly standby: boolean;
}

type Item = z.infer<typeof itemSchema>;

/**
 * Reads one webhook body of Messenger. Every event is read on its own: one of an unknown shape is counted in
 * `unknown` and costs the others nothing. `ignored` counts what is well formed but not ours to handle: feed changes,
 * other Pages, other products. The order is that of the body; Meta does not promise it to be the order of writing.
 */
export function parseMessengerWebhook(
  body: unknown,
  { appId, pageId }: { readonly appId: string; readonly pageId: string },
): ParsedEvents {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return { ok: false };
  if (envelope.data.object !== 'page') return { ok: true, events: [], unknown: 0, ignored: envelope.data.entry.length };

  const events: InboundEvent[] = [];
  let unknown = 0;
  let ignored = 0;
  for (const candidate of envelope.data.entry) {
    const entry = entrySchema.safeParse(candidate);
    if (!entry.success) {
      unknown += 1;
      continue;
    }
    const { messaging, standby, changes, time } = entry.data;
    const items = [
      ...(messaging ?? []).map((raw) => ({ raw, standby: false })),
      ...(standby ?? []).map((raw) => ({ raw, standby: true })),
    ];
    const count = items.length + (changes?.length ?? 0);
    if (entry.data.id !== pageId) {
      ignored += Math.max(1, count);
      continue;
    }
    ignored += changes?.length ?? 0;
    if (count === 0) unknown += 1;
    for (const item of items) {
      const event = readItem(item.raw, { appId, pageId, entryTime: time ?? null, standby: item.standby });
      if (event === null) unknown += 1;
      else events.push(event);
    }
  }
  return { ok: true, events, unknown, ignored };
}

/** `null`: of a shape we do not know. */
function readItem(raw: unknown, place: Place): InboundEvent | null {
  const parsed = itemSchema.safeParse(raw);
  if (!parsed.success) return null;
  const item = parsed.data;
  const at = item.timestamp ?? place.entryTime;
  if (at === null) return null;
  if (item.message !== undefined) return readMessage(item, at, raw, place);
  if (item.postback !== undefined) return readPostback(item, at, raw, place);
  const name = NOTICES.find((notice) => item[notice] !== undefined);
  return name === undefined ? null : notice(name.replace('-', '_'), item, at, raw, place);
}

function readMessage(item: Item, at: number, raw: unknown, place: Place): InboundEvent | null {
  const parsed = messageSchema.safeParse(item.message);
  if (!parsed.success) return null;
  const message = parsed.data;
  if (message.is_deleted === true) return notice('message_deleted', item, at, raw, place);
  if (message.is_echo === true) return readEcho(item, message, at, place);
  const citizenId = citizenOf(item, place);
  if (citizenId === null) return null;
  return {
    kind: 'message',
    key: message.mid ?? digest(raw),
    accountId: place.pageId,
    at,
    citizenId,
    text: message.text ?? null,
    payload: message.quick_reply?.payload ?? null,
    attachments: (message.attachments ?? []).map(({ type, url, payload }) => ({
      type,
      url: payload?.url ?? url ?? null,
    })),
    standby: place.standby,
  };
}

/** In an echo the parties are swapped. Any app but ours counts as a person: inbox app ids differ between documents. */
function readEcho(item: Item, message: z.infer<typeof messageSchema>, at: number, place: Place): InboundEvent | null {
  const citizenId = item.recipient?.id ?? null;
  if (citizenId === null || citizenId === place.pageId || !message.mid) return null;
  const ours = message.app_id === place.appId;
  return {
    kind: 'echo',
    key: message.mid,
    accountId: place.pageId,
    at,
    citizenId,
    by: ours ? 'us' : 'person',
    providerMessageId: message.mid,
    correlationId: ours ? (message.metadata ?? null) : null,
    text: message.text ?? null,
  };
}

function readPostback(item: Item, at: number, raw: unknown, place: Place): InboundEvent | null {
  const parsed = postbackSchema.safeParse(item.postback);
  if (!parsed.success) return null;
  const { mid, title, payload } = parsed.data;
  const citizenId = citizenOf(item, place);
  if (citizenId === null) return null;
  return {
    kind: 'message',
    key: mid ?? digest(raw),
    accountId: place.pageId,
    at,
    citizenId,
    text: title ?? null,
    payload: payload ?? null,
    attachments: [],
    standby: place.standby,
  };
}

function notice(name: string, item: Item, at: number, raw: unknown, place: Place): InboundEvent {
  return { kind: 'notice', name, key: digest(raw), accountId: place.pageId, at, citizenId: citizenOf(item, place) };
}

/** `null` when the event names no sender (policy, app roles, plugin opt-ins) or the Page itself. */
function citizenOf(item: Item, place: Place): string | null {
  const sender = item.sender?.id ?? null;
  return sender === place.pageId ? null : sender;
}

/** Same bytes, same event: Meta repeats a delivery unchanged, and events without an id have nothing better. */
function digest(raw: unknown): string {
  return createHash('sha256').update(JSON.stringify(raw)).digest('hex');
}
