import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** The question is what the rule says; that is for the documents. */
const ASKS_RULE = phrases(`
  theo quy định; quy định; luật; nghị định; thông tư; gồm những; cần những; gồm giấy tờ; giấy tờ gì; cần giấy; giấy gì; cần gì; thủ tục; bao nhiêu tiền; bao nhiêu ngày; mấy ngày; bao lâu; trong bao; ở đâu; mức nào; mức thu; bao nhiêu; ai quyết; ai quyết định; ai là người quyết; trường hợp nào; khi nào; thế nào là; có quyền; điều kiện gì; điều kiện; tiêu chí; bắt đầu từ đâu; nộp ở đâu; mấy tuổi; có bị phạt; phạt; công ty; thuế; ngân hàng; đất; nhà đất; bảo hiểm; lao động; căn cước; vneid; hộ chiếu; tòa; doanh nghiệp; sếp; viện; công an; xe; lái; hải quan; cổ phần; chứng khoán; hợp đồng; nghĩa vụ; cấp lại; kinh doanh; viên chức; thuê; bằng lái; gplx; lương
`);

/** A decision or a look at the file of one person: only staff may give it. */
export const INDIVIDUAL_CASE: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'individual_case', priority: 'normal', replyId: 'individualCase' },
  rules: [
    {
      id: 'case.look-up',
      all: [
        phrases(`
          kiểm tra giúp/hộ/giùm/dùm/lại/hồ/xem; kiểm tra … hồ sơ … em/tôi/con/cháu/mình; tra giúp/hộ/cứu/giùm; xem giúp/hộ/giùm; xem … hồ sơ … con/em/cháu/tôi; xem con/cháu/em … đỗ/đậu/trúng/được; check giúp/hộ/hồ; hồ sơ … đã … duyệt; hồ sơ … được duyệt chưa; hồ sơ … đến đâu; hồ sơ … tới đâu; hồ sơ … xong chưa; hồ sơ … chưa thấy; hồ sơ … chưa được; hồ sơ … chưa có; hồ sơ … bị trả; hồ sơ … bị từ; hồ sơ … bị thiếu; hồ sơ … bị loại; hồ sơ … báo; đã duyệt chưa; được duyệt chưa; có kết quả chưa; có tên … danh sách; được nhận chưa; con … trúng tuyển chưa; cháu … trúng tuyển chưa; có trúng tuyển không; có đỗ không; đã đỗ chưa; con … được phân; cháu … được phân; đơn … đã … chưa; đơn … duyệt chưa; đơn … chưa thấy; đơn … đến đâu
        `),
        phrases(`hồ sơ; con; cháu; bé; đơn; em; kết quả; giấy; tôi; mã`),
        phrases(`em; tôi; mình; nhà; con; cháu; bé; bên`),
      ],
      none: phrases(
        `quy định; luật; nghị định; bao nhiêu; mức; giải thưởng; học sinh giỏi cấp; công ty; thuế; ngân hàng; đất; căn cước; vneid; tòa; bảo hiểm; trang nào; ở đâu; bằng cách nào; cách; thế nào; nước ngoài; hải quan; doanh; thầu; công an; có phải; bao lâu; mấy ngày; cổ; tuyển dụng; chứng; dự án; xây; đầu tư; nhập khẩu; thanh toán; xe; viên chức; được không`,
      ),
    },
    {
      id: 'case.filed-and-waiting',
      all: [
        phrases(
          `đã nộp; nộp … rồi; nộp … ngày; nộp … tháng; nộp … tuần; nộp hồ sơ … từ; nộp đơn … từ; gửi hồ sơ; đã đăng ký; đăng ký … rồi; đã gửi đơn; nộp … hôm`,
        ),
        phrases(
          `chưa có kết quả; chưa thấy; chưa được … trả; chưa nhận; chưa ai; không thấy; không có tên; mà chưa; vẫn chưa; mà không; bị trả; bị từ chối; bị loại; tình trạng; cho biết lý do; lý do; sao rồi; thế nào rồi; đến đâu rồi; tới đâu rồi; báo lỗi; giờ sao; nhầm; sai; giờ muốn đổi; muốn rút; rút lại; rút hồ`,
        ),
      ],
      none: phrases(
        `<rule>; công ty; thuế; ngân hàng; đất; căn cước; vneid; tòa; bảo hiểm; hải quan; doanh nghiệp; bao lâu thì; có được đòi; sổ đỏ; phạt; sếp; lãi; thầu; bằng sáng; nhãn hiệu; giấy phép xây; công an; viện; nước ngoài; lao động; viên chức; cổ; visa; khoản; học phí nộp; có phải đóng; hộ chiếu; xe; chứng; hợp đồng`,
      ),
    },
    {
      id: 'case.asks-for-favour',
      all: [
        phrases(`
          xếp cho … cháu/con/bé/em/một/chỗ; xin … một chỗ; xin một suất; cho … một suất; cho xin một; nhận cháu/con/bé giúp; nhận … con/cháu … được không; châm chước; linh động; linh hoạt giúp; tạo điều kiện; chiếu cố; du di; thông cảm; ngoại lệ; đặc cách … con/cháu/em/bé; xem xét lại; xem xét … cho; xin xem xét; mong … xem xét; xét cho; được xét; đề nghị … xét; đề nghị … giải quyết; đề nghị … cho con/cháu/bé/em; đề nghị … được; mong … giải quyết; mong … giúp; nhờ … giải quyết; giải quyết giúp; giải quyết cho; hỗ trợ … trường hợp; trường hợp của con/cháu/em/bé/tôi; xin cho con/cháu/bé/em; xin chuyển … cho con/cháu/bé; xin chuyển trường; xin chuyển lớp; đổi lớp; chuyển lớp cho; xin học … cho con/cháu; xin bảo lưu; xin miễn giảm; xin giảm; xin hoãn; xin nộp muộn; xin gia hạn; nộp bù; nộp sau; bổ sung sau; nợ giấy; nộp muộn; nộp trễ; duyệt giúp; duyệt cho; duyệt hộ; cấp lại giúp; sửa giúp; sửa hộ; đổi giúp; đổi nguyện vọng; xin phúc tra; gia hạn giúp; ký giúp; xác nhận giúp
        `),
        phrases(`con/cháu/bé em/tôi/mình/nhà/gái/trai/chị/anh; cháu; bé nhà; con; gia đình; nhà em; bé; của em`),
        phrases(`được không; giúp; đề nghị; mong; nhờ; xin; cho; với ạ; gặp ai; có được; tại trường`),
      ],
      none: phrases(
        `quy định; theo luật; luật; nghị định; thông tư; gồm những; giấy tờ gì; cần giấy; cần những; bao nhiêu; mức; ai quyết; bắt đầu từ đâu; bao lâu; mấy ngày; ở đâu; thủ tục; điều kiện gì; cần điều kiện; công ty; thuế; ngân hàng; đất; tòa; phạt; sếp; vay; bệnh viện; lao động; căn cước; vneid; hộ chiếu; bảo hiểm; trường hợp nào; khi nào; thế nào; ra sao; dân tộc; nhập ngũ; nghĩa vụ; được xét học bổng; mấy phẩy; cấp bảo; tiền; chứng; học bổng; nhảy lớp; doanh; lương; xe; hợp đồng; tuổi; đại học; cao đẳng; thừa kế; sổ; học kỳ; nghề; visa; công an; viên chức; y tế; khai sinh; quốc tịch; bằng; thuê; làm giám; nuôi con; mô tô; ly hôn`,
      ),
    },
    {
      id: 'case.own-exception',
      all: [
        phrases(`
          chưa kịp; chưa đủ … tháng/ngày; thiếu … ngày/tháng/giấy/điểm/tuổi/đúng; dù chỉ thiếu; chỉ thiếu; mất … giấy; bị mất; quên nộp; quên đăng; lỡ hạn; lỡ đăng; lỡ nộp; lỡ chọn; nhỡ; quá hạn; trễ hạn; muộn hạn; muộn mất; hết hạn rồi; sắp hết hạn; nhầm điểm; ghi nhầm; ghi sai; nhập sai; nhập nhầm; điền sai; điền nhầm; đăng ký nhầm; chọn nhầm; khai nhầm; khai sai; sai tên; sai ngày; sai điểm; sai thông tin; bị sai; bị nhầm; bị lỗi; báo lỗi; lỗi hệ thống; cứ báo; hệ thống báo; không đăng nhập; không vào được; đăng nhập … không; không gửi được mã; không tồn tại; giữ học bạ; giữ … học bạ; không đưa; không chịu ký; giữ giấy; rớt hết; trượt hết; bị từ chối; từ chối … nhận; không nhận con/cháu/bé/em; không được nhận; bị trả hồ sơ; không cho … nhập học; bị giữ lại; bị lưu ban; bị ở lại; bị đánh trượt; bị loại; không có tên
        `),
        phrases(
          `con/cháu/bé em/tôi/mình/nhà/gái/trai/chị/anh; cháu; bé nhà; gia đình; nhà em; em bị; của em; của con; nhà tôi; em; tôi; mình`,
        ),
        phrases(
          `học bạ; học sinh; tuyển sinh; nhập học; trường; lớp; mã; học; điểm; đăng ký; tạm trú; thường trú; hồ sơ; nguyện vọng; lưu ban; bé; cháu`,
        ),
        phrases(
          `làm sao; làm thế nào; thế nào; giải quyết; được không; gửi ai; phải làm gì; giúp; có được; hỏi ai; gặp ai; xem xét; thì sao; giờ sao; kiểu gì; sao ạ; xử lý; nộp bù; liên hệ ai; có cách nào; hướng xử; nhờ; kêu ai; phải sao`,
        ),
      ],
      none: phrases(
        `quy định; theo luật; luật; nghị định; công ty; thuế; ngân hàng; đất; tòa; phạt; sếp; bảo hiểm; thi tốt nghiệp; ngày thi; phúc khảo; hải quan; doanh; lương; lao động; hợp đồng; vneid; đại học; cao đẳng; học bổng; giấy phép; viên chức; thuê; lái xe; bằng lái; xe; khai sinh; viện; mua; bán; vay; có được bảo; quốc tịch; hộ chiếu; biên lai; hoàn; học phí; nghề; chứng chỉ; thạc; công an; tài khoản; giáo viên hợp; công khai; trung cấp; con nuôi; công chứng; cha mẹ nuôi; quyền phản đối; văn bằng; app; luận; tiến sĩ; sinh viên`,
      ),
    },
    {
      // Papers of one's own that are on the way: whether they may come later is for whoever keeps the file.
      id: 'case.papers-later',
      all: [
        phrases(
          `nộp bù; bù sau; nộp sau; bổ sung sau; nộp trước … bổ sung/bù/sau; cho … nợ … giấy/hồ; cho … nợ được; xin nợ; nộp thiếu; nộp tạm; nộp … mai được`,
        ),
        phrases(
          `chưa kịp/có/xin/cấp/ra/làm/lấy/xong; chưa … giấy; không kịp; thiếu; thất lạc; bị mất; làm mất; công an hẹn; hẹn tuần/tháng; đang chờ/xin/làm`,
        ),
        phrases(`nhà em/tôi/mình/con; gia đình; vợ chồng; con/cháu/bé em/tôi/mình/nhà; em; tôi; mình`),
      ],
      none: phrases(`quy định; luật; công ty; thuế; ngân hàng; sếp; dự án; thầu; doanh nghiệp; hải quan; =thì; phạt`),
    },
    {
      // A certain school turned a certain child away over its papers or its place.
      id: 'case.turned-away',
      all: [
        phrases(
          `trường/phòng/cổng … không/chưa/chẳng cho/nhận/chịu; trường … từ chối; trường … trả hồ; không trường nào nhận; trường bảo hết/không/chưa/thiếu; trường … làm khó; phòng … đẩy; không nhập học được; chưa … nhập học được`,
        ),
        phrases(`học bạ; hồ sơ; giấy; khai sinh; tạm trú; định danh; nhập học; chuyển; chỗ; tuyến`),
        phrases(`con/cháu/bé em/tôi/mình/nhà; nhà em/tôi/mình; con mình; cháu; bé nhà`),
        phrases(
          `giờ; làm sao; phải sao; giúp; nhờ; làm thế; biết hỏi; hỏi ai; gặp ai; tính sao; không nhận; không cho; không chịu`,
        ),
      ],
      none: phrases(
        `quy định; luật; có đúng; có quyền; có được phép; =thì; phạt; công ty; tiền; đóng tiền; học phí; đại học`,
      ),
    },
    {
      // Something is asked of the office for one's own child, as a plain wish.
      id: 'case.plain-wish',
      all: [
        phrases(`
          sửa giúp/hộ/lại giúp; đổi giúp/hộ; làm giúp/hộ; cấp giúp; cấp lại … cho con/em/cháu/tôi; xếp … vào đâu; xếp cháu/con; xin được miễn/giảm/học/chuyển/nhận/xét/vào/hỗ; xin cho … được; xin chuyển; giúp con/cháu/em … được; có được nhận vào; có nhận con/cháu/bé/em
        `),
        phrases(
          `con em/tôi/mình/nhà/gái/trai; con tôi; cháu nhà/tôi/em; nhà em/tôi; gia đình; hoàn cảnh; của tôi; của em; tôi bị; em bị; em đăng; tôi đăng; trượt; thiếu`,
        ),
      ],
      none: ASKS_RULE.filter((phrase) => !['xe', 'viện', 'ở đâu', 'cấp lại', 'bảo hiểm'].includes(phrase)),
    },
    {
      id: 'case.custody-and-family',
      all: [
        phrases(`ly hôn; ly thân; giành con; bố cháu; mẹ cháu; bố bé; mẹ bé; chồng em; chồng cũ; vợ cũ; ông bà`),
        phrases(
          `giữ học bạ; giữ … học bạ; giữ giấy; không đưa; không chịu; không ký; tự ý; rút hồ sơ; tự chuyển; đón con; đón cháu`,
        ),
        phrases(`chuyển trường; học bạ; nhập học; trường; hồ sơ … học; cô giáo; lớp; học`),
        phrases(`sao; thế nào; làm; được không; giải quyết; giúp; ạ`),
      ],
      none: phrases(`cấp dưỡng; quyền nuôi; tài sản; thăm con; nghị định; quốc tịch`),
    },
    {
      id: 'case.will-my-child',
      all: [
        phrases(`
          con/cháu/bé em/tôi/mình/nhà … có được vào trường; con/cháu/bé em/tôi/mình/nhà … có đỗ; con/cháu em/tôi/mình/nhà … điểm … đỗ không; liệu con/cháu/bé; con/cháu em/tôi/nhà … được phân … trường nào; nhà em/tôi ở ngõ; nhà em/tôi ở số; nhà em/tôi ở … thuộc trường nào; con/cháu/bé em/tôi/nhà … xếp vào lớp nào; con/cháu/bé em/tôi/nhà … học lớp nào; vì sao con/cháu/bé; tại sao con/cháu/bé; sao con/cháu em/tôi/nhà … không được; sao con/cháu em/tôi/nhà … lại bị
        `),
        phrases(`trường; lớp; tuyển; phân; đỗ; xếp; điểm; học`),
      ],
      none: [
        ...ASKS_RULE.filter((phrase) => !['ở đâu', 'xe', 'viện'].includes(phrase)),
        ...phrases(`đánh; quy; học bổng; mắt; nghề; tự kỷ; khuyết tật; tuổi`),
      ],
    },
  ],
};
