import { describe, expect, it } from 'vitest';
import { territoriesAskedFor } from '../../knowledge/territories.ts';

describe('places a question asks for', () => {
  it.each([
    ['hoc phi truong cong lap o da nang nam nay bao nhieu', ['Đà Nẵng']],
    ['Nhà em sắp chuyển vào Huế, học phí thế nào ạ?', ['Huế']],
    ['Tỉnh Nghệ An có bao nhiêu thủ tục', ['Nghệ An']],
    ['học phí ở Quảng Nam', ['Đà Nẵng']],
    ['Học phí ở Hà Nội bao nhiêu?', ['Hà Nội']],
    ['hộ khẩu Nam Định thì đăng ký lớp 1 được không', []],
    ['hoa hue ban o cong truong', []],
    ['bé nhà em vào lớp 1', []],
  ])('%s', (question, expected) => {
    expect(territoriesAskedFor(question)).toEqual(expected);
  });
});
