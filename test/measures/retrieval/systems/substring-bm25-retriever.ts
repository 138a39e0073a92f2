import type { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';

const K1 = 1.2;
const B = 0.75;

/**
 * Ranks as LangChain's BM25Retriever does. That one is in @langchain/community, which cannot be installed beside
 * zod 4, so its rule is written again here: the question is cut at white space, a term counts wherever its letters
 * stand in a text (lower case in the question only), a text's length is its number of ASCII words, and every question
 * reads every text.
 */
export class SubstringBm25Retriever extends BaseRetriever {
  override lc_namespace = ['measures', 'retrieval'];
  private readonly documents: readonly Document[];
  private readonly count: number;

  constructor(documents: readonly Document[], count: number) {
    super();
    this.documents = documents;
    this.count = count;
  }

  override async _getRelevantDocuments(question: string): Promise<Document[]> {
    const texts = this.documents.map((document) => document.pageContent);
    const lengths = texts.map((text) => text.match(/\w+/g)?.length ?? 0);
    const average = lengths.reduce((sum, length) => sum + length, 0) / texts.length;
    const terms = question.toLowerCase().split(/\s+/);
    const scores = texts.map(() => 0);
    for (const term of terms) {
      const holding = texts.filter((text) => text.includes(term)).length;
      const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
      const pattern = new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');
      texts.forEach((text, index) => {
        const frequency = text.match(pattern)?.length ?? 0;
        const length = lengths[index] ?? 0;
        const gain = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / average));
        scores[index] = (scores[index] ?? 0) + idf * gain;
      });
    }
    return this.documents
      .map((document, index) => ({ document, score: scores[index] ?? 0 }))
      .sort((a, b) => b.score - a.score)
      .slice(0, this.count)
      .map(({ document }) => document);
  }
}
