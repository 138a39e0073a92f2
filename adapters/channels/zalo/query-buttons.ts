import type { QuickReply } from '../../../bot/conversation.ts';

/** The most buttons Zalo shows under a message, and the longest payload (buttons appendix of its documentation). */
const MAX_BUTTONS = 5;
const MAX_PAYLOAD = 1_000;
const QUERY = /^#([A-Z][A-Z_]*(?::[^|]*)?)\|(.+)$/su;

/**
 * Choices as the attachment of a message: buttons of the kind `oa.query.hide`, whose payload comes back as an
 * ordinary text message. It carries the title, because Zalo tells nothing else about the button.
 */
export function buttonsAttachment(choices: readonly QuickReply[]): object {
  const buttons = choices
    .map(({ title, payload }) => ({ title, type: 'oa.query.hide', payload: `#${payload}|${title}` }))
    .filter((button) => button.payload.length <= MAX_PAYLOAD)
    .slice(0, MAX_BUTTONS);
  return { type: 'template', payload: { buttons } };
}

/** The button behind a text that came back, or `null`. Anybody can type it: it is worth no more than a tap. */
export function readQuery(text: string): QuickReply | null {
  const [, payload, title] = text.match(QUERY) ?? [];
  return payload === undefined || title === undefined ? null : { payload, title };
}

/** The same choices as words: a numbered list under the text, of which a person types a number or the words. */
export function numberedList(text: string, choices: readonly QuickReply[]): string {
  if (choices.length === 0) return text;
  return [text, '', 'Nhắn số để chọn:', ...choices.map(({ title }, index) => `${index + 1}. ${title}`)].join('\n');
}
