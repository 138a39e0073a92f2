import type { ReportTurn } from '../ports/report-rows.ts';
import { wholeWords } from '../whole-words.ts';

/** How a message sounds: displeased, worried, thankful, or none of these. */
export const MOODS = ['displeased', 'worried', 'pleased', 'neutral'] as const;

export type Mood = (typeof MOODS)[number];

/** Words of displeasure, folded; those that mean something else without their diacritics are left out. Reviewed by hand. */
const DISPLEASED = `
buc xuc / buc minh / that vong / qua dang / bat cong / vo ly / khong chap nhan duoc / khong the chap nhan / te qua / qua te /
lam an kieu gi / lam an the / lam viec kieu gi / vo trach nhiem / mat niem tin / tuc gian / phan no / kho chiu / khong hai long /
chua hai long / khong dong tinh / coi thuong phu huynh / hach dich / nhuc nhoi / chiu het noi / het chiu noi /
khong the hieu noi / that khong the tin / phan doi / lua dao / lam thu / bat nguoi ta / bat phu huynh / ep phu huynh
`;

/** Words of worry, folded. */
const WORRIED = `
lo lang / lo qua / rat lo / lo lam / so qua / hoang mang / hoang qua / bat an / khong yen tam / chua yen tam / lo so / so con /
so chau / so be / lo cho con / lo con / lo cho chau / mat an toan
`;

/** Words of praise, folded; thanks alone close most questions and tell nothing. */
const PLEASED = `
rat hai long / hai long voi / tuyet voi / huu ich qua / rat huu ich / nhiet tinh qua / rat nhiet tinh / cam on nhieu lam /
tra loi nhanh qua / de hieu qua / page de thuong / ad de thuong / qua tuyet / yen tam roi
`;

const SOUNDS = { displeased: oneOf(DISPLEASED), worried: oneOf(WORRIED), pleased: oneOf(PLEASED) } as const;

/**
 * How a turn sounds, by its topic and its words: complaints are displeased, a message that says nothing but thanks is
 * pleased. A rough measure whose direction over months tells more than its height.
 */
export function moodOf({ topic, decidedBy, question }: Pick<ReportTurn, 'topic' | 'decidedBy' | 'question'>): Mood {
  const words = wholeWords(question);
  if (topic === 'complaint_denunciation' || SOUNDS.displeased.test(words)) return 'displeased';
  if (topic === 'child_safety' || SOUNDS.worried.test(words)) return 'worried';
  return /\bthanks$/.test(decidedBy) || SOUNDS.pleased.test(words) ? 'pleased' : 'neutral';
}

function oneOf(phrases: string): RegExp {
  const words = phrases.split('/').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
  return new RegExp(` (?:${words.join('|')}) `, 'u');
}
