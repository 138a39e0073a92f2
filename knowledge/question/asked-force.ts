import { fold } from '../text/normalise.ts';

/** How a text says from when it holds, at the beginning of a passage: most texts say it, and it answers nothing else. */
const OPENS_WITH_FORCE =
  /^(?:dieu \d+\. )?(?:hieu luc thi hanh |dieu khoan thi hanh )?(?:\d+\. |[a-z]\) )?(?:\p{L}+ ){1,4}nay (?:co|het) hieu luc\b/u;
const ASKS_OF_FORCE =
  /\b(?:hieu luc|ap dung|thi hanh|ban hanh|thay (?:the|cho)|bai bo|sua doi|chuyen tiep|con dung|het han|quy dinh (?:cu|moi)|van ban (?:cu|moi))\b/;

/** Whether a passage tells from when its text holds, and the question (diacritics restored) does not ask for that. */
export function tellsForceUnasked(question: string, passage: string): boolean {
  return OPENS_WITH_FORCE.test(fold(passage)) && !ASKS_OF_FORCE.test(fold(question));
}
