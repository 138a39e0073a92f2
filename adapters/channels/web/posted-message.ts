import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { conversationId } from '../../../bot/conversation.ts';
import type { Arrival } from '../../../bot/ports/inbox.ts';
import type { CHAT_ERRORS } from './vietnamese.ts';
import { WEB_ACCOUNT } from './web-account.ts';

/** The longest message a citizen may send (characters, after NFC). */
export const LONGEST_MESSAGE = 2000;

const postedMessage = z.object({
  key: z.uuid(),
  text: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .optional(),
  payload: z.string().min(1).max(200).optional(),
});

/** What a citizen posted: words, a pressed button, or both. `key` makes a repeated post harmless. */
export interface PostedMessage {
  readonly key: string;
  readonly text: string | null;
  readonly payload: string | null;
}

/** Reads the body of a post. */
export function readPostedMessage(
  body: unknown,
):
  | { readonly ok: true; readonly message: PostedMessage }
  | { readonly ok: false; readonly code: keyof typeof CHAT_ERRORS } {
  const parsed = postedMessage.safeParse(body);
  if (!parsed.success) return { ok: false, code: 'malformed' };
  const { key, payload = null } = parsed.data;
  const text = parsed.data.text === '' ? null : (parsed.data.text ?? null);
  if (text === null && payload === null) return { ok: false, code: 'empty' };
  if (text !== null && text.length > LONGEST_MESSAGE) return { ok: false, code: 'too-long' };
  return { ok: true, message: { key, text, payload } };
}

/** The event for the inbox. Its key carries the visitor, so that nobody can use up another visitor's key. */
export function toArrival(visitor: string, message: PostedMessage, at: number): Arrival {
  const id = conversationId('web', WEB_ACCOUNT, visitor);
  return {
    key: `web:${visitor}:${message.key}`,
    conversationId: id,
    channel: 'web',
    at,
    activity: {
      type: ActivityTypes.Message,
      channelId: 'web',
      serviceUrl: 'web',
      id: message.key,
      ...(message.text === null ? {} : { text: message.text }),
      ...(message.payload === null ? {} : { value: { payload: message.payload } }),
      from: { id: visitor, name: '' },
      recipient: { id: WEB_ACCOUNT, name: '' },
      conversation: { id, isGroup: false, conversationType: 'personal', name: '' },
      timestamp: new Date(at),
    },
  };
}
