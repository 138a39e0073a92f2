import type { QuotedPassage } from '../quoted-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the four suites before: their own
 * words, in places shortened; addresses and days serve the tests.
 */
export const FIFTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'nguyên tắc hưởng': {
    number: '188/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chính sách cho học sinh trường phổ thông nội trú',
    issuer: 'Chính phủ',
    issuedOn: '2026-05-27',
    address: 'Điều 2–5',
    headings: ['Điều 2. Nguyên tắc hưởng chính sách', 'Điều 5. Phê duyệt học sinh hưởng chính sách'],
    parts: [
      {
        address: 'Điều 2, khoản 1',
        text: '1. Học sinh thuộc đối tượng áp dụng chính sách quy định tại Nghị định này, đồng thời thuộc đối tượng áp dụng của chính sách cùng loại quy định tại văn bản quy phạm pháp luật khác thì chỉ được hưởng một mức hỗ trợ cao nhất của các chính sách.',
      },
      {
        address: 'Điều 2, khoản 3',
        text: '3. Trường hợp học sinh phải tạm dừng học do ốm đau, tai nạn hoặc vì lý do bất khả kháng không do kỷ luật hoặc tự thôi học thì vẫn được hưởng chính sách hỗ trợ quy định tại Nghị định này trong thời gian tạm dừng học.',
      },
      {
        address: 'Điều 5, khoản 1',
        text: 'Học sinh được hưởng chính sách đến hết cấp học. Trường hợp học sinh tự nguyện thôi hưởng chính sách thì cha, mẹ, người giám hộ có trách nhiệm thông báo với nhà trường bằng văn bản.',
      },
    ],
  },
  'cấp gạo': {
    number: '188/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chính sách cho học sinh trường phổ thông nội trú',
    issuer: 'Chính phủ',
    issuedOn: '2026-05-27',
    address: 'Điều 6',
    headings: ['Điều 6. Quy trình tổ chức cấp phát gạo cho học sinh'],
    parts: [
      {
        address: 'Điều 6, khoản 2',
        text: '2. Ủy ban nhân dân cấp tỉnh báo cáo kế hoạch về nhu cầu hỗ trợ gạo cho học sinh gửi Bộ Tài chính trước ngày 15 tháng 7 hằng năm.',
      },
      {
        address: 'Điều 6, khoản 3',
        text: '3. Bộ trưởng Bộ Tài chính ban hành Quyết định xuất hỗ trợ gạo cho học sinh theo quy định; thời gian ban hành Quyết định hỗ trợ gạo trước ngày 15 tháng 8 hằng năm.',
      },
      {
        address: 'Điều 6, khoản 5',
        text: '5. Thời gian giao nhận gạo: Các đơn vị dự trữ quốc gia tổ chức giao nhận gạo theo đề nghị của Ủy ban nhân dân cấp tỉnh tối đa 02 lần/học kỳ (04 lần/năm học).',
      },
      {
        address: 'Điều 6, khoản 7, điểm b',
        text: 'Bộ Tài chính thực hiện xuất cấp bổ sung gạo hỗ trợ cho học sinh trong phạm vi của năm học, không xuất cấp bổ sung gạo khi năm học đã kết thúc.',
      },
    ],
  },
  'định mức tiết dạy': {
    number: '05/2025/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định chế độ làm việc đối với giáo viên phổ thông, dự bị đại học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2025-03-07',
    address: 'Điều 7–8',
    headings: ['Điều 7. Định mức tiết dạy đối với giáo viên', 'Điều 8. Định mức tiết dạy đối với hiệu trưởng'],
    parts: [
      { address: 'Điều 7, khoản 3', text: '3. Định mức tiết dạy trung bình trong 01 tuần' },
      {
        address: 'Điều 7, khoản 3, điểm a',
        text: 'a) Giáo viên trường tiểu học là 23 tiết, giáo viên trường trung học cơ sở là 19 tiết, giáo viên trường trung học phổ thông là 17 tiết;',
      },
      { address: 'Điều 7, khoản 3, điểm d', text: 'd) Giáo viên trường dự bị đại học là 12 tiết;' },
      { address: 'Điều 8, khoản 3, điểm a', text: 'a) Hiệu trưởng là 02 tiết;' },
      { address: 'Điều 8, khoản 3, điểm b', text: 'b) Phó hiệu trưởng là 04 tiết.' },
    ],
  },
  'cộng điểm tốt nghiệp': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 42–43',
    headings: ['Điều 42. Điểm ưu tiên', 'Điều 43. Điểm khuyến khích'],
    parts: [
      {
        address: 'Điều 42, khoản 2',
        text: '2. Diện 2: Cộng 0,25 điểm đối với thí sinh là người dân tộc thiểu số.',
      },
      {
        address: 'Điều 42, khoản 3',
        text: '3. Diện 3: Cộng 0,5 điểm đối với thí sinh là con của liệt sĩ.',
      },
      {
        address: 'Điều 42, khoản 4',
        text: '4. Thí sinh có nhiều tiêu chuẩn ưu tiên chỉ được hưởng tiêu chuẩn ưu tiên cao nhất.',
      },
      {
        address: 'Điều 43, khoản 1',
        text: '1. Đoạt giải nhất, nhì, ba trong kỳ thi quốc gia hoặc giải nhất cấp tỉnh được cộng 2,0 điểm; giải khuyến khích trong kỳ thi quốc gia hoặc giải nhì cấp tỉnh được cộng 1,5 điểm; giải ba cấp tỉnh được cộng 1,0 điểm.',
      },
    ],
  },
  'học phí thành phố': {
    number: '36/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title: 'Quy định về chính sách học phí, hỗ trợ học phí trên địa bàn thành phố Huế từ năm học 2025 - 2026',
    issuer: 'Hội đồng nhân dân thành phố Huế',
    issuedOn: '2025-11-18',
    address: 'Điều 2–4',
    headings: ['Điều 2. Quy định mức học phí', 'Điều 3. Hỗ trợ học phí', 'Điều 4. Phân loại địa bàn'],
    parts: [
      {
        address: 'Điều 2, khoản 1, bảng, dòng 1',
        text: 'Đô thị – 190 – 110',
        alone:
          'Đô thị – mầm non 190 (1.000 đồng/trẻ,học sinh/tháng) – trung học cơ sở 110 (1.000 đồng/trẻ,học sinh/tháng)',
        cells: [
          {
            address: 'Điều 2, khoản 1, bảng, dòng 1, cột Mầm non',
            alone: 'Đô thị – mầm non 190 (1.000 đồng/trẻ,học sinh/tháng)',
          },
          {
            address: 'Điều 2, khoản 1, bảng, dòng 1, cột Trung học cơ sở',
            alone: 'Đô thị – trung học cơ sở 110 (1.000 đồng/trẻ,học sinh/tháng)',
          },
        ],
      },
      {
        address: 'Điều 2, khoản 4',
        text: '4. Trường hợp học trực tuyến (học online), mức học phí đối với cơ sở giáo dục công lập bằng 70% mức học phí theo quy định tại khoản 1 Điều này.',
      },
      {
        address: 'Điều 3, khoản 1',
        text: 'Trường hợp mức thu học phí của cơ sở giáo dục dân lập, tư thục thấp hơn mức học phí quy định tại khoản 1 Điều 2 Nghị quyết này, mức hỗ trợ học phí bằng với mức thu học phí của cơ sở giáo dục đó.',
      },
      {
        address: 'Điều 3, khoản 2',
        text: '2. Thời gian hỗ trợ: Theo thời gian học thực tế và không quá 9 tháng/năm học.',
      },
      { address: 'Điều 4, khoản 1', text: '1. Đô thị: Cơ sở giáo dục tại các phường' },
      { address: 'Điều 4, khoản 2', text: '2. Nông thôn: Cơ sở giáo dục tại các xã đồng bằng' },
    ],
  },
  'học tập cộng đồng': {
    number: '5155/SGDĐT-GDTXNNĐH',
    kind: 'Công văn',
    title: 'Hướng dẫn đánh giá, xếp loại trung tâm học tập cộng đồng tại phường, xã và đặc khu từ năm 2025',
    issuer: 'Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh',
    issuedOn: '2025-11-28',
    address: 'Hướng dẫn đánh giá',
    headings: ['Hướng dẫn đánh giá'],
    parts: [
      {
        address: 'mục 1',
        text: '1. Ủy ban nhân dân phường, xã, đặc khu quyết định thành lập đoàn kiểm tra.',
      },
      {
        address: 'mục 2',
        text: 'Tổng số điểm tối đa cho tất cả các tiêu chí là 100 điểm. Các tiêu chí không có minh chứng phù hợp không được chấm điểm.',
      },
      { address: 'mục 3, điểm a', text: 'a) Loại tốt: Tổng số điểm đạt được từ 85 đến 100;' },
      { address: 'mục 3, điểm b', text: 'b) Loại khá: Tổng số điểm đạt được từ 70 đến 84,5;' },
      { address: 'mục 3, điểm c', text: 'c) Loại trung bình: Tổng số điểm đạt được từ 50 đến 69,5;' },
      {
        address: 'mục 4',
        text: '4. Thời gian kiểm tra, đánh giá, xếp loại Trung tâm học tập cộng đồng được thực hiện vào tháng 11 đến ngày 15 tháng 12 hàng năm.',
      },
    ],
  },
  'sinh viên sư phạm': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 85',
    headings: ['Điều 85. Học bổng, trợ cấp xã hội, miễn, giảm học phí'],
    parts: [
      {
        address: 'Điều 85, khoản 4',
        text: '4. Học sinh, sinh viên sư phạm được hỗ trợ tiền đóng học phí và chi phí sinh hoạt trong toàn khóa học. Người được hỗ trợ tiền đóng học phí và chi phí sinh hoạt sau 02 năm kể từ khi tốt nghiệp nếu không công tác trong ngành giáo dục hoặc công tác không đủ thời gian quy định thì phải bồi hoàn khoản kinh phí mà Nhà nước đã hỗ trợ. Thời hạn hoàn trả tối đa bằng thời gian đào tạo.',
      },
    ],
  },
  'gia đình': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 90–92',
    headings: ['Điều 90. Trách nhiệm của gia đình', 'Điều 92. Ban đại diện cha mẹ học sinh, trẻ mầm non'],
    parts: [
      {
        address: 'Điều 90, khoản 1',
        text: '1. Cha mẹ hoặc người giám hộ có trách nhiệm nuôi dưỡng, giáo dục và chăm sóc, tạo điều kiện cho con hoặc người được giám hộ được học tập; tôn trọng nhà giáo, không được xúc phạm nhân phẩm, danh dự, xâm phạm thân thể nhà giáo.',
      },
      {
        address: 'Điều 92, khoản 1',
        text: '1. Ban đại diện cha mẹ học sinh, trẻ mầm non được tổ chức trong mỗi năm học ở giáo dục phổ thông và giáo dục mầm non, do cha mẹ hoặc người giám hộ học sinh, trẻ mầm non từng lớp, từng trường cử ra để phối hợp với nhà trường.',
      },
      {
        address: 'Điều 92, khoản 2',
        text: '2. Không tổ chức ban đại diện cha mẹ học sinh, trẻ mầm non liên trường và ở các cấp hành chính.',
      },
    ],
  },
  'thi tuyển giáo viên': {
    number: '93/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết và hướng dẫn thi hành Luật Nhà giáo',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-31',
    address: 'Điều 7',
    headings: ['Điều 7. Thi tuyển nhà giáo'],
    parts: [
      {
        address: 'Điều 7, khoản 1, điểm a',
        text: 'a) Phần I: Kiến thức chung, 60 câu hỏi hiểu biết về pháp luật nhà giáo. Thời gian thi 60 phút.',
      },
      { address: 'Điều 7, khoản 1, điểm b', text: 'b) Phần II: Ngoại ngữ, 30 câu hỏi. Thời gian thi 30 phút.' },
      {
        address: 'Điều 7, khoản 1, điểm c',
        text: 'Nếu trả lời đúng từ 50% số câu hỏi trở lên cho từng phần thi thì người dự tuyển được thi tiếp vòng 2.',
      },
      {
        address: 'Điều 7, khoản 2, điểm c',
        text: 'c) Thời gian thi: vấn đáp 30 phút (thí sinh dự thi có không quá 15 phút chuẩn bị, không tính vào thời gian thi); thi viết 180 phút (không kể thời gian chép đề);',
      },
    ],
  },
};
