import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../knowledge/writing/check-sentence.ts';
import { foundPassage } from '../measures/writing/quoted-passages.ts';

const ARTICLE = 'Điều 7';
const source = (...texts: readonly string[]) =>
  foundPassage('nội quy', {
    number: '16/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định về phòng truyền thống',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-02-10',
    address: ARTICLE,
    headings: [`${ARTICLE}. Sử dụng phòng truyền thống`],
    parts: texts.map((text, index) => ({ address: `${ARTICLE}, khoản ${index + 1}`, text })),
  });

/** What a passage says, a sentence that says it again, and one in which one thing of it is another. */
const EXCHANGED: readonly (readonly [what: string, passage: readonly string[], honest: string, hostile: string])[] = [
  [
    'another body of the same passage',
    ['Trưởng nhóm giữ chìa khóa tủ hiện vật.', 'Thư ký lập biên bản khi mở tủ hiện vật.'],
    'Dạ, chìa khóa tủ hiện vật do Trưởng nhóm giữ ạ.',
    'Dạ, chìa khóa tủ hiện vật do thư ký giữ ạ.',
  ],
  [
    'another time',
    ['Máy chiếu phải được kiểm tra trước khi sử dụng.', 'Danh sách khách được lưu sau khi kết thúc buổi tham quan.'],
    'Máy chiếu phải được kiểm tra trước khi sử dụng.',
    'Máy chiếu phải được kiểm tra sau khi kết thúc buổi tham quan.',
  ],
  [
    'until another time',
    ['Thẻ tham quan có giá trị đến hết cấp học.', 'Sổ khách tham quan được thay vào cuối năm học.'],
    'Thẻ tham quan có giá trị đến hết cấp học.',
    'Thẻ tham quan có giá trị đến hết năm học.',
  ],
  [
    'what is not included',
    ['Phí tham quan (không bao gồm tiền xe) do nhà trường thỏa thuận với cha mẹ học sinh.'],
    'Phí tham quan không bao gồm tiền xe.',
    'Phí tham quan bao gồm cả tiền xe.',
  ],
  [
    'how often',
    ['Tổ hướng dẫn họp ít nhất hai tuần một lần.'],
    'Tổ hướng dẫn họp ít nhất hai tuần một lần.',
    'Tổ hướng dẫn họp ít nhất một tuần một lần.',
  ],
  [
    'how many',
    ['Mỗi lượt tham quan được một hướng dẫn viên đi cùng.'],
    'Mỗi lượt tham quan được một hướng dẫn viên đi cùng.',
    'Mỗi lượt tham quan được hai hướng dẫn viên đi cùng.',
  ],
  [
    'another rank',
    ['Bài dự thi đạt giải nhì được trưng bày 6 tháng.', 'Bài dự thi đạt giải ba được trưng bày 3 tháng.'],
    'Bài dự thi đạt giải ba được trưng bày 3 tháng.',
    'Bài dự thi đạt giải ba được trưng bày 6 tháng.',
  ],
  [
    'consent where something is only made known',
    ['Nhóm tham quan quá 50 người phải báo trước cho ban quản lý.', 'Việc chụp ảnh phải được ban quản lý đồng ý.'],
    'Nhóm tham quan quá 50 người phải báo trước cho ban quản lý.',
    'Nhóm tham quan quá 50 người phải được ban quản lý đồng ý.',
  ],
  [
    'one of those who are denied something',
    ['Hướng dẫn viên không đồng thời giữ chức danh trưởng nhóm, thủ quỹ.'],
    'Hướng dẫn viên không đồng thời giữ chức danh trưởng nhóm, thủ quỹ.',
    'Hướng dẫn viên được đồng thời giữ chức danh thủ quỹ.',
  ],
  [
    'a duty where something is encouraged',
    ['Khuyến khích cựu học sinh viết kỷ niệm; tặng hiện vật cho phòng truyền thống.'],
    'Khuyến khích cựu học sinh tặng hiện vật cho phòng truyền thống.',
    'Cựu học sinh phải tặng hiện vật cho phòng truyền thống.',
  ],
  [
    'one of two told of the other',
    ['Khách khiếm thính được nghe kể bằng ngôn ngữ ký hiệu, khách khiếm thị được nghe kể bằng băng ghi âm.'],
    'Khách khiếm thính được nghe kể bằng ngôn ngữ ký hiệu.',
    'Khách khiếm thính được nghe kể bằng băng ghi âm.',
  ],
  [
    'a number that only the address holds',
    ['Nhóm nhỏ tham quan trong giờ nghỉ.', 'Mỗi nhóm ở trong phòng không quá 45 phút.'],
    'Mỗi nhóm ở trong phòng không quá 45 phút.',
    'Mỗi nhóm ở trong phòng không quá 2 phút.',
  ],
];

describe('a sentence in which one thing is another', () => {
  it.each(EXCHANGED)('is refused: %s', (_, passage, honest, hostile) => {
    expect(checkSentence(honest, [source(...passage)])).toEqual([]);
    expect(checkSentence(hostile, [source(...passage)])).not.toEqual([]);
  });

  it('is told by the words that leave the statement', () => {
    const [, passage = [], , hostile = ''] = EXCHANGED[0] ?? [];
    const faults = checkSentence(hostile, [source(...passage)]);
    expect(faults.find(({ kind }) => kind === 'foreign')?.words).toBe('thư ký');
  });

  it('need not name what an earlier one named', () => {
    const held = source('Đối với khách nước ngoài, việc đăng ký được thực hiện qua trang của trường.');
    const second = 'Việc đăng ký được thực hiện qua trang của trường.';
    expect(checkSentence(second, [held])).not.toEqual([]);
    expect(checkSentence(second, [held], [], ['Quy định này dành cho khách nước ngoài.'])).toEqual([]);
  });
});
