import type { z } from 'zod';
import type { InboundEvent, InboundMessage } from '../inbound.ts';
import { editSchema, messageSchema, postbackSchema } from './envelope.ts';
import { citizenOf, digest, type Item } from './item.ts';

/** Meta's own thumbs-up in its three sizes: as good as the emoji. */
const THUMBS_UP: ReadonlySet<string> = new Set(['369239263222822', '369239343222814', '369239383222810']);

type Message = z.infer<typeof messageSchema>;

/** Reads `message`: a citizen's words, an echo of ours or of a person, or a message taken back. `null`: unknown shape. */
export function readMessage(item: Item): InboundEvent | null {
  const parsed = messageSchema.safeParse(item.fields['message']);
  if (!parsed.success) return null;
  const message = parsed.data;
  if (message.is_echo === true) return readEcho(item, message);
  const citizenId = citizenOf(item);
  if (citizenId === null) return null;
  if (message.is_deleted === true) {
    return message.mid ? revision(item, citizenId, message.mid, `unsend:${message.mid}`, null) : null;
  }
  const attachments = (message.attachments ?? []).map(readAttachment);
  const thumbs = attachments.length > 0 && attachments.every(({ stickerId }) => THUMBS_UP.has(stickerId ?? ''));
  return {
    ...heard(item, citizenId, message.mid),
    text: message.text ?? (thumbs ? '👍' : null),
    payload: message.quick_reply?.payload ?? null,
    attachments: thumbs ? [] : attachments.map(({ type, url }) => ({ type, url })),
  };
}

/** Reads `postback`: Get Started, ice breaker, menu and buttons look the same. `null`: unknown shape. */
export function readPostback(item: Item): InboundEvent | null {
  const parsed = postbackSchema.safeParse(item.fields['postback']);
  const citizenId = citizenOf(item);
  if (!parsed.success || citizenId === null) return null;
  const { mid, title, payload } = parsed.data;
  return { ...heard(item, citizenId, mid), text: title ?? null, payload: payload ?? null, attachments: [] };
}

/** Reads `message_edit`. `null`: unknown shape. */
export function readEdit(item: Item): InboundEvent | null {
  const parsed = editSchema.safeParse(item.fields['message_edit']);
  const citizenId = citizenOf(item);
  if (!parsed.success || citizenId === null) return null;
  const { mid, text, num_edit: count } = parsed.data;
  return revision(item, citizenId, mid, `edit:${mid}:${count ?? digest(item.raw)}`, text);
}

/**
 * In an echo the parties are swapped. Any app but ours counts as a person: inbox app ids differ between documents.
 * Only an app can send metadata along, so an echo with metadata and without an app id is no person's.
 */
function readEcho({ fields, at, place }: Item, message: Message): InboundEvent | null {
  const citizenId = fields.recipient?.id ?? null;
  if (citizenId === null || citizenId === place.pageId || !message.mid) return null;
  const appId = message.app_id ?? null;
  const ours = appId === null ? typeof message.metadata === 'string' : appId === place.appId;
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

/** A sticker came as an image with a sticker id until the autumn of 2026. */
function readAttachment({ type, url, payload }: NonNullable<Message['attachments']>[number]): {
  readonly type: string;
  readonly url: string | null;
  readonly stickerId: string | null;
} {
  const { coordinates } = payload ?? {};
  const stickerId = payload?.sticker_id ?? null;
  return {
    type: stickerId === null ? type : 'sticker',
    url: payload?.url ?? url ?? (coordinates ? `geo:${coordinates.lat},${coordinates.long}` : null),
    stickerId,
  };
}

function heard(
  { at, raw, place }: Item,
  citizenId: string,
  mid: string | null | undefined,
): Pick<InboundMessage, 'kind' | 'key' | 'accountId' | 'at' | 'citizenId' | 'standby'> {
  const { pageId: accountId, standby } = place;
  return { kind: 'message', key: mid ?? digest(raw), accountId, at, citizenId, standby };
}

function revision(item: Item, citizenId: string, mid: string, key: string, text: string | null): InboundEvent {
  const { pageId: accountId, standby } = item.place;
  return { kind: 'revision', key, accountId, at: item.at, citizenId, revises: mid, text, standby };
}
