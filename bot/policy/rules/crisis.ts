import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

const SEXUAL_ACT = phrases(`
  động chạm; đụng chạm; sờ soạng; sờ mó; sờ ngực/mông/đùi/chim/người/vào/em/con/cháu; =sờ; rờ rẫm; mò mẫm; sàm sỡ; vuốt ve; vuốt đùi/lưng/má
  hiếp; hiếp dâm; cưỡng hiếp; cưỡng dâm; xâm hại; dâm ô; lạm dụng; quấy rối; giở trò; đồi bại; làm bậy; làm chuyện người/đó/ấy/bậy; chuyện người lớn; ép/bắt quan/ngủ/lên
  cởi quần/áo/đồ/hết; tụt quần; lột đồ/quần/áo; vùng kín; chỗ kín; chỗ đó; bộ phận sinh; ôm hôn; =hôn em/con/cháu/vào/môi; ôm từ/em/con/cháu; bóp ngực/mông/vú
  chụp/quay/nhìn trộm … váy/em/con/cháu/tắm/thay; ép quan; chụp dưới; dưới váy; ảnh nóng; ảnh khỏa; ảnh hở; ảnh nhạy; ảnh không; ảnh sex; ảnh nude; ảnh ngực; clip nóng; clip sex; gạ tình/gẫm/chat/đi/em/con/cháu; chat sex; xem phim/clip sex/đen/người/bậy/khiêu
  tung ảnh/clip/video/hình; tống tình; ngủ chung/cùng/với; nhà nghỉ; khách sạn; thầm kín; khoe/cho … chim/của quý; nhìn trộm; quay lén; nhìn/rình … tắm; hay/cứ ôm em/con/cháu; ôm … từ phía/đằng sau; vào phòng … đêm; ban đêm … vào phòng; sờ vào; chỗ kín; cho vào chỗ; không mặc đồ/quần/áo; gửi ảnh … không mặc/khỏa/hở; cưỡng hôn; chụp hình/ảnh em/con/cháu; ép … uống rượu
`);

const SELF_HARM = phrases(`
  tự tử; tự sát; tự vẫn; tự kết thúc/liễu; kết thúc cuộc đời/sống; kết thúc đời/mọi/tất; kết liễu; =tự =hại; tự hại mình/bản/thân; tự làm đau; tự hành hạ/xác; làm đau bản; hành hạ bản; rạch tay/chân/đùi/cổ; =cứa cổ/tay/vào; cứa cổ tay; cứa vào tay/cổ/đùi/chân; cắt cổ tay; cắt tay; tự cắt; tự rạch; tự đánh mình; tự đập; tự đâm; đâm vào đùi/tay/chân/bụng; lấy kéo/dao/lam/compa … đâm/rạch/cắt/cứa; trên/ngoài lan can; đứng trên/ngoài lan/nóc; đứng trên sân thượng
  nhảy lầu; nhảy cầu; nhảy xuống; nhảy sông; nhảy từ … tầng/lầu/cầu/cao/mái/nóc/ban/sân; treo cổ; thắt cổ; thuốc chuột; thuốc sâu; thuốc trừ; thuốc diệt; uống thuốc ngủ; uống … vỉ; uống … viên thuốc; thư tuyệt; tuyệt mệnh; vĩnh biệt
`);

