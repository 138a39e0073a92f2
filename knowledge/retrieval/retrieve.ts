import type { Day, OfficialDocument, Passage } from '../document.ts';
import type { KnowledgeBase, PassageVectors } from '../knowledge-base.ts';
import type { Question } from '../question/question.ts';
import { territoriesAskedFor } from '../territories.ts';
import { fold } from '../text/normalise.ts';
import { isCurrent, judgeValidity, type Validity } from '../validity.ts';

/** For whom and when an answer must hold. */
export interface Scope {
  readonly day: Day;
  /** The office's own territory, for example `Hà Nội`. */
  readonly territory: string;
}

/** A passage found for a question. */
export interface Hit {
  readonly passage: Passage;
  readonly document: OfficialDocument;
  readonly validity: Validity;
  /** 0 to 1 within one question: what the passages are ranked by. */
  readonly score: number;
  /** Score by words, 1 for the passage with the most. */
  readonly words: number;
  /** Similarity of meaning, -1 to 1; `null` when searched by words alone. */
  readonly similarity: number | null;
}

const ACCENTED_FACTOR = 0.6;
const FOLDED_FACTOR = 1;
const PAIRS_FACTOR = 0.7;
/** Share of meaning against words; both are stretched to 0..1 first. Reciprocal ranks did worse. */
const MEANING_SHARE = 0.7;

/**
 * Finds passages for a question, best first: words (BM25 in three forms) and meaning (vectors) together. Texts out of
 * force and of other territories are left out before ranking, unless the question asks for them by place or number.
 * @param vector of the question by the model that made the passages' vectors; `null` searches by words alone
 */
export function retrieve(
  base: KnowledgeBase,
  question: Question,
  vector: Float32Array | null,
  scope: Scope,
  limit = 10,
): readonly Hit[] {
  const allowed = allowedDocuments(base, question, scope);
  const words = new Float64Array(base.passages.length);
  base.lexical.accented.addScores(question.accented, ACCENTED_FACTOR, words);
  base.lexical.folded.addScores(question.folded, FOLDED_FACTOR, words);
  base.lexical.pairs.addScores(question.pairs, PAIRS_FACTOR, words);
  const similarities = vector === null || base.vectors === null ? null : dotProducts(base.vectors, vector);

  const candidates = base.passages.flatMap((passage, index) => {
    const validity = allowed.get(passage.documentId);
    return validity === undefined
      ? []
      : [{ passage, validity, words: words[index] ?? 0, similarity: similarities?.[index] ?? null }];
  });
  const most = { words: Math.max(1e-9, ...candidates.map((candidate) => candidate.words)), ...range(candidates) };
  const share = similarities === null ? 0 : MEANING_SHARE;
  const hits = candidates.flatMap((candidate): Hit[] => {
    const document = base.documents.get(candidate.passage.documentId);
    const meaning =
      candidate.similarity === null ? 0 : (candidate.similarity - most.low) / Math.max(1e-9, most.high - most.low);
    const words = candidate.words / most.words;
    const score = share * meaning + (1 - share) * words;
    if (document === undefined || score <= 0) return [];
    const { passage, validity, similarity } = candidate;
    return [{ passage, document, validity, score, words, similarity }];
  });
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}

function range(candidates: readonly { readonly similarity: number | null }[]): {
  readonly low: number;
  readonly high: number;
} {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { similarity } of candidates) {
    low = Math.min(low, similarity ?? low);
    high = Math.max(high, similarity ?? high);
  }
  return { low, high };
}

function dotProducts(vectors: PassageVectors, question: Float32Array): Float64Array {
  const { dimensions, values } = vectors;
  const products = new Float64Array(values.length / dimensions);
  for (let row = 0; row < products.length; row += 1) {
    let product = 0;
    for (let column = 0; column < dimensions; column += 1)
      product += (values[row * dimensions + column] ?? 0) * (question[column] ?? 0);
    products[row] = product;
  }
  return products;
}

/** Documents that may be quoted for this question, with their validity. */
function allowedDocuments(base: KnowledgeBase, question: Question, scope: Scope): ReadonlyMap<string, Validity> {
  const validity = judgeValidity([...base.documents.values()], scope);
  const places = territoriesAskedFor(question.standalone);
  const askedText = fold(question.standalone);
  const allowed = new Map<string, Validity>();
  for (const document of base.documents.values()) {
    const state = validity.get(document.id);
    if (state !== undefined && mayBeQuoted(document, state, places, askedText)) allowed.set(document.id, state);
  }
  return allowed;
}

function mayBeQuoted(
  document: OfficialDocument,
  validity: Validity,
  places: readonly string[],
  askedText: string,
): boolean {
  const namedByNumber = document.number !== null && askedText.includes(fold(document.number));
  if (namedByNumber) return true;
  if (validity.state === 'foreign') return places.includes(validity.territory);
  return isCurrent(validity);
}
