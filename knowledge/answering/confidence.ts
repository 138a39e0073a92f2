import type { LexicalIndex } from '../knowledge-base.ts';
import type { Question } from '../question/question.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { tokenize } from '../text/tokens.ts';

/**
 * Whether the best passage answers, as a logistic regression over its scores, its lead over the others and how much of
 * the question it covers. Fitted on the evaluation set's odd ids (questions, and messages that no document answers)
 * and on 200 written questions whose passages the collection does not hold (README, Measures).
 */
const WITH_MEANING = {
  bias: -5.9,
  coverage: 0,
  pairCoverage: 0,
  words: 1.9,
  similarity: 7.4,
  lead: 3.6,
  similarityLead: 2.6,
  interactionLead: 5.6,
};
const WORDS_ALONE = {
  bias: -1.87,
  coverage: 1.47,
  pairCoverage: 2.06,
  words: 0,
  similarity: 0,
  lead: 0,
  similarityLead: 0,
  interactionLead: 0,
};

/**
 * Words that no document holds («kayak») speak against an answer. Set by hand: the questions the weights were fitted
 * on are about the collection, so they hold next to none.
 */
const UNHEARD = -4;

/** Below this the product says that it does not know. */
export const ANSWER_FROM = { withMeaning: 0.28, wordsAlone: 0.4 };
/** From here the best passage is quoted alone. */
const CLEAR_FROM = 0.6;

/** What the decision looks at. Shares are between 0 and 1, so the weights do not depend on the collection's size. */
export interface AnswerFeatures {
  /** Share of the question's content words, weighted by rarity, that stand in the passage or its headings. */
  readonly coverage: number;
  /** The same for neighbouring words. */
  readonly pairCoverage: number;
  /** Share of the question's content words that stand nowhere in the collection. */
  readonly unheard: number;
  /** The best passage's score by words against the highest of any passage. */
  readonly words: number;
  /** Similarity of meaning of the best passage; `null` when searched by words alone. */
  readonly similarity: number | null;
  /** How far the best passage's score is above the second's. */
  readonly lead: number;
  /** How far its similarity is above the best of the others. */
  readonly similarityLead: number;
  /** How far its match token by token is above the best of the others. */
  readonly interactionLead: number;
}

/** Estimated probability (0..1) that the first hit answers the question, and whether it is enough to answer. */
export function judgeAnswer(
  question: Question,
  hits: readonly Hit[],
  lexical: LexicalIndex,
): { readonly confidence: number; readonly sure: boolean; readonly clear: boolean } {
  const features = answerFeatures(question, hits, lexical);
  if (features === null) return { confidence: 0, sure: false, clear: false };
  const byMeaning = features.similarity !== null;
  const weights = byMeaning ? WITH_MEANING : WORDS_ALONE;
  const z =
    weights.bias +
    weights.coverage * features.coverage +
    weights.pairCoverage * features.pairCoverage +
    UNHEARD * features.unheard +
    weights.words * features.words +
    weights.similarity * (features.similarity ?? 0) +
    weights.lead * features.lead +
    weights.similarityLead * features.similarityLead +
    weights.interactionLead * features.interactionLead;
  const confidence = 1 / (1 + Math.exp(-z));
  return {
    confidence,
    sure: confidence >= (byMeaning ? ANSWER_FROM.withMeaning : ANSWER_FROM.wordsAlone),
    clear: confidence >= CLEAR_FROM,
  };
}

/** The features of the best hit beside the others; `null` without hits. */
export function answerFeatures(question: Question, hits: readonly Hit[], lexical: LexicalIndex): AnswerFeatures | null {
  const [hit, ...others] = hits;
  if (hit === undefined) return null;
  const tokens = tokenize(`${hit.document.title}. ${hit.passage.headings.join('. ')}. ${hit.passage.text}`);
  const syllables = new Set(tokens.folded);
  const pairs = new Set(tokens.pairs);
  const content = [...question.content];
  const askedPairs = [...question.pairs].filter(([, weight]) => weight === 1);
  return {
    coverage: share(content.map((term) => ({ weight: lexical.folded.idf(term), found: syllables.has(term) }))),
    pairCoverage: share(askedPairs.map(([term]) => ({ weight: lexical.pairs.idf(term), found: pairs.has(term) }))),
    unheard: share(
      content.map((term) => ({ weight: lexical.folded.idf(term), found: lexical.folded.frequency(term) === 0 })),
    ),
    words: hit.words,
    similarity: hit.similarity,
    lead: hit.score - (others[0]?.score ?? 0),
    similarityLead: (hit.similarity ?? 0) - Math.max(0, ...others.map((other) => other.similarity ?? 0)),
    interactionLead: (hit.interaction ?? 0) - Math.max(0, ...others.map((other) => other.interaction ?? 0)),
  };
}

function share(terms: readonly { readonly weight: number; readonly found: boolean }[]): number {
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  if (total === 0) return 0;
  return terms.reduce((sum, term) => sum + (term.found ? term.weight : 0), 0) / total;
}
