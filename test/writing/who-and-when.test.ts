import { describe, expect, it } from 'vitest';
import type { PassagePart } from '../../knowledge/document.ts';
import { verifySentence } from '../../knowledge/writing/verify-sentence.ts';
import { ARTICLE, foundArticle } from '../measures/writing/quoted-passages.ts';

const under = (...texts: readonly string[]): readonly PassagePart[] =>
  texts.map((text) => ({ address: `${ARTICLE}, khoản 1`, text }));

function shown(sentence: string, parts: readonly PassagePart[], heading = 'Quy định chung') {
  return verifySentence(sentence, [foundArticle(parts, [`${ARTICLE}. ${heading}`])]);
}

interface Told {
  readonly parts: readonly PassagePart[];
  readonly heading?: string;
  readonly honest: readonly string[];
  readonly hostile: readonly string[];
}

const TOLD: Readonly<Record<string, Told>> = {
  'a title above items says whose they are': {
    parts: under(
      '(1) Nhiệm vụ của giáo viên',
      '- Chuẩn bị đồ dùng dạy học trước giờ lên lớp.',
      '(2) Nhiệm vụ của nhân viên',
      '- Khóa cửa phòng thí nghiệm sau mỗi buổi thực hành.',
    ),
    honest: [
      'Dạ, thầy cô phải chuẩn bị đồ dùng dạy học trước giờ lên lớp ạ.',
      'Nhân viên khóa cửa phòng thí nghiệm sau mỗi buổi thực hành.',
    ],
    hostile: [
      'Dạ, cha mẹ phải chuẩn bị đồ dùng dạy học trước giờ lên lớp ạ.',
      'Giáo viên khóa cửa phòng thí nghiệm sau mỗi buổi thực hành.',
      'Dạ, nhân viên chuẩn bị đồ dùng dạy học trước giờ lên lớp ạ.',
    ],
  },
  'a heading says whose the rights under it are': {
    parts: under('1. Được mượn sách của thư viện.'),
    heading: 'Quyền của học sinh',
    honest: ['Dạ, học sinh được mượn sách của thư viện ạ.'],
    hostile: ['Dạ, giáo viên được mượn sách của thư viện ạ.'],
  },
  'who stands behind the day until which something is done is who does it': {
    parts: under('Chậm nhất 07 ngày trước buổi học đầu tiên, giáo viên phải nộp kế hoạch dạy học cho tổ chuyên môn.'),
    honest: ['Dạ, thầy cô nộp kế hoạch dạy học cho tổ chuyên môn chậm nhất 7 ngày trước buổi học đầu tiên ạ.'],
    hostile: ['Dạ, nhà trường phải nộp kế hoạch dạy học chậm nhất 7 ngày trước buổi học đầu tiên ạ.'],
  },
  'by whom something is done is told without their own name': {
    parts: under(
      'Mỗi đội có giáo viên phụ trách, đội trưởng và các thành viên. Đội trưởng do học sinh trong đội bầu chọn vào đầu mỗi học kỳ.',
    ),
    honest: ['Dạ, đội trưởng do học sinh trong đội bầu vào đầu mỗi học kỳ ạ.'],
    hostile: ['Dạ, đội trưởng do giáo viên phụ trách bầu chọn vào đầu mỗi học kỳ ạ.'],
  },
  'a passive may be turned round by who does it': {
    parts: under('Học sinh nghỉ ốm có giấy của bác sĩ thì được hiệu trưởng xác nhận thời gian nghỉ.'),
    honest: ['Hiệu trưởng xác nhận thời gian nghỉ cho học sinh nghỉ ốm có giấy của bác sĩ.'],
    hostile: ['Nhà nước xác nhận thời gian nghỉ cho học sinh nghỉ ốm có giấy của bác sĩ.'],
  },
  'figures that measure different things are said in one breath': {
    parts: under(
      '1. Học sinh gửi 02 bản đơn trực tiếp tại trường, qua bưu điện hoặc qua cổng dịch vụ công của trường trước ngày thực tập ít nhất 06 tuần.',
      '2. Quyết định thực tập đối với học sinh được gửi cho cơ sở thực hành trước ngày thực tập ít nhất 03 tuần và được lưu vào hồ sơ của học sinh.',
    ),
    honest: [
      'Dạ, học sinh gửi 2 bản đơn trước ngày thực tập ít nhất 6 tuần ạ.',
      'Dạ, quyết định thực tập được gửi cho cơ sở thực hành trước ngày thực tập ít nhất 3 tuần ạ.',
    ],
    hostile: ['Học sinh gửi đơn trước ngày thực tập ít nhất 03 tuần.'],
  },
  'twelve months are a year, and no school year': {
    parts: under('Nhà trường lưu sổ theo dõi đồ dùng trong 12 tháng.'),
    honest: ['Dạ, nhà trường lưu sổ theo dõi đồ dùng trong 1 năm ạ.'],
    hostile: [
      'Dạ, nhà trường lưu sổ theo dõi đồ dùng trong 2 năm ạ.',
      'Dạ, nhà trường lưu sổ theo dõi đồ dùng trong 1 năm học ạ.',
    ],
  },
  '«chỉ» says what is left free, granted under a limit, or set against another': {
    parts: under(
      'Khuyến khích nhà trường công khai thực đơn hằng tuần.',
      'Nhà trường được phép xem nhật ký học tập trong phạm vi cần thiết để hỗ trợ học sinh.',
      'Môn Vẽ được đánh giá bằng nhận xét.',
      'Môn Toán được đánh giá bằng nhận xét kết hợp bài viết.',
    ),
    honest: [
      'Dạ, việc công khai thực đơn hằng tuần chỉ là khuyến khích ạ.',
      'Dạ, nhà trường chỉ được xem nhật ký học tập trong phạm vi cần thiết để hỗ trợ học sinh ạ.',
      'Dạ, môn Vẽ chỉ đánh giá bằng nhận xét ạ.',
    ],
    hostile: [
      'Dạ, việc xem nhật ký học tập chỉ là khuyến khích ạ.',
      'Dạ, môn Toán chỉ đánh giá bằng nhận xét ạ.',
      'Dạ, nhà trường chỉ công khai thực đơn hằng tuần ạ.',
    ],
  },
  'each of those named after «đối với» may be told of alone': {
    parts: under(
      'Được miễn phí gửi xe đối với những học sinh ở xa trường, những học sinh có cha mẹ làm ca và những học sinh khuyết tật.',
    ),
    heading: 'Quyền của học sinh',
    honest: [
      'Dạ, học sinh có cha mẹ làm ca được miễn phí gửi xe ạ.',
      'Dạ, học sinh khuyết tật được miễn phí gửi xe ạ.',
    ],
    hostile: ['Dạ, học sinh được miễn phí gửi xe ạ.'],
  },
  'a condition that denies something may be named in short': {
    parts: under(
      'Trường hợp không chấp nhận đề nghị đổi lịch thực hành, nhà trường trả lời bằng văn bản cho giáo viên và nêu rõ lý do.',
    ),
    honest: ['Dạ, nếu không chấp nhận đề nghị thì nhà trường trả lời thầy cô bằng văn bản và nêu rõ lý do ạ.'],
    hostile: ['Dạ, nhà trường trả lời thầy cô bằng văn bản và nêu rõ lý do ạ.'],
  },
  'levels that the sources tell apart are not exchanged': {
    parts: under(
      'Tuyển sinh trình độ sơ cấp được thực hiện bằng xét tuyển.',
      'Tuyển sinh trình độ trung cấp được thực hiện bằng xét tuyển hoặc thi tuyển.',
    ),
    honest: ['Dạ, trình độ sơ cấp chỉ xét tuyển ạ.', 'Dạ, trình độ trung cấp xét tuyển hoặc thi tuyển ạ.'],
    hostile: [
      'Dạ, tuyển sinh trình độ sơ cấp được thực hiện bằng thi tuyển ạ.',
      'Dạ, tuyển sinh trình độ sơ cấp được thực hiện bằng xét tuyển hoặc thi tuyển ạ.',
      'Dạ, trình độ trung cấp chỉ xét tuyển ạ.',
    ],
  },
  'a home is no school': {
    parts: under('Giáo viên bảo vệ an toàn của trẻ trong thời gian trẻ ở nhà trường.'),
    honest: ['Dạ, cô giáo bảo vệ an toàn của bé trong thời gian bé ở nhà trường ạ.'],
    hostile: ['Dạ, cô giáo bảo vệ an toàn của bé trong thời gian bé ở nhà ạ.'],
  },
  'what is managed is to be managed, and obliges nobody else': {
    parts: under('Tài sản của nhà trường được quản lý, sử dụng đúng mục đích.', 'Học sinh được tham gia câu lạc bộ.'),
    honest: ['Dạ, tài sản của nhà trường phải được quản lý, sử dụng đúng mục đích ạ.'],
    hostile: ['Dạ, học sinh phải tham gia câu lạc bộ ạ.'],
  },
  'a heading exempts those who are listed under it': {
    parts: under('1. Học sinh là con của thương binh.', '2. Học sinh đang ở trung tâm bảo trợ.'),
    heading: 'Đối tượng được miễn tiền gửi xe',
    honest: ['Dạ, học sinh đang ở trung tâm bảo trợ được miễn tiền gửi xe ạ.'],
    hostile: [
      'Dạ, học sinh đang ở trung tâm bảo trợ không được miễn tiền gửi xe ạ.',
      'Dạ, học sinh đang ở trung tâm bảo trợ được miễn tiền đồng phục ạ.',
    ],
  },
  'a heading that takes its exemption back exempts nobody': {
    parts: under('1. Học sinh đang ở trung tâm bảo trợ.'),
    heading: 'Đối tượng không được miễn tiền gửi xe',
    honest: [],
    hostile: ['Dạ, học sinh đang ở trung tâm bảo trợ được miễn tiền gửi xe ạ.'],
  },
  'a way in which something is done is one that may be taken': {
    parts: under(
      'Cách thức thực hiện: đăng ký mượn sách trực tuyến qua trang của thư viện.',
      'Học sinh phải trả sách đúng hạn.',
    ),
    honest: ['Dạ, con có thể đăng ký mượn sách trực tuyến qua trang của thư viện ạ.'],
    hostile: ['Dạ, học sinh có thể trả sách đúng hạn ạ.'],
  },
  'who is told of in the same statement is nobody else': {
    parts: under('Nhà trường quy định số sách mà học sinh phải trả trước kỳ nghỉ hè, tính theo từng lớp.'),
    honest: ['Dạ, học sinh phải trả sách trước kỳ nghỉ hè, tính theo từng lớp ạ.'],
    hostile: ['Dạ, cha mẹ phải trả sách trước kỳ nghỉ hè, tính theo từng lớp ạ.'],
  },
  'the name of a school says nothing of the level of a row': {
    parts: [
      {
        address: 'Phụ lục, mục 1',
        text: '1 Trung học cơ sở – 900.000',
        alone:
          'Trung học cơ sở – Trường Trung học cơ sở - Trung học phổ thông Hoa Sen – mức thu 900.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 2',
        text: '2 Trung học phổ thông – 1.200.000',
        alone:
          'Trung học phổ thông – Trường Trung học cơ sở - Trung học phổ thông Hoa Sen – mức thu 1.200.000 đồng/học sinh/tháng',
      },
    ],
    honest: ['Dạ, cấp THCS ở trường Hoa Sen mức thu là 900.000 đồng/học sinh/tháng ạ.'],
    hostile: ['Dạ, con học cấp THCS ở trường Hoa Sen thì mức thu là 1.200.000 đồng/học sinh/tháng ạ.'],
  },
  'to whom a sentence speaks is no part of what it says': {
    parts: under('Học sinh nộp phiếu khám sức khỏe vào tuần đầu của năm học.'),
    honest: ['Dạ thưa phụ huynh, học sinh nộp phiếu khám sức khỏe vào tuần đầu của năm học ạ.'],
    hostile: ['Dạ thưa phụ huynh, nhà trường nộp phiếu khám sức khỏe vào tuần đầu của năm học ạ.'],
  },
};

describe('a sentence about who does something and when', () => {
  const cases = Object.entries(TOLD);
  it.each(cases)('%s: of what is true the statement is read', (_, { parts, heading, honest }) => {
    for (const sentence of honest)
      expect([sentence, shown(sentence, parts, heading)?.source === null]).toEqual([sentence, false]);
  });
  it.each(cases)('%s: what is false is not read', (_, { parts, heading, hostile }) => {
    for (const sentence of hostile) expect(shown(sentence, parts, heading)?.faults, sentence).not.toEqual([]);
  });
});
