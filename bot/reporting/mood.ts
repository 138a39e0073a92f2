import { indexPhrases } from '../../knowledge/text/phrase-index.ts';
import { accentedWords, foldSyllable } from '../../knowledge/text/tokens.ts';
import type { ReportTurn } from '../ports/report-rows.ts';

/** How a message sounds: displeased, worried, thankful, or none of these. */
export const MOODS = ['displeased', 'worried', 'pleased', 'neutral'] as const;

export type Mood = (typeof MOODS)[number];

/*
 * What people say who are displeased, worried or pleased. Behind `!` stands what means something else without its
 * diacritics («lạm thu», but «làm thủ tục»), and counts with them only. Reviewed by hand. Thanks alone close most
 * questions and tell nothing.
 */
const SAID = {
  displeased: `
    bức xúc / bực mình / thất vọng / !quá đáng / !bất công / vô lý / không chấp nhận được / không thể chấp nhận / !tệ quá / quá tệ /
    làm ăn kiểu gì / làm việc kiểu gì / vô trách nhiệm / mất niềm tin / tức giận / !phẫn nộ / !khó chịu / không hài lòng /
    chưa hài lòng / không đồng tình / coi thường phụ huynh / hách dịch / chịu hết nổi / hết chịu nổi / không thể hiểu nổi /
    thật không thể tin / !phản đối / lừa đảo / !lạm thu / bắt phụ huynh / ép phụ huynh
  `,
  worried: `
    lo lắng / !lo quá / !rất lo / !lo lắm / !sợ quá / hoang mang / hoảng quá / !bất an / không yên tâm / chưa yên tâm / !lo sợ /
    !sợ con / !sợ cháu / !sợ bé / lo cho con / lo cho cháu / mất an toàn
  `,
  pleased: `
    rất hài lòng / hài lòng với / tuyệt vời / hữu ích quá / rất hữu ích / nhiệt tình quá / rất nhiệt tình / cảm ơn nhiều lắm /
    trả lời nhanh quá / dễ hiểu quá / page dễ thương / ad dễ thương / yên tâm rồi
  `,
} as const satisfies Record<Exclude<Mood, 'neutral'>, string>;

const PHRASES = Object.entries(SAID).flatMap(([mood, phrases]) =>
  phrases
    .split('/')
    .map((phrase) => ({ mood, onlyAccented: phrase.trim().startsWith('!'), words: accentedWords(phrase) })),
);
const accentedAt = indexPhrases(PHRASES);
const bareAt = indexPhrases(
  PHRASES.filter(({ onlyAccented }) => !onlyAccented).map((one) => ({ ...one, words: one.words.map(foldSyllable) })),
);

/**
 * How a turn sounds, by its topic and its words: complaints are displeased, a message that says nothing but thanks is
 * pleased. A rough measure whose direction over months tells more than its height.
 */
export function moodOf({ topic, decidedBy, question }: Pick<ReportTurn, 'topic' | 'decidedBy' | 'question'>): Mood {
  const words = accentedWords(question);
  const phrasesAt = words.every((word) => word === foldSyllable(word)) ? bareAt : accentedAt;
  const said = new Set(words.flatMap((_, at) => phrasesAt(words, at).map(({ mood }) => mood)));
  if (topic === 'complaint_denunciation' || said.has('displeased')) return 'displeased';
  if (said.has('worried')) return 'worried';
  return /\bthanks$/.test(decidedBy) || said.has('pleased') ? 'pleased' : 'neutral';
}
