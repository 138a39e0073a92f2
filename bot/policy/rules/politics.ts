import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** Opinions on people and politics, and matters of state that the page must not touch. */
export const POLITICS: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'politics_state', priority: 'normal', replyId: 'politics' },
  harmless: phrases(
    `đảng viên dự; đáng tiếc; đáng lẽ; đáng kể; đáng ra; xứng đáng; nhà nước hỗ trợ; quản lý nhà nước; nhà nước quy; nhà nước cho; nhà nước lo; đảng phí`,
  ),
  rules: [
    {
      id: 'politics.opinion',
      all: [
        phrases(`
          =đảng; đảng với; đảng cộng; đảng và; đảng ta; cộng sản; chính quyền; chế độ này; chế độ cộng; chế độ độc; độc tài; độc đảng; đa đảng; tam quyền; chính phủ; quốc hội; thủ tướng; tổng bí thư; chủ tịch nước; chủ tịch thành; chủ tịch hà; bộ trưởng; bí thư; việt cộng; cờ vàng; vnch; ba que; trump; putin; ukraine; nga và; trung quốc; tàu cộng; hoàng sa; trường sa; biển đông; biểu tình; cách mạng màu; dân chủ; nhân quyền; bầu cử; chính trị; hồ chí minh; bác hồ; lãnh tụ; bộ chính trị; nhà nước; sáp nhập tỉnh; bỏ cấp huyện
        `),
        phrases(`
          nghĩ sao; nghĩ gì; nghĩ thế nào; nghĩ như; thấy sao; thấy thế nào; quan điểm; ý kiến; nhận xét; bình luận; nói dối; dối trá; tham nhũng; ăn hết; thối nát; độc tài; bất công; phản động; tẩy não; nhồi sọ; lật đổ; đả đảo; chống; bán nước; hèn; ngu; sụp đổ; mất nước; theo bạn; theo page; theo ad; có tốt; ủng hộ; ai hơn; ai giỏi; đúng hay sai; bên nào; bầu ai; biểu tình; với chả; kém; lừa dân; bịp; tuyên truyền láo; là của ai; có đúng … không … page; tẩy chay; hết thời
        `),
      ],
      none: phrases(
        `<asksrule>; ý kiến góp; lấy ý kiến; xin ý kiến; góp ý; giáo dục chính trị; lý luận; chính trị viên; đóng góp`,
      ),
    },
    {
      id: 'politics.office-holder',
      all: [
        phrases(`
          =đảng và; đảng với; nhà nước; chính quyền; chính phủ; bộ giáo dục; bộ trưởng; thứ trưởng; chủ tịch phường/quận/xã/tỉnh/ủy/hội; phó chủ tịch; bí thư; giám đốc sở; trưởng phòng; lãnh đạo phường/quận/sở/phòng/bộ/thành; ông * sở/bộ/phường; quan chức; cán bộ phường/quận/sở
        `),
        phrases(`
          tham nhũng; tham ô; từ chức; cách chức; thất bại; bất tài; vô dụng; vô tích; giữ ghế; ngồi ghế; ăn hại; thối nát; dốt; kém cỏi; lo gì cho dân; lo cho dân; chỉ biết; xứng đáng; đáng tin; nói dối; hứa suông; bù nhìn; đục khoét; lợi ích nhóm; sân sau
        `),
      ],
      none: phrases(`quy định; tố cáo; khiếu nại; phản ánh; đơn; trình tự; thẩm quyền; con em; con tôi; cháu nhà`),
    },
    {
      id: 'politics.provocation',
      all: [
        phrases(`
          tẩy não; nhồi sọ; phản động; biểu tình; đả đảo; lật đổ; độc tài; cộng sản … dối/lừa/ác; đa đảng; việt tân; cờ ba sọc; cờ vàng; tam quyền phân lập; tự do ngôn luận … việt/nước/đâu; bỏ đảng; kết nạp đảng … ngu; quan chức tham; lãnh đạo … tham nhũng hết; dạy sử … dối; lịch sử … bịa/dối; chính trị … tẩy; bác hồ … thật/có; bọn cầm quyền; chế độ thối; bán nước; ông … chủ tịch … tham
        `),
      ],
      none: phrases(`<rule>; xử phạt; bị cấm … không; lao động`),
    },
    {
      id: 'politics.state-secret',
      replyId: 'stateSecret',
      all: [
        phrases(`
          đề thi … chính thức; đề thi … thật/lộ/trước/sắp/giữ/cất; đề thi … bảo quản/mật; đề thi … ở/để đâu; đề … in ở; đề kiểm … cất/để/giữ; chìa khóa … phòng đề; kho đề; tổ ra đề; vận chuyển đề; áp tải đề; nơi cách ly … đề; cách ly … ra đề; mật khẩu … đề; đề chính thức; đề minh họa … lộ; lộ đề; xin đề … thi/tuyển/kiểm; đáp án … chính thức … trước; đề tuyển sinh … trước; mua đề; bán đề; bí mật nhà nước; tài liệu mật; văn bản mật; công văn mật; tối mật; tuyệt mật; hội đồng ra đề; ai ra đề; người ra đề; in sao đề; chìa khóa … đề; nơi in đề; phòng chứa đề
        `),
        phrases(
          `cho biết; ở đâu; ai; xin; cho em; cho tôi; mua; bán; gửi; có; biết; chưa; không; cung cấp; đề nghị; tiết lộ`,
        ),
        phrases(
          `năm nay; hiện; đang; chính thức; trước; lộ; mua; bán; xin; mật; ai; đâu; sắp tới; cho em; kỳ này; tới; giữ; bảo quản`,
        ),
      ],
      none: phrases(
        `quy định; theo luật; phạt; tù; tội; cấu trúc đề; dạng đề; ma trận; đề ôn; đề cương; năm ngoái; các năm trước; thông tư; bị xử; đề minh họa; mấy phút; thời gian; danh mục; độ mật; giải mật; thẩm quyền; lưu trữ; cơ quan; công ty; bị coi; tiết lộ bí mật nhà nước bị`,
      ),
    },
  ],
};
