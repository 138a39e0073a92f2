import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEncodingThreads } from '../adapters/encoder/encoding-threads.ts';
import { encodePassages } from '../adapters/ingesting/encode-passages.ts';
import { openSnapshot, writeSnapshot } from '../adapters/snapshots/snapshot-store.ts';
import type { Encoder } from '../knowledge/retrieval/encoder.ts';
import { aDocument, aPassage, aRecord } from './builders/documents.ts';
import { encoder } from './builders/product.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-encoder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('the bundled encoder', () => {
  it('gives unit vectors and puts a question nearest to its passage, with and without diacritics', async () => {
    const model = await encoder();
    const passages = await model.encodePassages([
      'Mức thu tiền ăn bán trú. Bữa trưa 35.000 đồng/học sinh/ngày',
      'Hồ sơ chuyển trường gồm đơn xin chuyển trường, học bạ, giấy giới thiệu',
      'Học sinh được nghỉ học khi nhiệt độ ngoài trời dưới 10 độ C',
    ]);
    for (const [question, expected] of [
      ['tiền ăn trưa của con bao nhiêu một ngày ạ', 0],
      ['chuyen truong cho con can giay to gi', 1],
      ['troi ret bao nhieu do thi dc nghi hoc', 2],
    ] as const) {
      const { vector } = await model.encodeQuestion(question);
      expect(dot(vector, vector)).toBeCloseTo(1, 3);
      const scores = passages.map((passage) => dot(vector, passage.vector));
      expect(scores.indexOf(Math.max(...scores)), question).toBe(expected);
    }
  });

  it('gives a passage the same vector in whatever batch it stands', async () => {
    const model = await encoder();
    const text = 'Học sinh tiểu học không phải đóng học phí.';
    const [alone] = await model.encodePassages([text]);
    const [, amongOthers] = await model.encodePassages(['Ngắn.', text, 'Một đoạn văn dài hơn nhiều. '.repeat(30)]);
    expect(alone && amongOthers && dot(alone.vector, amongOthers.vector)).toBeGreaterThan(0.999);
    expect(alone?.tokens).toEqual(amongOthers?.tokens);
  });
});

describe('vectors of an index', () => {
  it('are used again for unchanged passages, and survive writing and opening', async () => {
    const model = await encoder();
    const asked: string[] = [];
    const counting: Encoder = {
      ...model,
      encodePassages: (texts, onProgress) => {
        asked.push(...texts);
        return model.encodePassages(texts, onProgress);
      },
    };
    const first = [aPassage('Bữa trưa 35.000 đồng.', { id: 'doc1#1', digest: 'a' })];
    const { vectors, keys } = await encodePassages([], first, counting, folder);
    const builtAt = '2026-11-24T00:00:00.000Z';
    writeSnapshot(
      folder,
      { builtAt, documents: [aDocument()], passages: first, vectors },
      aRecord({ encoder: model.model, vectorKeys: keys }),
    );
    expect(openSnapshot(folder).vectors?.values).toEqual(vectors.values);

    const second = [
      aPassage('Đoạn mới.', { id: 'doc1#1', digest: 'b' }),
      { ...first[0], id: 'doc1#2' } as (typeof first)[0],
    ];
    const again = await encodePassages([], second, counting, folder);
    expect(asked).toHaveLength(2);
    expect(again.vectors.values.slice(256)).toEqual(vectors.values);
  });

  it('are the same from one thread and from several', async () => {
    const model = await encoder();
    const texts = Array.from(
      { length: 40 },
      (_, index) => `Điều ${index}. ${'Học sinh được hỗ trợ. '.repeat(index % 7)}`,
    );
    const threads = createEncodingThreads();
    try {
      expect(await threads.encodePassages(texts)).toEqual(await model.encodePassages(texts));
    } finally {
      await threads.close();
    }
  });
});
