import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

const HEARSAY = phrases(`
  nghe nói; nghe đồn; nghe bảo; nghe tin; nghe kể; nghe người; nghe mọi; nghe thiên; nghe đâu; nghe thấy; nghe phong; nghe hàng xóm; nghe các mẹ; nghe phụ huynh; người ta bảo/nói/đồn/kể; mọi người bảo/nói/đồn/kể/kháo/truyền; các mẹ bảo/nói/đồn/kháo; phụ huynh … đồn/kháo; hàng xóm bảo/nói; thấy bảo; thấy nói; thấy đồn; có tin; tin đồn; đồn; đồn ầm; đồn thổi; đang đồn; trên mạng; trên facebook/fb/zalo/tiktok/group/nhóm/hội; trong nhóm; nhóm zalo; facebook đăng; mạng đăng; lan truyền; chia sẻ … tin; truyền tai; rộ lên; xôn xao; có người … bảo/nói; có người gọi; có số … gọi; tin nhắn … yêu cầu; giả danh; mạo danh; giả mạo; tự xưng; xưng là
`);

const ASKS_IF_TRUE = phrases(`
  thật không; đúng không; phải không; có thật; có đúng; có phải; thật hay; thực hư; đúng hay; thật à; thế à; chính xác không; có chuyện đó; có vụ; tin được; chính thống; hay tin; xác nhận; đính chính; không ad; không page; không ạ; cảnh báo; hoang mang; hoảng; lo quá; sợ quá; sao; là thật; giả
`);

const SCHOOL_EVENT = phrases(`
  nghỉ học; cho nghỉ; được nghỉ; đóng cửa; giải thể; sáp nhập; di dời; chuyển địa điểm; phá dỡ; thu hồi đất; bị bắt; bị khởi tố; bị đình chỉ; bị kỷ luật; bị cách chức; đuổi việc; chuyển công tác; tăng học phí; tăng tiền; tăng gấp; miễn học phí hết; bỏ thi; bỏ môn; thi thêm môn; đổi môn; đổi sách; bỏ sách; bỏ lớp; bỏ xếp; đổi giờ; học thứ 7; học thứ bảy; nghỉ thứ 7; nghỉ thứ bảy; học online; học trực tuyến từ; dịch; cúm; lùi ngày; lùi lịch; hoãn; đổi lịch; lộ đề; dừng tuyển; không tuyển; ngừng tuyển; cấm trái; tuyển hết; hết chỉ tiêu; thay hiệu trưởng; đổi tên; cấm dạy; cắt; bắt buộc mua; phát tiền; tặng tiền; hỗ trợ … triệu; tặng … triệu; phát sữa; phát máy; thuê bảo; trường … mới; xây trường; cho thuê; bán trường; cổ phần hóa; bắt đóng; thu thêm
`);

/** Tales whose spreading itself does harm: a person must look at once. */
export const ALARMING_RUMOUR: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'rumour', priority: 'high', replyId: 'rumourAlarm' },
  rules: [
    {
      id: 'rumour.scam',
      all: [
        phrases(`
          có người gọi; có số … gọi; số lạ; gọi điện … báo/bảo/nói/yêu/xưng/tự; gọi bảo; gọi báo; người lạ gọi; tin nhắn; nhắn tin; giả danh; mạo danh; giả mạo; tự xưng; xưng là; xưng; trang giả; fanpage giả; page giả; zalo giả; facebook giả; link lạ; đường link; bấm vào link; bấm link; mã qr; quét mã; tài khoản lạ
        `),
        phrases(
          `chuyển khoản; chuyển tiền; đóng tiền; nộp tiền; đặt cọc; chuyển … triệu; lừa; lừa đảo; giả danh; mạo danh; giả mạo; giả; otp; cài app; cài ứng; cài đặt; cung cấp … căn cước; thu tiền; yêu cầu … tiền; đóng … phí; nộp phí; mất tiền; cọc`,
        ),
        phrases(
          `con; cháu; bé; trường; cô giáo; phòng; sở; lớp; tuyển sinh; học bổng; học phí; phụ huynh; giáo dục; page; sách; du học; trại hè`,
        ),
      ],
      none: phrases(
        `<rule>; trang nào; chính thức là; ngân hàng; công ty; thuế; có phải trang; tên thật; chứng khoán; bị mất; đòi lại; lấy lại; trình báo; sàn; công khai; thẻ; nộp … ở đâu; văn phòng; mua nhà; đất; vay; nhà mạng; sim; học phí … chuyển khoản được`,
      ),
    },
    {
      id: 'rumour.panic',
      all: [
        [...HEARSAY, ...phrases(`hoang mang; đang hoảng; hoảng loạn; cảnh báo; hoảng; đang lo; đang sốt; xôn xao`)],
        phrases(`
          chết; tử vong; qua đời; mất mạng; bắt cóc; mổ lấy; lấy nội tạng; buôn nội; thôi miên; dụ dỗ trẻ; dụ trẻ; bắt trẻ; ngộ độc; ung thư; chất cấm; chất độc; hóa chất; nhiễm độc; sán; giun; dịch lạ; bệnh lạ; lây lan; ổ dịch; phong tỏa; thịt lợn bệnh; thịt bệnh; thịt thối; thực phẩm bẩn; ma túy; kẹo … lạ; thuốc lắc; thuốc lá điện tử; khủng bố; bom; cháy; sập; hiếp; xâm hại; ấu dâm; biến thái; dao; chém; đâm; giết; tự tử; nhảy lầu; nhiễm; ngất; nhập viện; cấp cứu; đưa đi viện; chất gây; sữa … hỏng/độc/bẩn/giả/chất; sữa giả; vắc xin; tiêm … chết; phóng xạ; chì
        `),
        phrases(
          `trường; lớp; học; trẻ; học sinh; con; cháu; bé; phụ huynh; sữa; các cháu; bếp; căng tin; bán trú; quận; phường; ba đình; khu; hồ; cổng`,
        ),
        [
          ...ASKS_IF_TRUE,
          ...phrases(
            `hoang mang; nghỉ hàng loạt; cho con nghỉ; giấu; có đúng; mà giấu; ạ; ad; page; thế nào; giải thích; lo; sợ`,
          ),
        ],
      ],
      none: phrases(
        `<rule>; con em bị; con tôi bị; cháu nhà em bị; bé nhà em bị; công ty; nước nào; bao nhiêu; mức; ngân hàng; nghỉ phép; lao động; bồi thường; có được; mổ mắt`,
      ),
    },
  ],
};

