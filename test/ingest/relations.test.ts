import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPartAddresses } from '../../ingest/part-addresses.ts';
import { readRelations } from '../../ingest/relations.ts';

/** Relations in short: kind, number, parts. */
const read = (text: string, title = 'Thông tư quy định về thử nghiệm') =>
  readRelations(text.split('\n'), { number: '9/2026/TT-BGDĐT', title }).map(({ kind, number, name, parts }) => [
    kind,
    number ?? name,
    parts,
  ]);

describe('addresses in a phrase', () => {
  it.each([
    ['khoản 2 Điều 5', ['Điều 5, khoản 2']],
    ['điểm a và điểm b khoản 3 Điều 32', ['Điều 32, khoản 3, điểm a', 'Điều 32, khoản 3, điểm b']],
    [
      'Điều 6, Điều 12; khoản 4, 5, 6 Điều 35',
      ['Điều 6', 'Điều 12', 'Điều 35, khoản 4', 'Điều 35, khoản 5', 'Điều 35, khoản 6'],
    ],
    ['điểm đ khoản 1 và khoản 4 Điều 7a', ['Điều 7a, khoản 1, điểm đ', 'Điều 7a, khoản 4']],
    ['các Điều 3, 4 và 5', ['Điều 3', 'Điều 4', 'Điều 5']],
    ['Chương IV', ['Chương IV']],
    ['Phụ lục II', ['Phụ lục II']],
    ['điều kiện và khoản thu', []],
  ])('%s', (phrase, addresses) => {
    expect(readPartAddresses(phrase)).toEqual(addresses);
  });

  it('belong to the article above when they name none', () => {
    expect(readPartAddresses('điểm d, đ khoản 1; khoản 3', 'Điều 4')).toEqual([
      'Điều 4, khoản 1, điểm d',
      'Điều 4, khoản 1, điểm đ',
      'Điều 4, khoản 3',
    ]);
  });

  it('come back as they were printed', () => {
    const article = fc.integer({ min: 1, max: 200 });
    const clause = fc.integer({ min: 1, max: 30 });
    const point = fc.constantFrom('a', 'b', 'đ', 'k');
    fc.assert(
      fc.property(fc.array(fc.tuple(article, clause, point), { minLength: 1, maxLength: 4 }), (places) => {
        const phrase = places.map(([a, c, p]) => `điểm ${p} khoản ${c} Điều ${a}`).join('; ');
        expect(readPartAddresses(phrase)).toEqual([
          ...new Set(places.map(([a, c, p]) => `Điều ${a}, khoản ${c}, điểm ${p}`)),
        ]);
      }),
    );
  });
});

