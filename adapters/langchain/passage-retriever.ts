import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Hit } from '../../knowledge/retrieval/retrieve.ts';
import type { Validity } from '../../knowledge/validity.ts';
import type { KnowledgeSource } from '../knowledge-source.ts';

/** What a document of LangChain tells about a passage. */
export interface PassageMetadata {
  /** Number of the official text, for example `58/2025/NQ-HĐND`; `null` when it bears none. */
  readonly number: string | null;
  readonly file: string;
  readonly title: string;
  /** For example `Điều 5, khoản 1–3`. */
  readonly address: string;
  /** Heading path, outermost first. */
  readonly headings: readonly string[];
  /** 0 to 1, comparable within one question. */
  readonly score: number;
  readonly validity: Validity['state'];
}

/** How a retriever is made. */
export interface PassageRetrieverFields extends BaseRetrieverInput {
  readonly knowledge: Pick<KnowledgeSource, 'find'>;
  /** How many passages, at most ten; the product looks at no more. */
  readonly count?: number;
  /** ms since epoch: only texts in force on that day in Vietnam are found. */
  readonly now: () => number;
}

/**
 * The product's search as a retriever of LangChain: passages in force for the office's territory, best first. The
 * passage's words are the document's content, its id is the passage's.
 */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override lc_namespace = ['giao-duc-ba-dinh', 'retrievers'];
  private readonly fields: PassageRetrieverFields;

  constructor(fields: PassageRetrieverFields) {
    super(fields);
    this.fields = fields;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    const hits = await this.fields.knowledge.find(question, [], this.fields.now());
    return hits.slice(0, this.fields.count).map(toDocument);
  }
}

function toDocument({ passage, document, validity, score }: Hit): Document<PassageMetadata> {
  const { number, file, title } = document;
  const { address, headings } = passage;
  return new Document({
    id: passage.id,
    pageContent: passage.text,
    metadata: { number, file, title, address, headings, score, validity: validity.state },
  });
}