/** Tales nobody should confirm or deny from documents; staff see what people ask about. */
export const RUMOUR: RuleSet = {
  verdict: { outcome: 'abstained', topic: 'rumour', priority: 'normal', replyId: 'rumour' },
  rules: [
    {
      id: 'rumour.forged-paper',
      outcome: 'escalated',
      replyId: 'rumourCheck',
      all: [
        phrases(
          `trên mạng; nhóm zalo; facebook; nhóm lớp; trong nhóm; người ta gửi; có người gửi; lan truyền; thấy có; ai đó gửi; được gửi; ai gửi; nhận được; có tờ; trên fb; chia sẻ; đang chia`,
        ),
        phrases(
          `danh sách … khoản; dấu đỏ; có dấu; đóng dấu; văn bản; công văn; thông báo; giấy mời; quyết định; biểu mẫu; bảng thu; kế hoạch; phiếu; ảnh chụp`,
        ),
        phrases(
          `bên mình; bên page; của phòng; của sở; phòng mình; đúng văn bản; có phải của; có đúng của; thật hay giả; thật không; thật giả; giả không; chính thức không; phải của phòng; là giả; xác minh; chính thống`,
        ),
      ],
      none: phrases(`số mấy; hiệu lực; công ty; ngân hàng; thuế; thuê; mua`),
    },
    {
      id: 'rumour.school-event',
      all: [
        HEARSAY,
        SCHOOL_EVENT,
        ASKS_IF_TRUE,
        phrases(
          `trường; học; lớp; thi; cô; thầy; hiệu trưởng; sách; học sinh; phòng giáo; con; giáo viên; mầm non; tiểu học; quận; các cháu`,
        ),
      ],
      none: phrases(
        `luật; nghị định; thông tư; nghị quyết; công ty; đại học; cao đẳng; học viện; thế nào ạ; bao nhiêu; mấy; sinh viên; nước; ở đâu; học nghề; lái; trung cấp; cấp giấy; hồ sơ gồm; cần; theo quy; lương; thuế; trường hợp nào; cụ thể; phụ cấp; bộ nào; tỉnh; huyện; ai; văn bản; khoản nào; điều; thẩm quyền; bao lâu; bảo hiểm`,
      ),
    },
    {
      id: 'rumour.tale-of-person',
      all: [
        HEARSAY,
        phrases(
          `bị bắt; bị khởi tố; bị đình chỉ; bị kỷ luật; bị cách chức; nhận hối; ngoại tình; bồ; cặp kè; bị điều tra; chạy chức; mua bằng; bằng giả; bị đuổi; tham ô; ôm tiền; đánh bạc; vỡ nợ; bỏ trốn; từ chức`,
        ),
        phrases(
          `hiệu trưởng; hiệu phó; cô; thầy; giáo viên; trưởng phòng; lãnh đạo; kế toán; chủ trường; cán bộ; trường`,
        ),
      ],
      none: phrases(`<rule>; công ty; đại học; tù; phạt`),
    },
  ],
};
