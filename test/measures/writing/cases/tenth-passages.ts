import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the eighth suite: their own words, in
 * places shortened; addresses and days serve the tests.
 */
export const TENTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'dự thi tốt nghiệp': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 3–45',
    headings: ['Quy chế thi tốt nghiệp trung học phổ thông'],
    parts: [
      {
        address: 'Điều 3',
        text: 'Tổ chức kỳ thi gồm 03 buổi thi: 01 buổi thi môn Ngữ văn, 01 buổi thi môn Toán và 01 buổi thi của bài thi tự chọn gồm 02 môn thi trong số các môn: Vật lí, Hóa học, Sinh học, Lịch sử, Địa lí, Giáo dục kinh tế và pháp luật, Tin học, Công nghệ định hướng Công nghiệp, Công nghệ định hướng Nông nghiệp, Ngoại ngữ.',
      },
      { address: 'Điều 19, khoản 1', text: '1. Đối tượng dự thi gồm:' },
      {
        address: 'Điều 19, khoản 1, điểm b',
        text: 'b) Người đã hoàn thành Chương trình GDPT/GDTX nhưng chưa tốt nghiệp THPT ở những năm trước;',
      },
      {
        address: 'Điều 19, khoản 1, điểm c',
        text: 'c) Người đã có Bằng tốt nghiệp THPT dự thi để lấy kết quả làm cơ sở đăng ký xét tuyển sinh;',
      },
      {
        address: 'Điều 19, khoản 2, điểm a',
        text: 'a) Các đối tượng dự thi phải ĐKDT và nộp đầy đủ các giấy tờ đúng thời hạn;',
      },
      {
        address: 'Điều 45, khoản 1',
        text: '1. Những thí sinh đủ điều kiện dự thi, không bị kỷ luật hủy kết quả thi, tất cả các môn thi đều đạt trên 1,0 điểm theo thang điểm 10 và có ĐXTN từ 5,0 (năm) điểm trở lên được công nhận tốt nghiệp THPT.',
      },
    ],
  },
  'người học trường nghề': {
    number: '46/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Ban hành Điều lệ trường trung học nghề',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-10',
    address: 'Điều 9–24',
    headings: ['Điều 20. Lớp học trong trường trung học nghề', 'Điều 24. Quyền và nhiệm vụ của người học'],
    parts: [
      {
        address: 'Điều 9, khoản 1',
        text: 'Đối với chương trình giáo dục trung học nghề, trường chỉ được phép tuyển sinh và tổ chức đào tạo khi được cơ quan có thẩm quyền cấp phép theo quy định.',
      },
      {
        address: 'Điều 20',
        text: 'Mỗi lớp học có giáo viên chủ nhiệm, lớp trưởng, lớp phó và các học sinh. Lớp trưởng và lớp phó do học sinh trong lớp bầu chọn vào đầu mỗi năm học hoặc sau mỗi học kỳ.',
      },
      { address: 'Điều 24', text: 'Người học có các nhiệm vụ, quyền cụ thể sau đây:' },
      {
        address: 'Điều 24, khoản 1',
        text: '1. Được chọn chương trình học, địa điểm học phù hợp với khả năng, điều kiện của bản thân và của trường; được tạo điều kiện chuyển đổi chương trình, địa điểm học nếu có nguyện vọng và được nơi chuyển đến tiếp nhận; được hỗ trợ kết nối việc làm.',
      },
      {
        address: 'Điều 24, khoản 4',
        text: '4. Được tham gia đánh giá chất lượng giáo dục, đào tạo của nhà trường.',
      },
      {
        address: 'Điều 24, khoản 5',
        text: '5. Chấp hành pháp luật của nhà nước; tuân thủ nội quy, quy chế của nhà trường và các quy định về an toàn, vệ sinh lao động. Giữ gìn, bảo vệ tài sản của trường, cơ sở thực hành, doanh nghiệp khi tham gia thực hành, thực tập.',
      },
    ],
  },
  'phối hợp gia đình': {
    number: '46/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Ban hành Điều lệ trường trung học nghề',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-10',
    address: 'Điều 28',
    headings: ['Điều 28. Quan hệ giữa nhà trường với gia đình người học'],
    parts: [
      {
        address: 'Điều 28, khoản 2',
        text: '2. Nhà trường cung cấp cho cha mẹ học sinh thông tin cụ thể, thường xuyên về chủ trương, kế hoạch hoạt động của nhà trường và tình hình, kết quả học tập của học sinh.',
      },
      {
        address: 'Điều 28, khoản 3',
        text: '3. Tạo điều kiện để cha mẹ học sinh đề xuất, đóng góp ý kiến trong việc xây dựng và triển khai kế hoạch, giải pháp giáo dục, đào tạo của nhà trường.',
      },
      {
        address: 'Điều 28, khoản 6',
        text: '6. Định kỳ mỗi học kỳ hoặc năm học, nhà trường tổ chức đánh giá hiệu quả phối hợp thông qua khảo sát ý kiến cha mẹ học sinh, học sinh, giáo viên; kết quả đánh giá được công khai và làm căn cứ để điều chỉnh, nâng cao hiệu quả hoạt động phối hợp.',
      },
    ],
  },
  'văn bằng chứng chỉ': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 12–14',
    headings: ['Điều 12. Văn bằng, chứng chỉ', 'Điều 14. Phổ cập giáo dục và giáo dục bắt buộc'],
    parts: [
      {
        address: 'Điều 12, khoản 3',
        text: '3. Chứng chỉ của hệ thống giáo dục quốc dân được cấp cho người học để xác nhận kết quả học tập sau khi được đào tạo, bồi dưỡng nâng cao trình độ học vấn, nghề nghiệp hoặc cấp cho người học dự thi lấy chứng chỉ theo quy định.',
      },
      {
        address: 'Điều 12, khoản 4',
        text: '4. Văn bằng, chứng chỉ do cơ sở giáo dục thuộc các loại hình và hình thức đào tạo trong hệ thống giáo dục quốc dân cấp có giá trị pháp lý như nhau.',
      },
      {
        address: 'Điều 13, khoản 1',
        text: '1. Học tập là quyền và nghĩa vụ của công dân. Mọi công dân không phân biệt dân tộc, tôn giáo, tín ngưỡng, giới tính, đặc điểm cá nhân, nguồn gốc gia đình, địa vị xã hội, hoàn cảnh kinh tế đều bình đẳng về cơ hội học tập.',
      },
      { address: 'Điều 14, khoản 1', text: '1. Giáo dục tiểu học là giáo dục bắt buộc.' },
      {
        address: 'Điều 14, khoản 1',
        text: 'Nhà nước thực hiện phổ cập giáo dục mầm non cho trẻ em 05 tuổi và phổ cập giáo dục trung học cơ sở.',
      },
      {
        address: 'Điều 14, khoản 4',
        text: '4. Gia đình, người giám hộ có trách nhiệm tạo điều kiện cho các thành viên của gia đình trong độ tuổi quy định được học tập để thực hiện phổ cập giáo dục và hoàn thành giáo dục bắt buộc.',
      },
    ],
  },
  'dạy liên trường': {
    number: '93/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết và hướng dẫn thi hành Luật Nhà giáo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-31',
    address: 'Điều 13',
    headings: ['Điều 13. Dạy liên trường, liên cấp đối với nhà giáo trong các cơ sở giáo dục công lập'],
    parts: [
      {
        address: 'Điều 13, khoản 2, điểm đ',
        text: 'đ) Quyết định phân công dạy liên trường, liên cấp phải xác định rõ thời gian, khối lượng giảng dạy, trách nhiệm phối hợp giữa các cơ sở giáo dục và được cập nhật vào hồ sơ điện tử của nhà giáo theo quy định.',
      },
      {
        address: 'Điều 13, khoản 3, điểm a',
        text: 'a) Số tiết dạy hoặc giờ dạy của nhà giáo theo chế độ làm việc là tổng số tiết dạy hoặc giờ dạy ở các cơ sở giáo dục, các cấp học, trình độ đào tạo nhà giáo được phân công dạy liên trường, liên cấp;',
      },
      {
        address: 'Điều 13, khoản 3, điểm c',
        text: 'c) Lương và các chế độ theo lương của nhà giáo dạy liên trường, liên cấp do cơ sở giáo dục có thẩm quyền quản lý nhà giáo chi trả.',
      },
    ],
  },
  'đánh giá tiểu học': {
    number: '27/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định đánh giá học sinh tiểu học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-04',
    address: 'Điều 4',
    headings: ['Điều 4. Yêu cầu đánh giá'],
    parts: [
      {
        address: 'Điều 4, khoản 2',
        text: '2. Đánh giá thường xuyên bằng nhận xét, đánh giá định kỳ bằng điểm số kết hợp với nhận xét; kết hợp đánh giá của giáo viên, học sinh, cha mẹ học sinh, trong đó đánh giá của giáo viên là quan trọng nhất.',
      },
      {
        address: 'Điều 4, khoản 3',
        text: '3. Đánh giá sự tiến bộ và vì sự tiến bộ của học sinh; coi trọng việc động viên, khuyến khích sự cố gắng trong học tập, rèn luyện của học sinh; đảm bảo kịp thời, công bằng, khách quan; không so sánh học sinh này với học sinh khác, không tạo áp lực cho học sinh, giáo viên và cha mẹ học sinh.',
      },
    ],
  },
  'chỉ số trường nghề': {
    number: '38/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định chuẩn cơ sở giáo dục nghề nghiệp',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-05-20',
    address: 'Điều 7–8',
    headings: ['Điều 7. Chỉ số hoạt động cơ sở giáo dục nghề nghiệp'],
    parts: [
      {
        address: 'Điều 7, khoản 1, điểm a',
        text: 'a) Chỉ số 01. Tỷ lệ nhập học trên số chỉ tiêu công bố trong kế hoạch tuyển sinh hằng năm đạt từ 50% trở lên.',
      },
      {
        address: 'Điều 7, khoản 1, điểm c',
        text: 'c) Chỉ số 03. Tỷ lệ thời lượng giảng dạy do nhà giáo cơ hữu đảm nhiệm đạt tối thiểu 60% khối lượng học tập của từng chương trình đào tạo.',
      },
      {
        address: 'Điều 7, khoản 1, điểm h',
        text: 'h) Chỉ số 08. Tỷ lệ người học đã tốt nghiệp có việc làm phù hợp nhóm ngành, nghề đào tạo hoặc tự tạo việc làm hoặc tiếp tục học nâng cao trình độ đạt từ 70% trở lên.',
      },
      {
        address: 'Điều 8, khoản 1',
        text: '1. Chuẩn cơ sở giáo dục nghề nghiệp áp dụng đối với các cơ sở giáo dục nghề nghiệp có khóa học đã tốt nghiệp của một trong các chương trình giáo dục trung học nghề, chương trình đào tạo trình độ trung cấp, trình độ cao đẳng trong vòng 12 tháng; riêng đối với các ngành, nghề thuộc lĩnh vực sức khỏe, thời gian này là 24 tháng.',
      },
    ],
  },
};
