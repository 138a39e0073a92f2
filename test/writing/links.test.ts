import { describe, expect, it } from 'vitest';
import type { ModelRequest } from '../../knowledge/writing/chat-model.ts';
import { writeAnswer } from '../../knowledge/writing/write-answer.ts';
import { ARTICLE, foundArticle } from '../measures/writing/quoted-passages.ts';

const ADDRESS = 'https://dang-ky.truong.edu.vn/phong?lop=6';
const HIT = foundArticle([
  { address: ARTICLE, text: `Khách đăng ký tham quan tại ${ADDRESS}, hỏi thêm qua phong@truong.edu.vn.` },
]);

async function answerTo(sentence: string): Promise<{ readonly text: string; readonly asked: ModelRequest | null }> {
  let asked: ModelRequest | null = null;
  const model = {
    name: 'play',
    async complete(request: ModelRequest) {
      asked ??= request;
      return { sentences: [{ text: sentence, passages: ['P1'] }], completeness: 'complete', language: 'vi' };
    },
  };
  const answer = {
    kind: 'answered',
    text: 'Nguyên văn.',
    sources: [{ hit: HIT, extract: { address: ARTICLE, quote: HIT.passage.text }, row: null }],
    related: [],
    unanswered: [],
    confidence: 1,
    hits: [HIT],
  } as const;
  const scope = { day: '2026-11-26', territory: 'Hà Nội › Ba Đình', unknownValidity: 'warn' } as const;
  const { text } = await writeAnswer(answer, 'Đăng ký ở đâu ạ', scope, model);
  return { text, asked };
}

describe('links of the passages', () => {
  it('are tokens for a model, which puts them where they stand, and links again for the citizen', async () => {
    const { text, asked } = await answerTo('Khách đăng ký tham quan tại [L1], hỏi thêm qua [L2].');
    expect(JSON.stringify(asked)).toContain('[L1]');
    expect(JSON.stringify(asked)).not.toMatch(/https|truong\.edu\.vn/u);
    expect(text).toContain(`Dạ, khách đăng ký tham quan tại ${ADDRESS}, hỏi thêm qua phong@truong.edu.vn.`);
  });

  it.each([
    ['one of its own', 'Khách đăng ký tham quan tại https://dang-ky.com/phong, hỏi thêm qua [L2].'],
    ['a part of one', 'Khách đăng ký tham quan tại https://truong.edu.vn, hỏi thêm qua [L2].'],
    ['one for the other', 'Khách đăng ký tham quan tại [L2], hỏi thêm qua [L1].'],
    ['a token that stands for none', 'Khách đăng ký tham quan tại [L9], hỏi thêm qua [L2].'],
  ])('are read as they stand where a model writes %s', async (_, sentence) => {
    const { text } = await answerTo(sentence);
    expect(text).toContain(`tại ${ADDRESS}, hỏi thêm qua phong@truong.edu.vn.`);
    expect(text).not.toMatch(/dang-ky\.com|https:\/\/truong|\[L\d/u);
  });
});
