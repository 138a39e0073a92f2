import { describe, expect, it } from 'vitest';
import { verifySentence } from '../../knowledge/writing/verify-sentence.ts';
import { ARTICLE, foundArticle } from '../measures/writing/quoted-passages.ts';

const source = (...texts: readonly string[]) =>
  foundArticle(texts.map((text, index) => ({ address: `${ARTICLE}, khoản ${index + 1}`, text })));

/** What a passage says, a true sentence about it, and one in which one thing of it is another. */
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
  it.each(EXCHANGED)('is not read: %s', (_, passage, honest, hostile) => {
    const held = source(...passage);
    expect(verifySentence(honest, [held])?.source).not.toBeNull();
    const shown = verifySentence(hostile, [held]);
    expect(shown?.faults).not.toEqual([]);
    // What is read instead are the passage's own statements.
    if (shown?.source) expect(passage.join(' ')).toContain(shown.sentence.replace(/\.$/u, '').split('. ')[0]);
  });

  it('is told by the words that no passage has', () => {
    const [shown] = [
      verifySentence('Trưởng nhóm đánh bóng tủ hiện vật.', [source('Trưởng nhóm giữ chìa khóa tủ hiện vật.')]),
    ];
    expect(shown?.faults[0]?.words).toBe('đánh bóng');
  });
});
