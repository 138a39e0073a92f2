import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import type { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { loadOnnxEncoder } from '../../../../adapters/encoder/onnx-encoder.ts';
import { cachedVectors } from '../cached-vectors.ts';
import type { Article } from '../collection.ts';
import { type BuildSystem, firstTen } from '../search-system.ts';
import { SubstringBm25Retriever } from './substring-bm25-retriever.ts';

/** Chunks looked at, so that ten different articles are among them. */
const DEPTH = 60;

/** LangChain's usual chunks: 1,000 characters, 200 of them shared with the next. */
async function splitArticles(articles: readonly Article[]): Promise<Document[]> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  return splitter.createDocuments(
    articles.map(({ title, text }) => `${title}\n${text}`),
    articles.map(({ id }) => ({ article: id })),
  );
}

/** BM25 as LangChain's BM25Retriever ranks; see `SubstringBm25Retriever` for why it is written again. */
export const buildLangChainBm25: BuildSystem = async (articles) => {
  const retriever = new SubstringBm25Retriever(await splitArticles(articles), DEPTH);
  return { find: async (question) => articlesOf(await retriever.invoke(question)) };
};

/** MemoryVectorStore with our encoder as its embeddings: an ordinary user has none that works without a server. */
export const buildLangChainVectors: BuildSystem = async (articles, cacheDir) => {
  const chunks = await splitArticles(articles);
  const { values, dimensions } = await cachedVectors(
    chunks.map((chunk) => chunk.pageContent),
    cacheDir,
    'chunks',
  );
  const encoder = await loadOnnxEncoder();
  const embeddings: EmbeddingsInterface = {
    embedQuery: async (text) => [...(await encoder.encodeQuestion(text)).vector],
    embedDocuments: async (texts) => (await encoder.encodePassages(texts)).map(({ vector }) => [...vector]),
  };
  const store = new MemoryVectorStore(embeddings);
  await store.addVectors(
    chunks.map((_, row) => [...values.subarray(row * dimensions, (row + 1) * dimensions)]),
    chunks,
  );
  return { find: async (question) => articlesOf(await store.similaritySearch(question, DEPTH)) };
};

function articlesOf(documents: readonly Document[]): readonly string[] {
  return firstTen(documents.map((document) => String(document.metadata['article'])));
}