describe('what a document says it does to others', () => {
  it.each([
    [
      '2. Thông tư này thay thế Thông tư số 1/2020/TT-BGDĐT ngày 02 tháng 3 năm 2020.',
      [['replaces', '1/2020/TT-BGDĐT', null]],
    ],
    [
      'Thông tư này thay thế Thông tư số 1/2020/TT-BGDĐT và bãi bỏ Điều 3 của Thông tư số 2/2021/TT-BGDĐT.',
      [
        ['replaces', '1/2020/TT-BGDĐT', null],
        ['repeals', '2/2021/TT-BGDĐT', ['Điều 3']],
      ],
    ],
    [
      'Thông tư này thay thế Thông tư số 1/2020/TT-BGDĐT ngày 02/3/2020 của Bộ trưởng; Thông tư số 2/2021/TT-BGDĐT sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Thông tư số 3/2019/TT-BGDĐT.',
      [
        ['replaces', '1/2020/TT-BGDĐT', null],
        ['replaces', '2/2021/TT-BGDĐT', null],
      ],
    ],
    [
      'Luật Giáo dục số 38/2005/QH11 đã được sửa đổi, bổ sung theo Luật số 44/2009/QH12 và Luật số 97/2015/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực.',
      [['repeals', '38/2005/QH11', null]],
    ],
    [
      'Khoản 2 Điều 9 Thông tư số 16/2017/TT-BGDĐT hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.',
      [['repeals', '16/2017/TT-BGDĐT', ['Điều 9, khoản 2']]],
    ],
    [
      'Các quy định về liên thông tại Thông tư số 27/2017/TT-BLĐTBXH hết hiệu lực thi hành.',
      [['repeals', '27/2017/TT-BLĐTBXH', []]],
    ],
    [
      'Bãi bỏ các văn bản sau đây:\na) Quyết định số 1/2020/QĐ-UBND ngày 01/01/2020;\nb) Quyết định số 2/2021/QĐ-UBND ngày 02/02/2021.',
      [
        ['repeals', '1/2020/QĐ-UBND', null],
        ['repeals', '2/2021/QĐ-UBND', null],
      ],
    ],
    [
      'Sửa đổi, bổ sung khoản 2 Điều 5 của Thông tư số 4/2020/TT-BGDĐT như sau:',
      [['amends', '4/2020/TT-BGDĐT', ['Điều 5, khoản 2']]],
    ],
    [
      'Ngưng hiệu lực Điều 8 Thông tư số 4/2020/TT-BGDĐT đến ngày 31/12/2026.',
      [['suspends', '4/2020/TT-BGDĐT', ['Điều 8']]],
    ],
    ['Căn cứ Nghị định số 5/2020/NĐ-CP được thay thế bởi Nghị định số 6/2021/NĐ-CP;', []],
    ['Trường hợp các văn bản dẫn chiếu được thay thế thì áp dụng Thông tư số 7/2022/TT-BGDĐT.', []],
    ['Rà soát, sửa đổi, bổ sung Quyết định số 8/2022/QĐ-UBND cho phù hợp.', []],
    ['Nghị định số 111/2025/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 60/2021/NĐ-CP.', []],
    ['Mức chi theo Thông tư số 40/2017/TT-BTC được sửa đổi, bổ sung bởi Thông tư số 12/2025/TT-BTC.', []],
    ['Hủy bỏ kết quả thi của người vi phạm Quy chế ban hành kèm theo Thông tư số 24/2024/TT-BGDĐT.', []],
    ['Giấy phép cấp theo Thông tư số 5/2020/TT-BGDĐT hết hiệu lực thì được đổi.', []],
    ['Thông tư này thay thế Thông tư số 9/2026/TT-BGDĐT.', []],
  ])('%s', (text, relations) => {
    expect(read(text)).toEqual(relations);
  });

  it('takes the articles of an amending document to the one its title names, and leaves out what it quotes', () => {
    const text = `Điều 1. Sửa đổi, bổ sung một số điều tại Điều 4
1. Sửa đổi, bổ sung điểm a, b khoản 1 như sau:
“a) Thay thế Thông tư số 1/2000/TT-BGDĐT;
b) Nội dung mới.”
2. Bãi bỏ khoản 3.
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực từ ngày ký.`;
    expect(read(text, 'Thông tư sửa đổi, bổ sung một số điều của Thông tư số 15/2025/TT-BGDĐT')).toEqual([
      ['amends', '15/2025/TT-BGDĐT', ['Điều 4, khoản 1, điểm a', 'Điều 4, khoản 1, điểm b']],
      ['repeals', '15/2025/TT-BGDĐT', ['Điều 4, khoản 3']],
    ]);
  });

  it.each([
    [
      'Quy định chi tiết một số điều của Luật Giáo dục',
      'Căn cứ Luật Giáo dục số 43/2019/QH14;',
      [['guides', '43/2019/QH14', []]],
    ],
    ['Quy định chi tiết một số điều của Luật Nhà giáo', 'Căn cứ Luật khác;', [['guides', 'Luật Nhà giáo', []]]],
    ['Hướng dẫn thực hiện Nghị quyết số 1/2025/NQ-HĐND về mức thu', 'Điều 1.', [['guides', '1/2025/NQ-HĐND', null]]],
  ])('guides what its title names: %s', (title, text, relations) => {
    expect(read(text, title)).toEqual(relations);
  });

  it('knows whose document of which day is meant', () => {
    const [relation] = readRelations(
      ['Bãi bỏ Nghị quyết số 15/2024/NQ-HĐND ngày 12 tháng 7 năm 2024 của Hội đồng nhân dân tỉnh Bến Tre về mức thu.'],
      { number: null, title: '' },
    );
    expect(relation).toMatchObject({ issuedOn: '2024-07-12', territory: 'Vĩnh Long', parts: null });
  });
});
