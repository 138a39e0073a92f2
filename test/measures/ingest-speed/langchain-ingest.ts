import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { BufferLoader } from '@langchain/classic/document_loaders/fs/buffer';
import { DirectoryLoader } from '@langchain/classic/document_loaders/fs/directory';
import { TextLoader } from '@langchain/classic/document_loaders/fs/text';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { load } from 'cheerio';
import { extractRawText } from 'mammoth';
import { loadOnnxEncoder } from '../../../adapters/encoder/onnx-encoder.ts';
import type { IngestWork } from './ingest-work.ts';

/** The library asks for a subclass; its own loaders of docx and pdf are in a package that we cannot install. */
class TextOf extends BufferLoader {
  private readonly read: (bytes: Buffer) => Promise<string>;

  constructor(path: string, read: (bytes: Buffer) => Promise<string>) {
    super(path);
    this.read = read;
  }

  protected async parse(bytes: Buffer, metadata: Document['metadata']): Promise<Document[]> {
    return [new Document({ pageContent: await this.read(bytes), metadata })];
  }
}

async function pdfText(bytes: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages.join('\n');
}

/**
 * The same folder as an ordinary user of LangChain reads it: loaders by ending, chunks of 1,000 characters, kept as
 * JSON; on demand vectors of the bundled encoder in a MemoryVectorStore. No structure, no numbers, no tables, no scans.
 */
export async function ingestWithLangChain(files: string, dataDir: string, vectors: boolean): Promise<IngestWork> {
  const text = (path: string) => new TextLoader(path);
  const documents = await new DirectoryLoader(files, {
    '.txt': text,
    '.md': text,
    '.html': (path) => new TextOf(path, async (bytes) => load(bytes.toString('utf8')).text()),
    '.docx': (path) => new TextOf(path, async (buffer) => (await extractRawText({ buffer })).value),
    '.pdf': (path) => new TextOf(path, pdfText),
  }).load();
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks = await splitter.splitDocuments(documents);
  writeFileSync(join(dataDir, 'chunks.json'), JSON.stringify(chunks));
  if (vectors) {
    const encoder = await loadOnnxEncoder();
    const embeddings: EmbeddingsInterface = {
      embedQuery: async (query) => [...(await encoder.encodeQuestion(query)).vector],
      embedDocuments: async (texts) => (await encoder.encodePassages(texts)).map(({ vector }) => [...vector]),
    };
    await MemoryVectorStore.fromDocuments(chunks, embeddings);
  }
  return { documents: documents.length, passages: chunks.length, recognisedPages: 0 };
}