const WISH_TO_DIE = phrases(`
  muốn … chết; =chết đi cho; chết cho rồi/xong/nhẹ/khỏe/hết; chết quách; chết còn hơn; chết sướng; chết luôn; đòi chết; dọa chết; tìm đến cái; tìm cái chết; nghĩ đến cái; nghĩ tới cái; nghĩ đến chết; nghĩ về cái; nếu * chết; giá mà … chết; ước … chết
  không/chẳng/chả/chán/hết/đừng muốn/thiết sống; không/chẳng/chả/hết còn muốn/thiết sống; không/chẳng/chả/đâu xứng đáng được? sống/tồn; không/chẳng/chả/đâu đáng được sống; chán sống; không thiết gì; sống làm gì; sống để làm; sống chi; sống … ý nghĩa; không … lý do sống; không sống nữa; không sống nổi
  không tồn tại; biến mất khỏi/mãi/luôn/đi; muốn biến mất; em/con/cháu/mình/tớ/tôi không còn nữa; em/con/cháu/mình/tớ/tôi không còn trên; không còn em/con/cháu/mình/tớ; không có em/con/cháu/mình/tớ … hơn; em/con/cháu/mình/tớ … biến mất
  ngủ … không … dậy; không dậy nữa; không … thức dậy; không tỉnh dậy; ngủ một giấc thật dài; ngủ luôn không; đi thật xa … không; đi xa mãi; không sinh ra; đừng sinh ra; đừng được sinh; không được sinh ra; rời bỏ thế; rời khỏi thế; từ bỏ cuộc; bỏ cuộc sống; buông xuôi; buông bỏ tất; muốn buông; giải thoát
  gánh nặng cho; gánh nặng của; vô dụng … sống; thừa thãi; không ai cần em/con/cháu/mình; lời cuối; tạm biệt mọi/tất; gặp … lần cuối; sân thượng; nhẹ nhõm; ám ảnh cái chết; không chịu nổi nữa; không thở nổi; hết chịu nổi; tuyệt vọng
  đi luôn cho xong/rồi; chết cho xong; chán đời; chán sống lắm; ghét bản thân; ghét chính mình; không muốn có mặt; muốn kết thúc *
  kill myself; want to die; suicide; i wanna die; end my life
`);

const WISH_STRONG_EXCEPTIONS = phrases(`
  quy định; quy chế; luật; =tù; =tội; nghị định; thông tư; chương trình; kế hoạch; tuyên truyền; chuyên đề; tập huấn; phòng chống; phòng ngừa; bài văn; tác phẩm; nhân vật; kỹ năng; bảo hiểm; hồ sơ; tài sản; thừa kế; hợp đồng; công ty; nước nào
`);

const FAINT_WISH = phrases(`
  không ai cần em/con/cháu/mình; gánh nặng cho; gánh nặng của; tạm biệt mọi/tất; nhẹ nhõm; thừa thãi; sân thượng; giải thoát; buông xuôi; tuyệt vọng; không chịu nổi nữa; không thở nổi; hết chịu nổi; muốn buông; lời cuối
`);

const MEDICAL = phrases(`
  co giật; bất tỉnh; ngất; ngất xỉu; ngất lịm; khó thở; không thở; ngừng thở; tím tái; hóc xương/kẹo; =hóc dị/hạt/đồ/thức; đuối nước; chết đuối; điện giật; giật điện; sốc phản; ngộ độc; nôn; nôn ói; ói; buồn nôn; đau bụng; tiêu chảy; uống nhầm; nuốt; bỏng; chảy máu … nhiều; chảy máu đầu; máu chảy
  ngã từ/cầu/lầu/tầng; rơi từ; xe tông; xe đâm; xe cán; tai nạn; gãy tay; gãy chân; chấn thương; không tỉnh; lịm; mê man; sùi bọt; rắn cắn; chó cắn; ong đốt; mắc kẹt; =kẹt … trong; mac ket trong; đang cháy; bị cháy; cháy rồi; nói nhảm
`);

const MISSING = phrases(`
  chưa thấy về; chưa về nhà; chưa về; không về nhà; không thấy về; không thấy đâu; không thấy con/cháu/bé/nó; mất tích; bỏ nhà; bỏ đi; trốn nhà; đi lạc; bị lạc; lạc mất; bắt cóc; bị bắt đi; bắt đi mất; người lạ … đón/dắt/chở/kéo/bế/rủ/lôi; ai đón mất; đón mất; không liên lạc được
  không tìm thấy; tìm không; tìm mãi; bị bỏ quên; bỏ quên trên; bám theo; đi theo … từ cổng; lạ mặt bám/theo/đứng/rình; quên … trên xe; nhốt … trên xe; không gọi được
`);

