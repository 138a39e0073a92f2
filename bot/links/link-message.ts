import type { LinkTelling } from '../ports/links.ts';
import type { OutgoingMessage } from '../ports/records.ts';
import { unaskedMessage } from '../telling-once.ts';

/** The message that tells of a link, and the key under which it goes out once whatever happens. */
export function linkMessage({ linked, key, text }: LinkTelling): {
  readonly message: OutgoingMessage;
  readonly correlationId: string;
} {
  return { message: unaskedMessage(text, []), correlationId: `link:${linked.conversationId}:${key}` };
}
