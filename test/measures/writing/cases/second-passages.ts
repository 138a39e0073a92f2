import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of other official texts, first tried when the verifier was tuned to the ones before: their own words,
 * in places shortened; addresses and days serve the tests.
 */
export const SECOND_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'dạy thêm giờ': {
    number: '21/2025/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định chế độ trả tiền lương dạy thêm giờ đối với nhà giáo trong các cơ sở giáo dục công lập',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2025-09-23',
    address: 'Điều 3, khoản 3–7',
    headings: ['Điều 3. Quy định chung về việc tính trả tiền lương dạy thêm giờ'],
    parts: [
      {
        address: 'Điều 3, khoản 3, điểm a',
        text: 'a) Tổng số tiết dạy thêm trong một năm học của mỗi nhà giáo được tính để trả tiền lương dạy thêm giờ không quá 200 tiết trừ trường hợp quy định tại điểm b khoản này;',
      },
      {
        address: 'Điều 3, khoản 3, điểm b',
        text: 'b) Trường hợp tổng số tiết dạy thêm trong một năm học của nhà giáo vượt quá 200 tiết do môn học không thể bố trí đủ nhà giáo giảng dạy thì người đứng đầu cơ sở giáo dục phải thông báo bằng văn bản cho cơ quan có thẩm quyền.',
      },
      {
        address: 'Điều 3, khoản 6',
        text: '6. Năm học quy định tại Thông tư này được tính từ ngày 01 tháng 7 năm trước đến hết ngày 30 tháng 6 của năm liền kề (bao gồm cả thời gian nghỉ hè).',
      },
      {
        address: 'Điều 3, khoản 7',
        text: '7. Thời điểm chi trả tiền lương dạy thêm giờ cho nhà giáo được thực hiện sau khi kết thúc năm học.',
      },
    ],
  },
  'nội trú': {
    number: '188/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Chính sách đối với học sinh trường phổ thông nội trú biên giới',
    issuer: 'Chính phủ',
    issuedOn: '2026-05-29',
    address: 'Điều 3',
    headings: ['Chương II. Mức hưởng chính sách', 'Điều 3. Mức hưởng chính sách đối với học sinh'],
    parts: [
      {
        address: 'Điều 3, khoản 1, điểm a',
        text: 'a) Mỗi học sinh bán trú buổi trưa được hỗ trợ tiền ăn trưa mỗi tháng là 450.000 đồng và được hưởng không quá 9 tháng/năm học;',
      },
      {
        address: 'Điều 3, khoản 1, điểm b',
        text: 'b) Mỗi học sinh nội trú được hỗ trợ tiền ăn mỗi tháng là 1.170.000 đồng và được hưởng không quá 9 tháng/năm học.',
      },
      {
        address: 'Điều 3, khoản 2, điểm a',
        text: 'a) Mỗi học sinh bán trú buổi trưa được hỗ trợ mỗi tháng 8 kg gạo và được hưởng không quá 9 tháng/năm học;',
      },
      {
        address: 'Điều 3, khoản 2, điểm b',
        text: 'b) Mỗi học sinh nội trú được hỗ trợ mỗi tháng 15 kg gạo và được hưởng không quá 9 tháng/năm học.',
      },
      {
        address: 'Điều 3, khoản 4',
        text: '4. Học sinh lớp 1 là người dân tộc thiểu số có học tiếng Việt trước khi vào học chương trình lớp 1 thì được hưởng thêm 1 tháng các chính sách quy định tại khoản 1, khoản 2 Điều này.',
      },
    ],
  },
  'học phí trực tuyến': {
    number: '58/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title: 'Quy định mức học phí đối với các cơ sở giáo dục mầm non, giáo dục phổ thông công lập chất lượng cao',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Điều 2–3',
    headings: ['Điều 2. Quy định mức học phí', 'Điều 3. Quy định thời gian áp dụng mức học phí'],
    parts: [
      {
        address: 'Điều 2, khoản 2',
        text: '2. Mức học phí theo hình thức học trực tuyến: bằng 75% mức thu học phí theo hình thức học trực tiếp và được làm tròn đến đơn vị nghìn đồng.',
      },
      {
        address: 'Điều 3, khoản 2, điểm a',
        text: 'a) Đối với trường hợp thời gian học tập theo hình thức học trực tiếp từ 14 ngày trở lên (bao gồm cả số ngày nghỉ theo quy định của pháp luật) thì áp dụng mức học phí theo hình thức học trực tiếp tương ứng của cấp học;',
      },
      {
        address: 'Điều 3, khoản 2, điểm b',
        text: 'b) Đối với trường hợp thời gian học tập theo hình thức học trực tuyến từ 14 ngày trở lên (bao gồm cả số ngày nghỉ theo quy định của pháp luật) thì áp dụng mức học phí theo hình thức học trực tuyến tương ứng của cấp học.',
      },
      {
        address: 'Điều 3, khoản 3',
        text: '3. Tổng thời gian (số tháng) để áp dụng mức thu học phí (theo hình thức học trực tiếp, trực tuyến) tối đa không quá 9 tháng/năm.',
      },
    ],
  },
  'đánh giá': {
    number: '27/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định đánh giá học sinh tiểu học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-04',
    address: 'Điều 7',
    headings: ['Điều 7. Đánh giá định kỳ'],
    parts: [
      {
        address: 'Điều 7, khoản 1, điểm b',
        text: 'Vào cuối học kỳ I và cuối năm học, đối với các môn học bắt buộc: Tiếng Việt, Toán, Ngoại ngữ 1, Lịch sử và Địa lý, Khoa học, Tin học và Công nghệ có bài kiểm tra định kỳ;\nĐối với lớp 4, lớp 5, có thêm bài kiểm tra định kỳ môn Tiếng Việt, môn Toán vào giữa học kỳ I và giữa học kỳ II.',
      },
      {
        address: 'Điều 7, khoản 1, điểm d',
        text: 'Bài kiểm tra được giáo viên sửa lỗi, nhận xét, cho điểm theo thang điểm 10, không cho điểm thập phân và được trả lại cho học sinh. Điểm của bài kiểm tra định kỳ không dùng để so sánh học sinh này với học sinh khác. Nếu kết quả bài kiểm tra cuối học kỳ I và cuối năm học bất thường so với đánh giá thường xuyên, giáo viên đề xuất với nhà trường có thể cho học sinh làm bài kiểm tra khác để đánh giá đúng kết quả học tập của học sinh.',
      },
    ],
  },
  'tăng học phí': {
    number: '238/2025/NĐ-CP',
    kind: 'Nghị định',
    title: 'Chính sách học phí, miễn, giảm, hỗ trợ học phí, hỗ trợ chi phí học tập',
    issuer: 'Chính phủ',
    issuedOn: '2025-09-03',
    address: 'Điều 5–13',
    headings: ['Điều 5. Giá dịch vụ', 'Điều 13. Quản lý và sử dụng học phí'],
    parts: [
      {
        address: 'Điều 5, khoản 2',
        text: 'Giá dịch vụ trong lĩnh vực giáo dục, đào tạo trong cơ sở giáo dục dân lập, tư thục được xác định theo các quy định của pháp luật về giá, điều chỉnh theo lộ trình phù hợp tương xứng với chất lượng dịch vụ giáo dục, đào tạo nhưng không quá 15% đối với giáo dục nghề nghiệp, giáo dục đại học và không quá 10% đối với giáo dục mầm non, giáo dục phổ thông.',
      },
      {
        address: 'Điều 13, khoản 4',
        text: 'Cơ sở giáo dục trước khi tuyển sinh hoặc xét tuyển phải công bố, công khai mức thu học phí, chi phí đào tạo cho từng năm học, cấp học đối với giáo dục mầm non, giáo dục phổ thông, lộ trình tăng học phí (nếu có) cho từng năm học.',
      },
    ],
  },
  'môn thi': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 3–6',
    headings: ['Điều 3. Môn thi', 'Điều 6. Tiêu chuẩn, điều kiện của những người tham gia tổ chức kỳ thi'],
    parts: [
      {
        address: 'Điều 3',
        text: 'Tổ chức kỳ thi gồm 03 buổi thi: 01 buổi thi môn Ngữ văn, 01 buổi thi môn Toán và 01 buổi thi của bài thi tự chọn gồm 02 môn thi trong số các môn: Vật lí, Hóa học, Sinh học, Lịch sử, Địa lí, Giáo dục kinh tế và pháp luật, Tin học, Công nghệ, Ngoại ngữ.',
      },
      {
        address: 'Điều 6, khoản 2',
        text: 'Những người có vợ, chồng, cha, mẹ, con, anh ruột, chị ruột, em ruột dự thi trong năm tổ chức kỳ thi không được tham gia công tác ra đề thi cho kỳ thi và không được tham gia tổ chức thi tại địa phương nơi có người thân dự thi.',
      },
      {
        address: 'Điều 37, khoản 1',
        text: 'Mọi thí sinh đều có quyền được phúc khảo bài thi; thí sinh nộp đơn phúc khảo tại nơi ĐKDT.',
      },
    ],
  },
};
