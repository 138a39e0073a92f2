import type { LexicalIndex } from '../knowledge-base.ts';
import type { Question } from '../question/question.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { tokenize } from '../text/tokens.ts';

/**
 * Weights of the decision whether the best passage answers, fitted by logistic regression on the answerable
 * questions and the unanswerable messages with odd ids of the evaluation set; even ids are reported apart (README,
 * Measures). Features are shares between 0 and 1, so the weights do not depend on the size of the collection.
 */
const WEIGHTS = { bias: -2.6, coverage: 4.2, pairCoverage: 3.4, rarest: 0.8 } as const;

/** Below this the product says that it does not know. */
export const ANSWER_FROM = 0.5;

/** Estimated probability (0..1) that the hit's passage answers the question. */
export function confidence(question: Question, hit: Hit, lexical: LexicalIndex): number {
  const features = answerFeatures(question, hit, lexical);
  const z =
    WEIGHTS.bias +
    WEIGHTS.coverage * features.coverage +
    WEIGHTS.pairCoverage * features.pairCoverage +
    WEIGHTS.rarest * features.rarest;
  return 1 / (1 + Math.exp(-z));
}

/** What the decision looks at: shares of the question's content, weighted by rarity, that the passage holds. */
export function answerFeatures(
  question: Question,
  hit: Hit,
  lexical: LexicalIndex,
): { readonly coverage: number; readonly pairCoverage: number; readonly rarest: number } {
  const tokens = tokenize(`${hit.document.title}. ${hit.passage.headings.join('. ')}. ${hit.passage.text}`);
  const syllables = new Set(tokens.folded);
  const pairs = new Set(tokens.pairs);
  const content = [...question.content].map((term) => ({ idf: lexical.folded.idf(term), found: syllables.has(term) }));
  const askedPairs = [...question.pairs].filter(([, weight]) => weight === 1).map(([term]) => term);
  const weighedPairs = askedPairs.map((term) => ({ idf: lexical.pairs.idf(term), found: pairs.has(term) }));
  const rarest = [...content].sort((a, b) => b.idf - a.idf).slice(0, 3);
  return {
    coverage: share(content),
    pairCoverage: share(weighedPairs),
    rarest: share(rarest),
  };
}

function share(terms: readonly { readonly idf: number; readonly found: boolean }[]): number {
  const total = terms.reduce((sum, term) => sum + term.idf, 0);
  if (total === 0) return 0;
  return terms.reduce((sum, term) => sum + (term.found ? term.idf : 0), 0) / total;
}
