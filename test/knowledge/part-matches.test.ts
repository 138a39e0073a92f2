import { describe, expect, it } from 'vitest';
import { extractAnswer, gistOf } from '../../knowledge/answering/extract.ts';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { readQuestion } from '../../knowledge/question/question.ts';
import { tokenBytes } from '../../knowledge/retrieval/late-interaction.ts';
import { matchParts } from '../../knowledge/retrieval/part-matches.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

const DIMENSIONS = 8;
const ASKED = [1, 0, 0, 0, 0, 0, 0, 0];
const OTHER = [0, 1, 0, 0, 0, 0, 0, 0];
const PARTS = [
  { address: 'Điều 4, khoản 1', text: '1. Giữ gìn phẩm chất khi hướng dẫn học viên.' },
  { address: 'Điều 4, khoản 2', text: '2. Đối xử công bằng, đúng mực.' },
  { address: 'Điều 4, khoản 3', text: '3. Bảo mật quy trình sản xuất.' },
];
const document = aDocument({ id: 'doc1', title: 'Tiêu chuẩn người dạy nghề' });
const passage = aPassage(PARTS.map(({ text }) => text).join('\n'), { headings: ['Điều 4. Đạo đức'], parts: PARTS });
/** The sign of a passage, the title and the heading with their marks; then the words and marks of each part. */
const BEFORE = 1 + 6 + 6;
const LENGTHS = [12, 10, 9];

/** A base whose passage has a token near the question in the given place of the words alone, cut after so many tokens. */
function baseWithTokenAt(place: number, count = BEFORE + LENGTHS.reduce((sum, length) => sum + length, 0)) {
  const rows = Array.from({ length: count }, (_, token) => (token === BEFORE + place ? ASKED : OTHER));
  return buildKnowledgeBase([document], [passage], {
    model: 'test',
    dimensions: 2,
    values: Float32Array.from([1, 0]),
    tokens: {
      dimensions: DIMENSIONS,
      values: tokenBytes(Float32Array.from(rows.flat())),
      starts: Uint32Array.from([0, count]),
    },
  });
}
const encoded = {
  vector: Float32Array.from([1, 0]),
  tokens: { values: tokenBytes(Float32Array.from(ASKED)), weights: Float32Array.from([1]) },
};
const hit = { passage, document };

describe('the parts of a passage compared with a question token by token', () => {
  it.each([
    ['the first word of the first part', 0, 0],
    ['the last mark of the first part', 11, 0],
    ['the first word of the second part', 12, 1],
    ['the last mark of the last part', 30, 2],
  ])('know where %s stands', (_name, place, part) => {
    const matches = matchParts(baseWithTokenAt(place), encoded, hit) ?? [];
    expect(matches.map((match) => Math.round(match))).toEqual(PARTS.map((_, index) => Number(index === part)));
  });

  it('get the lowest match where the tokens end before them', () => {
    const matches = matchParts(baseWithTokenAt(0, BEFORE + 20), encoded, hit) ?? [];
    expect(matches.map((match) => Math.round(match))).toEqual([1, 0, 0]);
  });

  it('are not known without vectors of tokens', () => {
    expect(matchParts(baseWithTokenAt(0), { ...encoded, tokens: null }, hit)).toBeNull();
    expect(matchParts(buildKnowledgeBase([document], [passage]), encoded, hit)).toBeNull();
  });

  it('decide what is quoted where another part has more words of the question', () => {
    const base = baseWithTokenAt(24);
    const question = readQuestion('giữ kín quy trình khi hướng dẫn học viên');
    const quoted = (matches: readonly number[] | null) =>
      extractAnswer(passage, question, base.lexical, 45, matches).address;
    expect(quoted(null)).toBe('Điều 4, khoản 1');
    expect(quoted(matchParts(base, encoded, hit))).toBe('Điều 4, khoản 3');
  });
});

describe('the gist of a passage', () => {
  const { lexical } = buildKnowledgeBase([document], [passage]);

  it('is the part that fits the question best, on one line', () => {
    const parts = PARTS.map(({ address, text }) => ({
      address,
      text: `${text} ${'Còn những điều khác. '.repeat(5)}`.trim(),
    }));
    const long = aPassage(parts.map(({ text }) => text).join('\n'), { parts });
    const gist = gistOf(long, readQuestion('bảo mật quy trình sản xuất'), lexical, null);
    expect(gist).toContain('3. Bảo mật quy trình sản xuất.');
    expect(gist).not.toMatch(/\n|Giữ gìn/u);
  });

  it('ends at a word where one sentence is too long for a line or two', () => {
    const endless = aPassage(`Người dạy nghề ${'bảo mật quy trình sản xuất, '.repeat(20)}và giữ lời.`);
    const gist = gistOf(endless, readQuestion('bảo mật quy trình'), lexical, null);
    expect(gist).toMatch(/(?:bảo|mật|quy|trình|sản|xuất,)…$/u);
    expect(gist.length).toBeLessThanOrEqual(200);
  });
});
