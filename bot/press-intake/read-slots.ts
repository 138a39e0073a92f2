import type { ContextLine } from '../conversation.ts';
import { PRESS_SLOTS, type PressSlot, type PressSlots } from './press-slots.ts';
import { PRESS_QUESTIONS } from './sentences.ts';

/** A longer message tells more than it was asked for; it stands in the conversation. */
const LONGEST_VALUE = 160;

const PHONE = /(?<![\d.,])(?:\+?84|0)[ .-]?[2-9]\d(?:[ .-]?\d){7,8}(?!\d)/u;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
/** An organ of the press by its kind and name, or by a name that everybody knows. */
const OUTLETS: readonly RegExp[] = [
  /(?<![\p{L}\p{M}])(?:[Bb]áo|[Tt]ạp chí|[Đđ]ài|[Kk]ênh|[Tt]ruyền hình|[Tt]òa soạn|[Tt]oà soạn)(?: điện tử| báo| phát thanh| truyền hình)*(?: [\p{Lu}\d][\p{L}\p{M}\d&.-]*){1,6}/u,
  /(?<![\p{L}\p{M}\d])(?:vtv ?\d*|vov ?\d*|htv ?\d*|vnexpress|vietnamnet|vietnamplus|ttxvn|thông tấn xã(?: việt nam)?|zing ?news|znews|kenh14|dân trí|báo tuổi trẻ|báo thanh niên|bao tuoi tre|bao thanh nien|báo lao động|báo hà nội mới|bao lao dong|bao dan tri|báo tiền phong)(?![\p{L}\p{M}\d])/iu,
  /(?<![\p{L}\p{M}])[Bb]ao(?: dien tu)? [\p{Lu}][\p{L}\d]*(?: [\p{Lu}][\p{L}\d]*){0,4}/u,
];
const DAY =
  '(?:hôm nay|chiều nay|tối nay|sáng mai|trưa mai|chiều mai|tối mai|ngày mai|ngày kia|hom nay|chieu nay|toi nay|sang mai|chieu mai|ngay mai|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|(?:ngày |ngay )?\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{4})?|tuần này|cuối tuần|tuần sau)';
const CLOCK = '\\d{1,2} ?(?:h|g|giờ|gio|:)(?: ?\\d{2})?';
const ON_DAY = `[ ,]*(?:sáng|chiều|tối)?[ ,]*${DAY}`;
const DEADLINES: readonly RegExp[] = [
  new RegExp(
    `(?:trước|truoc|hạn(?: chót| cuối)?|deadline|chậm nhất|cham nhat|muộn nhất)(?: là| la|:)? (?:lúc )?(?:${CLOCK}(?:${ON_DAY})?|${ON_DAY})`,
    'iu',
  ),
  new RegExp(`(?:trong|ngay) (?:${DAY}|\\d+ (?:giờ|tiếng|ngày|h))`, 'iu'),
  new RegExp(`${CLOCK}${ON_DAY}`, 'iu'),
];

/**
 * Reads who asks for the press, how to reach them and by when they need words. An answer to a question of ours counts
 * as it stands; elsewhere only what is plainly written.
 * @param lines the conversation since the request, oldest first
 */
export function readPressSlots(lines: readonly Pick<ContextLine, 'author' | 'text'>[]): PressSlots {
  const found: Record<PressSlot, string | null> = { outlet: null, contact: null, deadline: null };
  let asked: PressSlot | null = null;
  for (const { author, text } of lines) {
    if (author === 'us') {
      asked = PRESS_SLOTS.find((slot) => text.includes(PRESS_QUESTIONS[slot])) ?? null;
      continue;
    }
    for (const slot of PRESS_SLOTS) found[slot] ??= spotted(slot, text);
    if (asked !== null) found[asked] ??= asAnswer(text);
    asked = null;
  }
  return found;
}

function spotted(slot: PressSlot, text: string): string | null {
  switch (slot) {
    case 'outlet':
      return first(OUTLETS, text);
    case 'contact':
      return [PHONE, EMAIL].flatMap((pattern) => pattern.exec(text)?.[0] ?? []).join(', ') || null;
    case 'deadline':
      return first(DEADLINES, text);
  }
}

function first(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const words = pattern.exec(text)?.[0].trim();
    if (words !== undefined) return words;
  }
  return null;
}

function asAnswer(text: string): string | null {
  const answer = text.replace(/\s+/g, ' ').trim();
  return answer === '' || answer.length > LONGEST_VALUE ? null : answer;
}
