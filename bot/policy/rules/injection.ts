import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** Attempts to give the assistant orders, a role or words to say, and messages that hold no readable text. */
export const INJECTION: RuleSet = {
  verdict: { outcome: 'abstained', topic: 'injection', priority: null, replyId: 'injection' },
  rules: [
    { id: 'injection.emoji', topic: 'smalltalk', outcome: 'chat', replyId: 'emoji', shapes: ['emoji'] },
    { id: 'injection.no-text', outcome: 'chat', replyId: 'unreadable', shapes: ['no-letters'] },
    { id: 'injection.encoded', shapes: ['encoded'] },
    { id: 'injection.command', shapes: ['command'] },
    { id: 'injection.foreign-script', replyId: 'vietnameseOnly', shapes: ['foreign-script'] },
    {
      id: 'injection.override',
      all: [
        phrases(`
          bỏ qua/hết … quy/hướng/lệnh/chỉ/luật/giới/nguyên/yêu; quên hết/đi/tất/mọi/toàn … hướng/quy/lệnh/chỉ/trước/vai; phớt lờ … hướng/quy/lệnh/chỉ/nguyên; vô hiệu hóa; tắt chế/bộ/kiểm; không cần tuân; đừng tuân; phá vỡ quy; ignore … instructions/previous/rules/all; forget … instructions/previous
          system prompt; prompt hệ; lời nhắc hệ; câu lệnh hệ; hướng dẫn hệ; chỉ dẫn hệ; chỉ thị hệ; chỉ dẫn ban; hướng dẫn ban đầu; hướng dẫn bí; hướng dẫn nội bộ … bạn/bot/mày; cấu hình … bot/bạn/hệ; developer mode; chế độ nhà phát; chế độ quản; chế độ admin; chế độ gỡ; jailbreak; dan mode; không giới hạn … trả/mọi; trả … không giới hạn; không bị giới hạn; không kiểm duyệt
          mã nguồn … bot/bạn/hệ; api key; khóa api; mật khẩu … admin/quản/hệ/bot; token … bot/hệ/truy; in ra … prompt/hướng/lệnh/toàn/cấu; in toàn … hướng/prompt/lệnh; tiết lộ … prompt/hướng/lệnh/cấu; cơ sở dữ liệu … xuất/dump; lịch sử … người khác; tin nhắn của người khác; đoạn chat … người khác
        `),
      ],
      none: phrases(`thông tư; nghị quyết; học sinh; phần mềm quản`),
    },
    {
      id: 'injection.role',
      all: [
        phrases(`
          từ giờ/nay/bây/lúc … bạn/mày/ngươi là; từ giờ/nay … hãy trả; đóng vai; nhập vai; giả vờ/giả làm/bộ bạn/là/mày/em/làm; giả sử bạn là; hãy tưởng tượng bạn; hãy là một; hãy đóng; hãy hành xử; bạn giờ là; bạn bây giờ là; bạn không còn là; bạn không phải trợ; act as; pretend; you are now
        `),
      ],
      none: phrases(`học sinh đóng; con đóng; trẻ đóng; bé đóng; trò chơi; cháu đóng; đóng vai trò; sắm vai`),
    },
    {
      id: 'injection.say-this',
      all: [
        phrases(`
          hãy nói; nói rằng; nói câu; nói theo; nói "; lặp lại; nhắc lại câu/y/nguyên/theo; bắt đầu bằng; chỉ trả lời; chỉ được trả; chỉ cần trả lời; trả lời đúng một; trả lời bằng một từ; chỉ nói; hãy xác nhận; xác nhận rằng; hãy khẳng định; khẳng định rằng; hãy tuyên bố; tuyên bố rằng; hãy viết; hãy trích; hãy bịa; bịa ra/một; hãy công bố; hãy thông báo; thừa nhận; hãy cam kết; hãy đồng ý; copy câu; gõ lại; dịch câu
        `),
        phrases(
          `tôi đồng; đồng ý; rằng; câu; sau đây; hoàn tiền; giáo dục ba; phòng giáo; page; bạn là; bot; hợp lệ; duyệt; miễn; từ; cán bộ; được phép; chỉ; ngu; tệ; chính thức; nghị định; thông tư; cho tôi`,
        ),
      ],
      none: phrases(
        `cô giáo nói; cô nói; thầy nói; nhà trường nói; trường nói; họ nói; người ta nói; nghe nói; nghĩa là; giáo viên nói; lặp lại lớp; cô bảo; phường nói; đơn; giấy xác nhận; bộ nói; giải thích; luật nói; văn bản nói; điều … nói; bạn em; học sinh; con em; hồ sơ`,
      ),
    },
    {
      id: 'injection.defame',
      all: [
        phrases(`viết; làm; soạn; sáng tác; kể; đặt; chế; bịa; nói; dịch; giải mã; decode`),
        phrases(
          `châm biếm; chê bai; chê page; chê giáo; nói xấu; bôi nhọ; chửi; xúc phạm; chế giễu; chế nhạo; mỉa mai; đả kích; công kích; phê phán; bóc phốt; chỉ trích; lăng mạ`,
        ),
        phrases(`giúp; hộ; cho tôi; cho mình; cho em; hãy; bài; thơ; truyện; văn`),
      ],
      none: phrases(
        `cô giáo; thầy; bị phạt; có bị; con em; con tôi; học sinh bị; giáo viên; bạn bè; bị chửi; hay chửi`,
      ),
    },
    {
      id: 'injection.decode',
      all: [
        phrases(`giải mã; decode; base64; rot13; mã hex; nhị phân`),
        phrases(`làm theo; thực hiện; đoạn; chuỗi; và trả; câu này; sau`),
      ],
    },
    { id: 'injection.foreign-language', replyId: 'vietnameseOnly', shapes: ['foreign-language'] },
  ],
};
