import type { QuotedPassage } from '../quoted-passages.ts';

/** Those of the fourth suite about fees, grants, certificates, marks and working time. */
export const FOURTH_FURTHER_PASSAGES: Readonly<Record<string, QuotedPassage>> = {
  'học phí tỉnh': {
    number: '20/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title:
      'Quy định mức học phí đối với cơ sở giáo dục công lập và mức hỗ trợ học phí đối với trẻ em, học sinh dân lập, tư thục năm học 2025 - 2026 trên địa bàn tỉnh Vĩnh Long',
    issuer: 'Hội đồng nhân dân tỉnh Vĩnh Long',
    issuedOn: '2025-11-18',
    address: 'Điều 2–3',
    headings: ['Điều 2. Quy định mức học phí', 'Điều 3. Điều khoản thi hành'],
    parts: [
      {
        address: 'Điều 2, khoản 1, bảng, mục 1',
        text: '1 Giáo dục mầm non – 80 – 120',
        alone:
          'Giáo dục mầm non – khu vực nông thôn (xã) 80 nghìn đồng/người học/tháng – khu vực thành thị (phường) 120 nghìn đồng/người học/tháng',
        cells: [
          {
            address: 'Điều 2, khoản 1, bảng, mục 1, cột Khu vực nông thôn (xã)',
            alone: 'Giáo dục mầm non – khu vực nông thôn (xã) 80 nghìn đồng/người học/tháng',
          },
          {
            address: 'Điều 2, khoản 1, bảng, mục 1, cột Khu vực thành thị (phường)',
            alone: 'Giáo dục mầm non – khu vực thành thị (phường) 120 nghìn đồng/người học/tháng',
          },
        ],
      },
      {
        address: 'Điều 2, khoản 1, bảng, mục 2, dòng 3',
        text: 'Trung học phổ thông – 130 – 200',
        alone:
          'Trung học phổ thông – Giáo dục phổ thông – khu vực nông thôn (xã) 130 nghìn đồng/người học/tháng – khu vực thành thị (phường) 200 nghìn đồng/người học/tháng',
        cells: [
          {
            address: 'Điều 2, khoản 1, bảng, mục 2, dòng 3, cột Khu vực nông thôn (xã)',
            alone: 'Trung học phổ thông – Giáo dục phổ thông – khu vực nông thôn (xã) 130 nghìn đồng/người học/tháng',
          },
          {
            address: 'Điều 2, khoản 1, bảng, mục 2, dòng 3, cột Khu vực thành thị (phường)',
            alone:
              'Trung học phổ thông – Giáo dục phổ thông – khu vực thành thị (phường) 200 nghìn đồng/người học/tháng',
          },
        ],
      },
      {
        address: 'Điều 2, khoản 2',
        text: '2. Trong trường hợp học trực tuyến (học online), mức học phí đối với cơ sở giáo dục phổ thông công lập bằng 75% mức học phí quy định tại khoản 1 Điều này.',
      },
      { address: 'Điều 3, khoản 4', text: '4. Nghị quyết này có hiệu lực từ ngày 28 tháng 11 năm 2025.' },
    ],
  },
  'nơi nhiều lao động': {
    number: '21/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    title:
      'Quy định mức hỗ trợ đối với trẻ em mầm non, giáo viên mầm non làm việc tại nhà trẻ, lớp mẫu giáo dân lập, tư thục ở nơi có nhiều lao động trên địa bàn tỉnh Vĩnh Long',
    issuer: 'Hội đồng nhân dân tỉnh Vĩnh Long',
    issuedOn: '2025-11-18',
    address: 'Điều 1–2',
    headings: ['Điều 1. Đối tượng áp dụng', 'Điều 2. Mức hỗ trợ'],
    parts: [
      {
        address: 'Điều 1, khoản 2, điểm a',
        text: 'a) Trẻ em đang học tại các cơ sở giáo dục mầm non thuộc loại hình dân lập, tư thục đã được cơ quan có thẩm quyền cấp phép thành lập và hoạt động theo đúng quy định có cha hoặc mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em là công nhân, người lao động đang làm việc tại nơi có nhiều lao động.',
      },
      {
        address: 'Điều 2, khoản 1',
        text: '1. Đối tượng trẻ em quy định tại điểm a khoản 2 Điều 1 Nghị quyết này được hưởng mức hỗ trợ 160.000 đồng (một trăm sáu mươi ngàn đồng)/trẻ/tháng. Thời gian hỗ trợ tính theo số tháng học thực tế nhưng không quá 09 tháng/năm học.',
      },
      {
        address: 'Điều 2, khoản 2',
        text: '2. Đối tượng giáo viên mầm non quy định tại điểm b khoản 2 Điều 1 Nghị quyết này được hưởng mức hỗ trợ 800.000 đồng (tám trăm ngàn đồng)/người/tháng.',
      },
    ],
  },
  'bằng tốt nghiệp': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 34',
    headings: ['Điều 34. Xác nhận hoàn thành chương trình và cấp văn bằng tốt nghiệp'],
    parts: [
      {
        address: 'Điều 34, khoản 1',
        text: '1. Học sinh học hết chương trình tiểu học đủ điều kiện theo quy định của Bộ trưởng Bộ Giáo dục và Đào tạo thì được hiệu trưởng nhà trường xác nhận học bạ việc hoàn thành chương trình tiểu học.',
      },
      {
        address: 'Điều 34, khoản 3',
        text: 'Học sinh học hết chương trình trung học phổ thông đủ điều kiện dự thi theo quy định của Bộ trưởng Bộ Giáo dục và Đào tạo nhưng không dự thi hoặc thi không đạt yêu cầu thì được hiệu trưởng nhà trường cấp giấy chứng nhận hoàn thành chương trình giáo dục phổ thông.\nGiấy chứng nhận hoàn thành chương trình giáo dục phổ thông được sử dụng để đăng ký dự thi lấy bằng tốt nghiệp trung học phổ thông khi người học có nhu cầu hoặc để theo học giáo dục nghề nghiệp.',
      },
    ],
  },
  'miễn học phí': {
    number: '43/2019/QH14',
    kind: 'Luật',
    title: 'Luật Giáo dục',
    issuer: 'Quốc hội',
    issuedOn: '2019-06-14',
    address: 'Điều 99',
    headings: ['Điều 99. Học phí, chi phí của dịch vụ giáo dục, đào tạo'],
    parts: [
      {
        address: 'Điều 99, khoản 3',
        text: '3. Học sinh tiểu học trong cơ sở giáo dục công lập không phải đóng học phí; ở địa bàn không đủ trường công lập, học sinh tiểu học trong cơ sở giáo dục tư thục được Nhà nước hỗ trợ tiền đóng học phí, mức hỗ trợ do Hội đồng nhân dân cấp tỉnh quyết định.',
      },
      {
        address: 'Điều 99, khoản 4',
        text: '4. Trẻ em mầm non 05 tuổi ở thôn, xã đặc biệt khó khăn, vùng đồng bào dân tộc thiểu số, vùng sâu, vùng xa, vùng bãi ngang ven biển, hải đảo được miễn học phí.',
      },
    ],
  },
  'đánh giá trung học': {
    number: '22/2021/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định đánh giá học sinh trung học cơ sở và trung học phổ thông',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2021-07-20',
    address: 'Điều 5',
    headings: ['Điều 5. Hình thức đánh giá'],
    parts: [
      {
        address: 'Điều 5, khoản 3, điểm a',
        text: 'a) Đánh giá bằng nhận xét đối với các môn học: Giáo dục thể chất, Nghệ thuật, Âm nhạc, Mĩ thuật, Nội dung giáo dục của địa phương, Hoạt động trải nghiệm, hướng nghiệp; kết quả học tập theo môn học được đánh giá bằng nhận xét theo 01 (một) trong 02 (hai) mức: Đạt, Chưa đạt.',
      },
      {
        address: 'Điều 5, khoản 3, điểm b',
        text: 'b) Đánh giá bằng nhận xét kết hợp đánh giá bằng điểm số đối với các môn học trong Chương trình giáo dục phổ thông, trừ các môn học quy định tại điểm a khoản này; kết quả học tập theo môn học được đánh giá bằng điểm số theo thang điểm 10, nếu sử dụng thang điểm khác thì phải quy đổi về thang điểm 10. Điểm đánh giá là số nguyên hoặc số thập phân được lấy đến chữ số thập phân thứ nhất sau khi làm tròn số.',
      },
    ],
  },
  'thời gian làm việc': {
    number: '05/2025/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định chế độ làm việc đối với giáo viên phổ thông, dự bị đại học',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2025-03-07',
    address: 'Điều 5–6',
    headings: [
      'Điều 5. Thời gian làm việc của hiệu trưởng, phó hiệu trưởng, giáo viên',
      'Điều 6. Thời gian nghỉ hằng năm',
    ],
    parts: [
      {
        address: 'Điều 5, khoản 1',
        text: '1. Thời gian làm việc trong năm học của hiệu trưởng, phó hiệu trưởng, giáo viên trường phổ thông là 42 tuần, trong đó:',
      },
      {
        address: 'Điều 5, khoản 1, điểm a',
        text: 'a) Số tuần giảng dạy các nội dung trong chương trình giáo dục phổ thông là 37 tuần (bao gồm 35 tuần thực dạy và 02 tuần dự phòng);',
      },
      {
        address: 'Điều 5, khoản 1, điểm b',
        text: 'b) Số tuần học tập, bồi dưỡng nâng cao trình độ là 03 tuần;',
      },
      {
        address: 'Điều 5, khoản 1, điểm c',
        text: 'c) Số tuần chuẩn bị năm học mới và tổng kết năm học là 02 tuần.',
      },
      {
        address: 'Điều 6, khoản 3',
        text: '3. Trường hợp giáo viên nam được nghỉ chế độ thai sản khi vợ sinh con theo quy định của Luật Bảo hiểm xã hội, trong thời gian nghỉ chế độ giáo viên nam được tính dạy đủ định mức tiết dạy theo quy định và không phải dạy bù. Trường hợp thời gian nghỉ chế độ thai sản khi vợ sinh con của giáo viên nam trùng với thời gian nghỉ hè thì không được nghỉ bù.',
      },
    ],
  },
  'học bổng': {
    number: '66/2026/NĐ-CP',
    kind: 'Nghị định',
    title: 'Quy định chi tiết một số điều của Luật Giáo dục',
    issuer: 'Chính phủ',
    issuedOn: '2026-03-02',
    address: 'Điều 8',
    headings: ['Điều 8. Học bổng chính sách'],
    parts: [
      {
        address: 'Điều 8, khoản 1, điểm a',
        text: 'a) Sinh viên học theo chế độ cử tuyển; học sinh các trường dự bị đại học; trường phổ thông dân tộc nội trú được hưởng mức học bổng bằng 80% mức lương cơ sở/tháng;',
      },
      {
        address: 'Điều 8, khoản 1, điểm b',
        text: 'b) Học viên thuộc diện hộ nghèo học trong các cơ sở giáo dục nghề nghiệp dành cho thương binh, người khuyết tật: mức học bổng bằng 100% mức lương cơ sở/tháng.',
      },
      {
        address: 'Điều 8, khoản 2, điểm a',
        text: 'a) Học bổng chính sách được chi trả hai lần trong năm học, mỗi lần 06 tháng, lần thứ nhất cấp vào tháng 10, lần thứ hai cấp vào tháng 3.',
      },
      {
        address: 'Điều 8, khoản 2, điểm b',
        text: 'b) Trường hợp người học thuộc đối tượng được hưởng nhiều chính sách cùng lúc thì chỉ được hưởng một chính sách cao nhất;',
      },
      {
        address: 'Điều 8, khoản 2, điểm d',
        text: 'd) Học bổng chính sách được cấp đủ 12 tháng/năm. Riêng đối với năm học cuối được hưởng theo số tháng thực học.\nĐối với học sinh các trường phổ thông dân tộc nội trú, trường dự bị đại học nếu bị lưu ban thì năm học lưu ban đầu tiên vẫn được hưởng học bổng chính sách theo quy định;',
      },
    ],
  },
};
