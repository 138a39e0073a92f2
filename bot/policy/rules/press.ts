import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

const ASKS_FOR_WORDS = phrases(`
  cho ý kiến; quan điểm; phản hồi; phản ánh; xác nhận; cung cấp; bình luận; lên tiếng; đính chính; trả lời; phỏng vấn; gặp; số liệu; thông tin; phát ngôn; số điện thoại; liên hệ; đăng bài; lên bài; lên sóng; ghi hình; quay phim; viết bài; làm bài; đưa tin; nguồn tin; hỏi; xin; đề nghị; trao đổi; cho biết; vụ; sự việc; lịch
`);

/** People who publish: only the spokesperson may give them words. */
export const PRESS: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'press', priority: 'high', replyId: 'press' },
  harmless: phrases(
    `chủ nhà báo; nhà trường báo; nhà báo nghỉ; nhà báo tử; nhà báo hiếu; thông báo; báo cáo; báo chí hợp; báo hiếu; bên bảo hiểm; bên bảo vệ; bên bảo mẫu`,
  ),
  rules: [
    {
      id: 'press.presents-as-press',
      all: [
        phrases(`
          tôi/em/mình/tui/cháu là … phóng viên; phóng viên đây; phóng viên báo/của/đài/ban/kênh/tạp/tự/truyền/từ; tôi/em/mình/tui là … nhà báo; nhà báo tự/đây/của/đài/độc; tòa soạn; biên tập viên; bên báo; bên đài; bên truyền hình; bên tạp chí; ban biên tập; đài truyền hình; đài phát thanh; đài tiếng nói
          tôi/em/mình là/ở/bên/bên/làm báo; đại diện … báo; cộng tác viên … báo/đài/tạp; vtv *; vtv; vnexpress; thông tấn xã; báo tuổi trẻ; báo thanh niên; báo dân trí; báo lao động; báo giáo dục; báo tiền phong; báo điện tử; tạp chí; chương trình chuyển động; chuyên mục; thẻ nhà báo; giấy giới thiệu … báo; sinh viên báo; học báo chí; cơ quan báo; cơ quan ngôn; truyền thông đưa
          tôi/em/mình là … youtuber/tiktoker/blogger/vlogger/streamer; kênh youtube; kênh tiktok; làm kênh; quay vlog
        `),
        ASKS_FOR_WORDS,
      ],
      none: phrases(
        `điểm chuẩn; ngành báo chí; khoa báo; cấp thẻ; bị phạt; mức phạt; nhuận bút; tạp chí khoa; bài báo khoa; lương; điều kiện thành; luật báo chí; học phí; tuyển sinh lớp … báo tuổi; được cấp; thi vào; kênh nào`,
      ),
    },
    {
      id: 'press.asks-for-the-press',
      all: [
        phrases(`
          cho báo chí; với báo chí; trả lời báo chí; phát ngôn; họp báo; thông cáo; phỏng vấn … phòng/lãnh/anh/chị/trưởng/page/phút/cán; cho … phỏng vấn; xin phỏng vấn; được phỏng vấn; phục vụ … bài/loạt/phóng; loạt bài; bài điều tra; làm phóng sự; phóng sự; viết bài … vụ/về/điều/phản/trường; lên bài; lên sóng; theo … bạn đọc; bạn đọc phản; đơn thư bạn đọc
          đăng bài … vụ/về/hot/phản; để đăng/lên bài; sẽ/là đăng bài; chúng tôi đăng; đăng … lên page cộng; admin page; admin nhóm; admin group; page cộng đồng; nhóm cộng đồng … đăng; quản trị … nhóm/page/fanpage … đăng; bài báo … viết/nói/đăng/nêu/phản/sai/đưa; báo … đăng sai; báo … viết sai; đính chính; báo đăng; báo viết; báo đưa; báo chí đưa; báo chí đang; báo chí nói; lên báo
        `),
        phrases(
          `vụ; phòng; phản hồi; lên tiếng; xác nhận; thông tin; số liệu; đính chính; phỏng vấn; ý kiến; quan điểm; quý; đề nghị; hot; đăng; trường bên; nói gì; xử lý chưa; thật không`,
        ),
      ],
      none: phrases(
        `<rule>; đăng bài quảng; quảng cáo; bài báo khoa; bài báo tiếng; đạo văn; tuyển dụng; phỏng vấn xin; phỏng vấn trẻ; phỏng vấn tuyển; phỏng vấn … lớp 1; phỏng vấn … lớp 6; phỏng vấn đầu; khai sinh; hộ tịch; học bạ; đính chính … ngày/tên/năm/giấy/bằng; công bố … quốc tế; học phí; phỏng vấn nhập; bằng tốt nghiệp; học bổng`,
      ),
    },
  ],
};
