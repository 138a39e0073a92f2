import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassagePart } from '../../knowledge/document.ts';
import { markedWords, ROW_JOINING } from '../../knowledge/writing/marked-words.ts';
import { verifySentence } from '../../knowledge/writing/verify-sentence.ts';
import { ARTICLE, foundArticle } from '../measures/writing/quoted-passages.ts';

function passage(parts: readonly Partial<PassagePart>[], headings?: readonly string[]) {
  const whole = parts.map((part, index) => ({
    address: index === 0 ? `${ARTICLE}, khoản 1` : `${ARTICLE}, khoản 1, điểm ${'abcdefgh'[index - 1]}`,
    text: '',
    ...part,
  }));
  return foundArticle(whole, headings);
}

const says = (...texts: readonly string[]) => texts.map((text) => ({ text }));

interface Case {
  readonly parts: readonly Partial<PassagePart>[];
  readonly quotes: readonly string[];
  readonly others: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a number goes with what it goes with': {
    parts: says(
      '1. Vé của học sinh tiểu học là 15.000 đồng/lượt, học sinh trung học là 20.000 đồng/lượt và khách lẻ là 30.000 đồng/lượt.',
    ),
    quotes: ['Vé của học sinh tiểu học là 15.000 đồng/lượt.', 'Vé của học sinh tiểu học là 15 nghìn đồng/lượt ạ.'],
    others: [
      'Vé của học sinh tiểu học là 20.000 đồng/lượt.',
      'Vé của học sinh trung học là 15.000 đồng/lượt.',
      'Vé của học sinh tiểu học, học sinh trung học là 20.000 đồng/lượt.',
      'Vé là 30.000 đồng/lượt.',
      'Vé của học sinh tiểu học là 15.000 đồng/ngày.',
    ],
  },
  'when, where and for whom is not left out': {
    parts: says(
      '1. Đối với khách nước ngoài, ban quản lý nhận đơn tại văn phòng trước ngày 15/7/2026, trừ đơn của học sinh trao đổi.',
    ),
    quotes: [
      'Đối với khách nước ngoài, ban quản lý nhận đơn tại văn phòng trước ngày 15 tháng 7 năm 2026, trừ đơn của học sinh trao đổi.',
    ],
    others: [
      'Ban quản lý nhận đơn tại văn phòng trước ngày 15/7/2026, trừ đơn của học sinh trao đổi.',
      'Đối với khách nước ngoài, ban quản lý nhận đơn trước ngày 15/7/2026, trừ đơn của học sinh trao đổi.',
      'Đối với khách nước ngoài, ban quản lý nhận đơn tại văn phòng trước ngày 15/7/2026.',
      'Đối với khách nước ngoài, ban quản lý nhận đơn tại văn phòng.',
    ],
  },
  'by which rule and what for may be left out, by whom and how may not': {
    parts: says(
      '1. Theo quy định của trường, khách gửi túi ở tủ do bảo vệ mở, nhận thẻ theo thứ tự để lấy lại túi và ký sổ khi ra về.',
    ),
    quotes: ['Khách gửi túi ở tủ do bảo vệ mở, nhận thẻ theo thứ tự và ký sổ khi ra về.'],
    others: [
      'Khách gửi túi ở tủ, nhận thẻ theo thứ tự và ký sổ khi ra về.',
      'Khách gửi túi ở tủ do bảo vệ mở, nhận thẻ và ký sổ khi ra về.',
      'Khách gửi túi ở tủ do bảo vệ mở, nhận thẻ theo thứ tự và ký sổ.',
      'Bảo vệ gửi túi ở tủ, nhận thẻ theo thứ tự và ký sổ khi ra về.',
    ],
  },
  'a phrase may be said earlier, and none in place of another': {
    parts: says('1. Khách khiếm thính nghe kể bằng ngôn ngữ ký hiệu, khách khiếm thị nghe kể bằng băng ghi âm.'),
    quotes: ['Khách khiếm thính nghe kể bằng ngôn ngữ ký hiệu.'],
    others: [
      'Khách khiếm thính nghe kể bằng băng ghi âm.',
      'Khách khiếm thính nghe kể bằng băng ghi âm, khách khiếm thị nghe kể bằng ngôn ngữ ký hiệu.',
    ],
  },
  'a phrase that is said later stands right before what was said first': {
    parts: says(
      '1. Trong tháng 5, ban quản lý nhận đơn và trong tháng 6, trường tổ chức lễ khai mạc.',
      'a) Trong năm học, nhà trường mở phòng vào sáng thứ hai.',
    ),
    quotes: ['Nhà trường mở phòng vào sáng thứ hai trong năm học.'],
    others: [
      'Trường tổ chức lễ khai mạc trong tháng 5.',
      'Trường tổ chức lễ khai mạc, trong tháng 5.',
      'Ban quản lý nhận đơn trong tháng 6.',
    ],
  },
  'of several that have numbers of their own none is left out in the middle': {
    parts: says('1. Khối 6, khối 7 tham quan 2 buổi, khối 8 tham quan 3 buổi, khối 9 4 buổi.'),
    quotes: ['Khối 6, khối 7 tham quan 2 buổi.'],
    others: ['Khối 6, khối 8 tham quan 3 buổi.', 'Khối 6, khối 9 4 buổi.', 'Khối 6, khối 7 tham quan 3 buổi.'],
  },
  'a denial stays with what it denies, and reaches as far': {
    parts: says('1. Nhà trường không thu tiền gửi xe, thu tiền nước uống theo thỏa thuận.'),
    quotes: ['Nhà trường không thu tiền gửi xe, thu tiền nước uống theo thỏa thuận.'],
    others: [
      'Nhà trường thu tiền gửi xe.',
      'Nhà trường không thu tiền nước uống.',
      'Nhà trường thu tiền gửi xe theo thỏa thuận.',
      'Nhà trường có thể không thu tiền gửi xe.',
    ],
  },
  'what follows what is denied may be denied too': {
    parts: says('1. Nhà trường được thu tiền vé, không thu tiền gửi xe, tiền gửi túi.'),
    quotes: ['Nhà trường được thu tiền vé.'],
    others: ['Nhà trường được thu tiền vé, tiền gửi túi.', 'Nhà trường được thu tiền gửi túi.'],
  },
  'signs count': {
    parts: says('1. Tỷ lệ khách hài lòng ≥ 80%, tỷ lệ hiện vật hỏng ≤ 5%.'),
    quotes: ['Tỷ lệ khách hài lòng ≥ 80%.'],
    others: ['Tỷ lệ khách hài lòng ≤ 80%.', 'Tỷ lệ khách hài lòng 80%.', 'Tỷ lệ hiện vật hỏng > 5%.'],
  },
  'what one does is not told of another': {
    parts: says(
      '1. Trưởng nhóm quyết định giờ tham quan, bảo vệ quyết định cửa ra vào, giờ đóng cửa.',
      'a) Sổ khách do thư ký giữ; chìa khóa do bảo vệ giữ.',
    ),
    quotes: ['Trưởng nhóm quyết định giờ tham quan.', 'Sổ khách do thư ký giữ.'],
    others: [
      'Trưởng nhóm quyết định giờ tham quan, giờ đóng cửa.',
      'Trưởng nhóm quyết định cửa ra vào.',
      'Sổ khách do bảo vệ giữ.',
      'Thư ký giữ chìa khóa.',
    ],
  },
  'an item is said behind what leads up to its list, where that forbids or narrows': {
    parts: says('1. Trong phòng truyền thống không được:', 'a) Hút thuốc; ăn uống;', 'b) Chạm vào hiện vật.'),
    quotes: [
      'Trong phòng truyền thống không được hút thuốc.',
      'Trong phòng truyền thống không được chạm vào hiện vật.',
      'Trong phòng truyền thống không được hút thuốc; ăn uống.',
    ],
    others: [
      'Chạm vào hiện vật.',
      'Trong phòng truyền thống được chạm vào hiện vật.',
      'Trong phòng truyền thống là chạm vào hiện vật.',
      'Được hút thuốc; ăn uống.',
    ],
  },
  'a list that names all there is is said whole': {
    parts: says(
      '1. Hồ sơ gồm:',
      'a) Đơn theo mẫu;',
      'b) Bản sao thẻ học sinh;',
      'c) Giấy giới thiệu của trường nếu đi theo lớp.',
    ),
    quotes: ['Hồ sơ gồm đơn theo mẫu, bản sao thẻ học sinh, giấy giới thiệu của trường nếu đi theo lớp.'],
    others: [
      'Hồ sơ gồm đơn theo mẫu; bản sao thẻ học sinh.',
      'Hồ sơ gồm đơn theo mẫu, bản sao thẻ học sinh, giấy giới thiệu của trường.',
      'Hồ sơ gồm đơn của trường.',
    ],
  },
  'and so is one within a sentence': {
    parts: says('1. Ban quản lý gồm trưởng ban, thư ký và một học sinh.'),
    quotes: ['Ban quản lý gồm trưởng ban, thư ký và một học sinh.'],
    others: [
      'Ban quản lý gồm trưởng ban, thư ký.',
      'Ban quản lý gồm trưởng ban và một học sinh.',
      'Ban quản lý gồm trưởng ban.',
    ],
  },
  'what stands before «thì» is no fact': {
    parts: says('1. Học sinh là khách thường xuyên của phòng, thành viên câu lạc bộ thì được mượn tài liệu.'),
    quotes: ['Học sinh là khách thường xuyên của phòng, thành viên câu lạc bộ thì được mượn tài liệu.'],
    others: ['Học sinh là khách thường xuyên của phòng, thành viên câu lạc bộ.'],
  },
  'what is denied of something is not told of more': {
    parts: says('1. Không bán vé cho khách lẻ, khách đi theo đoàn dưới 5 người và ngoài giờ.'),
    quotes: ['Không bán vé cho khách lẻ, khách đi theo đoàn dưới 5 người và ngoài giờ.'],
    others: ['Không bán vé cho khách lẻ và ngoài giờ.'],
  },
  'a name is not cut at its «và»': {
    parts: says('1. Trường nộp báo cáo cho Sở Giáo dục và Đào tạo và Ủy ban nhân dân phường.'),
    quotes: ['Trường nộp báo cáo cho Sở GDĐT và UBND phường.'],
    others: ['Trường nộp báo cáo cho Sở Giáo dục.', 'Trường nộp báo cáo cho Sở Giáo dục và Ủy ban nhân dân phường.'],
  },
  'nor is one of several conditions left out': {
    parts: says('1. Khách được chụp ảnh khi trưởng nhóm đồng ý và bảo vệ có mặt.'),
    quotes: ['Khách được chụp ảnh khi trưởng nhóm đồng ý và bảo vệ có mặt.'],
    others: ['Khách được chụp ảnh khi trưởng nhóm đồng ý.', 'Khách được chụp ảnh khi bảo vệ có mặt.'],
  },
  'items of other lists are said whole and in their order': {
    parts: says(
      '1. Khách tham quan được giúp như sau:',
      'a) Nghe kể chuyện;',
      'b) Xem phim tư liệu nếu đi theo lớp;',
      'c) Chụp ảnh.',
    ),
    quotes: ['Khách tham quan được giúp nghe kể chuyện; chụp ảnh.', 'Khách tham quan được giúp là nghe kể chuyện.'],
    others: [
      'Khách tham quan được giúp xem phim tư liệu.',
      'Khách tham quan được giúp chụp ảnh; nghe kể chuyện; xem phim.',
      'Khách tham quan được giúp kể chuyện.',
    ],
  },
  'a row says which it is': {
    parts: [
      { text: '1', alone: 'Vé năm (từ 6 đến dưới 12 tuổi) – Phòng truyền thống – mức thu 90.000 đồng/người' },
      { text: '2', alone: 'Vé năm (từ 12 đến dưới 18 tuổi) – Phòng truyền thống – mức thu 120.000 đồng/người' },
    ],
    quotes: [
      'Mức thu vé năm của phòng truyền thống từ 6 đến dưới 12 tuổi là 90.000 đồng/người.',
      'Vé năm từ 12 đến dưới 18 tuổi, mức thu là 120 nghìn đồng/người.',
    ],
    others: [
      'Mức thu vé năm của phòng truyền thống là 90.000 đồng/người.',
      'Vé năm từ 6 đến dưới 12 tuổi, mức thu là 120.000 đồng/người.',
      'Vé năm từ 6 đến dưới 18 tuổi, mức thu là 90.000 đồng/người.',
      'Vé năm từ 12 đến dưới 18 tuổi, mức thu là 120.000 đồng.',
    ],
  },
  'the name of a school says nothing of the level of its row': {
    parts: [
      {
        text: '1',
        alone: 'Trung học cơ sở – Trường Trung học cơ sở - Trung học phổ thông Hoa Sen – mức thu 900.000 đồng/tháng',
      },
      {
        text: '2',
        alone:
          'Trung học phổ thông – Trường Trung học cơ sở - Trung học phổ thông Hoa Sen – mức thu 1.200.000 đồng/tháng',
      },
    ],
    quotes: ['Trung học cơ sở, Trường Trung học cơ sở - Trung học phổ thông Hoa Sen có mức thu 900.000 đồng/tháng.'],
    others: [
      'Trung học cơ sở, Trường Trung học cơ sở - Trung học phổ thông Hoa Sen có mức thu 1.200.000 đồng/tháng.',
      'Mức thu trung học cơ sở Trường Hoa Sen là 1.200.000 đồng/tháng.',
    ],
  },
  'an address on the net stands as it stands': {
    parts: says('1. Khách đăng ký tại trang phong-truyen-thong.truong.edu.vn hoặc tại cổng trường.'),
    quotes: ['Khách đăng ký tại trang phong-truyen-thong.truong.edu.vn hoặc tại cổng trường.'],
    others: ['Khách đăng ký tại trang truong.edu.vn hoặc tại cổng trường.', 'Khách đăng ký tại trang edu.vn.'],
  },
};