/** A child in danger comes before everything else: no rule of another set is asked first. */
export const CRISIS: RuleSet = {
  verdict: { outcome: 'crisis', topic: 'child_safety', priority: 'urgent', replyId: 'crisisAdult' },
  harmless: phrases(`
    đánh giá; đánh vần; đánh số; đánh máy; đánh dấu; đánh răng; đánh đàn; đánh cầu; đánh bóng; đánh trống; đánh thuế; đánh cờ; đánh đổi; đánh rơi; đánh mất; đánh thức; đánh bài; đánh lừa; đánh chữ; đánh trận; đánh giặc; đánh bắt; đánh bạc; đánh đố; đánh tráo; đánh sập; đánh xe
    danh sách; danh dự; danh hiệu; danh mục; danh tính; danh nghĩa; danh tiếng; danh bạ; danh thiếp; =bí =danh; công danh; chức danh; định danh; =vô =danh; biệt danh; điểm danh; =ghi =danh; đề danh; địa danh; mạo danh; =ẩn =danh; nặc danh; =xưng =danh; =dành =cho; =dành =được; =dành =thời; =dành =riêng; =để =dành; đồ dành; giành giải; đình danh; phòng đánh
    đá bóng; đá cầu; đá banh; bóng đá; ném bóng; ném còn; đập tan; giải đáp; đáp án; đáp ứng; xe đạp; đạp xe; đấm bóp; tất cả; khuyết tật; tóm tắt; viết tắt; tát nước; ném bóng; bình đẳng
    chết rồi; chết thật; chết dở; chết mất thôi; chết tiệt; chết mê; thôi chết; chết máy; chết cha; chết chưa; =chết nhầm; sợ chết; máy chết; chết mạng
    đợi/chờ/nóng/bận/đói/đắt/khó/rối/lâu/mắc/cười/lạnh/chật/mừng/vui/ghét muốn chết; lo muốn chết; mệt muốn chết vì hồ/thủ/giấy/xếp
    tư vấn; phun/xịt … thuốc trừ/diệt; thứ/đầu tư từ; tư từ ngày/tháng/năm
    cơ sở; hồ sơ; số người học/đã/được/tham/trúng/dân/đăng; kết thúc sớm/khóa/môn/lớp/học/năm/kỳ/việc
    cứ từ từ; từ từ rồi/đã/thôi/mới/nhé/ạ/cũng/để/hỏi/đọc/xem/tìm/nộp/làm/trả/nhắn/giải/nói/chờ/đợi/tính; =từ =từ; sống với; sống cùng; sống ở; sống chung; sống tại; sống cạnh
    mã/tài/hồ/thông/dữ/tên/trang/trường/đường/số/lớp … không tồn tại; muốn chết luôn; muốn chết vì; gấp/ngán/nản/rối/oải/đuối muốn chết
    ngủ trưa; ngủ dậy muộn; nuốt nước; không còn nữa không
  `),
  rules: [
    {
      id: 'crisis.self-harm',
      replyId: 'crisisSelfHarm',
      all: [SELF_HARM],
      none: [...WISH_STRONG_EXCEPTIONS, ...phrases(`bị phạt; xử phạt; <hearsay>; mụn; móng tay; móng; vở kịch`)],
    },
    {
      id: 'crisis.wish-to-die',
      replyId: 'crisisSelfHarm',
      all: [WISH_TO_DIE.filter((p) => !FAINT_WISH.includes(p))],
      none: WISH_STRONG_EXCEPTIONS,
    },
    {
      id: 'crisis.hopeless',
      replyId: 'crisisSelfHarm',
      all: [
        FAINT_WISH,
        phrases(`em; con; cháu; mình; tớ; tao`),
        phrases(
          `sống; mệt; chết; mọi người; bố mẹ; ba mẹ; không ai; em/con/cháu chỉ; muốn khóc; đau khổ; chán; áp lực; đời; một mình; cô đơn; trượt; nhảy; đứng`,
        ),
      ],
      none: [
        ...WISH_STRONG_EXCEPTIONS,
        ...phrases(`học phí; đóng tiền; giảm gánh; áp lực thi; thủ tục; chi phí; kinh tế; giáo viên`),
      ],
    },
    {
      id: 'crisis.self-harm-hearsay',
      replyId: 'crisisSelfHarm',
      all: [
        SELF_HARM,
        phrases(`bạn em; bạn cháu; bạn con; bạn mình; con em; con tôi; cháu nhà; em gái; em trai; em muốn; con muốn`),
      ],
      none: WISH_STRONG_EXCEPTIONS,
    },
    {
      id: 'crisis.sexual',
      all: [
        SEXUAL_ACT,
        phrases(`<child>`),
        phrases(`
          thầy; cô; chú; bác; ông; anh; bố; ba; cha; cậu; dượng; hàng xóm; người lạ; người ta; bảo vệ; gia sư; bạn trai; bạn nam; người yêu; ai đó; bị; nó; một người; lái xe; tài xế; huấn luyện; bắt em/con/cháu; ép em/con/cháu
        `),
        phrases(`<mychild>; lớp *; bé gái`),
      ],
      none: phrases(
        `<rule>; <tale>; dạy con; dạy trẻ; giáo dục giới; nhận biết; dấu hiệu; tư vấn cho em tài; mất ngủ; đặt phòng; thi; phòng khám; bản quyền; lao động; quán; công ty; sếp; quản lý hay`,
      ),
    },
    {
      id: 'crisis.sexual-now',
      all: [
        SEXUAL_ACT,
        phrases(`<mychild>`),
        phrases(`<acute>; đừng kể; không được kể; không dám kể; không cho kể; bảo đừng; cấm kể; bí mật`),
      ],
      none: phrases(
        `phạt; =tù; =tội; nghị định; thông tư; quy định; nhận biết; dạy con; dạy trẻ; công ty; sếp; đặt phòng; chồng em; vợ em; thi`,
      ),
    },
    {
      id: 'crisis.violence-hurt',
      all: [phrases(`<hit>`), phrases(`<injury>`), phrases(`<child>`)],
      none: phrases(
        `phạt; =tù; =tội; bồi thường; nghị định; thông tư; quy định; trách nhiệm; tập huấn; <hearsay>; công ty; sếp; chồng em; vợ em; chứng cứ; bảo hiểm; chế độ; lao động`,
      ),
    },
    {
      id: 'crisis.violence-now',
      all: [
        phrases(`bị … <hit>; <adult> … <hit>; <hit> em/con/cháu/bé/mình/trẻ/học/bạn/nó/tôi; <hit> nhau`),
        phrases(`<mychild>; lớp *; trường`),
        phrases(`<acute>`),
      ],
      none: phrases(`<rule>; <hearsay>; công ty; sếp; lao động; đánh ghen; chó mèo; chứng cứ`),
    },
    {
      id: 'crisis.violence-own-child',
      all: [
        phrases(`
          con/cháu/bé/em em/tôi/mình/nhà/gái/trai … bị … <hit>; em/cháu/con/mình/tớ/tui bị … <hit>; <adult> … <hit> em/con/cháu/bé/mình/tớ/trẻ; <adult> … <hit> vào mặt/đầu/tay/người/mông; bạn em/cháu/con/mình bị … <hit>; bạo hành con/cháu/em/bé/trẻ
          con/cháu/bé … bị cô/thầy/bạn/bố/mẹ/dượng/mấy/anh … <hit>
        `),
      ],
      none: phrases(
        `<asksrule>; <hearsay>; công ty; sếp; lao động; giáo viên bị; chồng em; vợ em; chồng chị; phụ huynh đánh cô; phụ huynh đánh giáo`,
      ),
    },
    {
      id: 'crisis.weapon',
      all: [
        phrases(`đánh/chém/đâm … bằng dao; đánh/chém/đâm/dọa/dí/cầm/mang … dao/kiếm/mã/côn/gậy/hung/súng/gạch`),
        phrases(`học sinh; trường; lớp; con; cháu; em; bạn`),
        phrases(`<acute>; <time>; <injury>; bị thương; ngay; sân trường; cổng trường; ngoài cổng; vào cổ`),
      ],
      none: phrases(`<asksrule>; <hearsay>; dao động; thực phẩm; gọt; nấu ăn`),
    },
    {
      // Nothing above fired, but something was done to a child and the child is hurt, afraid or caught.
      id: 'crisis.harm-and-distress',
      all: [
        phrases(`
          bị/ép/bắt/dọa/nhốt/khóa/giữ/trói/đuổi/lôi/kéo/dìm/xô/đẩy/ném/dí/đốt/thiêu/lừa/rủ/dụ/cởi em/con/cháu/bé/bạn/trẻ/nó/ở/lại/cửa/áo/quần/đầu/cả/ra; bị … đánh/đập/ép/bắt/dọa/chửi/giữ/nhốt/lừa; ép em/con/cháu; dọa em/con/cháu/giết/thiêu/đốt/chém/đâm/đánh/đập
          uống nhầm; nuốt phải; hít phải; bị lật; bị tai; bị ngã; bị bỏng; bị dụ; bị cắn; bị tông; bị cưới; ép cưới; bắt cưới; bị gả
        `),
        phrases(`
          ngất; xỉu; tẩy rửa; hóa chất; nói nhảm; chân run; bất tỉnh; không tỉnh; mê man; bị thương; máu; gãy; cấp cứu; y tế; sưng; bầm; cứu; kêu cứu; khóc thét; hoảng; hoảng loạn; đang trốn; phải trốn; trốn trong; không cho về; không cho … ra; không thả; giữa đêm; ngoài đường một; một mình ngoài
          sợ lắm/quá/hãi; em/con/cháu sợ; không dám … về/đi/kể/nói; chết đi; đòi chết; không biết xử; phải làm sao; làm gì bây; giấu đi; thiêu cả; giết cả; suýt chết; đau lắm/quá; thuốc lắc; ma túy; cởi áo/quần/cúc/đồ; khóa cửa; tuần sau … đón; ép cưới; bị lật
        `),
        phrases(`<child>`),
      ],
      none: phrases(`
        <asksrule>; <hearsay>; hồ sơ; học phí; nguyện vọng; chuyển trường; tuyển sinh; xét tuyển; điểm thi; học bạ; bảo hiểm; công ty; sếp; chồng em; vợ em; chồng chị; nhà chồng; lao động; giám định; bồi thường; mất giấy; trừ điểm; phụ cấp; lương; lừa đảo; giả mạo; chuyển khoản
      `),
    },
    {
      id: 'crisis.farewell',
      replyId: 'crisisSelfHarm',
      all: [
        phrases(
          `không tới/đến/đi lớp/học/trường nữa; không còn gặp; không gặp lại; lần cuối; vĩnh biệt; biến mất; chết cũng được; đi xa; không ai buồn; không ai nhớ`,
        ),
        phrases(
          `cảm ơn mọi/các/thầy/cô/bạn; xin lỗi mọi/bố/mẹ/cả/gia; tạm biệt; em thấy; chắc em; nếu em; ai buồn; đã tốt với`,
        ),
        phrases(`em; con; cháu; mình; tớ`),
      ],
      none: phrases(
        `chuyển trường; chuyển đi; nghỉ hưu; ra trường; tốt nghiệp; trợ lý; page; tư vấn; hướng dẫn; thông tin`,
      ),
    },
    {
      id: 'crisis.left-behind',
      all: [
        phrases(`bị bỏ quên; bỏ quên … trên xe; nhốt … trên xe; quên … trên xe; =kẹt … trên xe; =kẹt … trong`),
        phrases(`bé; cháu; con; học sinh; trẻ; em; bạn`),
      ],
      none: phrases(`<asksrule>; <hearsay>; cặp; đồ; áo; sách; vở; mũ; bình nước; điện thoại; hồ sơ; phòng cháy`),
    },
    {
      id: 'crisis.threatened',
      all: [
        phrases(`
          dọa giết; đe dọa … giết; dọa đánh; dọa chém; dọa đâm; dọa … đánh; giết em/con/cháu/cả/bạn; cầm dao; mang dao; đem dao; mang … hung khí; rút dao; xông vào; chặn đường; chặn đánh; chặn em/con/cháu; đón đường; hẹn đánh; hội đồng em/con/cháu/bạn; đánh hội đồng; trấn lột; xin đểu; tống tiền em/con/cháu; đòi tiền em/con/cháu; bắt … nộp tiền … đánh
          bắt … quỳ … liếm; bắt em/con/cháu quỳ; lột đồ; lột áo; quay clip … tung; bị bắt nạt … đánh; đốt trường; đặt bom; bom; có/cầm/mang/khẩu súng
        `),
        phrases(`em; con; cháu; bé; học sinh; bạn; trẻ; tớ; mình; trường; lớp`),
      ],
      none: phrases(
        `<rule>; <hearsay>; có bị … không; giáo viên ngộ; phụ huynh ngộ; bom hàng; bài thi; hội đồng trường; hội đồng thi; hội đồng em muốn`,
      ),
    },
    {
      id: 'crisis.bullied-pupil',
      all: [
        phrases(
          `em/con/cháu/mình/tớ/tui … bị … bắt nạt; em/con/cháu/mình/tớ/tui … bị … đe/dọa; em/con/cháu/mình/tớ/tui … bị … trêu/ức; em/con/cháu/mình/tớ/tui … bị … tẩy; em/con/cháu/mình/tớ … bị … cô lập`,
        ),
        phrases(
          `em/con/cháu/mình/tớ sợ; sợ lắm; sợ quá; sợ đi học; không dám … học; không dám tới/đến/về/ra/nói/kể; không muốn … học nữa; muốn nghỉ học; muốn khóc; trầm cảm; bỏ ăn; mất ngủ; không chịu nổi; bế tắc; cứu; đau khổ; nhốt mình; đánh`,
        ),
      ],
      none: phrases(`<rule>; <hearsay>; giáo viên em`),
    },
    {
      id: 'crisis.missing',
      replyId: 'crisisMissing',
      all: [
        MISSING,
        phrases(`con em/tôi/mình/nhà/gái/trai/bé/chị/anh; cháu; bé; con; học sinh; bạn em; em gái; em trai; trẻ`),
        phrases(
          `<time>; đến giờ; tới giờ; giờ vẫn; giờ chưa; gọi; cứu; mà chưa; mà không; không nghe máy; từ; cả nhà; tiếng; ngày rồi; hôm rồi; cổng trường; người lạ; giúp; lo quá; lo lắm; nhà em`,
        ),
      ],
      none: phrases(
        `<rule>; nghe nói/đồn/bảo/kể; người ta bảo; mọi người bảo/đồn; trên mạng; đồn; hồ sơ; kết quả; giấy; học bạ; tiền; tài khoản; mã; thông báo; tin nhắn; thủ tục; chuyển khoản; trang; trường nào; mục; thấy tên; bỏ đi học; bố cháu bỏ; bố bỏ; mẹ bỏ; tin; có thật; văn bản; công văn; điều; chỗ; link; hộ khẩu; tốt nghiệp`,
      ),
    },
    {
      id: 'crisis.many-ill',
      all: [
        phrases(
          `nôn; ói; đau bụng; ngộ độc; tiêu chảy; ngất; khó thở; sốt; nổi mẩn; nổi mề; mẩn đỏ; phát ban; sưng môi; môi sưng; đi ngoài`,
        ),
        phrases(`mấy/vài/nhiều/cả/hàng/chục/mười/hai/ba/các/hơn chục/cháu/bạn/bé/con/em/lớp/học/trẻ/trường/loạt/chục`),
        phrases(
          `sau bữa; sau khi ăn; ăn trưa; ăn xong; ăn bán; ăn cơm; ăn ở; ăn tại; bữa trưa; bữa xế; uống sữa; giờ ăn; ở trường; ở lớp; tại trường; ngộ độc; đang; cấp cứu`,
        ),
        phrases(
          `<time>; hàng loạt; co giật; ở lớp con; ở lớp cháu; cứu; đang; không nghe máy; luống cuống; cuống cuồng; cuống quá; hoảng quá; hoảng loạn`,
        ),
      ],
      none: phrases(`<rule>; <hearsay>; phòng; đề nghị xác nhận; trách nhiệm; quy trình`),
    },
    {
      id: 'crisis.medical-life-threatening',
      all: [
        phrases(`
          tím tái; bất tỉnh; ngất lịm; không thở; ngừng thở; hóc xương/kẹo; =hóc dị/hạt/đồ/thức; hóc … tím; bị đuối nước; bị điện giật; sốc phản; bị ngộ độc; sùi bọt; mê man; không tỉnh; đang co giật; co giật … tím; lịm đi; đang khó thở; uống nhầm
          bị chìm; chìm xuống/nghỉm/dưới; chưa tỉnh; không nhúc nhích; không thấy nhúc nhích; không cử động; không động đậy; nằm/người … mềm nhũn; người mềm nhũn; trợn mắt; mắt trợn; tím mặt/môi/người; mặt/môi/người tím; gục xuống … không; gọi mãi/hoài không dậy/thưa/tỉnh/trả; gọi không thưa/dậy/tỉnh; nước/sóng/lũ cuốn; bị cuốn; kẹt bên dưới; kẹt dưới; đè trúng; đè lên người/chân; vùi dưới; vùi lấp
        `),
        phrases(`con; cháu; bé; em; học sinh; bạn; trẻ; các bạn`),
      ],
      none: phrases(
        `<rule>; <hearsay>; quy trình; phòng chống; phòng tránh; phòng ngừa; kỹ năng; dạy bơi; học bơi; tập huấn; bảo hiểm; bảo lưu; nếu; trường hợp; tiền sử; từng; đã khỏi; năm ngoái; năm trước; hôm trước; tuần trước; tháng trước; hỗ trợ; trợ cấp; miễn; chuyển khoản; chồng; hồ sơ; thủ tục; giấy; đơn; xin nghỉ; công ty; bồi thường; sơ cứu … thế nào`,
      ),
    },
    {
      id: 'crisis.poisoned-now',
      all: [
        phrases(
          `uống/nuốt/ăn nhầm … tẩy/thuốc/dầu/hóa/axit/xăng/rửa/pin/bả; vừa/mới/lỡ/đã uống/nuốt nhầm; nuốt pin/kim/đinh/ghim/ốc/vít/bi/xu/nhẫn/khuy/cúc; nuốt phải … pin/kim/đinh/ghim/ốc/vít/bi/xu/nhẫn/khuy/cúc/châm/mảnh; nuốt cái/viên/cục/hạt/hột/mảnh/chiếc/con … pin/kim/đinh/ghim/ốc/vít/bi/xu/nhẫn/khuy/cúc/châm/kính/nhựa; nuốt đồng xu; nuốt … nam châm`,
        ),
        phrases(`con; cháu; bé; em; học sinh; bạn; trẻ`),
      ],
      none: phrases(
        `<hearsay>; phòng tránh; phòng ngừa; kỹ năng; nếu; trường hợp; tập huấn; năm ngoái; năm trước; bảo hiểm`,
      ),
    },
    {
      id: 'crisis.medical-now',
      all: [
        MEDICAL.filter((phrase) => !/^(nôn|ói|buồn nôn|đau bụng|tiêu chảy|nuốt|nôn ói)$/u.test(phrase)),
        phrases(
          `con em/tôi/mình/nhà/gái/trai; con bị; con đang; cháu; bé; em; học sinh; bạn; trẻ; con; một bạn; các bạn`,
        ),
        phrases(`<time>; gọi ai; cô không; không ai; sân trường; ở trường; ở lớp; giúp với; nặng`),
      ],
      none: phrases(
        `<rule>; <hearsay>; quy trình; bảo lưu; chuyển khoản; nghỉ phép; xin nghỉ; hoãn thi; thi lại; điểm; chồng em; mẹ em; bố em; công ty; sếp; lái xe; người lái; bảo hiểm; viện phí; học phí; công nhân; gửi đơn; đơn xin; thi tốt nghiệp; đã khỏi; năm ngoái; năm trước; giấy phép; miễn học`,
      ),
    },
    {
      id: 'crisis.neglected',
      all: [
        phrases(`
          bỏ đói; không cho … ăn cơm; không cho em/con/cháu ăn; nhốt em/con/cháu/bé/nó; bị nhốt; đuổi em/con/cháu ra; đuổi … ra khỏi nhà; bắt … lấy chồng; ép … lấy chồng; bắt … ăn xin; bắt em/con/cháu … bán vé; bắt … tiếp khách; bị bán; bị … bán sang/qua; bán … sang biên; bán em/con/cháu; bị/dụ … hút/uống/dùng/chơi … ma túy/cần/ke/bóng/thuốc lắc; bắt … hút/uống/dùng … ma túy/rượu/thuốc; bị ép … ma túy; cho … thuốc lắc
          nhốt trong; nhốt ở; nhốt vào; nhốt ngoài; bỏ rơi
          em/cháu/con … có thai; em/cháu/con … có bầu; em … mang thai; trễ kinh; chậm kinh; que … hai vạch
        `),
        phrases(`em; cháu; con; bé; trẻ; bạn em; học sinh`),
        phrases(`<acute>; <time>; lớp *; tuổi; bố; mẹ; dượng; dì; cô; nhà; phòng; kho; một mình; mấy ngày; sợ`),
      ],
      none: phrases(
        `<rule>; <hearsay>; vợ em; cô giáo em; giáo viên; nghỉ sinh; thai sản; thai kỳ; bác sĩ nói; trễ hạn; chó; nghỉ thai; em mới sinh; có được … không; nhà chồng`,
      ),
    },
  ],
};
