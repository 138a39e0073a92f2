import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunnableLambda } from '@langchain/core/runnables';
import { afterAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { PassageRetriever } from '../../adapters/langchain/passage-retriever.ts';
import { writeSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { aDocument, aPassage, aRecord } from '../builders/documents.ts';

const AT = Date.parse('2026-11-24T03:00:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'assistant-retriever-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

writeSnapshot(
  dataDir,
  {
    builtAt: '2026-11-24T00:00:00.000Z',
    documents: [
      aDocument({ id: 'an', number: '58/2025/NQ-HĐND', file: '58-2025.docx', title: 'Mức thu' }),
      aDocument({ id: 'cu', number: '3/2021/NQ-HĐND', inForceUntil: '2025-12-08' }),
    ],
    passages: [
      aPassage('Tiền ăn bán trú bữa trưa tối đa 35.000 đồng.', {
        id: 'an#1',
        documentId: 'an',
        address: 'Phụ lục, mục 2',
        headings: ['Tiền ăn'],
      }),
      aPassage('Tiền trông giữ ngoài giờ bữa sáng.', { id: 'an#2', documentId: 'an' }),
      aPassage('Tiền ăn bán trú bữa trưa tối đa 30.000 đồng.', { id: 'cu#1', documentId: 'cu' }),
    ],
    vectors: null,
  },
  aRecord(),
);

const QUESTION = 'tien an ban tru bua trua bn';
const retriever = (count?: number) =>
  new PassageRetriever({
    knowledge: openKnowledge(dataDir, null, { territory: 'Hà Nội', publicUrl: null }),
    now: () => AT,
    ...(count === undefined ? {} : { count }),
  });

describe('the product as a retriever of LangChain', () => {
  it('gives passages in force with their source, best first', async () => {
    const documents = await retriever().invoke(QUESTION);
    expect(documents.map((document) => document.id)).toEqual(['an#1', 'an#2']);
    expect(documents[0]).toMatchObject({
      pageContent: 'Tiền ăn bán trú bữa trưa tối đa 35.000 đồng.',
      metadata: {
        number: '58/2025/NQ-HĐND',
        file: '58-2025.docx',
        title: 'Mức thu',
        address: 'Phụ lục, mục 2',
        headings: ['Tiền ăn'],
        score: expect.any(Number),
        validity: 'in-force',
      },
    });
  });

  it('gives no more than asked for, and goes into a chain', async () => {
    const chain = retriever(1).pipe(RunnableLambda.from((found) => found.map(({ metadata }) => metadata.address)));
    expect(await chain.invoke(QUESTION)).toEqual(['Phụ lục, mục 2']);
  });
});
