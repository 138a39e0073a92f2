import type { Passage } from '../document.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Question } from '../question/question.ts';
import { localNameOf, provinceOf, territoriesAskedFor } from '../territories.ts';
import { fold } from '../text/normalise.ts';
import { type Circumstances, isCurrent, judgePassage, judgeValidity, type Validity } from '../validity.ts';

/** What becomes of texts of which nothing tells whether they are in force. */
export type UnknownValidity = 'warn' | 'answer' | 'withhold';

/** For whom and when an answer must hold. */
export interface Scope extends Circumstances {
  /** `warn` when absent. */
  readonly unknownValidity?: UnknownValidity;
}

/** What may be quoted for one question. */
export interface Quotable {
  /** One byte a passage, 1 where it may be quoted. */
  readonly passages: Uint8Array;
  readonly validityOf: (passage: Passage) => Validity | undefined;
}

/** The passages of a base as judged for one scope; the same for every question of a day. */
interface Judged {
  readonly scope: Scope;
  readonly validityOf: (passage: Passage) => Validity | undefined;
  /** Passages that are current rules. */
  readonly current: Uint8Array;
  /** Documents with passages that only a question can let in. */
  readonly others: readonly Other[];
}

interface Other {
  /** As questions are compared with it. */
  readonly number: string | null;
  /** Of the document. */
  readonly validity: Validity;
  /** Its passages that are no current rules. */
  readonly rows: readonly number[];
}

const judgedBases = new WeakMap<KnowledgeBase, Judged>();

/** Texts out of force and of other territories are left out, unless the question asks for them by place or number. */
export function quotablePassages(base: KnowledgeBase, question: Question, scope: Scope): Quotable {
  const { validityOf, current, others } = judgedFor(base, scope);
  const places = territoriesAskedFor(question.standalone);
  const askedText = fold(question.standalone);
  const letIn = others.filter(
    ({ number, validity }) => (number !== null && askedText.includes(number)) || isOfPlace(validity, places, askedText),
  );
  if (letIn.length === 0) return { passages: current, validityOf };
  const passages = current.slice();
  for (const { rows } of letIn) for (const row of rows) passages[row] = 1;
  return { passages, validityOf };
}

/** A province's rules are let in by its name, a ward's by the ward's own. */
function isOfPlace(validity: Validity, places: readonly string[], askedText: string): boolean {
  if (validity.state !== 'foreign') return false;
  const local = localNameOf(validity.territory);
  return local === null ? places.includes(provinceOf(validity.territory) ?? '') : askedText.includes(fold(local));
}

function judgedFor(base: KnowledgeBase, scope: Scope): Judged {
  const known = judgedBases.get(base);
  if (known !== undefined && isSameScope(known.scope, scope)) return known;
  const documents = judgeValidity(base.links, scope);
  const validityOf = (passage: Passage) => {
    const document = documents.get(passage.documentId);
    return document === undefined ? undefined : judgePassage(passage, document);
  };
  const current = new Uint8Array(base.passages.length);
  const otherRows = new Map<string, number[]>();
  base.passages.forEach((passage, row) => {
    const validity = validityOf(passage);
    if (validity === undefined || isWithheld(validity, scope)) return;
    if (isCurrent(validity)) current[row] = 1;
    else addRow(otherRows, passage.documentId, row);
  });
  const judged: Judged = {
    scope,
    validityOf,
    current,
    others: [...otherRows].flatMap(([id, rows]): Other[] => {
      const [document, validity] = [base.documents.get(id), documents.get(id)];
      if (document === undefined || validity === undefined) return [];
      return [{ number: document.number === null ? null : fold(document.number), validity, rows }];
    }),
  };
  judgedBases.set(base, judged);
  return judged;
}

function addRow(rows: Map<string, number[]>, id: string, row: number): void {
  const known = rows.get(id);
  if (known === undefined) rows.set(id, [row]);
  else known.push(row);
}

function isWithheld(validity: Validity, scope: Scope): boolean {
  return validity.state === 'withdrawn' || (validity.state === 'unknown' && scope.unknownValidity === 'withhold');
}

function isSameScope(a: Scope, b: Scope): boolean {
  return a.day === b.day && a.territory === b.territory && a.unknownValidity === b.unknownValidity;
}
