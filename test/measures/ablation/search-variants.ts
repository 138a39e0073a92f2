import { buildKnowledgeBase, type KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { readMessageText } from '../../../knowledge/question/message-text.ts';
import { type Question, readQuestion } from '../../../knowledge/question/question.ts';
import { createAgreement } from '../../../knowledge/retrieval/agreement.ts';
import type { EncodedQuestion } from '../../../knowledge/retrieval/encoder.ts';
import type { Scope } from '../../../knowledge/retrieval/quotable.ts';
import { type Hit, RERANKED, retrieve } from '../../../knowledge/retrieval/retrieve.ts';
import type { MeasuredIndex } from '../calibration/measured-index.ts';
import type { MeasuredQuestion } from '../calibration/measured-questions.ts';
import { withoutOfficialWords, withoutWords } from './question-parts.ts';
import { retrieveByRanks } from './retrieve-by-ranks.ts';

/** The steps of a search, each of which a variant may replace. */
interface Steps {
  read(asked: MeasuredQuestion, base: KnowledgeBase): Question;
  /** What of the question's vectors is used. */
  encoded(encoded: EncodedQuestion | null): EncodedQuestion | null;
  find(base: KnowledgeBase, question: Question, encoded: EncodedQuestion | null, scope: Scope): readonly Hit[];
  base(base: KnowledgeBase): KnowledgeBase;
}

/** A way of searching. */
export interface SearchVariant {
  readonly name: string;
  /** Passages for a question, best first, at least ten where there are as many. */
  find(asked: MeasuredQuestion): Promise<readonly Hit[]>;
}

const EVERYTHING: Steps = {
  read: ({ text, earlier }, base) => readQuestion(text, earlier, base),
  encoded: (encoded) => encoded,
  find: retrieve,
  base: (base) => base,
};

/** What each variant does in another way. */
const CHANGES: Readonly<Record<string, Partial<Steps>>> = {
  everything: {},
  'without restoring diacritics': {
    read: ({ text, earlier }, { writes }) =>
      readQuestion(text, earlier, { writes, restore: (typed) => ({ text: typed, words: [] }) }),
  },
  'without writing out abbreviations': {
    read: ({ text, earlier }, base) =>
      readQuestion(text, earlier, base, (message, restore) => readMessageText(message, restore, () => true)),
  },
  'without citizen words': {
    read: (asked, base) => withoutOfficialWords(EVERYTHING.read(asked, base)),
  },
  'without headings and titles in word search': {
    base: (base) => ({ ...base, lexical: indexTextsAlone(base) }),
  },
  'without words': { read: (asked, base) => withoutWords(EVERYTHING.read(asked, base)) },
  'without vectors': { encoded: () => null },
  'without token-by-token comparison': { encoded: (encoded) => encoded && { ...encoded, tokens: null } },
  'without agreement': { find: retrieveWithoutAgreement },
  'by reciprocal ranks': {
    find: (base, question, encoded, scope) => (encoded === null ? [] : retrieveByRanks(base, question, encoded, scope)),
  },
};

/** The product's search, and the same with one part taken out or replaced. */
export function searchVariants({ base, encoder, scope }: MeasuredIndex): readonly SearchVariant[] {
  return Object.entries(CHANGES).map(([name, change]) => {
    const steps = { ...EVERYTHING, ...change };
    const searched = steps.base(base);
    return {
      name,
      async find(asked) {
        // Words are read against the same collection in every variant.
        const question = steps.read(asked, base);
        const encoded = await encoder.encodeQuestion(question.spelledAsCollection);
        return steps.find(searched, question, steps.encoded(encoded), scope);
      },
    };
  });
}

function indexTextsAlone({ documents, passages }: KnowledgeBase): KnowledgeBase['lexical'] {
  const untitled = [...documents.values()].map((document) => ({ ...document, kind: null, number: null, title: '' }));
  const unheaded = passages.map((passage) => ({ ...passage, headings: [] }));
  return buildKnowledgeBase(untitled, unheaded).lexical;
}

/** Agreement is added last, to all that are looked at closely; it is taken off them again. */
function retrieveWithoutAgreement(
  base: KnowledgeBase,
  question: Question,
  encoded: EncodedQuestion | null,
  scope: Scope,
): readonly Hit[] {
  const agreement = createAgreement(question);
  return retrieve(base, question, encoded, scope, RERANKED)
    .map((hit) => ({ ...hit, score: hit.score - agreement(hit.passage, hit.document) }))
    .sort((a, b) => b.score - a.score);
}
