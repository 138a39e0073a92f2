import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** Somebody sends personal data, or asks for another person's. Staff answer; the data is never repeated. */
export const PERSONAL_DATA: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'personal_data', priority: 'normal', replyId: 'personalData' },
  rules: [
    { id: 'personal-data.identity-number', shapes: ['identity-number'] },
    {
      id: 'personal-data.papers-sent',
      all: [
        phrases(
          `gửi … ảnh; gửi … học bạ; gửi … hồ sơ; gửi … căn/giấy/cccd/sổ; ảnh căn cước; ảnh … khai sinh; ảnh học bạ; chụp … căn/giấy/học/sổ; stk; số tài khoản; đây là … số/căn/giấy`,
        ),
        phrases(`đây; nhé; rồi đấy; của con/em/tôi/cháu/bé; nhập giúp; xem giúp; hoàn tiền; vietcombank; ngân hàng`),
      ],
      none: phrases(`có phải; cần; gồm; quy định; ở đâu; bằng cách; có được; bao giờ; mấy bản; được không; gửi về đâu`),
    },
    {
      id: 'personal-data.phone-number',
      shapes: ['phone-number'],
      none: phrases(`có phải số; số này có; số này là; lừa đảo; đường dây nóng; hotline`),
    },
    {
      id: 'personal-data.birth-date',
      shapes: ['birth-date'],
      all: [
        phrases(`tên; họ tên; sinh ngày; ngày sinh; sinh; cháu tên; bé tên; con tên; họ và tên`),
        phrases(`con; cháu; bé; em; học sinh; tên`),
        phrases(`tra; kiểm tra; xem; tra cứu; check; xác nhận; gửi; hồ sơ; lớp; trường; tên`),
      ],
      none: phrases(
        `đủ tuổi; mấy tuổi; năm nào; vào lớp mấy; được học lớp; có được vào; được vào lớp; học lớp mấy; học lớp nào; ban hành; hiệu lực; quyết định; thông tư; nghị`,
      ),
    },
    {
      id: 'personal-data.contact-of-person',
      replyId: 'othersData',
      all: [
        phrases(`
          số điện thoại/di/riêng/cá/phone/zalo … <person>; số của … <person>; điện thoại … của <person>; địa chỉ … nhà <person>; nhà riêng … <person>; nhà <person> … ở đâu; fb/facebook/zalo/instagram/nick/email … <person>; địa chỉ nhà; số phụ huynh; số bố/mẹ của; số nhà; liên lạc riêng; ngày sinh của; sinh năm bao nhiêu; sinh nhật cô/thầy; ảnh của bạn/cô/thầy/bé; link facebook
        `),
        phrases(
          `xin; cho em; cho tôi; cho mình; cho hỏi; cho chị; cho anh; cần; gửi; có số; cho biết; ở đâu; tìm; cho; được không`,
        ),
      ],
      none: phrases(
        `quy định; luật; số điện thoại trường; số trường; hotline; đường dây; phòng giáo; văn phòng; tuyển sinh; số điện thoại nhà trường; dạy thay; chuyển trường; hồ sơ; công an; căn cước; vneid; sim; chuyển khẩu; sổ; đăng ký; thuế; người … liên hệ khi; gặp cán; gọi điện lại; liên hệ ai; hộ khẩu; bán; mua; cán bộ nào; số nhà mới; phường; tuyến; khu vực; thuộc; người phụ trách; người có trách; trả lời tôi; nộp; học sinh có số; phải có; gồm; ghi`,
      ),
    },
    {
      id: 'personal-data.lists',
      replyId: 'othersData',
      all: [
        phrases(
          `danh sách … học sinh; danh sách … phụ/giáo/trẻ/lớp/hộ; danh sách các bạn/cháu/bé; danh bạ … phụ/giáo/lớp; thông tin … của học sinh/các/phụ/lớp; sđt phụ; số điện thoại … phụ huynh; thông tin liên hệ … phụ; hồ sơ … của học sinh/giáo; file … học sinh/phụ/điểm; điểm … của cả lớp/các bạn; điểm của lớp; danh sách điểm; điểm cả lớp; bảng điểm … lớp/các/bạn`,
        ),
        phrases(
          `xin; cho em; cho tôi; cho mình; cho bên; cung cấp; gửi; cần; có thể; bán; mua; chia sẻ; cho; được không; tải; lấy; chuyển`,
        ),
      ],
      none: phrases(
        `quy định; luật; trúng tuyển; có phải công khai; công khai; niêm yết; phê duyệt; ai lập; ai duyệt; lập danh sách; thông tư; gồm những; đúng hạn; kê khống; thanh tra; biểu mẫu; mẫu; phải nộp; bao lâu; danh sách trường; danh sách lớp; bao nhiêu học sinh; thôi nhận; nhiệm vụ; có phải; được xét; nộp cho; trên mạng; đăng lên; bị; tên con; tên cháu; tên bé; khen thưởng; số liệu; ở đâu xem`,
      ),
    },
    {
      id: 'personal-data.about-person',
      replyId: 'othersData',
      all: [
        phrases(`
          cô/thầy/giáo/hiệu … ly hôn; cô/thầy/giáo/hiệu … chồng/vợ/độc/quê/lương/bằng/tuổi/nhà/bầu/đảng; cô/thầy/giáo/hiệu … kỷ luật; cô/thầy/giáo/hiệu … trình độ; cô/thầy/giáo/hiệu … gia đình; cô/thầy/giáo/hiệu … lý lịch; cô/thầy/giáo/hiệu … tiền án; cô/thầy/giáo/hiệu … người yêu; giáo viên tên; cô giáo tên; thầy giáo tên; cô * * dạy; thầy * * dạy; lý lịch … của cô/thầy/giáo/hiệu; lương của cô/thầy/hiệu
        `),
        phrases(`tên; chưa; có … không; là ai; bao nhiêu; thế nào; ra sao; cho hỏi; xin; cho biết`),
        phrases(
          `tên; ly hôn; có chồng; có vợ; có chồng chưa; quê; lương của; lý lịch; tiền án; người yêu; độc thân; kỷ luật gì; bị kỷ luật; bao nhiêu tuổi; sinh năm; nhà cô; nhà thầy; tốt nghiệp trường nào; bằng cấp gì`,
        ),
      ],
      none: phrases(
        `<rule>; vi phạm quy; được tính; phụ cấp; giáo viên hợp đồng; mỗi tuần; định mức; chế độ; thông tư; tuyển dụng; điều kiện; phản ánh; khiếu nại; mắng; tên trường; đánh; chửi; chuẩn; bổ nhiệm; thăng hạng; nghỉ; hưu; lương cơ; lương mới; hệ số; em là giáo viên; tôi là giáo viên; mất; chồng em; vợ em; chị em; nếu`,
      ),
    },
    {
      // A question about one person; a rule says what becomes of anybody who …
      id: 'personal-data.private-life',
      replyId: 'othersData',
      all: [
        phrases(`
          giáo viên tên; cô/thầy tên; cô giáo/hiệu/chủ/phó/phụ/dạy/mới/đó/kia/ấy/nuôi; thầy giáo/hiệu/chủ/phó/phụ/dạy/mới/đó/kia/ấy; cô/thầy * dạy/lớp/trường; cô/thầy * * dạy/lớp/trường; hiệu trưởng/phó
          bạn … bàn; bạn/bé/cháu ngồi cạnh/cùng/trên/sau; bạn nam/nữ; bố/mẹ bạn/bé/cháu *; con/bé/cháu hàng xóm
        `),
        phrases(`
          ly hôn/dị chưa/rồi/hay; bỏ chồng/vợ chưa/rồi/hay; có chồng/vợ chưa; có chồng/vợ … không; lấy chồng/vợ chưa; lập gia đình; gia đình riêng; có gia đình chưa; có người yêu; có bồ; còn độc thân
          theo đạo; đạo gì; dân tộc gì/nào; vào đảng chưa; có tiền án; tiền sự; quê ở đâu/nào; từng bị … kỷ luật/khiển/cảnh/kiểm/đuổi; bị kỷ luật lần/chưa/bao/gì; kỷ luật lần/chưa/gì không; bị kiểm điểm; bị cảnh cáo; bị khiển trách; bị đuổi hay
          bị/mắc/có bệnh gì; bị/mắc bệnh … không; làm nghề gì; tốt nghiệp trường nào; lương … bao nhiêu/mấy; bao nhiêu tuổi; mấy tuổi
        `),
      ],
      none: phrases(
        `quy định; theo luật; luật; nghị định; thông tư; điều lệ; =thì; nếu; khi; mà bị; nhận hối; có được; được phép; tuyển dụng; tuyển sinh; phụ cấp; hợp đồng; mức; vi phạm; đánh; chửi; mắng; em/tôi/mình là giáo/cô/thầy/hiệu; con em/tôi/mình bị; cháu nhà; sơ cứu; cấp cứu; vào lớp; đi học`,
      ),
    },
    {
      id: 'personal-data.others-records',
      replyId: 'othersData',
      all: [
        phrases(`
          điểm … của/con/cháu bạn/con/cháu/em/bé/người/hàng/riêng/chồng; học bạ … của/con/cháu bạn/con/cháu/bé/người/hàng/riêng/chồng; kết quả … của/con/cháu bạn/cháu/bé/người/hàng/riêng/chồng; hồ sơ … của/con/cháu bạn/cháu/bé/người/hàng/riêng/chồng; xếp loại … của/con/cháu bạn/cháu/bé/người/hàng/riêng/chồng; điểm thi của bạn; học bạ của con/bạn/cháu; bạn * điểm; con nhà; con chị; con anh; con hàng xóm; con riêng; cháu họ; con người ta; con bạn; bé hàng xóm; bạn cùng lớp; con cô; con sếp; người yêu cũ; chồng cũ; vợ cũ
        `),
        phrases(
          `điểm; học bạ; học lực; xếp loại; kết quả; địa chỉ; số điện thoại; học lớp nào; học trường nào; học ở đâu; học trường; hồ sơ; bệnh án; hoàn cảnh; hạnh kiểm`,
        ),
        phrases(
          `con riêng; bạn; con nhà; con chị; con anh; hàng xóm; chồng cũ; vợ cũ; người yêu; con cô; con sếp; người ta; con bạn; cháu họ`,
        ),
        phrases(`xem; biết; cho hỏi; xin; tra; bao nhiêu; gì; nào; mấy; đâu; được không; cho em; cho tôi`),
      ],
      none: phrases(
        `<rule>; quy định; có được … vào; đúng tuyến; trái tuyến; có tiền; chuyển trường; xin học; các bạn; bạn khác; công khai; so sánh; đánh; bạn ơi; bạn cho; cho hỏi bạn; cấp dưỡng; giành quyền; nhận nuôi; nhận con; bạn em là; bạn em đang; bạn em muốn; thăm con; nuôi con`,
      ),
    },
  ],
};
