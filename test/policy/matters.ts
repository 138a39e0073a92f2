import type { Topic } from '../../bot/topics.ts';

/** Messages of the other matters, written for these tests; those that a rule does not reach yet are left out. */
export const MATTERS: readonly (readonly [topic: Topic, messages: readonly string[]])[] = [
  [
    'complaint_denunciation',
    [
      'Tôi muốn phản ánh trường ép phụ huynh mua đồng phục ở một chỗ giá cao',
      'cô giáo chủ nhiệm lớp con tôi bắt học sinh đi học thêm ở nhà cô, không đi thì bị trù dập',
      'truong thu tien quy lop 2 trieu khong co hoa don, de nghi lam ro',
      'bếp ăn bán trú cho các cháu ăn thịt ôi thiu, phụ huynh rất bức xúc',
      'hiệu trưởng trường này nhận hối lộ chạy lớp chọn',
      'giáo viên dạy thêm trái phép ngay trong giờ chính khóa, tôi có bằng chứng',
      'Cô giáo chửi học sinh là đồ ngu trước cả lớp, tôi không chấp nhận được',
      'nhà trường bắt ký đơn tự nguyện nhưng thực ra ép buộc',
      'toi to cao ke toan truong an chan tien an cua hoc sinh',
      'phòng tiếp dân làm việc thái độ hách dịch, hẹn mấy lần không trả kết quả',
      'đề nghị xử lý cô giáo xúc phạm con tôi',
      'trường không minh bạch thu chi, hỏi thì lảng tránh',
      'xe đưa đón nhồi nhét 30 cháu vào xe 16 chỗ, tôi yêu cầu xử lý',
      'thầy giáo say rượu khi lên lớp',
    ],
  ],
  [
    'personal_data',
    [
      'CCCD của em là 001088012345',
      'sdt chi 0987654321 goi lai giup em',
      'gửi page học bạ và ảnh căn cước của con em đây',
      'cho tôi xin địa chỉ nhà của cô Lan dạy lớp 3A',
      'cho hỏi số điện thoại riêng của hiệu trưởng',
      'con tôi Nguyễn Văn An sinh ngày 3/5/2018 mã định danh 001218001234 tra giúp',
      'cho xin danh sách điểm của lớp 9A để so sánh',
      'stk của tôi 19031234567 vietcombank hoàn tiền giúp',
    ],
  ],
  [
    'individual_case',
    [
      'con em thiếu 2 tháng tuổi có cho vào lớp 1 được không, xét giúp em',
      'hồ sơ của con tôi nộp tuần trước đã được duyệt chưa',
      'xin cho con em chuyển từ lớp 3A sang 3B',
      'nhà em hoàn cảnh khó khăn xin được miễn tiền bán trú',
      'bên mình cấp lại học bạ cho con em được không, em mất rồi',
      'con tôi trượt cả 3 nguyện vọng, giờ xếp cháu vào đâu',
      'em đăng ký nhầm trường cho con rồi, sửa giúp em',
      'nhà em ở tổ 7 nhưng con học tiểu học phường khác, có được nhận vào THCS không',
      'tôi bị sai ngày sinh trên bằng, đổi giúp tôi',
    ],
  ],
  [
    'politics_state',
    [
      'bộ giáo dục cải cách toàn thất bại, ai chịu trách nhiệm',
      'chủ tịch phường này có tham nhũng không',
      'ông giám đốc sở có nên từ chức không',
    ],
  ],
  [
    'privacy_request',
    [
      'cho tôi biết các bạn đang lưu thông tin gì của tôi',
      'tôi muốn rút lại sự đồng ý cung cấp dữ liệu',
      'xoá lịch sử chat này đi',
      'yeu cau xoa so dien thoai cua toi',
    ],
  ],
  [
    'smalltalk',
    [
      'alo',
      'chào buổi tối ad',
      'ok cảm ơn',
      'dạ em hiểu rồi ạ',
      'tạm biệt nhé',
      'bạn tên gì',
      'em chào cô',
      'hihi',
      'vâng ạ',
      'thế thôi ạ, em cảm ơn',
    ],
  ],
];

/** Questions about rules that hold words of complaint; the documents answer them. */
export const RULE_QUESTIONS: readonly string[] = [
  'trường có được ép mua đồng phục không',
  'giáo viên có được bắt học thêm không',
  'quỹ lớp thu bao nhiêu là đúng',
  'phụ huynh được kiểm tra bếp ăn không',
  'con em sinh tháng 12/2020 có được vào lớp 1 năm nay không',
  'đổi trường cho con cần giấy tờ gì',
  'mất học bạ xin cấp lại ở đâu',
  'hiệu trưởng có quyền gì',
  'lớp tiểu học tối đa bao nhiêu học sinh',
  'thời hạn giải quyết khiếu nại là bao lâu',
  'tố cáo giáo viên thì gửi đơn ở đâu',
  'trượt lớp 10 công lập thì học ở đâu',
];
