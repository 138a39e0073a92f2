import type { Day, OfficialDocument } from '../document.ts';
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

/** What may be quoted for one question. */
export interface Quotable {
  /** One byte a passage, 1 where it may be quoted. */
  readonly passages: Uint8Array;
  readonly validity: ReadonlyMap<string, Validity>;
}

/** The documents of a base as judged for one scope; the same for every question of a day. */
interface Judged extends Scope {
  readonly validity: ReadonlyMap<string, Validity>;
  /** Passages of current documents. */
  readonly current: Uint8Array;
  /** Documents that only a question can let in, with their number as questions are compared with it. */
  readonly others: readonly { readonly document: OfficialDocument; readonly number: string | null }[];
}

const judgedBases = new WeakMap<KnowledgeBase, Judged>();

/** Texts out of force and of other territories are left out, unless the question asks for them by place or number. */
export function quotablePassages(base: KnowledgeBase, question: Question, scope: Scope): Quotable {
  const { validity, current, others } = judgedFor(base, scope);
  const places = territoriesAskedFor(question.standalone);
  const askedText = fold(question.standalone);
  const letIn = others.filter(
    ({ document, number }) =>
      (number !== null && askedText.includes(number)) || isOfPlace(validity.get(document.id), places),
  );
  if (letIn.length === 0) return { passages: current, validity };
  return {
    passages: markPassages(base, new Set(letIn.map(({ document }) => document.id)), current.slice()),
    validity,
  };
}

function isOfPlace(validity: Validity | undefined, places: readonly string[]): boolean {
  return validity?.state === 'foreign' && places.includes(validity.territory);
}

function judgedFor(base: KnowledgeBase, { day, territory }: Scope): Judged {
  const known = judgedBases.get(base);
  if (known?.day === day && known.territory === territory) return known;
  const documents = [...base.documents.values()];
  const validity = judgeValidity(documents, { day, territory });
  const isNow = (document: OfficialDocument) => isCurrent(validity.get(document.id));
  const judged: Judged = {
    day,
    territory,
    validity,
    current: markPassages(
      base,
      new Set(documents.filter(isNow).map((document) => document.id)),
      new Uint8Array(base.passages.length),
    ),
    others: documents
      .filter((document) => !isNow(document))
      .map((document) => ({ document, number: document.number === null ? null : fold(document.number) })),
  };
  judgedBases.set(base, judged);
  return judged;
}

function markPassages(base: KnowledgeBase, documents: ReadonlySet<string>, marks: Uint8Array): Uint8Array {
  base.passages.forEach((passage, row) => {
    if (documents.has(passage.documentId)) marks[row] = 1;
  });
  return marks;
}
