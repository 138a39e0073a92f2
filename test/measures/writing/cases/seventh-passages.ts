import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the six suites before: their own
 * words, in places shortened; addresses and days serve the tests.
 */
export const SEVENTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'thu dịch vụ': {
    number: '59/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title: 'Quy định cơ chế tài chính áp dụng đối với cơ sở giáo dục công lập chất lượng cao của thành phố Hà Nội',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Điều 3',
    headings: ['Điều 3. Cơ chế tài chính'],
    parts: [
      {
        address: 'Điều 3, khoản 1',
        text: 'Trẻ em mầm non, học sinh phổ thông đang theo học tại cơ sở giáo dục mầm non, giáo dục phổ thông công lập chất lượng cao được nhà nước hỗ trợ học phí, mức hỗ trợ theo quy định của Hội đồng nhân dân Thành phố.',
      },
      {
        address: 'Điều 3, khoản 2, điểm b',
        text: 'b) Cơ sở giáo dục công lập chất lượng cao thỏa thuận với phụ huynh học sinh về chủ trương, mức thu, nội dung thu, chi và xin ý kiến thống nhất của Ủy ban nhân dân phường, xã hoặc Sở Giáo dục và Đào tạo theo phân cấp quản lý trước khi thực hiện;',
      },
      {
        address: 'Điều 3, khoản 2, điểm c',
        text: 'Các cơ sở giáo dục có trách nhiệm tổ chức thu và trả chứng từ thu tiền cho người học theo chế độ quy định. Trường hợp dịch vụ giáo dục có chênh lệch thu nhỏ hơn chi, đơn vị tính toán bù đắp khoản thiếu hụt bằng các nguồn kinh phí hợp pháp của đơn vị, ngân sách nhà nước không cấp bù.',
      },
    ],
  },
  'liên thông': {
    number: '52/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định về liên thông giữa các trình độ đào tạo',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-15',
    address: 'Điều 6–9',
    headings: ['Điều 6. Điều kiện dự tuyển', 'Điều 9. Điều kiện đối với người học liên thông'],
    parts: [
      {
        address: 'Điều 6, khoản 1',
        text: '1. Người dự tuyển liên thông phải đáp ứng điều kiện tuyển sinh theo quy chế tuyển sinh hiện hành của từng trình độ.',
      },
      {
        address: 'Điều 7, khoản 2',
        text: '2. Số lượng tuyển sinh liên thông được tính trong tổng số lượng tuyển sinh của chương trình đào tạo tương ứng.',
      },
      {
        address: 'Điều 8, khoản 1',
        text: '1. Người học liên thông học theo chương trình đào tạo hiện hành của trình độ tương ứng tại cơ sở giáo dục tiếp nhận.',
      },
      {
        address: 'Điều 9, khoản 1',
        text: '1. Người học liên thông được áp dụng thống nhất điều kiện học tập, kiểm tra, đánh giá, công nhận tốt nghiệp và cấp văn bằng như đối với người học khác cùng chương trình đào tạo và hình thức đào tạo.',
      },
      {
        address: 'Điều 9, khoản 2',
        text: '2. Người học liên thông phải hoàn thành khối lượng học tập thực tế theo lộ trình do cơ sở giáo dục xây dựng.',
      },
    ],
  },
  'hiệu trưởng trường nghề': {
    number: '74/2014/QH13',
    kind: 'Luật',
    title: 'Luật Giáo dục nghề nghiệp',
    issuer: 'Quốc hội',
    issuedOn: '2014-11-27',
    address: 'Điều 14–16',
    headings: ['Điều 14. Hiệu trưởng', 'Điều 15. Hội đồng tư vấn', 'Điều 16. Phân hiệu'],
    parts: [
      {
        address: 'Điều 14, khoản 3, điểm i',
        text: 'i) Hằng năm, báo cáo kết quả thực hiện nhiệm vụ của hiệu trưởng và ban giám hiệu trước hội đồng trường, hội đồng quản trị;',
      },
      {
        address: 'Điều 14, khoản 4, điểm b',
        text: 'b) Chủ tịch Ủy ban nhân dân cấp tỉnh công nhận, không công nhận hiệu trưởng trường trung cấp tư thục trên địa bàn theo đề nghị của hội đồng quản trị;',
      },
      {
        address: 'Điều 15, khoản 1',
        text: '1. Hội đồng tư vấn trong cơ sở giáo dục nghề nghiệp do người đứng đầu cơ sở giáo dục nghề nghiệp thành lập để tư vấn cho người đứng đầu trong việc thực hiện một số nhiệm vụ, quyền hạn.',
      },
      {
        address: 'Điều 16, khoản 1',
        text: '1. Phân hiệu của trường trung cấp, trường cao đẳng không có tư cách pháp nhân độc lập, đặt ở tỉnh, thành phố trực thuộc trung ương khác với nơi đặt trụ sở chính của trường trung cấp, trường cao đẳng.',
      },
    ],
  },
  'mầm non khu công nghiệp': {
    number: '624/KH-UBND',
    kind: 'Kế hoạch',
    title: 'Nâng cao chất lượng giáo dục mầm non ở địa bàn đô thị, khu công nghiệp giai đoạn 2025 - 2035',
    issuer: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
    issuedOn: '2025-11-20',
    address: 'Mục II–III',
    headings: ['II. Mục tiêu'],
    parts: [
      {
        address: 'mục II.2, điểm c',
        text: '- Tại địa bàn có khu công nghiệp: Phấn đấu tăng thêm ít nhất 20% số nhóm trẻ trong cơ sở giáo dục mầm non và tăng thêm ít nhất 10% số trường mầm non công lập có tổ chức nhóm trẻ dưới 24 tháng tuổi; 100% cơ sở giáo dục mầm non độc lập dân lập, tư thục đạt tiêu chuẩn trường học an toàn, phòng, chống tai nạn thương tích theo quy định.',
      },
      {
        address: 'mục II.2, điểm d',
        text: 'd) Đối với cha mẹ trẻ em: Phấn đấu 100% cha mẹ trẻ em là công nhân làm việc ở khu công nghiệp được phổ biến kiến thức, kỹ năng nuôi dưỡng, chăm sóc, giáo dục trẻ em.',
      },
    ],
  },
  'nghĩa vụ nhà giáo': {
    number: '73/2025/QH15',
    kind: 'Luật',
    title: 'Luật Nhà giáo',
    issuer: 'Quốc hội',
    issuedOn: '2025-06-16',
    address: 'Điều 9',
    headings: ['Điều 9. Nghĩa vụ của nhà giáo'],
    parts: [
      { address: 'Điều 9, khoản 2', text: '2. Nhà giáo còn có các nghĩa vụ sau đây:' },
      {
        address: 'Điều 9, khoản 2, điểm a',
        text: 'a) Giảng dạy, giáo dục đúng mục tiêu, nguyên lý giáo dục; thực hiện đầy đủ và có chất lượng chương trình giáo dục;',
      },
      {
        address: 'Điều 9, khoản 2, điểm c',
        text: 'c) Tôn trọng, đối xử công bằng, bảo vệ quyền, lợi ích hợp pháp, chính đáng của người học;',
      },
      {
        address: 'Điều 9, khoản 2, điểm d',
        text: 'd) Phát huy phẩm chất, năng lực và phát hiện, bồi dưỡng năng khiếu của người học;',
      },
      {
        address: 'Điều 9, khoản 2, điểm e',
        text: 'e) Tham gia xây dựng môi trường giáo dục an toàn, dân chủ, đổi mới, sáng tạo.',
      },
    ],
  },
};
