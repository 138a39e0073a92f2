import type { LexicalIndex } from '../knowledge-base.ts';
import { missesAskedDay } from '../question/asked-days.ts';
import { tellsForceUnasked } from '../question/asked-force.ts';
import { askedKinds, heldShare } from '../question/asked-kinds.ts';
import type { Question } from '../question/question.ts';
import { namesUnheardMatter } from '../question/unheard-matter.ts';
import { isOfOtherLevel } from '../retrieval/agreement.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { tokenize } from '../text/tokens.ts';

/** What the decision looks at. Shares are between 0 and 1, so the weights do not depend on the collection's size. */
export interface AnswerFeatures {
  /** Similarity of meaning of the best passage. */
  readonly similarity: number;
  /** How far the best passage's score is above the second's. */
  readonly lead: number;
  /** How far it is above the fourth's. */
  readonly leadOverFourth: number;
  /** Share of the question's tokens, by weight, that nothing in the best passage matches. */
  readonly unmatched: number;
  /** Share of the kinds of answer asked for (an amount, a deadline) that it holds. */
  readonly answerKind: number;
  /** Share of the question's content words, weighted by rarity, that stand in it or its headings. */
  readonly coverage: number;
  /** 1 where it is about another level of school. */
  readonly otherLevel: number;
  /** Share of the question's content words that stand nowhere in the collection. */
  readonly unheard: number;
  /** Share of the question's neighbouring words that stand in it. */
  readonly pairCoverage: number;
  /** As `coverage`, of the words with their diacritics: «cô» is not «cơ». */
  readonly accentedCoverage: number;
  /** Share of the question's content words, weighted by rarity, that stand in its document's title; at most 0.15. */
  readonly titleCoverage: number;
}

/** A title tells that the document is about the matter, of all its passages alike; more of it tells no more. */
const ENOUGH_OF_TITLE = 0.15;

type Weights = Readonly<Record<keyof AnswerFeatures, number>> & { readonly bias: number };

/**
 * Words that no document holds («kayak») speak against an answer. Set by hand: the questions the weights were fitted
 * on are about the collection, so they hold next to none.
 */
const UNHEARD = -4;

/**
 * Logistic regressions: whether the best passage answers, and whether one of the best three does. Fitted on questions
 * written for passages of official texts and on others that no document answers; `npm run measure:confidence` prints how
 * what they say compares with what is, with `--fit` also by cross-validation.
 */
const FIRST: Weights = {
  bias: -4.74,
  similarity: 4.47,
  lead: 8.56,
  leadOverFourth: 5.61,
  unmatched: -3.39,
  answerKind: 0.2,
  otherLevel: -1.18,
  accentedCoverage: 1.7,
  titleCoverage: 0,
  coverage: 0,
  unheard: UNHEARD,
  pairCoverage: 0,
};
const AMONG_THREE: Weights = {
  bias: -5.62,
  similarity: 5.54,
  lead: -3.13,
  leadOverFourth: 10.73,
  unmatched: -3.88,
  answerKind: 1.07,
  otherLevel: -2.12,
  accentedCoverage: 2.26,
  titleCoverage: 6.48,
  coverage: 0,
  unheard: UNHEARD,
  pairCoverage: 0,
};
/** Without the bundled model's vectors of tokens; another model's similarities are on a scale of their own. */
const BY_WORDS: Weights = {
  bias: -1.87,
  similarity: 0,
  lead: 0,
  leadOverFourth: 0,
  unmatched: 0,
  answerKind: 0,
  coverage: 1.47,
  otherLevel: 0,
  unheard: UNHEARD,
  pairCoverage: 2.06,
  accentedCoverage: 0,
  titleCoverage: 0,
};

/** Below this the product says that it does not know. */
export const ANSWER_FROM = { byMeaning: 0.36, byWords: 0.4 };
/** From here the best passage is quoted alone. */
const CLEAR_FROM = 0.62;

