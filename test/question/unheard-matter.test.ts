import { describe, expect, it } from 'vitest';
import { buildKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { namesUnheardMatter } from '../../knowledge/question/unheard-matter.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

const { lexical } = buildKnowledgeBase(
  [aDocument({ id: 'plan' })],
  [
    aPassage('Học phí mầm non thu theo tháng. Hồ sơ nộp trực tuyến; việc làm trái quy định bị xử lý.', {
      id: 'plan#1',
      documentId: 'plan',
    }),
  ],
);

describe('a question about a matter that no document speaks of', () => {
  it.each(['học sinh trái tuyến cần giấy tờ gì', 'năm nay khai giảng thế nào', 'xe đưa đón của trường đi đường nào'])(
    '«%s» is one',
    (question) => expect(namesUnheardMatter(question, lexical)).toBe(true),
  );

  it.each([
    ['it is spoken of', 'học phí mầm non thu thế nào'],
    ['official words for it are', 'tiền học mầm non thu thế nào'],
    ['another matter is', 'học sinh trái tuyến đóng học phí thế nào'],
    ['it names none', 'hồ sơ nộp thế nào'],
    ['it tells only when', 'trường bắt học trước khai giảng ba tuần có đúng không'],
  ])('is none where %s', (_, question) => expect(namesUnheardMatter(question, lexical)).toBe(false));
});