describe('a sentence is read as it was written only as a quotation', () => {
  const cases = Object.entries(CASES);
  it.each(cases)('%s', (_, { parts, quotes, others }) => {
    for (const sentence of quotes)
      expect([sentence, verifySentence(sentence, [passage(parts)])?.faults]).toEqual([sentence, []]);
    for (const sentence of others) expect(verifySentence(sentence, [passage(parts)])?.faults, sentence).not.toEqual([]);
  });

  it('and whatever words are thrown together, nothing is read that the passage does not say', () => {
    const texts = Object.values(CASES).map(({ parts }) => parts);
    const words = [...new Set(texts.flat().flatMap(({ text = '', alone = '' }) => `${text} ${alone}`.split(/\s+/u)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.constantFrom(...words, 'không', 'được', '99.000', 'Hiệu trưởng'), { minLength: 1, maxLength: 14 }),
        (parts, thrown) => {
          const source = passage(parts);
          const shown = verifySentence(thrown.join(' '), [source]);
          if (!shown?.source) return;
          const held = new Set(
            [
              source.passage.text,
              ...parts.map(({ alone = '' }) => alone),
              ...source.passage.headings,
              source.document.title,
            ]
              .flatMap(markedWords)
              .map(({ word }) => word),
          );
          const strange = markedWords(shown.sentence).filter(({ word }) => !held.has(word) && !ROW_JOINING.has(word));
          expect(strange).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a sentence that is no quotation', () => {
  const source = passage(
    CASES['an item is said behind what leads up to its list, where that forbids or narrows']?.parts ?? [],
  );

  it('is replaced by the statement that it means, behind what leads up to it', () => {
    const shown = verifySentence('Dạ, con đừng chạm vào hiện vật nhé, trong phòng truyền thống không được đâu ạ.', [
      source,
    ]);
    expect(shown?.sentence).toBe('Trong phòng truyền thống không được: Chạm vào hiện vật; (…).');
  });

  it('is replaced by the whole list where that names all there is', () => {
    const held = passage(CASES['a list that names all there is is said whole']?.parts ?? []);
    const shown = verifySentence('Dạ hồ sơ con chỉ cần đơn theo mẫu với bản sao thẻ học sinh thôi ạ.', [held]);
    expect(shown?.sentence).toBe(
      'Hồ sơ gồm: Đơn theo mẫu; Bản sao thẻ học sinh; Giấy giới thiệu của trường nếu đi theo lớp.',
    );
  });

  it('holds the beginning of a long sentence, which says whose it is', () => {
    const long = 'nhận túi của khách vào tủ có khóa và ghi tên khách vào sổ theo mẫu của trường '.repeat(5);
    const held = passage(says(`1. Bảo vệ ${long.trim()}; trả túi khi khách ra về; khóa cổng lúc 17 giờ.`));
    const shown = verifySentence('Dạ lúc 17 giờ thì bác bảo vệ khóa cổng ạ.', [held])?.sentence;
    expect(shown).toMatch(/^Bảo vệ nhận túi .*; \(…\); khóa cổng lúc 17 giờ\.$/u);
  });

  it('brings the number that is said, where that stands in another statement', () => {
    const held = passage(
      says('1. Điểm thưởng được cộng vào tổng điểm thi đua của lớp.', 'a) Lớp có hiện vật được cộng 2,5 điểm.'),
    );
    const shown = verifySentence(
      'Điểm thưởng được cộng vào tổng điểm thi đua của lớp, lớp có hiện vật được 2,5 điểm.',
      [held],
    );
    expect(shown?.sentence).toContain('Lớp có hiện vật được cộng 2,5 điểm.');
  });

  it('says by «(…)» that a longer list goes on', () => {
    const papers = [
      'giấy khai sinh',
      'học bạ',
      'thẻ thư viện',
      'phiếu tiêm chủng',
      'ảnh chân dung',
      'biên lai',
      'giấy mời',
    ];
    const items = papers.map((paper, index) => `- ${paper} ${'rất dài '.repeat(14)}loại ${index + 1};`);
    const held = passage([
      { text: '1. Hồ sơ gồm:' },
      ...items.map((text) => ({ text, address: `${ARTICLE}, khoản 1, ý 1` })),
    ]);
    expect(verifySentence('Dạ hồ sơ của con có học bạ ạ.', [held])?.sentence).toMatch(
      /^Hồ sơ gồm: học bạ (?:rất dài )+loại 2; \(…\)\.$/u,
    );
  });

  it.each([
    ['begins before the passage', [{ text: 'c) Đơn theo mẫu.', address: `${ARTICLE}, khoản 2, điểm c` }]],
    [
      'goes on behind it',
      [
        { text: '2. Hồ sơ gồm:', address: `${ARTICLE}, khoản 2` },
        { text: 'a) Đơn theo mẫu;', address: `${ARTICLE}, khoản 2, điểm a` },
      ],
    ],
  ])('says so where the list %s', (_, parts) => {
    const held = passage(parts, [`${ARTICLE}. Sử dụng phòng truyền thống`, '2. Hồ sơ gồm:']);
    expect(verifySentence('Hồ sơ gồm đơn theo mẫu.', [held])?.sentence).toBe('Hồ sơ gồm: Đơn theo mẫu; (…).');
  });

  it('is read behind the words that forbid it, though they stand above the passage', () => {
    const held = passage(
      [{ text: 'c) Chạm vào hiện vật;', address: `${ARTICLE}, khoản 2, điểm c` }],
      [`${ARTICLE}. Sử dụng phòng truyền thống`, '2. Khách tham quan không được:'],
    );
    expect(verifySentence('Chạm vào hiện vật.', [held])?.sentence).toBe(
      'Khách tham quan không được: Chạm vào hiện vật.',
    );
    expect(verifySentence('Khách tham quan không được chạm vào hiện vật.', [held])?.faults).toEqual([]);
  });

  it('is left out where no statement holds most of what it says', () => {
    expect(verifySentence('Học sinh được giảm nửa tiền vé xem phim vào thứ bảy.', [source])?.source).toBeNull();
  });

  it('is nothing where it holds courtesy alone', () => {
    expect(verifySentence('Dạ vâng ạ.', [source])).toBeNull();
  });

  it('may not point back to what was said otherwise', () => {
    const held = passage(says('1. Vé tháng do bảo vệ bán.', 'a) Vé do bảo vệ bán có giá trị 30 ngày.'));
    const sentence = 'Vé này do bảo vệ bán có giá trị 30 ngày.';
    expect(verifySentence(sentence, [held])?.faults).toEqual([]);
    expect(verifySentence(sentence, [held], false)?.sentence).toBe('Vé do bảo vệ bán có giá trị 30 ngày.');
  });
});
