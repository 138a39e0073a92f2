import { indexPhrases } from '../../knowledge/text/phrase-index.ts';
import { foldedWords } from '../../knowledge/text/tokens.ts';
import type { ReportTurn } from '../ports/report-rows.ts';

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

const phrasesAt = indexPhrases([
  ...phrasesOf(DISPLEASED, 'displeased'),
  ...phrasesOf(WORRIED, 'worried'),
  ...phrasesOf(PLEASED, 'pleased'),
]);

/**
 * How a turn sounds, by its topic and its words: complaints are displeased, a message that says nothing but thanks is
 * pleased. A rough measure whose direction over months tells more than its height.
 */
export function moodOf({ topic, decidedBy, question }: Pick<ReportTurn, 'topic' | 'decidedBy' | 'question'>): Mood {
  const words = foldedWords(question);
  const said = new Set(words.flatMap((_, at) => phrasesAt(words, at).map(({ mood }) => mood)));
  if (topic === 'complaint_denunciation' || said.has('displeased')) return 'displeased';
  if (topic === 'child_safety' || said.has('worried')) return 'worried';
  return /\bthanks$/.test(decidedBy) || said.has('pleased') ? 'pleased' : 'neutral';
}

function phrasesOf(phrases: string, mood: Exclude<Mood, 'neutral'>) {
  return phrases.split('/').map((phrase) => ({ words: phrase.trim().split(/\s+/), mood }));
}
