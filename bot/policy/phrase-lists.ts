import { type PhraseLists, phrases } from './phrase.ts';

/** Named lists that rules use inside phrases as `<name>`. */
export const PHRASE_LISTS: PhraseLists = {
  /** A certain child: the writer's own, or one the writer knows. */
  mychild: phrases(`
    con/cháu/bé/nhóc em/tôi/mình/nhà/chị/anh/tui/út/lớn/bé/nhỏ; con gái/trai; cháu gái/trai/nội/ngoại; bé gái/trai/nhà
    em gái/trai/họ; đứa/thằng/con bé/nhỏ/cháu/lớn/út; bạn em/con/cháu/mình/thân/ấy/cùng; một bạn; bạn * lớp/trường
    bé * ; cháu * tuổi; các/mấy cháu/bé/con; hai/2 đứa/con/cháu; em; cháu; bé; con; mình; tôi; tớ; tao; tui; nó
  `),
  /** Any child. */
  child: phrases(`
    con; cháu; bé; trẻ; em; mình; tôi; tớ; tao; tui; nó; học sinh/trò; đứa; bạn em/con/cháu/mình/ấy/cùng/nam/nữ/gái/trai
    các/mấy/nhiều/một/mỗi bạn/cháu/con/bé/em/trẻ; người em/con/cháu; hs
  `),
  /** People who may hurt a child. */
  adult: phrases(`
    bố; ba; cha; mẹ; má; dượng; dì; chú; bác; cậu; mợ; thím; ông; bà; anh; chị; cô; thầy; giáo viên; bảo mẫu; hàng xóm
    người lạ; người ta; chồng; vợ; người yêu; bảo vệ; gia sư; mấy/bọn/tụi/nhóm/đám/lũ đứa/bạn/anh/chị/nó/học/thanh/lớp
    nó; chúng nó; tụi nó; bọn nó; bạn; các bạn; đàn anh; người giúp việc; thằng
  `),
  /** Violence whose words stay recognisable without diacritics. */
  hit: phrases(`
    đánh; đập; tát; vụt; nhốt; bóp/siết cổ; bạt/bợp tai; xô/đẩy ngã; đạp vào; đá vào; đấm vào; đấm đá; đâm bằng; dí thuốc/bàn/sắt/lửa
    trói tay/chân/lại/vào; giật/túm/nắm/kéo tóc; kéo … vào nhà vệ sinh … đánh; hành hạ; bạo hành; ngược đãi; tra tấn; dìm đầu/xuống/nước; véo; nhéo
    nhét … miệng; bịt miệng/mũi; bẻ tay; dội nước; tạt nước/axit; cầm dao; dùng/bằng roi/gậy/thước/dây/thắt; lấy roi/thước/gậy/dây/dép/chổi
    =đá; =đấm; =đâm; =đạp; =cắn; =cấu; =quất; =quật; =tạt; =trói; =chém; =bóp; =đét; =tẩn; =nện; =phang; =xích; =giẫm; =dẫm; chém em/con/cháu
    ném vào; quăng quật; lôi … ra; xé áo; lột đồ/áo/quần; bỏ đói; đổ nước sôi/nóng; treo ngược; bắt nạt đánh; đòn
  `),
  injury: phrases(`
    bầm; bầm tím; thâm tím; tím bầm; tím tái; tím mông/đùi/tay/chân/mặt/người/lưng/hết; sưng mặt/má/mắt/mồm/môi/tay/vù/húp/đầu; chảy/ra/tóe máu
    máu mồm/mũi; gãy tay/chân/răng/xương/mũi; rách môi/đầu/tai/da/mặt; hằn; lằn; vết roi/thương/cắn/bỏng/đỏ/cào/thâm/tím/đánh
    khâu; ngất; bất tỉnh; nhập viện; đi viện; cấp cứu; bỏng; thủng màng; chấn thương; trầy; mấy/nhiều/toàn/đầy vết
  `),
  /** It goes on now, lasts, or the writer is afraid. */
  acute: phrases(`
    cứu; em/con/cháu/mình/tớ sợ; sợ lắm/quá; hoảng loạn; làm sao; phải làm gì; làm gì bây; làm thế nào bây; kêu ai; gọi ai; báo ai; kể với ai; gửi cho ai
    nói với ai; bây giờ; ngay bây; đang bị; đang đánh; vừa bị; mới bị; hoài; suốt; ngày nào; hôm nào; tối nào; mỗi lần; hằng/hàng ngày/đêm/tối; cả đêm; liên tục; nhiều lần; mấy lần
    hôm nay; hôm qua; sáng nay; chiều nay; tối nay; trưa nay; tối qua; đêm qua; đêm nay; nãy; không dám; giúp em/con/cháu/mình/tôi/với; khóc; giấu; dặn không; cấm không; không cho kể
    có clip/video/camera/ảnh; quay clip/video/phim; xem camera; đau lắm/quá; trốn
  `),
  time: phrases(`
    đang; vừa; mới; bây giờ; giờ này; hôm nay; hôm qua; sáng nay; chiều nay; tối nay; trưa nay; tối qua; đêm qua; đêm nay; nãy; lúc nãy; ban nãy; hôm kia; từ sáng/trưa/chiều/tối/hôm/qua; mấy tiếng; gấp; ngay; cứu; làm sao; phải làm gì
    hết hơi; ai không
  `),
  /** The question is about a rule, not about something that happens. */
  rule: phrases(`
    quy định; quy chế; luật; pháp luật; nghị định; thông tư; điều lệ; xử phạt; bị phạt; phạt bao/mấy/tiền/tù/hành/gì; mức phạt; đi tù; ở tù; =tù; án tù; tội gì; có tội; phạm tội; tội danh; hình sự
    có vi phạm; vi phạm gì; tính là; coi là; gọi là; được xem là; là gì; thế nào là; những hành vi; hành vi nào; bồi thường; cấp dưỡng; tòa; ly hôn; ly thân
    trách nhiệm; có nghĩa vụ; hình thức; đuổi học; thẩm quyền; thủ tục; biện pháp; phòng chống; phòng ngừa; phòng tránh; tuyên truyền; chương trình; kế hoạch; tập huấn; chuyên đề; báo cáo; quyền gì
    có được phép; giữ kín; bảo mật; hỗ trợ gì; chế độ; trợ cấp; bảo hiểm; ủy ban; chủ tịch; bộ nào; cơ quan nào; sở nào; bị xử; xử lý thế nào; xử thế nào; xử sao; xử lý ra sao; xử lý sao; kỷ luật thế/ra/kiểu/gì/như; bị kỷ luật
  `),
  /** A softer sign of the same, ignored where a child is clearly hurt. */
  asksrule: phrases(`
    <rule>; có bị … không; có được … không; có cấm; bị cấm; cấm … không; có quyền; xử lý; kỷ luật; có phải … không; được không; đúng không; nên … thế nào; dạy con; dạy trẻ; kỹ năng; phát hiện; nhận biết; dấu hiệu
  `),
  /** A neighbouring matter: tales, scams, the press. */
  hearsay: phrases(`
    nghe nói/đồn/bảo/kể/tin/thông; người ta bảo/nói/đồn; mọi người bảo/nói/đồn; trên mạng; tin đồn; đồn; lan truyền; facebook; hội nhóm; chuyển khoản; có thật không; thật không; đúng không
    phóng viên; nhà báo; báo chí; tòa soạn; bạn đọc; truyền hình
  `),
  /** Somebody else's tale, or a reporter's: narrower than hearsay, because abuse often begins “on the net”. */
  tale: phrases(`
    nghe nói/đồn/bảo/kể/tin/thông; người ta bảo/nói/đồn; mọi người bảo/nói/đồn; tin đồn; đồn; lan truyền; có thật không; phóng viên; nhà báo; báo chí; tòa soạn; truyền hình
  `),
  /** School people and bodies, as the object of a grievance. */
  school: phrases(`
    trường; cô; thầy; cô giáo; thầy giáo; giáo viên; hiệu trưởng; hiệu phó; ban giám hiệu; nhà trường; bảo mẫu; lớp; hội phụ huynh; hội cha; ban phụ huynh; ban đại; bếp; căng tin; bảo vệ; trung tâm; chủ nhóm; kế toán; cán bộ; phòng giáo; sở giáo; văn phòng; lãnh đạo; bảo mẫu
  `),
  person: phrases(`
    cô; thầy; cô giáo; thầy giáo; giáo viên; hiệu trưởng; hiệu phó; bạn; học sinh; bé; cháu; phụ huynh; cán bộ; chủ nhiệm; trưởng phòng; phó phòng; em; mẹ; bố; gia đình; nhà; lãnh đạo; con
  `),
  /** The people a citizen asks to talk to. */
  staff: phrases(`
    cán bộ; người thật; người phụ; người có; người khác; người nào; người trực; người tư; người hỗ; người hướng; nhân viên; chuyên viên; admin; ad; quản trị; quản lý; tư vấn viên; tổng đài; lãnh đạo; trưởng phòng; bộ phận; con người; anh chị; ai đó; ai có; ai biết; ai phụ; người; phòng giáo; một ai
  `),
};
