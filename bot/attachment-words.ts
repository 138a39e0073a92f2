import type { Attachment } from 'botbuilder';

/** What the channels' kinds of attachment are called. */
export const ATTACHMENT_KINDS = {
  image: 'ảnh',
  gif: 'ảnh động',
  video: 'video',
  audio: 'ghi âm',
  file: 'tệp',
  sticker: 'nhãn dán',
  location: 'vị trí',
  fallback: 'liên kết',
  link: 'liên kết',
  post: 'bài viết được chia sẻ',
  reel: 'video được chia sẻ',
  other: 'tệp đính kèm',
} as const;

const KINDS: Readonly<Partial<Record<string, string>>> = ATTACHMENT_KINDS;

const LINE = /^\[[^[\]\n]+\](?: \S+)?$/gmu;
const ADDRESSED = /^(\[[^[\]\n]+\]) \S+$/gmu;
/** Stands where nobody may read from where an attachment comes: names of files and places tell who somebody is. */
export const HIDDEN_ADDRESS = '[ẩn]';

/** One line an attachment for the transcript: its kind, and where staff can open it as long as the platform keeps it. */
export function attachmentWords(attachments: readonly Pick<Attachment, 'contentType' | 'contentUrl'>[]): string {
  return attachments
    .map(({ contentType, contentUrl }) => {
      const kind = `[${KINDS[contentType] ?? ATTACHMENT_KINDS.other}]`;
      return contentUrl === undefined ? kind : `${kind} ${contentUrl}`;
    })
    .join('\n');
}

/** The lines with {@link HIDDEN_ADDRESS} for the address of each attachment. */
export function withHiddenAddresses(text: string): string {
  return text.replace(ADDRESSED, `$1 ${HIDDEN_ADDRESS}`);
}

/** The words of a transcript line alone, for reading what a conversation is about. */
export function withoutAttachmentWords(text: string): string {
  return text.replace(LINE, '').trim();
}
