import { describe, expect, it } from 'vitest';
import { callsOff } from '../../bot/calling-off.ts';

describe('calling off what one waits for', () => {
  it.each([
    'thôi không cần nữa',
    'Thôi em không cần nữa ạ',
    'thoi khong can nua',
    'ko cần nữa ạ, cảm ơn',
    'Hủy yêu cầu',
    'huy yeu cau giup em nhe',
    'Huỷ yêu cầu giúp em ạ',
    'Dạ thôi khỏi cần ạ',
    'em không cần gặp cán bộ nữa',
    'Không cần hỗ trợ nữa, em cảm ơn các anh chị',
    'cho em rút lại câu hỏi ạ',
    'em hiểu rồi, không cần nữa ạ',
  ])('is heard in «%s»', (text) => {
    expect(callsOff(text)).toBe(true);
  });

  it.each([
    'không cần giấy khai sinh nữa đúng không ạ',
    'con em không cần học nữa',
    'em muốn hủy yêu cầu chuyển trường của cháu thì nộp ở đâu ạ',
    'thôi',
    'cảm ơn ạ',
    'sao không ai trả lời vậy',
    'cần nữa ạ',
    'không cần nữa, cháu muốn chết',
    '',
  ])('is not heard in «%s»', (text) => {
    expect(callsOff(text)).toBe(false);
  });
});
