import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../knowledge/question/question.ts';

const FEES = 'học phí lớp 1 trường công là bao nhiêu';

describe('a follow-up', () => {
  it.each<[string[], string, string]>([
    [[FEES], 'thế lớp 6 thì sao ạ', 'học phí lớp 6 trường công là bao nhiêu'],
    [[FEES], 'the lop 6 thi sao a', 'học phí lớp 6 trường công là bao nhiêu'],
    [[FEES], 'còn trường tư?', 'học phí lớp 1 trường tư là bao nhiêu'],
    [[FEES, 'thế lớp 6 thì sao'], 'còn trường tư', 'học phí lớp 6 trường tư là bao nhiêu'],
    [[FEES, 'em cảm ơn ạ'], 'vậy mầm non', 'học phí mầm non trường công là bao nhiêu'],
    [['tiền ăn trưa bán trú bao nhiêu'], 'thế còn sáng', 'tiền ăn sáng bán trú bao nhiêu'],
    [['bé 3 tuổi học mấy buổi'], 'thế 5 tuổi thì sao', 'bé 5 tuổi học mấy buổi'],
    [[FEES], 'vậy cần giấy tờ gì', `${FEES} vậy cần giấy tờ gì`],
    [['tuyển sinh lớp 1 thế nào'], 'hạn nộp khi nào ạ', 'tuyển sinh lớp 1 thế nào hạn nộp khi nào ạ'],
    [[FEES], 'khoản đó đóng theo tháng hay theo kỳ', `${FEES} khoản đó đóng theo tháng hay theo kỳ`],
  ])('after %j: «%s» asks «%s»', (earlier, text, standalone) => {
    const question = readQuestion(text, earlier);
    expect(question.isFollowUp).toBe(true);
    expect(question.standalone).toBe(standalone);
  });

  it.each([
    'thủ tục chuyển trường cần gì ạ',
    'Còn chỗ học bán trú không ạ',
    'em cảm ơn ad nhiều',
    'trường mầm non nào ở Ngọc Hà nhận trẻ từ 12 tháng',
  ])('is not «%s»', (text) => {
    const question = readQuestion(text, [FEES]);
    expect(question.isFollowUp).toBe(false);
    expect(question.standalone).toBe(question.text);
  });

  it('leads no words of the swapped slot into the search', () => {
    const { folded, entities } = readQuestion('thế lớp 6 thì sao', [FEES]);
    expect(entities.grades).toEqual([6]);
    expect(folded.has('6')).toBe(true);
    expect(folded.has('1')).toBe(false);
    expect(folded.get('phi')).toBeLessThan(1);
  });
});

describe('several questions in one message', () => {
  it.each<[string, string[]]>([
    [
      'Cho em hỏi hồ sơ lớp 1 cần gì và học phí bao nhiêu ạ? Với lại mấy giờ tan học?',
      ['Cho em hỏi hồ sơ lớp 1 cần gì', 'học phí bao nhiêu ạ lớp 1', 'mấy giờ tan học lớp 1'],
    ],
    ['ho so nhap hoc lop 1 can gi va hoc phi bao nhieu', ['hồ sơ nhập học lớp 1 cần gì', 'học phí bao nhiêu lớp 1']],
    ['1. tuyển sinh khi nào 2. học phí bao nhiêu', ['tuyển sinh khi nào', 'học phí bao nhiêu']],
    ['tiền ăn bán trú bao nhiêu\nxe đưa đón bao nhiêu', ['tiền ăn bán trú bao nhiêu', 'xe đưa đón bao nhiêu']],
  ])('are told apart, and each names what the first was about: «%s»', (message, parts) => {
    expect(readQuestion(message).parts).toEqual(parts);
  });

  it('are asked again for another class', () => {
    const { parts } = readQuestion('thế lớp 6 thì sao', ['hồ sơ nhập học lớp 1 cần gì và học phí bao nhiêu']);
    expect(parts).toEqual(['hồ sơ nhập học lớp 6 cần gì', 'học phí bao nhiêu lớp 6']);
  });

  it.each([
    'Con em 4 tuổi. Học phí mầm non công lập bao nhiêu ạ?',
    'Em chào ad. Hồ sơ trái tuyến gồm những gì ạ? Em cảm ơn',
    'trường thu quỹ lớp và tiền điều hòa có đúng không ạ',
    'giáo viên và học sinh được nghỉ mấy ngày',
    'phúc khảo bài thi nộp đơn ở đâu, trong mấy ngày và ai quyết định ạ',
    'Con em học lớp 1. Học phí bao nhiêu và đóng khi nào ạ?',
    'thủ tục thế nào và tuyển sinh khi nào',
    '',
  ])('are not «%s»', (text) => {
    expect(readQuestion(text).parts).toEqual([text]);
  });
});
