import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of official texts over which the verifier was tuned first: their own words,
 * in places shortened; addresses and days serve the tests.
 */
export const TUNED_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'bán trú': {
    number: '60/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title:
      'Quy định danh mục các khoản thu và mức thu, cơ chế quản lý thu, chi đối với các dịch vụ phục vụ, hỗ trợ hoạt động giáo dục, đào tạo',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Phụ lục, mục 1–2',
    headings: ['Phụ lục. Danh mục các khoản thu và mức thu dịch vụ phục vụ, hỗ trợ hoạt động giáo dục, đào tạo'],
    parts: [
      {
        address: 'Phụ lục, mục 1.1.1',
        text: '1.1.1 Bữa sáng Đồng/học sinh/ngày 20.000',
        alone: 'Bữa sáng – Dịch vụ tiền ăn của học sinh – mức trần 20.000 đồng/học sinh/ngày',
      },
      {
        address: 'Phụ lục, mục 1.1.2',
        text: '1.1.2 Bữa trưa 35.000',
        alone: 'Bữa trưa – Dịch vụ tiền ăn của học sinh – mức trần 35.000 đồng/học sinh/ngày',
      },
      {
        address: 'Phụ lục, mục 1.2',
        text: '1.2 Dịch vụ chăm sóc bán trú Đồng/học sinh/tháng 235.000',
        alone: 'Dịch vụ chăm sóc bán trú – mức trần 235.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 1.3.1',
        text: '1.3.1 Mầm non Đồng/học sinh/năm học 200.000',
        alone: 'Mầm non – Dịch vụ trang thiết bị phục vụ bán trú – mức trần 200.000 đồng/học sinh/năm học',
      },
      {
        address: 'Phụ lục, mục 1.3.2',
        text: '1.3.2 Tiểu học, Trung học cơ sở 133.000',
        alone:
          'Tiểu học, Trung học cơ sở – Dịch vụ trang thiết bị phục vụ bán trú – mức trần 133.000 đồng/học sinh/năm học',
      },
      {
        address: 'Phụ lục, mục 2.1',
        text: '2.1 Dịch vụ trông giữ, chăm sóc trẻ em, học sinh ngoài giờ (bao gồm dịch vụ trông giữ trước và sau giờ học chính khóa, không bao gồm tiền ăn) Đồng/học sinh/giờ 12.000 1 giờ = 60 phút',
        alone:
          'Dịch vụ trông giữ, chăm sóc trẻ em, học sinh ngoài giờ (bao gồm dịch vụ trông giữ trước và sau giờ học chính khóa, không bao gồm tiền ăn) – mức trần 12.000 đồng/học sinh/giờ – 1 giờ = 60 phút',
      },
      {
        address: 'Phụ lục, mục 2.2',
        text: '2.2 Dịch vụ trông giữ, chăm sóc trẻ em, học sinh ngoài giờ (bao gồm dịch vụ trông giữ trong các ngày nghỉ, không bao gồm tiền ăn) Đồng/học sinh/ngày 96.000 1 ngày = 8 giờ',
        alone:
          'Dịch vụ trông giữ, chăm sóc trẻ em, học sinh ngoài giờ (bao gồm dịch vụ trông giữ trong các ngày nghỉ, không bao gồm tiền ăn) – mức trần 96.000 đồng/học sinh/ngày – 1 ngày = 8 giờ',
      },
    ],
  },
  'độ tuổi': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 28, khoản 1',
    headings: ['Điều 28. Cấp học và độ tuổi của giáo dục phổ thông'],
    parts: [
      {
        address: 'Điều 28, khoản 1',
        text: '1. Các cấp học và độ tuổi của giáo dục phổ thông được quy định như sau:',
      },
      {
        address: 'Điều 28, khoản 1, điểm a',
        text: 'a) Giáo dục tiểu học được thực hiện trong 05 năm học, từ lớp một đến hết lớp năm. Tuổi của học sinh vào học lớp một là 06 tuổi và được tính theo năm;',
      },
      {
        address: 'Điều 28, khoản 1, điểm b',
        text: 'b) Giáo dục trung học cơ sở được thực hiện trong 04 năm học, từ lớp sáu đến hết lớp chín. Học sinh vào học lớp sáu phải hoàn thành chương trình tiểu học. Tuổi của học sinh vào học lớp sáu là 11 tuổi và được tính theo năm;',
      },
      {
        address: 'Điều 28, khoản 1, điểm c',
        text: 'c) Giáo dục trung học phổ thông được thực hiện trong 03 năm học, từ lớp mười đến hết lớp mười hai. Học sinh vào học lớp mười phải có bằng tốt nghiệp trung học cơ sở. Tuổi của học sinh vào học lớp mười là 15 tuổi và được tính theo năm.',
      },
    ],
  },
  'phòng thi': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 21, khoản 3–4',
    headings: ['Điều 21. Trách nhiệm của thí sinh'],
    parts: [
      {
        address: 'Điều 21, khoản 3',
        text: 'Thí sinh đến chậm quá 15 phút sau khi có hiệu lệnh tính giờ làm bài sẽ không được dự thi buổi thi đó.',
      },
      {
        address: 'Điều 21, khoản 4, điểm a',
        text: 'Ngồi đúng vị trí có ghi số báo danh của mình; xuất trình Thẻ Căn cước/CCCD/Hộ chiếu, thẻ dự thi khi có yêu cầu của Giám thị hoặc người làm nhiệm vụ tại Điểm thi;',
      },
      {
        address: 'Điều 21, khoản 4, điểm b',
        text: 'Để phục vụ quá trình làm bài thi, thí sinh được mang vào phòng thi, gồm: Bút viết; thước kẻ; bút chì; tẩy chì; êke; thước vẽ đồ thị; dụng cụ vẽ hình; máy tính cầm tay không có chức năng soạn thảo văn bản, không có thẻ nhớ.',
      },
      {
        address: 'Điều 21, khoản 4, điểm c',
        text: 'nếu phát hiện đề thi thiếu trang hoặc rách, hỏng, nhòe, mờ phải báo cáo ngay với Giám thị, chậm nhất 05 (năm) phút từ thời điểm bắt đầu tính giờ làm bài;',
      },
      {
        address: 'Điều 21, khoản 4, điểm d',
        text: 'Đối với buổi thi tự luận, thí sinh chỉ được ra khỏi phòng thi sau 2/3 (hai phần ba) thời gian làm bài và phải nộp bài làm, đề thi và giấy nháp trước khi rời phòng thi, khu vực thi; đối với bài thi trắc nghiệm, thí sinh không được phép ra khỏi phòng thi trong suốt thời gian làm bài thi và thời gian giữa hai môn thi của bài thi tự chọn;',
      },
    ],
  },
  'tuyển sinh': {
    number: '30/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế tuyển sinh trung học cơ sở và trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-30',
    address: 'Điều 7–9',
    headings: ['Điều 7. Kế hoạch tuyển sinh', 'Điều 9. Phương thức tuyển sinh'],
    parts: [
      {
        address: 'Điều 7, khoản 1',
        text: 'Kế hoạch tuyển sinh trung học cơ sở bao gồm các nội dung cơ bản sau: đối tượng tuyển sinh; chỉ tiêu và địa bàn tuyển sinh; tiêu chí xét tuyển; thời gian xét tuyển và công bố kết quả tuyển sinh. Kế hoạch tuyển sinh trung học cơ sở được công bố trước ngày 31 tháng 3 hằng năm.',
      },
      { address: 'Điều 9, khoản 1', text: 'Hằng năm tổ chức 01 (một) lần tuyển sinh trung học phổ thông.' },
      {
        address: 'Điều 9, khoản 2',
        text: 'Tuyển sinh trung học phổ thông được tổ chức theo 01 (một) trong 03 (ba) phương thức: xét tuyển, thi tuyển, kết hợp thi tuyển với xét tuyển.',
      },
      {
        address: 'Điều 9, khoản 2, điểm a',
        text: 'Xét tuyển: căn cứ xét tuyển là kết quả rèn luyện và kết quả học tập các năm học theo chương trình giáo dục phổ thông cấp trung học cơ sở hoặc chương trình giáo dục thường xuyên cấp trung học cơ sở của đối tượng tuyển sinh, nếu lưu ban lớp nào thì lấy kết quả năm học lại của lớp đó.',
      },
      {
        address: 'Điều 9, khoản 3',
        text: 'Số lượng thí sinh trong mỗi phòng thi không quá 24 (hai mươi bốn) thí sinh, mỗi phòng thi bố trí 02 (hai) giám thị coi thi.',
      },
    ],
  },
  'cha mẹ học sinh': {
    number: '55/2011/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ Ban đại diện cha mẹ học sinh',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2011-11-22',
    address: 'Điều 6–9',
    headings: [
      'Điều 6. Nhiệm vụ và quyền của Ban đại diện cha mẹ học sinh trường',
      'Điều 9. Hoạt động của cha mẹ học sinh',
    ],
    parts: [
      {
        address: 'Điều 6, khoản 2, điểm c',
        text: 'Quyết định chi tiêu phục vụ các hoạt động của Ban đại diện cha mẹ học sinh từ nguồn ủng hộ, tài trợ tự nguyện theo quy định tại Điều 10 Điều lệ này.',
      },
      {
        address: 'Điều 9, khoản 1, điểm a',
        text: 'Trong năm học, tổ chức họp toàn thể cha mẹ học sinh lớp ba lần: Vào đầu năm học, khi kết thúc học kỳ một, khi kết thúc năm học và tổ chức họp bất thường khi có ít nhất 50% cha mẹ học sinh lớp yêu cầu;',
      },
      {
        address: 'Điều 9, khoản 1, điểm b',
        text: 'Việc tổ chức hay không tổ chức cuộc họp toàn thể cha mẹ học sinh trường do Ban đại diện cha mẹ học sinh trường quyết định.',
      },
    ],
  },
  'không khí': {
    number: '5095/SGDĐT-CTTTHSSV',
    kind: 'Công văn',
    title: 'Tăng cường biện pháp cấp bách về kiểm soát ô nhiễm môi trường không khí trên địa bàn Thành phố',
    issuer: 'Sở Giáo dục và Đào tạo Hà Nội',
    issuedOn: '2025-12-03',
    address: 'Toàn văn',
    headings: [],
    parts: [
      {
        address: 'đoạn 1',
        text: 'Thường xuyên cập nhật thông tin về chất lượng không khí, theo dõi chỉ số VN_AQI tại các trạm quan trắc không khí trên địa bàn Thành phố tại website: https://moitruongthudo.vn/.',
      },
      {
        address: 'đoạn 2',
        text: 'Hạn chế các hoạt động ngoài trời cho học sinh trong các khung giờ và ngày có chất lượng không khí ở mức “Xấu” trở lên.',
      },
      {
        address: 'đoạn 3',
        text: 'Trường hợp chất lượng môi trường không khí bị ô nhiễm nghiêm trọng (VN_AQI ≥ 301), các đơn vị, trường học chủ động tạm dừng hoặc điều chỉnh thời gian làm việc, học tập cho phù hợp.',
      },
      {
        address: 'đoạn 4',
        text: 'Chi tiết liên hệ phòng Chính trị, tư tưởng và Công tác học sinh, sinh viên, Sở Giáo dục và Đào tạo, điện thoại: 02439411232.',
      },
    ],
  },
};
