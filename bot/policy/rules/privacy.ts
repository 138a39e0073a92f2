import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** The rights of the person whose data the page keeps (Law 91/2025/QH15): erase, copy, correct, withdraw consent. */
export const PRIVACY: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'privacy_request', priority: 'normal', replyId: 'privacy' },
  rules: [
    {
      id: 'privacy.erase',
      replyId: 'privacyErase',
      all: [
        phrases(`xóa; xoá; thu hồi; gỡ; gỡ bỏ; hủy; huỷ; rút lại; xoa`),
        phrases(`
          dữ liệu; thông tin … em/tôi/mình/con/cá; thông tin cá; tin nhắn; đoạn chat; cuộc trò; hội thoại; lịch sử; ảnh; hình; căn cước; số điện thoại; số của; tài khoản của em/tôi; hồ sơ chat; những gì em/tôi/mình; giấy khai sinh; đồng ý; học bạ
        `),
        phrases(
          `giúp; hộ; với; đi; ngay; giùm; dùm; hết; yêu cầu; đề nghị; muốn; cho tôi/em/mình; lỡ; gửi nhầm; nhầm; được không; của tôi; của em; của mình`,
        ),
      ],
      none: phrases(
        `trường đăng; cô đăng; cô giáo đăng; giáo viên đăng; nhà trường đăng; lớp đăng; nhóm lớp; zalo lớp; facebook trường; học phí; tiền; nguyện vọng; vneid; hủy hồ; hủy kết; tên … danh sách; xóa điểm; xóa án; thẻ ngân; giao dịch; đất; công ty; khi hết; phải xóa; bao lâu thì; tài khoản học; ai phải; có phải xóa; doanh nghiệp; đăng ký nhập; mạng xã hội; app; website; sàn; ngân hàng; cửa hàng; luật`,
      ),
    },
    {
      id: 'privacy.withdraw',
      replyId: 'privacyErase',
      all: [
        phrases(`
          không đồng ý … lưu/dùng/sử/thu/chia/xử/cung; rút … đồng ý; rút lại … cho phép; ngừng/dừng/đừng lưu/thu/sử/xử … dữ/thông/tin/số; không cho … lưu/sử/dùng … dữ/thông/tin/ảnh/số; không muốn … lưu … tin/thông/dữ/số; hủy đăng ký nhận; đừng nhắn tin … nữa; ngừng nhắn tin; ngừng gửi tin
        `),
        phrases(`tôi; em; mình; nhà; gia đình; con`),
      ],
      none: phrases(`<rule>; trường đăng; cô đăng; công ty; ngân hàng; bệnh viện; sếp; hợp đồng; khách`),
    },
    {
      id: 'privacy.what-do-you-keep',
      replyId: 'privacyKept',
      all: [
        phrases(`
          bản sao … dữ liệu; bản sao … thông tin; bản sao … tin nhắn; đang lưu/giữ … gì; lưu … thông tin gì … tôi/em/mình; lưu những gì; những dữ liệu nào … tôi/em/mình; dữ liệu … tôi/em/mình … lưu ở/ai; ai … xem/đọc được … tin nhắn; ai … xem/đọc được … thông tin; ai … xem/đọc được … nội dung; tin nhắn … ai đọc; tin nhắn này … lưu; có lưu … tin nhắn/cuộc/thông tin; thông tin … em/tôi/mình … bị lộ; thông tin … gửi … lộ; xem … dữ liệu … của tôi/em/mình; xuất dữ liệu … tôi/em/mình; chỉnh … thông tin … page/bot/hệ; page/bot … lưu … dữ liệu; page/bot … lưu … thông tin; page/bot … lưu … tin
        `),
        phrases(`tôi; em; mình; page; đây; bot; này; bên`),
      ],
      none: phrases(
        `<rule>; trường; công ty; ngân hàng; bệnh viện; vneid; căn cước; sếp; hồ sơ … học; cơ quan; khách; app; kế toán; nhà mạng; học bạ; doanh; sàn`,
      ),
    },
  ],
};
