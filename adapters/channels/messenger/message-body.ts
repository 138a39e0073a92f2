import { splitText } from '../split-text.ts';
import { commentIdOf } from './comment-events.ts';

/** Limits of the Send API: its reference, "Quick Replies", "Button Template". */
const MAX_TEXT = 2000;
const MAX_QUICK_REPLIES = 13;
const MAX_TITLE = 20;
const MAX_PAYLOAD = 1000;
const MAX_TEMPLATE_TEXT = 640;
const MAX_BUTTONS = 3;

/** Words above the buttons where the answer is too long to stand there itself. */
const SOURCES = 'Văn bản được trích dẫn:';

export interface MessengerText {
  /** A person's page-scoped id, or a comment (see `commentIdOf`), which takes one message of 2000 without buttons. */
  readonly recipientId: string;
  readonly text: string;
  /** Beyond 13 they are left out; titles are cut to 20, those without a title or with a payload over 1000 left out. */
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  /** Buttons that open a page; beyond three they are left out, titles are cut to 20. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** `human-agent` only for words that a person wrote. */
  readonly mode: 'response' | 'human-agent';
  /** Comes back as `metadata` of the echo of the last piece; at most 990 characters. */
  readonly correlationId: string;
}

/**
 * The calls that one text takes, in order: pieces, of which the last bears the buttons. Pieces before the last carry
 * `<correlationId>~1`, `~2`, …, the last the id itself. A blank text takes none.
 */
export function messageBodies(message: MessengerText): readonly object[] {
  const commentId = commentIdOf(message.recipientId);
  if (commentId !== null) {
    const [only] = splitText(message.text, MAX_TEXT);
    return (only === undefined ? [] : [only]).map((text) => ({
      recipient: { comment_id: commentId },
      messaging_type: 'RESPONSE',
      message: { text, metadata: message.correlationId },
    }));
  }
  const contents = withLinks(splitText(message.text), message.links);
  const quickReplies = quickRepliesOf(message.quickReplies);
  return contents.map((content, index) => {
    const last = index === contents.length - 1;
    return {
      recipient: { id: message.recipientId },
      ...(message.mode === 'response'
        ? { messaging_type: 'RESPONSE' }
        : { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }),
      message: {
        ...content,
        metadata: last ? message.correlationId : `${message.correlationId}~${index + 1}`,
        ...(last && quickReplies.length > 0 ? { quick_replies: quickReplies } : {}),
      },
    };
  });
}

function withLinks(pieces: readonly string[], links: MessengerText['links']): readonly object[] {
  const texts = pieces.map((text) => ({ text }));
  const last = pieces.at(-1);
  const buttons = links
    .map(({ title, url }) => ({ type: 'web_url', title: titleOf(title), url }))
    .filter(({ title }) => title !== '')
    .slice(0, MAX_BUTTONS);
  if (last === undefined || buttons.length === 0) return texts;
  return last.length <= MAX_TEMPLATE_TEXT
    ? [...texts.slice(0, -1), template(last, buttons)]
    : [...texts, template(SOURCES, buttons)];
}

function template(text: string, buttons: readonly object[]): object {
  return { attachment: { type: 'template', payload: { template_type: 'button', text, buttons } } };
}

function quickRepliesOf(quickReplies: MessengerText['quickReplies']): readonly object[] {
  return quickReplies
    .map(({ title, payload }) => ({ content_type: 'text', title: titleOf(title), payload }))
    .filter(({ title, payload }) => title !== '' && payload.length > 0 && payload.length <= MAX_PAYLOAD)
    .slice(0, MAX_QUICK_REPLIES);
}

function titleOf(title: string): string {
  return splitText(title, MAX_TITLE)[0] ?? '';
}
