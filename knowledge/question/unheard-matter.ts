import type { LexicalIndex } from '../knowledge-base.ts';
import { tokenize } from '../text/tokens.ts';
import { officialPhrasesFor } from './citizen-words.ts';
import { holdsAny, topicsOf } from './topics.ts';

/** Before a topic these make it a time: «trước khai giảng ba tuần» asks for something else. */
const WHEN = ['trước', 'sau', 'từ', 'đến', 'trong', 'dịp', 'hết', 'khi', 'ngày', 'lễ'];

/**
 * Whether a question (diacritics restored) names matters that no document speaks of, neither in the citizen's words nor
 * in those that official texts use for them: of «trái tuyến» a passage that holds «trái phép» and «trực tuyến» tells
 * nothing. A question that also names another matter may be answered from that one.
 */
export function namesUnheardMatter(question: string, { pairs }: Pick<LexicalIndex, 'pairs'>): boolean {
  const isHeard = (phrase: string) => tokenize(phrase).pairs.every((pair) => pairs.frequency(pair) > 0);
  const tellsWhen = (topic: string) =>
    holdsAny(
      question,
      WHEN.map((before) => `${before} ${topic}`),
    );
  const topics = topicsOf(question);
  return (
    topics.length > 0 &&
    topics.every((topic) => !tellsWhen(topic) && ![topic, ...officialPhrasesFor(tokenize(topic).folded)].some(isHeard))
  );
}
