import { describe, expect, it } from 'vitest';
import { cacheQuestions } from '../adapters/encoder/cached-questions.ts';
import { startQuestionThread } from '../adapters/encoder/question-thread.ts';
import { encoder } from './builders/product.ts';

describe('questions encoded in a thread', () => {
  it('get the same vectors as on the thread that asks', async () => {
    const thread = await startQuestionThread();
    const direct = await encoder();
    const questions = ['học phí lớp 1', 'chuyen truong can giay to gi', 'tiền ăn bán trú bao nhiêu'];
    expect(await Promise.all(questions.map((question) => thread.encodeQuestion(question)))).toEqual(
      await Promise.all(questions.map((question) => direct.encodeQuestion(question))),
    );
    expect(thread.model).toBe(direct.model);
    await thread.close();
  });

  it('are left to word search when the thread ends, and encoded again by the next one', async () => {
    const thread = await startQuestionThread();
    const asked = Array.from({ length: 50 }, (_, index) => thread.encodeQuestion(`câu hỏi số ${index}`));
    await thread.close();
    expect((await Promise.all(asked)).at(-1)).toBeNull();
    expect(await thread.encodeQuestion('học phí')).not.toBeNull();
    await thread.close();
  });
});

describe('a cache of questions', () => {
  const counting = () => {
    const asked: string[] = [];
    const fails = { now: false };
    return {
      asked,
      fails,
      encoder: {
        model: 'counting',
        async encodeQuestion(text: string) {
          asked.push(text);
          return fails.now ? null : { vector: Float32Array.of(asked.length), tokens: null };
        },
      },
    };
  };

  it('encodes the same words once, also when they are asked at the same time', async () => {
    const { asked, encoder } = counting();
    const cached = cacheQuestions(encoder, 10);
    const [first, second] = await Promise.all([cached.encodeQuestion('a'), cached.encodeQuestion('a')]);
    expect(second).toBe(first);
    expect(await cached.encodeQuestion('a')).toBe(first);
    expect(asked).toEqual(['a']);
  });

  it('forgets the question that was not asked for longest', async () => {
    const { asked, encoder } = counting();
    const cached = cacheQuestions(encoder, 2);
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await cached.encodeQuestion(question);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('asks again for what could not be made', async () => {
    const { asked, fails, encoder } = counting();
    const cached = cacheQuestions(encoder, 2);
    fails.now = true;
    expect(await cached.encodeQuestion('a')).toBeNull();
    fails.now = false;
    expect(await cached.encodeQuestion('a')).not.toBeNull();
    expect(asked).toEqual(['a', 'a']);
  });
});
