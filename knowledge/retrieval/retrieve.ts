import type { Day, OfficialDocument, Passage } from '../document.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
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
  readonly score: number;
}

const ACCENTED_FACTOR = 0.6;
const FOLDED_FACTOR = 1;
const PAIRS_FACTOR = 0.7;

/**
 * Finds passages for a question, best first. Texts out of force and of other territories are left out before
 * ranking, unless the question asks for them by place or by document number.
 */
export function retrieve(base: KnowledgeBase, question: Question, scope: Scope, limit = 10): readonly Hit[] {
  const validity = judgeValidity([...base.documents.values()], scope);
  const places = territoriesAskedFor(question.text);
  const askedText = fold(question.text);
  const scores = new Float64Array(base.passages.length);
  base.lexical.accented.addScores(question.accented, ACCENTED_FACTOR, scores);
  base.lexical.folded.addScores(question.folded, FOLDED_FACTOR, scores);
  base.lexical.pairs.addScores(question.pairs, PAIRS_FACTOR, scores);

  const allowed = new Map<string, boolean>();
  for (const document of base.documents.values()) {
    allowed.set(document.id, mayBeQuoted(document, validity.get(document.id), places, askedText));
  }
  const hits: Hit[] = [];
  base.passages.forEach((passage, index) => {
    const score = scores[index] ?? 0;
    const document = base.documents.get(passage.documentId);
    const state = validity.get(passage.documentId);
    if (score <= 0 || document === undefined || state === undefined || !allowed.get(document.id)) return;
    hits.push({ passage, document, validity: state, score });
  });
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}

function mayBeQuoted(
  document: OfficialDocument,
  validity: Validity | undefined,
  places: readonly string[],
  askedText: string,
): boolean {
  const namedByNumber = document.number !== null && askedText.includes(fold(document.number));
  if (namedByNumber) return true;
  if (validity?.state === 'foreign') return places.includes(validity.territory);
  return isCurrent(validity);
}