/** What the best passages promise. */
export interface Judgement {
  /** Estimated probability (0 to 1) that one of the best three passages answers. */
  readonly confidence: number;
  /** Whether that is enough to answer. */
  readonly sure: boolean;
  /** Whether the best passage alone is. */
  readonly clear: boolean;
}

/** The confidence from which these passages answer. */
export function answerFrom(hits: readonly Hit[]): number {
  return hits[0]?.unmatched === null ? ANSWER_FROM.byWords : ANSWER_FROM.byMeaning;
}

/** Judges the passages found for a question. */
export function judgeAnswer(question: Question, hits: readonly Hit[], lexical: LexicalIndex): Judgement {
  const features = answerFeatures(question, hits, lexical);
  if (features === null) return { confidence: 0, sure: false, clear: false };
  const asked = question.standalone;
  const isUnheard = namesUnheardMatter(asked, lexical);
  if (hits[0]?.unmatched === null) {
    const confidence = estimate(BY_WORDS, features);
    return { confidence, sure: confidence >= answerFrom(hits) && !isUnheard, clear: confidence >= CLEAR_FROM };
  }
  const confidence = estimate(AMONG_THREE, features);
  const best = hits.slice(0, 3).map(({ passage }) => passage.text);
  const misses = isUnheard || missesAskedDay(asked, best) || tellsForceUnasked(asked, best[0] ?? '');
  return {
    confidence,
    sure: confidence >= answerFrom(hits) && !misses,
    clear: estimate(FIRST, features) >= CLEAR_FROM,
  };
}

function estimate({ bias, ...weights }: Weights, features: AnswerFeatures): number {
  const names = Object.keys(weights) as (keyof AnswerFeatures)[];
  const z = names.reduce((sum, name) => sum + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-z));
}

/** The features of the best hit beside the others; `null` without hits. */
export function answerFeatures(question: Question, hits: readonly Hit[], lexical: LexicalIndex): AnswerFeatures | null {
  const [hit, second, , fourth] = hits;
  if (hit === undefined) return null;
  const { passage, document } = hit;
  const tokens = tokenize(`${document.title}. ${passage.headings.join('. ')}. ${passage.text}`);
  const [words, pairs, accented] = [new Set(tokens.folded), new Set(tokens.pairs), new Set(tokens.accented)];
  const title = new Set(tokenize(document.title).folded);
  const content = [...question.content];
  const rarity = (term: string) => lexical.folded.idf(term);
  const askedPairs = ownTerms(question.pairs);
  return {
    similarity: hit.similarity ?? 0,
    lead: hit.score - (second?.score ?? 0),
    leadOverFourth: hit.score - (fourth?.score ?? 0),
    unmatched: hit.unmatched ?? 0,
    answerKind: heldShare(askedKinds(question.standalone), passage),
    coverage: share(content, rarity, (term) => words.has(term)),
    otherLevel: isOfOtherLevel(question, passage, document) ? 1 : 0,
    unheard: share(content, rarity, (term) => lexical.folded.frequency(term) === 0),
    pairCoverage: share(
      askedPairs,
      (pair) => lexical.pairs.idf(pair),
      (pair) => pairs.has(pair),
    ),
    accentedCoverage: share(
      ownTerms(question.accented),
      (word) => lexical.accented.idf(word),
      (word) => accented.has(word),
    ),
    titleCoverage: Math.min(
      ENOUGH_OF_TITLE,
      share(content, rarity, (term) => title.has(term)),
    ),
  };
}

/** The terms of the citizen's own words. */
function ownTerms(terms: ReadonlyMap<string, number>): readonly string[] {
  return [...terms].flatMap(([term, weight]) => (weight === 1 ? [term] : []));
}

/** Share of the terms' weight that a condition holds for. */
function share(terms: readonly string[], weight: (term: string) => number, holds: (term: string) => boolean): number {
  const total = terms.reduce((sum, term) => sum + weight(term), 0);
  return total === 0 ? 0 : terms.reduce((sum, term) => sum + (holds(term) ? weight(term) : 0), 0) / total;
}
