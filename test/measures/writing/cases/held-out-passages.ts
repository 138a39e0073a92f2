import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to both suites before: their own words,
 * in places shortened; addresses and days serve the tests.
 */
export const HELD_OUT_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'mầm non': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 26',
    headings: ['Điều 26. Cơ sở giáo dục mầm non'],
    parts: [
      {
        address: 'Điều 26, khoản 1',
        text: '1. Nhà trẻ, nhóm trẻ độc lập nhận trẻ em từ 03 tháng tuổi đến 03 tuổi;',
      },
      {
        address: 'Điều 26, khoản 2',
        text: '2. Trường mẫu giáo, lớp mẫu giáo độc lập nhận trẻ em từ 03 tuổi đến 06 tuổi;',
      },
      {
        address: 'Điều 26, khoản 3',
        text: '3. Trường mầm non, lớp mầm non độc lập là cơ sở giáo dục kết hợp nhà trẻ và mẫu giáo, nhận trẻ em từ 03 tháng tuổi đến 06 tuổi.',
      },
    ],
  },
  'kỷ niệm chương': {
    number: '29/2023/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Hướng dẫn công tác thi đua, khen thưởng ngành Giáo dục',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2023-12-29',
    address: 'Điều 8',
    headings: ['Điều 8. Tiêu chuẩn xét tặng Kỷ niệm chương'],
    parts: [
      {
        address: 'Điều 8, khoản 1, điểm a',
        text: 'Nhà giáo, cán bộ quản lý giáo dục tại các cơ sở giáo dục và cơ quan quản lý giáo dục có thời gian công tác trong ngành Giáo dục từ 20 năm trở lên.',
      },
      {
        address: 'Điều 8, khoản 1, điểm a',
        text: 'Thời gian chịu kỷ luật không được tính để xét tặng Kỷ niệm chương;',
      },
      {
        address: 'Điều 8, khoản 1, điểm b',
        text: 'Cá nhân đang công tác từ 05 năm trở lên ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn theo quy định của Thủ tướng Chính phủ được xét tặng Kỷ niệm chương sớm hơn so với thời gian quy định tại điểm a khoản này là 05 năm.',
      },
    ],
  },
  'hội đồng': {
    number: '52/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường mầm non',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-12-31',
    address: 'Điều 11',
    headings: ['Điều 11. Hội đồng thi đua khen thưởng, hội đồng kỷ luật, hội đồng tư vấn'],
    parts: [
      {
        address: 'Điều 11, khoản 1',
        text: 'Hội đồng thi đua khen thưởng do hiệu trưởng thành lập vào đầu mỗi năm học. Hiệu trưởng là chủ tịch hội đồng thi đua khen thưởng. Số lượng thành viên trong hội đồng thi đua khen thưởng là số lẻ.\nChủ tịch hội đồng thi đua khen thưởng triệu tập họp hội đồng định kỳ vào đầu năm học, cuối học kỳ I, cuối năm học và họp đột xuất khi có yêu cầu công việc.',
      },
      {
        address: 'Điều 11, khoản 2',
        text: '2. Hội đồng kỷ luật được thành lập để xét hoặc xóa kỷ luật đối với người vi phạm theo từng vụ việc.',
      },
    ],
  },
  'trường tư thục': {
    number: '48/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế tổ chức và hoạt động của trường tư thục',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-30',
    address: 'Điều 12',
    headings: ['Điều 12. Hội đồng trường'],
    parts: [
      { address: 'Điều 12, khoản 2', text: 'Hội đồng trường là số lẻ, ít nhất là 05 người và không quá 15 người.' },
    ],
  },
};
