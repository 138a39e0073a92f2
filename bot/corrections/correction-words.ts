import { printDay } from '../../knowledge/printed-day.ts';
import type { Citation } from '../conversation.ts';
import type { ChangedPassage, RuleCorrection } from './correction.ts';

/** What happened to a document or a part of it, as the end of a sentence. */
export const CHANGE_WORDS = {
  thisPart: 'nội dung này',
  retired: 'không còn được dùng để trả lời',
  edited: (name: string) => `đã có bản mới: ${name}`,
  expired: (day: string) => `đã hết hiệu lực từ ${day}`,
  notYet: (day: string) => `chưa có hiệu lực; hiệu lực từ ${day}`,
} as const;

const CLOSING = 'Anh/chị cần hỏi thêm thì nhắn cho em, hoặc chọn "Gặp cán bộ" ạ.';

/** What a cited document is called in a sentence. */
export function citedName({ number, title }: Pick<Citation, 'number' | 'title'>): string {
  return number ?? `“${title}”`;
}

/** How a correction begins, as the program drafts it. */
export function draftIntro(told: Citation, { cause, what }: Pick<RuleCorrection, 'cause' | 'what'>): string {
  const apology = `Dạ, em xin đính chính. Trước đây em đã trả lời anh/chị theo ${citedName(told)}`;
  return cause === 'amended' ? `${apology}. Nay ${what}.` : `${apology}. Văn bản này ${what}.`;
}

/** What somebody who was told a passage reads, as the program drafts it: the words that hold now, with their source. */
export function draftWords({ told, now }: Pick<ChangedPassage, 'told' | 'now'>): string {
  if (now === null) {
    return `Nội dung em đã gửi (${told.address}) không còn áp dụng, và em chưa tìm thấy quy định thay thế. Anh/chị cần chắc chắn thì chọn "Gặp cán bộ" ạ.`;
  }
  return `Nội dung hiện nay:\n${now.quote}\nNguồn: ${sourceOf(now)}.`;
}

/** «Điều 5, 60/2025/NQ-HĐND (hiệu lực từ 08/12/2025)». */
function sourceOf(cited: Citation): string {
  const force = cited.inForceFrom === null ? '' : ` (hiệu lực từ ${printDay(cited.inForceFrom)})`;
  return `${placeOf(cited)}${force}`;
}

/** «Điều 5, 60/2025/NQ-HĐND». */
export function placeOf(cited: Citation): string {
  return `${cited.address === '' ? '' : `${cited.address}, `}${citedName(cited)}`;
}

/** The whole message to somebody who was told these passages. */
export function correctionMessage(
  { intro }: Pick<RuleCorrection, 'intro'>,
  changes: readonly ChangedPassage[],
): string {
  return [intro, ...new Set(changes.map(({ words }) => words)), CLOSING].join('\n\n');
}
