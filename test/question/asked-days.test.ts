import { describe, expect, it } from 'vitest';
import { missesAskedDay } from '../../knowledge/question/asked-days.ts';

describe('a question for a day or an hour', () => {
  it.each([
    ['Giải bóng đá học sinh năm nay khai mạc khi nào?', 'Học sinh tham gia giải bóng đá được khen thưởng.'],
    ['hôm nào phát sách giáo khoa mới', 'Sách giáo khoa do nhà trường lựa chọn trong 10 ngày làm việc.'],
    ['trường mấy giờ tan học', 'Giáo viên đón và trả trẻ, ngày 05/9 khai giảng.'],
  ])('«%s» is not answered by «%s», which tells none', (question, text) => {
    expect(missesAskedDay(question, [text])).toBe(true);
  });

  it.each([
    ['đăng ký lớp 6 từ ngày mấy', 'Lớp 6: từ ngày 07/7/2026 đến hết ngày 09/7/2026.'],
    ['kế hoạch phải công bố trước ngày nào', 'Kế hoạch được công bố trước ngày 31 tháng 3 hằng năm.'],
    ['nộp hồ sơ chậm nhất ngày nào', 'Nộp hồ sơ trong thời hạn 10 ngày làm việc.'],
    ['phường tiếp dân từ mấy giờ', 'Buổi chiều từ 13 giờ 30.'],
    ['khi nào học sinh được lên lớp', 'Học sinh đạt mọi môn thì được lên lớp.'],
    ['gửi con mỗi ngày bao nhiêu tiền', 'Trông giữ ngày nghỉ: 96.000 đồng.'],
    ['thời hạn tính từ ngày nào', 'Thời hạn tính từ khi nhận đủ hồ sơ.'],
    ['học phí lớp 1 bao nhiêu', 'Học phí do Hội đồng nhân dân quy định.'],
  ])('«%s» may be answered by «%s»', (question, text) => {
    expect(missesAskedDay(question, [text])).toBe(false);
  });

  it('needs the day in one of the texts alone', () => {
    const texts = ['Nhà trường tổ chức ngày hội.', 'Ngày hội: thứ Bảy ngày 16/01/2027.'];
    expect(missesAskedDay('ngày hội là hôm nào', texts)).toBe(false);
    expect(missesAskedDay('ngày hội là hôm nào', texts.slice(0, 1))).toBe(true);
  });
});
