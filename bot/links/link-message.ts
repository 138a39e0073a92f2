import type { LinkTelling, PartingTelling } from '../ports/links.ts';
import type { OutgoingMessage } from '../ports/records.ts';
import { unaskedMessage } from '../telling-once.ts';

/** A message, and the key under which it goes out once whatever happens. */
interface KeyedMessage {
  readonly message: OutgoingMessage;
  readonly correlationId: string;
}

/** The message that tells of a link. */
export function linkMessage({ linked, key, text }: LinkTelling): KeyedMessage {
  return { message: unaskedMessage(text, []), correlationId: `link:${linked.conversationId}:${key}` };
}

/** The message that tells that a link was undone elsewhere. */
export function partingMessage({ parted, text }: PartingTelling): KeyedMessage {
  const { conversationId, at, channels } = parted;
  return { message: unaskedMessage(text, []), correlationId: `parted:${conversationId}:${at}:${channels.length}` };
}
