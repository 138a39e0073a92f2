import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the five suites before: their own
 * words, in places shortened; addresses and days serve the tests.
 */
export const SIXTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'hội đồng thi đua': {
    number: '28/2020/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Điều lệ trường tiểu học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2020-09-04',
    address: 'Điều 12',
    headings: ['Điều 12. Hội đồng thi đua khen thưởng'],
    parts: [
      {
        address: 'Điều 12, khoản 1',
        text: 'Hội đồng thi đua khen thưởng giúp hiệu trưởng tổ chức phong trào thi đua; hướng dẫn tổ chức phát động thi đua và giám sát việc thực hiện; tham mưu sơ kết, tổng kết, xét và đề nghị khen thưởng đối với cán bộ, giáo viên, nhân viên, học sinh nhà trường.',
      },
      {
        address: 'Điều 12, khoản 2',
        text: 'Hội đồng thi đua khen thưởng do hiệu trưởng thành lập vào đầu mỗi năm học bao gồm chủ tịch, phó chủ tịch, thư ký và các thành viên. Hiệu trưởng là chủ tịch hội đồng thi đua khen thưởng. Số lượng thành viên trong Hội đồng thi đua khen thưởng là số lẻ.',
      },
      {
        address: 'Điều 12, khoản 3',
        text: 'Chủ tịch Hội đồng thi đua khen thưởng triệu tập họp hội đồng định kì vào đầu năm học, cuối học kì I, cuối năm học và họp đột xuất khi có yêu cầu công việc.',
      },
    ],
  },
  'quyền nhà giáo': {
    number: '73/2025/QH15',
    kind: 'Luật',
    title: 'Luật Nhà giáo',
    issuer: 'Quốc hội',
    issuedOn: '2025-06-16',
    address: 'Điều 8',
    headings: ['Điều 8. Quyền của nhà giáo'],
    parts: [
      {
        address: 'Điều 8, khoản 1',
        text: '1. Nhà giáo trong cơ sở giáo dục công lập thực hiện các quyền theo quy định của pháp luật về viên chức và quy định khác của pháp luật có liên quan. Nhà giáo trong cơ sở giáo dục ngoài công lập thực hiện các quyền theo quy định của pháp luật về lao động và quy định khác của pháp luật có liên quan.',
      },
      { address: 'Điều 8, khoản 2', text: '2. Ngoài quy định tại khoản 1, nhà giáo còn có các quyền sau đây:' },
      {
        address: 'Điều 8, khoản 2, điểm a',
        text: 'a) Được giảng dạy, giáo dục phù hợp chuyên môn đào tạo; lựa chọn, sử dụng tài liệu, học liệu phục vụ hoạt động giảng dạy, giáo dục; nhận xét, đánh giá, tham gia khen thưởng, xử lý kỷ luật người học theo quy định của pháp luật;',
      },
      {
        address: 'Điều 8, khoản 2, điểm c',
        text: 'c) Được nghỉ hè và các ngày nghỉ khác theo quy định của pháp luật;',
      },
      { address: 'Điều 8, khoản 2, điểm d', text: 'd) Được đào tạo, bồi dưỡng nâng cao trình độ;' },
      {
        address: 'Điều 8, khoản 2, điểm đ',
        text: 'đ) Được tham gia giảng dạy, nghiên cứu khoa học tại cơ quan, tổ chức, đơn vị khác theo quy định của pháp luật, quy chế tổ chức và hoạt động của cơ sở giáo dục.',
      },
    ],
  },
  'trường chất lượng cao': {
    number: '59/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title: 'Quy định cơ chế tài chính áp dụng đối với cơ sở giáo dục công lập chất lượng cao của thành phố Hà Nội',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Điều 2',
    headings: ['Điều 2. Nguyên tắc thực hiện'],
    parts: [
      {
        address: 'Điều 2, khoản 1',
        text: '1. Trẻ em mầm non, học sinh phổ thông theo học tại các cơ sở giáo dục mầm non, giáo dục phổ thông công lập chất lượng cao của thành phố Hà Nội theo nguyên tắc tự nguyện.',
      },
      {
        address: 'Điều 2, khoản 2',
        text: '2. Nhà nước đầu tư cơ sở vật chất ban đầu cho các cơ sở giáo dục công lập để đảm bảo các tiêu chí cơ sở vật chất trường chất lượng cao và hỗ trợ kinh phí cho cơ sở giáo dục công lập chất lượng cao trong trường hợp bị suy giảm nguồn thu do thiên tai, dịch bệnh hoặc trong giai đoạn cải tạo, sửa chữa trường.',
      },
      {
        address: 'Điều 2, khoản 3',
        text: '3. Cơ sở giáo dục công lập chất lượng cao công bố công khai mức thu học phí, các khoản thu dịch vụ giáo dục cùng với cam kết thực hiện chất lượng giáo dục, chất lượng dịch vụ giáo dục theo quy định.',
      },
    ],
  },
  'hồ sơ tại xã': {
    number: '3771/QĐ-UBND',
    kind: 'Quyết định',
    title: 'Danh mục thủ tục hành chính lĩnh vực giáo dục và đào tạo thực hiện không phụ thuộc vào địa giới hành chính',
    issuer: 'Ủy ban nhân dân tỉnh Nghệ An',
    issuedOn: '2025-11-19',
    address: 'Điều 1–2',
    headings: ['Điều 2. Trách nhiệm của Sở Giáo dục và Đào tạo; Ủy ban nhân dân các xã, phường'],
    parts: [
      {
        address: 'Điều 1',
        text: 'Ban hành kèm theo Quyết định này Danh mục 82 thủ tục hành chính lĩnh vực giáo dục và đào tạo thực hiện không phụ thuộc vào địa giới hành chính (cấp tỉnh: 49 thủ tục, cấp xã: 33 thủ tục).',
      },
      { address: 'Điều 2, khoản 2', text: '2. Trách nhiệm của Ủy ban nhân dân các xã, phường' },
      {
        address: 'Điều 2, khoản 2, điểm a',
        text: 'a) Tổ chức tiếp nhận hồ sơ và trả kết quả giải quyết thủ tục hành chính của tổ chức, cá nhân không phân biệt cấp chính quyền, địa giới hành chính nơi cư trú, nơi đặt trụ sở;',
      },
      {
        address: 'Điều 2, khoản 2, điểm b',
        text: 'b) Chuyển hồ sơ đầy đủ, kịp thời đến cơ quan có thẩm quyền giải quyết; đảm bảo đồng bộ giữa bản giấy (nếu có) và hồ sơ điện tử trên hệ thống;',
      },
      {
        address: 'Điều 2, khoản 2, điểm d',
        text: 'd) Thực hiện trả kết quả giải quyết thủ tục hành chính cho tổ chức, cá nhân tại nơi đã tiếp nhận hồ sơ, đúng thời hạn quy định, không yêu cầu người dân di chuyển đến nơi có thẩm quyền giải quyết.',
      },
    ],
  },
  'trung học nghề': {
    number: '46/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Ban hành Điều lệ trường trung học nghề',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-10',
    address: 'Điều 2–3',
    headings: ['Điều 2. Vị trí của trường trung học nghề', 'Điều 3. Mục tiêu, sứ mạng của trường trung học nghề'],
    parts: [
      {
        address: 'Điều 2',
        text: 'Trường trung học nghề là cơ sở giáo dục nghề nghiệp thuộc hệ thống giáo dục quốc dân, tương đương cấp trung học phổ thông. Trường trung học nghề được thành lập và hoạt động theo quy định của pháp luật, có tư cách pháp nhân, có con dấu và tài khoản riêng, do Sở Giáo dục và Đào tạo quản lý.',
      },
      {
        address: 'Điều 3, khoản 1',
        text: '1. Mục tiêu của trường trung học nghề là giáo dục học sinh sau khi tốt nghiệp trung học cơ sở theo mô hình tích hợp giữa học văn hóa và chuyên môn nghề; giúp người học có khả năng tham gia thị trường lao động ngay sau khi tốt nghiệp hoặc tiếp tục học lên các trình độ cao hơn.',
      },
    ],
  },
  'dữ liệu người học': {
    number: '88/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định quản lý dữ liệu giáo dục và đào tạo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-28',
    address: 'Điều 4–6',
    headings: ['Điều 4. Nguyên tắc', 'Điều 6. Các cơ sở dữ liệu về giáo dục và đào tạo'],
    parts: [
      {
        address: 'Điều 4, khoản 3',
        text: '3. Việc thu thập, xử lý dữ liệu cá nhân liên quan đến người học, nhà giáo và cán bộ quản lý giáo dục của các cơ quan quản lý, cơ sở giáo dục chỉ được thực hiện trong phạm vi chức năng, nhiệm vụ được giao theo quy định của pháp luật. Các tổ chức, cá nhân khác khi khai thác, sử dụng dữ liệu giáo dục và đào tạo phải bảo đảm quyền của chủ thể dữ liệu theo quy định của Luật Bảo vệ dữ liệu cá nhân.',
      },
      {
        address: 'Điều 6, khoản 2',
        text: '2. Các cơ sở dữ liệu chuyên ngành của Bộ Giáo dục và Đào tạo chứa một hoặc nhiều nhóm dữ liệu được quy định tại Điều 5 Nghị định này; danh mục các cơ sở dữ liệu này do Bộ Giáo dục và Đào tạo ban hành theo thẩm quyền.',
      },
    ],
  },
  'đổi tên': {
    number: '95/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết một số điều của Luật Giáo dục nghề nghiệp',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-31',
    address: 'Điều 4',
    headings: ['Điều 4. Đổi tên cơ sở giáo dục nghề nghiệp'],
    parts: [
      {
        address: 'Điều 4, khoản 1',
        text: 'Chỉ được xem xét đổi tên trong trường hợp: thay đổi loại hình pháp lý; chia, tách, sáp nhập; tên vi phạm quy định hoặc gây nhầm lẫn.',
      },
      {
        address: 'Điều 4, khoản 2',
        text: '2. Hồ sơ đổi tên: 01 bộ, bao gồm văn bản đề nghị đổi tên theo Mẫu số 04 Phụ lục I.',
      },
      {
        address: 'Điều 4, khoản 3, điểm a',
        text: 'a) Gửi hồ sơ qua Cổng Dịch vụ công quốc gia hoặc qua bưu chính hoặc trực tiếp tại Bộ phận một cửa.',
      },
      {
        address: 'Điều 4, khoản 3, điểm b',
        text: 'b) Thời hạn 03 ngày làm việc: quyết định đổi tên hoặc trả lời lý do.',
      },
      {
        address: 'Điều 4, khoản 3, điểm c',
        text: 'c) Thời hạn 02 ngày làm việc: công khai và gửi quyết định đến các cơ quan liên quan.',
      },
    ],
  },
  'phân hiệu': {
    number: '95/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết một số điều của Luật Giáo dục nghề nghiệp',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-31',
    address: 'Điều 5–7',
    headings: ['Điều 5. Điều kiện thành lập phân hiệu', 'Điều 6. Hồ sơ thành lập phân hiệu'],
    parts: [
      {
        address: 'Điều 5, khoản 1',
        text: '1. Địa điểm xây dựng cơ sở vật chất: diện tích đất sử dụng ít nhất bằng 25% diện tích đất sử dụng tối thiểu của cơ sở giáo dục nghề nghiệp.',
      },
      {
        address: 'Điều 6, khoản 3',
        text: '3. Văn bản chấp thuận của Ủy ban nhân dân tỉnh, thành phố nơi dự kiến đặt phân hiệu.',
      },
      {
        address: 'Điều 6, khoản 4',
        text: '4. Bản sao hợp đồng thuê cơ sở vật chất gắn liền với đất còn thời hạn ít nhất 05 năm.',
      },
      {
        address: 'Điều 6, khoản 6',
        text: '6. Văn bản xác nhận khả năng tài chính (đối với tư thục).',
      },
      {
        address: 'Điều 7, khoản 2',
        text: '2. Người có thẩm quyền thành lập phân hiệu cũng có thẩm quyền quyết định giải thể phân hiệu.',
      },
    ],
  },
  'chi thi nghề': {
    number: '63/2026/TT-BTC',
    kind: 'Thông tư',
    title: 'Quy định nội dung và mức chi hoạt động thi kỹ năng nghề',
    issuer: 'Bộ Tài chính',
    issuedOn: '2026-06-05',
    address: 'Điều 5',
    headings: ['Điều 5. Nội dung và mức chi thi kỹ năng nghề trong nước'],
    parts: [
      {
        address: 'Điều 5, khoản 2, điểm a',
        text: 'a) Chi xây dựng, biên soạn đề thi được tính theo mô đun, bao gồm cả hướng dẫn đánh giá, chấm điểm và biểu điểm (không quá 5 mô đun/đề thi/nghề): Tối đa 1.000.000 đồng/mô đun/đề thi/nghề;',
      },
      {
        address: 'Điều 5, khoản 2, điểm c',
        text: 'c) Chi cho thành viên Hội đồng duyệt đề thi (không quá 3 lần/đợt thi): Tối đa 150.000 đồng/người/buổi.',
      },
      {
        address: 'Điều 5, khoản 4',
        text: '4. Sao in, đóng gói, niêm phong đề thi theo số lượng đề sử dụng: Tối đa 30.000 đồng/đề thi.',
      },
      {
        address: 'Điều 5, khoản 5, điểm b',
        text: 'b) Chi cho thành viên tham gia xét kết quả thi và xét khen thưởng: Tối đa 100.000 đồng/người/buổi;',
      },
      {
        address: 'Điều 5, khoản 5, điểm c',
        text: 'c) Chi công tác tổng hợp, báo cáo kết quả kỳ thi: Tối đa 400.000 đồng/nghề.',
      },
    ],
  },
};
