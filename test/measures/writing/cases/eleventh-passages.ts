import type { QuotedPassage } from '../quoted-passages.ts';
import { ELEVENTH_FURTHER_PASSAGES } from './eleventh-further-passages.ts';

/**
 * Passages of further official texts, first tried when the verifier was tuned to the tenth suite: their own words, in
 * places shortened; addresses and days serve the tests.
 */
export const ELEVENTH_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'diện miễn học phí': {
    number: '238/2025/NĐ-CP',
    kind: 'Nghị định',
    title: 'Chính sách học phí, miễn, giảm, hỗ trợ học phí, hỗ trợ chi phí học tập',
    issuer: 'Chính phủ',
    issuedOn: '2025-09-03',
    address: 'Điều 15',
    headings: ['Điều 15. Đối tượng được miễn học phí'],
    parts: [
      {
        address: 'Điều 15, ý 1',
        text: '- Trẻ em mầm non, học sinh phổ thông, người học chương trình giáo dục phổ thông (học viên theo học chương trình giáo dục thường xuyên cấp trung học cơ sở và học viên theo học chương trình giáo dục thường xuyên cấp trung học phổ thông) trong cơ sở giáo dục công lập thuộc hệ thống giáo dục quốc dân.',
      },
      {
        address: 'Điều 15, ý 3',
        text: '- Học sinh, sinh viên trong các cơ sở giáo dục nghề nghiệp và giáo dục đại học là người khuyết tật.',
      },
      {
        address: 'Điều 15, ý 4',
        text: '- Người học từ 16 tuổi đến 22 tuổi đang học giáo dục đại học văn bằng thứ nhất thuộc đối tượng hưởng trợ cấp xã hội hàng tháng theo quy định tại khoản 1 và khoản 2 Điều 5 Nghị định 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ về chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội.',
      },
      {
        address: 'Điều 15, ý 7',
        text: '- Học sinh, sinh viên học tại các cơ sở giáo dục nghề nghiệp và giáo dục đại học là người dân tộc thiểu số có cha hoặc mẹ hoặc cả cha và mẹ hoặc ông, bà (trong trường hợp ở với ông, bà) thuộc hộ nghèo hoặc hộ cận nghèo theo quy định của Thủ tướng Chính phủ.',
      },
      { address: 'Điều 15, ý 8', text: '- Sinh viên học chuyên ngành Mác-Lênin và Tư tưởng Hồ Chí Minh.' },
      {
        address: 'Điều 15, ý 12',
        text: '- Người tốt nghiệp trung học cơ sở học tiếp lên trình độ trung cấp.',
      },
    ],
  },
  'kỹ năng sống': {
    number: '60/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title: 'Quy định danh mục các khoản thu và mức thu dịch vụ phục vụ, hỗ trợ hoạt động giáo dục, đào tạo',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Phụ lục, mục 3–5',
    headings: [
      '3 Dịch vụ hoạt động giáo dục kỹ năng sống (do các cơ sở giáo dục công lập trực tiếp thực hiện)',
      '5.3 Dịch vụ hoạt động giáo dục ngoài giờ chính khóa (do các cơ sở giáo dục công lập trực tiếp thực hiện)',
    ],
    parts: [
      {
        address: 'Phụ lục, mục 3.1',
        text: '3.1 Đối với cấp Mầm non Dịch vụ hoạt động giáo dục kỹ năng sống (không bao gồm các nội dung trong chương trình và thời lượng theo quy định của Bộ Giáo dục và Đào tạo) – Đồng/học sinh/giờ dạy – 15.000 – 1 giờ dạy = thời gian giáo viên thực tế giảng dạy trên lớp theo quy định',
        alone:
          'Đối với cấp Mầm non Dịch vụ hoạt động giáo dục kỹ năng sống (không bao gồm các nội dung trong chương trình và thời lượng theo quy định của Bộ Giáo dục và Đào tạo) – Dịch vụ hoạt động giáo dục kỹ năng sống (do các cơ sở giáo dục công lập trực tiếp thực hiện) – mức trần 15.000 đồng/học sinh/giờ dạy – Ghi chú: 1 giờ dạy = thời gian giáo viên thực tế giảng dạy trên lớp theo quy định',
      },
      {
        address: 'Phụ lục, mục 3.2',
        text: '3.2 Đối với cấp Trung học cơ sở, Trung học phổ thông Dịch vụ hoạt động giáo dục kỹ năng sống (không bao gồm các nội dung trong chương trình và thời lượng của buổi 1, buổi 2 theo quy định của Bộ Giáo dục và Đào tạo và nội dung bồi dưỡng bổ sung kiến thức các môn văn hóa) – Đồng/học sinh/tiết dạy – 15.000 – 1 tiết dạy = thời gian giáo viên thực tế giảng dạy trên lớp theo quy định',
        alone:
          'Đối với cấp Trung học cơ sở, Trung học phổ thông Dịch vụ hoạt động giáo dục kỹ năng sống (không bao gồm các nội dung trong chương trình và thời lượng của buổi 1, buổi 2 theo quy định của Bộ Giáo dục và Đào tạo và nội dung bồi dưỡng bổ sung kiến thức các môn văn hóa) – Dịch vụ hoạt động giáo dục kỹ năng sống (do các cơ sở giáo dục công lập trực tiếp thực hiện) – mức trần 15.000 đồng/học sinh/tiết dạy – Ghi chú: 1 tiết dạy = thời gian giáo viên thực tế giảng dạy trên lớp theo quy định',
      },
      {
        address: 'Phụ lục, mục 5.3.2',
        text: '5.3.2 Đối với cấp Tiểu học Dịch vụ hoạt động giáo dục ngoài giờ chính khóa (không bao gồm các nội dung trong chương trình và thời lượng của buổi 1, buổi 2 theo quy định của Bộ Giáo dục và Đào tạo và nội dung bồi dưỡng bổ sung kiến thức các môn văn hóa) – Đồng/học sinh/tiết dạy – 15.000 – 1 tiết dạy = thời gian giáo viên thực tế giảng dạy trên lớp theo quy định',
        alone:
          'Đối với cấp Tiểu học Dịch vụ hoạt động giáo dục ngoài giờ chính khóa (không bao gồm các nội dung trong chương trình và thời lượng của buổi 1, buổi 2 theo quy định của Bộ Giáo dục và Đào tạo và nội dung bồi dưỡng bổ sung kiến thức các môn văn hóa) – Dịch vụ hoạt động giáo dục ngoài giờ chính khóa (do các cơ sở giáo dục công lập trực tiếp thực hiện) – mức trần 15.000 đồng/học sinh/tiết dạy – Ghi chú: 1 tiết dạy = thời gian giáo viên thực tế giảng dạy trên lớp theo quy định',
      },
    ],
  },
  'học phí chất lượng cao': {
    number: '58/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title: 'Quy định mức học phí đối với các cơ sở giáo dục công lập chất lượng cao năm học 2025-2026',
    issuer: 'Hội đồng nhân dân thành phố Hà Nội',
    issuedOn: '2025-11-27',
    address: 'Phụ lục',
    headings: ['Đơn vị: Đồng/học sinh/tháng', 'STT | Tên đơn vị | Mức học phí năm học 2025-2026'],
    parts: [
      { address: 'Phụ lục, mục 1', text: '1 Trường Mầm non đô thị Sài Đồng' },
      {
        address: 'Phụ lục, mục 1.1',
        text: '1.1 Nhà trẻ (từ 12 tháng đến dưới 18 tháng tuổi) – 5.100.000',
        alone:
          'Nhà trẻ (từ 12 tháng đến dưới 18 tháng tuổi) – Trường Mầm non đô thị Sài Đồng – mức học phí năm học 2025-2026 5.100.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 1.3',
        text: '1.3 Mẫu giáo – 4.300.000',
        alone:
          'Mẫu giáo – Trường Mầm non đô thị Sài Đồng – mức học phí năm học 2025-2026 4.300.000 đồng/học sinh/tháng',
      },
      { address: 'Phụ lục, mục 9', text: '9 Trường Tiểu học đô thị Sài Đồng' },
      {
        address: 'Phụ lục, mục 9.1',
        text: '9 1 Khối 1 – 5.500.000',
        alone: 'Khối 1 – Trường Tiểu học đô thị Sài Đồng – mức học phí năm học 2025-2026 5.500.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 9.3',
        text: '9.3 Khối 3 – 5.300.000',
        alone: 'Khối 3 – Trường Tiểu học đô thị Sài Đồng – mức học phí năm học 2025-2026 5.300.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 9.5',
        text: '9.5 Khối 5 – 5.000.000',
        alone: 'Khối 5 – Trường Tiểu học đô thị Sài Đồng – mức học phí năm học 2025-2026 5.000.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục 16',
        text: '16 Trường Trung học cơ sở Chu Văn An – 4.200.000',
        alone: 'Trường Trung học cơ sở Chu Văn An – mức học phí năm học 2025-2026 4.200.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục II.3',
        text: '3 Trường Trung học cơ sở - Trung học phổ thông Nguyễn Tất Thành',
      },
      {
        address: 'Phụ lục, mục II.3.1',
        text: '3.1 Trung học cơ sở – 2.365.000',
        alone:
          'Trung học cơ sở – Trường Trung học cơ sở - Trung học phổ thông Nguyễn Tất Thành – mức học phí năm học 2025-2026 2.365.000 đồng/học sinh/tháng',
      },
      {
        address: 'Phụ lục, mục II.3.2',
        text: '3.2 Trung học phổ thông – 2.640.000',
        alone:
          'Trung học phổ thông – Trường Trung học cơ sở - Trung học phổ thông Nguyễn Tất Thành – mức học phí năm học 2025-2026 2.640.000 đồng/học sinh/tháng',
      },
    ],
  },
  'miễn thi tốt nghiệp': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 39',
    headings: ['Quy chế thi tốt nghiệp trung học phổ thông', 'Miễn thi trong kỳ thi tốt nghiệp THPT'],
    parts: [
      {
        address: 'Điều 39, khoản 1',
        text: '(1) Người được triệu tập tham gia kỳ thi chọn đội tuyển quốc gia dự thi Olympic quốc tế hoặc Olympic khu vực các môn văn hóa được miễn thi tất cả các bài thi của kỳ thi tốt nghiệp THPT nếu đáp ứng các điều kiện sau:',
      },
      { address: 'Điều 39, khoản 1, ý 1', text: '- Được triệu tập vào học kỳ 2 lớp 12;' },
      {
        address: 'Điều 39, khoản 1, ý 2',
        text: '- Kết quả rèn luyện cả năm lớp 12 đạt mức tốt, kết quả học tập cả năm lớp 12 đạt mức từ khá trở lên;',
      },
      { address: 'Điều 39, khoản 1, ý 3', text: '- Có tên trong danh sách miễn thi của Bộ GDĐT.' },
      {
        address: 'Điều 39, khoản 2, điểm b',
        text: 'b) Người có một trong các chứng chỉ ngoại ngữ được quy định tại phụ lục của Quy chế này hoặc các chứng chỉ ngoại ngữ được Bộ GDĐT công nhận tương đương với Khung năng lực ngoại ngữ 6 bậc dùng cho Việt Nam (đạt từ bậc 3 trở lên và có giá trị sử dụng đến ngày làm thủ tục dự thi) được miễn thi môn Ngoại ngữ trong xét công nhận tốt nghiệp THPT;',
      },
      {
        address: 'Điều 39, khoản 2, điểm c',
        text: 'c) Người có đủ điều kiện miễn thi môn Ngoại ngữ nhưng vẫn muốn tham gia thi môn Ngoại ngữ trong kỳ thi tốt nghiệp thì phải sử dụng kết quả thi môn Ngoại ngữ để tính điểm xét tốt nghiệp THPT.',
      },
      {
        address: 'Điều 39, khoản 3',
        text: 'Người nước ngoài có chứng chỉ tiếng Việt theo Khung năng lực tiếng Việt dùng cho người nước ngoài (đạt từ bậc 3 trở lên) được miễn thi môn Ngữ văn trong xét công nhận tốt nghiệp THPT.',
      },
    ],
  },
  'giám thị coi thi': {
    number: '24/2024/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy chế thi tốt nghiệp trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2024-12-24',
    address: 'Điều 29',
    headings: ['Quy chế thi tốt nghiệp trung học phổ thông'],
    parts: [
      {
        address: 'Điều 29, ý 1',
        text: '+ Trước khi hết giờ làm bài 15 phút (đối với bài thi độc lập và đối với mỗi môn thi trong bài thi tự chọn), Giám thị thông báo thời gian còn lại cho thí sinh biết; Trước giờ thu bài thi 05 phút, Giám thị yêu cầu thí sinh kiểm tra lại mã đề thi, số báo danh, các thông tin cá nhân khác trên giấy thi/Phiếu TLTN;',
      },
      {
        address: 'Điều 29, ý 1',
        text: '+ Tại các Điểm thi có thí sinh chỉ dự thi môn thi thứ nhất của Bài thi tự chọn Trưởng Điểm thi: bố trí phòng chờ ra để các thí sinh chỉ dự thi môn thi thứ nhất ngồi trong thời gian chờ đến hết giờ thi môn thi thứ hai; bố trí mỗi phòng chờ có tối thiểu 01 Giám thị hoặc Giám sát phòng thi để quản lý thí sinh;',
      },
      {
        address: 'Điều 29, ý 2',
        text: 'Trong trường hợp thí sinh không mang giấy tờ tuỳ thân, báo với Trưởng Điểm thi để xử lý theo quy định.',
      },
      {
        address: 'Điều 29, ý 5',
        text: '+ Khi nhận được đề thi, thí sinh phải để đề thi dưới tờ giấy làm bài/Phiếu TLTN, không được xem nội dung đề thi; khi thí sinh cuối cùng đã nhận được đề thi thì Giám thị mới cho thí sinh lật đề thi lên để kiểm tra tình trạng đề thi, môn thi/mã đề thi bảo đảm chính xác và ghi, tô mã đề thi vào Phiếu TLTN.',
      },
      {
        address: 'Điều 29, ý 6',
        text: '+ Giám thị không được đứng gần thí sinh, giúp đỡ thí sinh làm bài thi dưới bất kỳ hình thức nào; chỉ được trả lời công khai tại phòng thi các câu hỏi của thí sinh trong phạm vi quy định.',
      },
    ],
  },
  'học tập bổ sung': {
    number: '48/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Ban hành Quy chế tổ chức và hoạt động của trường phổ thông tư thục',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-06-22',
    address: 'Điều 9–11',
    headings: ['Điều 9. Chương trình giáo dục', 'Điều 11. Yêu cầu về định mức giáo viên, nhân sự hỗ trợ giáo dục'],
    parts: [
      {
        address: 'Điều 9, khoản 2',
        text: '2. Trường phổ thông tư thục thực hiện kế hoạch thời gian năm học theo quy định của Bộ Giáo dục và Đào tạo; được tổ chức thời gian học tập bổ sung ngoài kế hoạch thời gian năm học do Bộ Giáo dục và Đào tạo quy định, nhưng không quá 04 tuần trong một năm học và không thu học phí đối với thời gian học tập bổ sung này.',
      },
      {
        address: 'Điều 9, khoản 4',
        text: '4. Đối với cấp tiểu học, việc học tập bổ sung phải được thực hiện trên tinh thần tự nguyện, đồng thuận của cha mẹ học sinh nhằm tăng cường kỹ năng sống, bồi dưỡng học sinh năng khiếu hoặc phụ đạo học sinh còn yếu, không được dạy trước chương trình của năm học kế tiếp.',
      },
      {
        address: 'Điều 11, khoản 1',
        text: '1. Trong Quy chế này, giáo viên cơ hữu là giáo viên làm việc theo hợp đồng lao động không xác định thời hạn hoặc hợp đồng lao động xác định thời hạn từ đủ 12 tháng trở lên và thực hiện nhiệm vụ giảng dạy thường xuyên tại nhà trường.',
      },
      {
        address: 'Điều 11, khoản 2',
        text: '2. Trường phổ thông tư thục phải bảo đảm có đội ngũ giáo viên làm việc thường xuyên, ổn định để tổ chức thực hiện Chương trình giáo dục phổ thông; trong đó, tỷ lệ giáo viên cơ hữu bình quân trong năm học tối thiểu như sau:',
      },
      { address: 'Điều 11, khoản 2, điểm a', text: 'a) Cấp tiểu học: ít nhất 90% tổng số giáo viên;' },
      {
        address: 'Điều 11, khoản 2, điểm b',
        text: 'b) Cấp trung học cơ sở và cấp trung học phổ thông: ít nhất 40% tổng số giáo viên.',
      },
    ],
  },
  ...ELEVENTH_FURTHER_PASSAGES,
};
