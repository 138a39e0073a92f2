import { describe, expect, it } from 'vitest';
import { createQuestionClusters, KEPT_OF_WORKED_ON } from '../../knowledge/gaps/question-clusters.ts';
import { questionCore } from '../../knowledge/gaps/question-core.ts';
import { questionTerms } from '../../knowledge/gaps/question-terms.ts';
import { askedQuestions } from '../measures/clusters/asked-questions.ts';
import { adjustedRandIndex } from '../measures/clusters/rand-index.ts';

const ASKED = [
  'Bể bơi của trường mở cửa lúc nào?',
  'Mua đồng phục cho con ở đâu ạ?',
  'Dạ cho em hỏi bể bơi trường mình mở khi nào ạ',
  'đồng phục bán ở chỗ nào vậy ad',
  'be boi mo cua luc nao',
  'Mua đồng phục ở đâu? Em cảm ơn nhiều ạ',
];
const termed = (text: string) => ({ id: text, terms: questionTerms(questionCore(text)), vector: null });

async function clustersOf(texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const clusters = createQuestionClusters();
  const labels = new Map<string, string>();
  for (const text of texts) {
    for (const { questionId, clusterId } of await clusters.add(termed(text))) labels.set(questionId, clusterId);
  }
  return labels;
}

describe('clusters of questions', () => {
  it('put wordings of one need together, named by the first, with and without diacritics', async () => {
    const labels = await clustersOf(ASKED);
    const [pool, clothes] = ASKED;
    expect(ASKED.map((text) => labels.get(text))).toEqual([pool, clothes, pool, clothes, pool, clothes]);
  });

  it('put a few hundred questions of thirty needs together well enough by their words alone', async () => {
    const asked = askedQuestions('mixed')
      .filter(({ half }) => half === 'held-out')
      .slice(0, 300);
    const labels = await clustersOf(asked.map(({ text }) => text));
    expect(adjustedRandIndex(asked.map(({ need, text }) => [need, labels.get(text) ?? text]))).toBeGreaterThan(0.72);
  });

  it('are the same for the same questions in the same order', async () => {
    expect([...(await clustersOf(ASKED))]).toEqual([...(await clustersOf(ASKED))]);
  });

  it('go on where they were from what was stored', async () => {
    const clusters = createQuestionClusters();
    for (const text of ASKED.slice(0, 4))
      await clusters.restore(termed(text), text.toLowerCase().includes('bơi') ? 'A' : 'B');
    expect(await clusters.add(termed(ASKED[4] ?? ''))).toContainEqual({ questionId: ASKED[4], clusterId: 'A' });
    expect(await clusters.add(termed(ASKED[5] ?? ''))).toContainEqual({ questionId: ASKED[5], clusterId: 'B' });
  });

  it('never make one that people work on part of another', async () => {
    const clusters = createQuestionClusters((id) => id === 'worked on' || id === 'also');
    await clusters.restore(termed('bể bơi mở cửa lúc nào'), 'worked on');
    await clusters.restore(termed('bể bơi mở cửa khi nào'), 'also');
    const moves = await clusters.add(termed('bể bơi của trường mở cửa lúc nào'));
    expect(moves.map(({ questionId }) => questionId)).toEqual(['bể bơi của trường mở cửa lúc nào']);
  });

  it('give up the oldest questions beyond a number, and nothing is found by those any more', async () => {
    const clusters = createQuestionClusters();
    await clusters.restore(termed('mua đồng phục ở đâu'), 'clothes');
    for (const text of ['bể bơi mở cửa lúc nào', 'be boi mo cua khi nao']) await clusters.restore(termed(text), 'pool');
    expect(clusters.trim(3)).toEqual([]);
    expect(clusters.find(termed('đồng phục bán ở đâu'))).toBe('clothes');
    expect(clusters.trim(2)).toEqual(['mua đồng phục ở đâu']);
    expect(clusters.find(termed('đồng phục bán ở đâu'))).toBeNull();
    expect(clusters.find(termed('bể bơi mở lúc nào'))).toBe('pool');
  });

  it('keep a few questions of one that people work on, however old they are', async () => {
    const clusters = createQuestionClusters((id) => id === 'worked on');
    const old = Array.from({ length: KEPT_OF_WORKED_ON + 2 }, (_, index) => `mua đồng phục ở đâu lần ${index}`);
    for (const text of old) await clusters.restore(termed(text), 'worked on');
    for (const text of ['bể bơi mở cửa lúc nào', 'be boi mo cua khi nao']) await clusters.restore(termed(text), 'pool');
    expect(clusters.trim(0)).toEqual([...old.slice(0, 2), 'bể bơi mở cửa lúc nào', 'be boi mo cua khi nao']);
    expect(clusters.find(termed('đồng phục bán ở đâu'))).toBe('worked on');
    expect(clusters.find(termed('bể bơi mở lúc nào'))).toBeNull();
  });

  it('keep a message without any word of its own apart', async () => {
    const labels = await clustersOf(['ạ', 'bể bơi mở cửa lúc nào', '???']);
    expect(new Set(labels.values()).size).toBe(3);
  });
});

describe('the core of a question', () => {
  it('holds no courtesies and no name of a school', () => {
    expect(questionCore('Dạ em chào anh chị, cho em hỏi trường tiểu học Thành Công có bể bơi không ạ? Em cảm ơn')).toBe(
      'trường tiểu học có bể bơi không ạ',
    );
  });

  it('is the whole where nothing else is left', () => {
    expect(questionCore('em cảm ơn')).toBe('em cảm ơn');
  });
});
