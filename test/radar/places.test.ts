import { describe, expect, it } from 'vitest';
import { createPlaceReader } from '../../knowledge/admission/read-places.ts';

const read = createPlaceReader({
  schools: [
    'Trường Tiểu học Kim Đồng',
    'Trường THCS Kim Đồng',
    'Trường Mầm non Sao Mai',
    'Trường Tiểu học Sao Mai Xanh',
  ],
  wards: ['Yên Phụ'],
});

describe('schools that a message names', () => {
  it.each([
    ['truong tieu hoc kim dong con cho khong a', ['Tiểu học Kim Đồng']],
    ['cấp 1 kim đồng mấy giờ tan học', ['Tiểu học Kim Đồng']],
    ['THCS Kim Đồng với mầm non Sao Mai', ['THCS Kim Đồng', 'Mầm non Sao Mai']],
    ['tieu hoc sao mai xanh', ['Tiểu học Sao Mai Xanh']],
  ])('are known however they are written: %s', (text, schools) => {
    expect(read(text).schools).toEqual(schools);
  });

  it('are none where two levels have one of that name and nobody says which', () => {
    expect(read('trường kim đồng ở đâu').schools).toEqual([]);
  });

  it.each([
    ['Trường tiểu học công lập Hoàng Diệu. Con em bị ngã', ['Tiểu học Hoàng Diệu']],
    ['con học trường Chu Văn An ạ', ['Trường Chu Văn An']],
    ['trường Em học rất đông', []],
    ['Cho Em Hỏi Trường Tiểu Học Hoàng Diệu Có Tuyển Không', []],
    ['Trường Đại học nào tốt', []],
  ])('are told by capitals where nobody knows them: %s', (text, schools) => {
    expect(read(text).schools).toEqual(schools);
  });
});

describe('wards that a message names', () => {
  it.each([
    ['nha em o phuong ngoc ha', ['Ngọc Hà']],
    ['em ở Giảng Võ thì học đâu', ['Giảng Võ']],
    ['p. yen phu', ['Yên Phụ']],
    ['trường tiểu học Thành Công', []],
    ['chúc các con thi thành công', []],
    ['nhà ở phố Đội Cấn', []],
    ['phòng giáo dục Ba Đình ơi', []],
  ])('%s', (text, wards) => {
    expect(read(text).wards).toEqual(wards);
  });
});

it('names provinces whose rules are asked for by their names of today', () => {
  expect(read('hoc phi o nam dinh bao nhieu').territories).toEqual(['Ninh Bình']);
});
