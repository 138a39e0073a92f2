import type { QuotedPassage } from '../quoted-passages.ts';
import { FOURTH_FURTHER_PASSAGES } from './fourth-further-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the three suites before: their own
 * words, in places shortened; addresses and days serve the tests.
 */
export const FOURTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'tuổi vào học': {
    number: '32/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-15',
    address: 'Điều 33',
    headings: ['Điều 33. Tuổi của học sinh trường trung học'],
    parts: [
      {
        address: 'Điều 33, khoản 2',
        text: '2. Học sinh là người dân tộc thiểu số, học sinh khuyết tật, học sinh có hoàn cảnh đặc biệt khó khăn, học sinh ở nước ngoài về nước có thể vào cấp học ở tuổi cao hơn 03 tuổi so với tuổi quy định.',
      },
      { address: 'Điều 33, khoản 3', text: '3. Học sinh không được lưu ban quá 03 lần trong một cấp học.' },
      {
        address: 'Điều 33, khoản 4',
        text: '4. Học sinh có thể lực tốt và phát triển sớm về trí tuệ có thể vào học trước tuổi hoặc học vượt lớp trong phạm vi cấp học. Việc xem xét đối với từng trường hợp cụ thể được thực hiện theo các bước sau:',
      },
      {
        address: 'Điều 33, khoản 4, điểm a',
        text: 'a) Cha mẹ hoặc người đỡ đầu có đơn đề nghị với nhà trường;',
      },
      {
        address: 'Điều 33, khoản 4, điểm b',
        text: 'b) Hiệu trưởng thành lập Hội đồng khảo sát, tư vấn gồm thành phần cơ bản sau: đại diện của Lãnh đạo trường và Ban đại diện cha mẹ học sinh của trường; giáo viên dạy lớp học sinh đang theo học;',
      },
      {
        address: 'Điều 33, khoản 4, điểm c',
        text: 'c) Căn cứ kết quả khảo sát của Hội đồng khảo sát, tư vấn, hiệu trưởng xem xét, quyết định.',
      },
    ],
  },
  'kỷ luật học sinh': {
    number: '32/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-15',
    address: 'Điều 37–38',
    headings: ['Điều 37. Các hành vi học sinh không được làm', 'Điều 38. Khen thưởng và kỷ luật'],
    parts: [
      { address: 'Điều 37, khoản 2', text: '2. Gian lận trong học tập, kiểm tra, thi, tuyển sinh.' },
      {
        address: 'Điều 37, khoản 4',
        text: '4. Sử dụng điện thoại di động, các thiết bị khác khi đang học tập trên lớp không phục vụ cho việc học tập và không được giáo viên cho phép.',
      },
      {
        address: 'Điều 38, khoản 2',
        text: '2. Học sinh vi phạm khuyết điểm trong quá trình học tập, rèn luyện được giáo dục hoặc xử lý kỷ luật theo các hình thức sau đây:',
      },
      {
        address: 'Điều 38, khoản 2, điểm a',
        text: 'a) Nhắc nhở, hỗ trợ, giúp đỡ trực tiếp để học sinh khắc phục khuyết điểm.',
      },
      {
        address: 'Điều 38, khoản 2, điểm b',
        text: 'b) Khiển trách, thông báo với cha mẹ học sinh nhằm phối hợp giúp đỡ học sinh khắc phục khuyết điểm.',
      },
      {
        address: 'Điều 38, khoản 2, điểm c',
        text: 'c) Tạm dừng học ở trường có thời hạn và thực hiện các biện pháp giáo dục khác theo quy định của Bộ Giáo dục và Đào tạo.',
      },
    ],
  },
  'điểm ưu tiên': {
    number: '30/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế tuyển sinh trung học cơ sở và trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-30',
    address: 'Điều 14',
    headings: ['Điều 14. Tuyển thẳng, chế độ ưu tiên, khuyến khích'],
    parts: [
      {
        address: 'Điều 14, khoản 1',
        text: '1. Tuyển thẳng vào trung học phổ thông các đối tượng sau đây:',
      },
      {
        address: 'Điều 14, khoản 1, điểm a',
        text: 'a) Học sinh trường phổ thông dân tộc nội trú cấp trung học cơ sở;',
      },
      {
        address: 'Điều 14, khoản 1, điểm b',
        text: 'b) Học sinh là người dân tộc thiểu số rất ít người;',
      },
      { address: 'Điều 14, khoản 1, điểm c', text: 'c) Học sinh là người khuyết tật;' },
      {
        address: 'Điều 14, khoản 2',
        text: '2. Điểm ưu tiên được cộng vào tổng điểm xét tuyển tính theo thang điểm 10 (mười) đối với mỗi môn thi. Trong đó, nhóm 1 được cộng 2,0 điểm; nhóm 2 được cộng 1,5 điểm; nhóm 3 được cộng 1,0 điểm.',
      },
      {
        address: 'Điều 14, khoản 2, điểm a',
        text: 'a) Nhóm đối tượng 1: con liệt sĩ; con thương binh mất sức lao động 81% trở lên; con bệnh binh mất sức lao động 81% trở lên;',
      },
      {
        address: 'Điều 14, khoản 2, điểm b',
        text: 'b) Nhóm đối tượng 2: con của Anh hùng lực lượng vũ trang; con thương binh mất sức lao động dưới 81%; con bệnh binh mất sức lao động dưới 81%;',
      },
      {
        address: 'Điều 14, khoản 2, điểm c',
        text: 'c) Nhóm đối tượng 3: người có cha hoặc mẹ là người dân tộc thiểu số; người dân tộc thiểu số; học sinh ở vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn.',
      },
      {
        address: 'Điều 14, khoản 3',
        text: '3. Điểm khuyến khích được cộng vào tổng điểm xét tuyển. Trong đó giải nhất được cộng 1,5 điểm; giải nhì được cộng 1,0 điểm; giải ba được cộng 0,5 điểm.',
      },
    ],
  },
  'phúc khảo': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 37',
    headings: ['Điều 37. Phúc khảo bài thi'],
    parts: [
      {
        address: 'Điều 37, khoản 2',
        text: '2. Nơi thí sinh ĐKDT nhận đơn phúc khảo của thí sinh trong thời hạn 10 ngày kể từ ngày công bố điểm thi và chuyển dữ liệu thí sinh có đơn phúc khảo bài thi đến Hội đồng thi. Trong thời hạn 15 ngày kể từ ngày hết hạn nhận đơn phúc khảo, Hội đồng thi phải công bố và thông báo kết quả phúc khảo cho thí sinh.',
      },
    ],
  },
  'vi phạm quy chế thi': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 57',
    headings: ['Điều 57. Xử lý thí sinh vi phạm Quy chế thi'],
    parts: [
      {
        address: 'Điều 57, khoản 1, điểm a',
        text: 'a) Khiển trách đối với những thí sinh phạm lỗi một lần: nhìn bài hoặc trao đổi bài với thí sinh khác;',
      },
      { address: 'Điều 57, khoản 1, điểm b', text: 'b) Hình thức này do Giám thị quyết định tại biên bản được lập.' },
      {
        address: 'Điều 57, khoản 3, điểm b',
        text: 'b) Giám thị lập biên bản, thu tang vật (nếu có) và báo cáo Trưởng Điểm thi quyết định hình thức đình chỉ thi. Thí sinh bị đình chỉ thi phải nộp bài thi, đề thi, giấy nháp cho Giám thị, phải ra khỏi phòng thi ngay sau khi có quyết định và chỉ được rời khỏi khu vực thi khi hết thời gian của buổi thi;',
      },
      {
        address: 'Điều 57, khoản 4, điểm a',
        text: 'a) Thí sinh bị khiển trách trong khi thi bài thi nào sẽ bị trừ 25% tổng số điểm bài thi của bài thi đó;',
      },
      {
        address: 'Điều 57, khoản 4, điểm b',
        text: 'b) Thí sinh bị cảnh cáo trong khi thi bài thi nào sẽ bị trừ 50% tổng số điểm bài thi của bài thi đó;',
      },
      {
        address: 'Điều 57, khoản 4, điểm đ',
        text: 'đ) Thí sinh bị đình chỉ thi bài thi nào sẽ bị điểm 0 (không) bài thi đó và không được tiếp tục dự thi các bài thi tiếp theo;',
      },
    ],
  },
  ...FOURTH_FURTHER_PASSAGES,
};
