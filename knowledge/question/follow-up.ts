import { tokenize } from '../text/tokens.ts';
import { FILLER_WORDS, QUESTION_WORDS } from './filler-words.ts';
import { findSlots, type Slot, withoutSlots } from './slots.ts';
import { GENERAL_NOUNS, holdsAny, topicsOf } from './topics.ts';

/** Words with which people go on about what was said. */
const OPENING =
  /^(?:(?:dạ|vâng|à|ừ|ủa|ơ|rồi|nhưng(?: mà)?)[ ,]{1,3})*(?:thế|còn|vậy|nếu|thế còn|vậy còn|rồi|con (?=.* thì sao))(?![\p{L}\p{M}])/iu;
/** Words that stand for something said before. */
const POINTING =
  /(?<![\p{L}\p{M}])(?:(?:cái|khoản|việc|trường hợp|thủ tục|giấy|chỗ|tiền|mức|quy định|loại|điều) (?:đó|này|ấy|kia|trên)|như (?:vậy|thế|trên)|ở đó|lúc đó|khi đó|nó|vẫn vậy)(?![\p{L}\p{M}])/iu;
/** «vậy còn môn thứ ba thì …»: a contrast, whatever it says besides. */
const CONTRAST =
  /^(?:(?:dạ|vâng|à|ừ|rồi|nhưng)[ ,]{1,3})*(?:thế còn|vậy còn|còn|thế|vậy)(?= [^,.?!]{2,40} thì(?![\p{L}\p{M}]))/iu;
const LONGEST = 14;
const LONGEST_CONTRAST = 24;
/** Syllables of a topic of one's own that still need what was said before. */
const MOST_OWN_SYLLABLES = 4;
/** The same for a message that points back: «khoản đó đóng theo tháng hay theo kỳ». */
const MOST_OWN_SYLLABLES_POINTING = 8;
/** So many earlier messages are looked at. */
export const MEMORY = 4;

/** A message that goes on about an earlier one. */
export interface FollowUp {
  /** Both as one question. */
  readonly standalone: string;
  /** The earlier question with the swapped words. */
  readonly before: string;
}

/**
 * Joins a message to the question that it follows («học phí lớp 1 trường công» + «thế lớp 6 thì sao»
 * → «học phí lớp 6 trường công»), or gives `null` for one that stands alone.
 * @param text the message, like the earlier ones with abbreviations and diacritics written out
 * @param earlier the same citizen's earlier messages, oldest first
 */
export function followUp(text: string, earlier: readonly string[]): FollowUp | null {
  let before: string | null = null;
  for (const message of earlier.slice(-MEMORY)) {
    if (before !== null && follows(message, before)) before = join(before, message).standalone;
    else if (ownSyllables(message) > 0) before = message;
  }
  return before !== null && follows(text, before) ? join(before, text) : null;
}

/** Whether a message may go on about an earlier one at all, whatever that says. */
export function mayFollow(text: string): boolean {
  const contrasts = CONTRAST.test(text);
  if (tokenize(text).folded.length > (contrasts ? LONGEST_CONTRAST : LONGEST)) return false;
  const own = ownSyllables(text);
  if (own === 0) return findSlots(text).length > 0 || asks(text);
  if (hasOwnTopic(text)) return OPENING.test(text);
  if (contrasts) return true;
  if (POINTING.test(text)) return own <= MOST_OWN_SYLLABLES_POINTING;
  return own <= MOST_OWN_SYLLABLES && (OPENING.test(text) || asksForPart(text));
}

function follows(text: string, before: string): boolean {
  return mayFollow(text) && (ownSyllables(text) === 0 || !hasOwnTopic(text) || sharesTopic(text, before));
}

function hasOwnTopic(text: string): boolean {
  return topicsOf(text).length > 0 && !POINTING.test(text);
}

function join(before: string, text: string): FollowUp {
  const swapped = swapSlots(before, findSlots(text));
  return { before: swapped, standalone: ownSyllables(text) === 0 && !asks(text) ? swapped : `${swapped} ${text}` };
}

/** The text with each given slot in place of its own of the same kind, or behind it where there is none. */
function swapSlots(before: string, slots: readonly Slot[]): string {
  let swapped = before;
  for (const slot of slots) {
    const there = findSlots(swapped).find(({ kind }) => kind === slot.kind);
    swapped =
      there === undefined
        ? `${withoutEndMarks(swapped)} ${slot.words}`
        : swapped.slice(0, there.at) + inPlaceOf(there, slot) + swapped.slice(there.at + there.words.length);
  }
  return swapped;
}

/** A text without the marks and spaces at its end. */
export function withoutEndMarks(text: string): string {
  // Looking behind keeps a long run of marks inside the text from being tried at each of its characters.
  return text.replace(/(?<![\s?.!,;])[\s?.!,;]+$/u, '');
}

/** «sáng» in place of «ăn trưa» is «ăn sáng». */
function inPlaceOf(there: Slot, slot: Slot): string {
  const lead = slot.kind === 'meal' && !slot.words.includes(' ') ? /^.* /u.exec(there.words)?.[0] : undefined;
  return `${lead ?? ''}${slot.words}`;
}

/** Syllables that say something of their own: no slots, courtesy or question words. */
function ownSyllables(text: string): number {
  return tokenize(withoutSlots(text)).folded.filter(
    (syllable) => !FILLER_WORDS.has(syllable) && !QUESTION_WORDS.has(syllable),
  ).length;
}

/** Whether a text says nothing without the one before it: no word of its own, or one that points back. */
export function leansOnOther(text: string): boolean {
  return ownSyllables(text) === 0 || POINTING.test(text);
}

/** A text without the words that stand for something said before. */
export function withoutPointing(text: string): string {
  return text.replace(new RegExp(POINTING, 'giu'), ' ');
}

function asks(text: string): boolean {
  return /(?<![\p{L}\p{M}])(?:bao nhiêu|bao lâu|bao giờ|mấy|khi nào|ở đâu|chỗ nào|nào|gì|ai)(?![\p{L}\p{M}])/iu.test(
    text,
  );
}

function asksForPart(text: string): boolean {
  return asks(text) && holdsAny(text, GENERAL_NOUNS);
}

function sharesTopic(text: string, before: string): boolean {
  const known = topicsOf(before);
  return topicsOf(text).some((topic) => known.includes(topic));
}
