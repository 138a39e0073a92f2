import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** Signs that the writer asks what the rule is, not for action on what happened. */
const ASKS_ABOUT_RULE = phrases(`
  quy định; theo luật; luật; thông tư; nghị định; có được quyền; có quyền; quyền khiếu; thời hạn khiếu; thời hiệu; thủ tục khiếu; trình tự; bao nhiêu ngày; mấy ngày; trong bao lâu; trường hợp nào; khiếu nại lần; xử phạt; phạt tiền; phạt bao; bị phạt; phạt mấy; mức phạt; tù; tội; tòa; tòa án; ai giải quyết; ai có thẩm; cơ quan nào; hành vi nào; là gì; thế nào là; có tính là; bị coi; hình thức kỷ luật; công ty; sếp; lao động; ngân hàng; thuế; đất; hải quan; doanh nghiệp; bồi thường
`);

const MISCONDUCT = phrases(`
  lạm thu; phong bì; đút lót; hối lộ; chạy trường/điểm/chỗ/suất/chọt/tiền/vào; chung chi tiền/cho/bao; phải chung chi; lót tay; quà cáp; vòi tiền/vĩnh; =vòi; bao che; dung túng; thiên vị; trù dập; trù úm; trù em/con/cháu/bé; =đì; ghim con/em/cháu; đì điểm; dìm điểm; chèn ép; bắt chẹt; tiêu cực; khuất tất; mập mờ; không minh bạch; thiếu minh bạch; gian lận; sửa điểm; nâng điểm; mua điểm; bằng giả; ăn chặn; ăn bớt; =ăn =bẩn; bớt xén; cắt xén; rút ruột; tham ô; biển thủ; kê khống; khai khống; bòn rút; lừa đảo phụ; móc túi; moi tiền; tận thu
  =mắng; bị mắng; mắng học/trẻ/mỏ; la/quát mắng; chửi; mắng chửi; chửi bới; chửi thề; lăng mạ; nhục mạ; sỉ nhục; sỉ vả; miệt thị; xúc phạm; bêu; bêu riếu; bêu rếu; bêu tên; làm nhục; hạ nhục; gọi … là đồ; đồ ngu; đồ đần; ngu dốt; =quát; bị quát; quát tháo/nạt; =nạt; nạt nộ; hăm dọa phụ; đe nẹt; nói tục; nói bậy; văng tục; thô lỗ; thái độ … kém/tệ/lồi/hách/coi/cục/khó/không; vô trách nhiệm; tắc trách; vô cảm; hách dịch; quan liêu; nhũng nhiễu; gây khó; hành dân; hạch sách
  cô lập; tẩy chay; bắt nạt; =kỳ =thị; bị kỳ thị; kỳ thị con/em/cháu/học; phân biệt đối; phân biệt giàu; ép … học thêm; bắt … học thêm; ép … đóng; ép … mua; ép … ký; ép … nộp; ép … đăng ký; ép … tự nguyện; bắt … đóng; bắt … mua; bắt … ký tự; gợi ý … đóng; tự ý thu; tự ý bắt; tự thu; thu … vô lý/bừa/chui/khống/sai/quá; thu tiền … không; thu thêm … không; không … phiếu thu; không hóa đơn; không có hóa đơn; không biên lai; không … công khai; không ai đóng thì; không đóng thì; ai không … thì; tự nguyện kiểu; tự nguyện mà; gọi là tự nguyện; mang tiếng tự nguyện; quỹ đen; thu chi … mờ
  đi trễ; đi muộn … suốt; bỏ tiết; bỏ lớp; bỏ giờ; vào lớp … điện thoại; ngồi … điện thoại; bấm điện thoại; lướt điện; bán hàng online; say rượu; uống rượu; =nhậu; đi nhậu; nhậu nhẹt; hút thuốc … lớp/trường/trước; ngủ gật; dạy qua loa; dạy ẩu; dạy chểnh; không dạy; giấu bài; dạy trước ở lớp thêm; không giải quyết; không ai giải; chẳng ai giải; không xử lý; không thấy xử; vẫn đâu vào; vẫn đấy; vẫn tái diễn; đùn đẩy; đá bóng trách; phớt lờ; làm ngơ; lờ đi; không phải việc; im lặng không; không nói gì; bị kick; bị đuổi khỏi nhóm; cho qua; ỉm; giấu nhẹm
  ôi thiu; =ôi; thiu; =mốc; bị/nấm mốc; có giòi; =giòi; có sâu; sống sượng; =gián; con gián; =ruồi; chuột; mất vệ sinh; =bẩn; nước bẩn; bẩn thỉu; =hôi; hôi thối; mùi hôi/thối; bốc mùi; =thối; =mùi; nhem nhuốc; nước thải; đổ rác; xả thải; thịt … ươn; ươn; hết hạn sử; hết date; quá hạn; không đủ chất; toàn rau; lèo tèo; ít ỏi; đạm bạc; cơm nguội; khẩu phần … ít/bớt/teo; xuống cấp; =dột; dột nát; bị dột; nguy hiểm; quá tải; nhồi nhét; ồn ào; =ồn
  có tiền là; tiền là xong; chạy chọt; con ông cháu; quan hệ … mới; đúng tuyến … bị; =bị =đẩy; bị đẩy ra/sang/xuống/đi; bất công; không công bằng; thiếu công bằng; bất cập; vô lý; quá đáng; quá quắt; trắng trợn; đăng … bêu; đăng ảnh … lên; đăng điểm; lộ thông tin; tung … thông tin; ghi tên lên bảng
  đuổi … ra khỏi lớp; đuổi ra ngoài; phạt … đứng; phạt … quỳ; bắt … đứng; bắt … quỳ; bắt … chép phạt; phạt … chép; nhịn ăn; không cho … đi vệ sinh; không cho … vào lớp; =lừa; bị lừa; lừa đảo
`);

const SCHOOL_ACTOR = phrases(
  `<school>; phụ huynh lớp; họ; chúng nó; phòng; sở; quận; phường; cả lớp; bạn cùng; các bạn; học sinh; nhóm trẻ; mầm non; tiểu học; lớp học; trường học; bán trú; suất ăn; bữa ăn; đưa đón; xe đưa; đồng phục; quỹ lớp`,
);

const ACTION = phrases(`
  tố cáo; tố giác; khiếu nại; phản ánh; phản ảnh; kiến nghị; =tố; thanh tra; kiểm tra; vào cuộc; xử lý; xem xét; làm rõ; giải quyết; can thiệp; chấn chỉnh; báo cáo; đề nghị; lên tiếng; bức xúc; bực; bực mình; bực lắm; tức; không chấp nhận; chịu hết; hết chịu; mệt mỏi; thất vọng; kêu ai; kêu cứu; nói ai; báo ai; gửi ai; ai quản; ai xử; ai chịu; có ai quản; có ai biết; chẳng ai; không ổn; như thế à; thế à; thế là sao; vậy là sao; kiểu gì; là sao; sao lại; tại sao; vì sao; sao … được; có đúng không; có phải lạm; đúng không; được không; thế có; có biết không; biết vụ này; giúp; ạ; suốt ngày; cả tháng; cả năm; suốt; ngày nào; hôm nào; mấy lần; nhiều lần; thường xuyên; liên tục; nhắc rồi; rõ ràng
`);

/** Grievances and denunciations: staff answer, the page gives no verdict. */
export const COMPLAINT: RuleSet = {
  verdict: { outcome: 'escalated', topic: 'complaint_denunciation', priority: 'high', replyId: 'complaint' },
  harmless: phrases(
    `mắng yêu; không bắt buộc; tiền mặt; quá hạn nộp; đổi mới; hỏi đáp; đề thi; mùi vị; đi học muộn; ối giời; mối quan; ôi trời; ôi thôi; ôi con; ôi dào; đồi mồi; môi trường; mới; máy móc; tội; đối; rồi`,
  ),
  rules: [
    {
      id: 'complaint.files',
      all: [
        phrases(`
          muốn/xin/cần/định/sẽ/đang/phải khiếu nại; muốn/xin/cần/định/sẽ/đang/phải tố cáo; muốn/xin/cần/định phản ánh/ảnh; muốn/xin/cần/định kiến nghị; muốn/xin/cần/định tố; tôi/em/mình/tui tố cáo; tôi/em/mình/tui khiếu nại; tôi/em/mình/chúng/xin phản ánh; gửi đơn khiếu/tố/phản/kiến; đơn tố cáo; đơn khiếu nại; đơn phản ánh; làm đơn … phản/khiếu/tố/này; viết đơn … khiếu/tố/phản; đã/gửi … khiếu nại; đã … tố cáo; đã … phản ánh; đề nghị … thanh tra; đề nghị … vào cuộc; đề nghị … làm rõ; đề nghị … xử lý; đề nghị … kiểm tra việc; đề nghị … chấn chỉnh; yêu cầu … làm rõ; yêu cầu … xử lý; yêu cầu … thanh tra; phản ánh với; phản ánh về; phản ánh việc; phản ánh cô/thầy/trường; tố cáo ở đây; tố cáo việc; khiếu nại việc; khiếu nại về; tố cáo cô/thầy/hiệu; bức xúc; xử lý giúp; vào cuộc; giấu tên; ẩn danh tố; tố cáo ẩn
        `),
        SCHOOL_ACTOR,
      ],
      none: [
        ...ASKS_ABOUT_RULE,
        ...phrases(
          `khi nào được khiếu; khiếu nại thế nào; gửi tới đâu; cách khiếu nại; mấy bước; gồm những; có được … khiếu nại; điểm thi; phúc khảo`,
        ),
      ],
    },
    {
      // «Trái quy định» says what happened, where a bare «quy định» asks what the rule is.
      id: 'complaint.against-rule',
      notShapes: ['asks'],
      all: [
        phrases(`
          thu/nhận/đóng/nộp/góp/bắt/ép/tuyển/xếp/dạy … ngoài/trái/sai/vượt/quá quy định; thu/nhận/đóng … vượt/quá mức quy định; thu/nhận/tuyển/dạy … không đúng quy định; tố cáo … ngoài/trái/sai/vượt quy định; phản ánh … ngoài/trái/sai/vượt quy định
        `),
        SCHOOL_ACTOR,
      ],
      none: phrases(
        `thế nào; ra sao; bị xử; bị phạt; xử phạt; mức phạt; phạt bao; ai xử; là gì; được coi; bị coi; có phải; công ty; sếp; lao động; ngân hàng; thuế; đất; tòa; nghe nói; nghe đồn; hướng dẫn`,
      ),
    },
    {
      id: 'complaint.follow-up',
      all: [
        phrases(
          `đã gửi … đơn; gửi đơn … khiếu/tố/phản/từ/rồi; đã khiếu nại; đã phản ánh; đã tố cáo; phản ánh … lần; gửi đơn … tháng`,
        ),
        phrases(
          `chưa … trả lời; chưa … phản hồi; chưa … giải quyết; không … trả lời; không … phản hồi; không ai; tình trạng; im lặng; chưa thấy; bao giờ`,
        ),
        phrases(`khiếu; tố; phản ánh; kiến nghị; kỷ luật; lạm thu; thái độ`),
      ],
      none: phrases(`công ty; sếp; tòa; đất; thuế; ngân hàng; hải quan`),
    },
    {
      id: 'complaint.misconduct',
      all: [
        MISCONDUCT.filter((phrase) => !['ạ', '=mùi', '=đì', 'tù'].includes(phrase)),
        SCHOOL_ACTOR,
        ACTION.filter(
          (phrase) =>
            ![
              'ạ',
              'được không',
              'giúp',
              'đúng không',
              'có đúng không',
              'kiểm tra',
              'giải quyết',
              'báo cáo',
              'đề nghị',
              'vì sao',
              'kiểu gì',
            ].includes(phrase),
        ),
      ],
      none: [
        ...ASKS_ABOUT_RULE,
        ...phrases(
          `học bổng; có được thu; có được phép; mức thu; tối đa; bao nhiêu tiền; có bị kỷ luật; có bị xử; chuột máy; nhân viên bếp; học sinh … có được; trách nhiệm; giáo viên có được; tiêu chuẩn; nước thải y; biện pháp; quy trình; kinh doanh; nhà hàng; chung cư; nhà máy; xây dựng; bệnh viện; xe khách; hành chính`,
        ),
      ],
    },
    {
      id: 'complaint.told-as-fact',
      all: [
        phrases(`
          lạm thu; nhận … phong bì; phong bì … triệu/cho/mới/thầy/cô; phải có phong bì; chạy trường; chạy điểm; chạy chỗ; chạy suất; đút lót; hối lộ … cô/thầy/trường/hiệu; vòi vĩnh; vòi tiền; trù dập; trù úm; trù con/em/cháu/bé; bị đì; đì điểm; đì con; ăn chặn; ăn bớt; bớt xén; cắt xén … phần/suất/tiền; kê khống; rút ruột; ép … học thêm; bắt … học thêm; tự ý … bắt đóng; bắt đóng … triệu/k/nghìn/trăm; bắt … mua đồng/sách/tivi/điều/máy; ép … mua; ép … ký; không có phiếu thu; không phiếu thu
          gọi … là đồ; đồ đần; đồ ngu; đồ ăn hại; mắng … trước lớp; chửi học/con/em/cháu/các/phụ/bé/trẻ; chửi … trước; mắng chửi; nói tục với; xúc phạm con/em/cháu/bé/học/phụ/danh; sỉ nhục; nhục mạ; lăng mạ; bêu riếu; bêu tên; để bêu; bêu con/em/cháu/học
          bị cô lập; bị tẩy chay; bị bắt nạt; bị … phân biệt đối; bị kỳ thị; bị … chế giễu; bị trêu; bị miệt thị; bị kick; không ai chơi cùng; không ai chơi với; ngồi … điện thoại; suốt ngày đi trễ; bấm điện thoại; bỏ tiết; say rượu
          ruồi bu; có giòi; có gián; có sâu; ôi thiu; bị thiu; bốc mùi; đổ nước thải; mất vệ sinh; bếp … =bẩn; bếp … bẩn quá/thỉu/lắm; nhà vệ sinh … bẩn/hôi/thối; cơm … thiu/sống/ôi; thịt … =ôi/thối; thịt … hỏng/ươn; đồ ăn … hỏng/thiu; đồ/suất/bữa/thức ăn … =ôi/bẩn; suất/bữa ăn … ít/tệ/đạm; suất/bữa ăn … không đủ/ngon/đảm/có thịt; thức ăn … thiu/hỏng
          bắt … đứng nắng; bắt … quỳ; phạt … quỳ; phạt … đứng ngoài; đuổi … ra khỏi lớp; đuổi … ra ngoài; bắt … trực nhật cả; bị cô … ghét; cô ghét; thầy ghét; có tiền là xong; tiền là xong; bao che; con ông cháu cha
        `),
        phrases(
          `con/cháu/bé em/tôi/mình/nhà; trường … em/con/cháu/tôi/nhà; lớp … em/con/cháu/tôi/mình/bé; cô; thầy; trường; hiệu trưởng; hội phụ huynh; nhà trường; bếp`,
        ),
      ],
      none: [
        ...ASKS_ABOUT_RULE,
        ...phrases(
          `có được thu; có được phép; mức thu; tối đa; có bị kỷ luật; có bị xử; nhân viên bếp; trách nhiệm; giáo viên có được; có được … không; được quyền; biện pháp; kỹ năng; dạy con; phòng tránh; nghe nói; quy trình; nên làm gì; có cấm; không được phép; hình thức`,
        ),
      ],
    },
    {
      // A plain statement of wrongdoing at school; a question about it may be one about the rule.
      id: 'complaint.statement',
      notShapes: ['asks'],
      all: [
        [
          ...MISCONDUCT.filter(
            (phrase) =>
              !['=mùi', '=đì', '=ồn', '=ôi', '=bẩn', '=hôi', '=lừa', 'lừa đảo', 'quá tải', '=gián', 'chuột'].includes(
                phrase,
              ),
          ),
          ...phrases(`
            trái phép; trái quy; sai quy; vi phạm; ép buộc; không tự nguyện; không … minh bạch; lảng tránh; không trả lời; chưa … giải quyết; không … giải quyết; quá đông; nóng … không; có bằng chứng; nhận tiền; nhận hối; đánh trượt; phản ánh mãi; nói mãi; thu … quá; thu … cao; bỏ mặc
          `),
        ],
        SCHOOL_ACTOR,
      ],
      none: [
        ...ASKS_ABOUT_RULE,
        ...phrases(
          `trách nhiệm; tiêu chuẩn; quy trình; kinh doanh; nghe nói; nghe đồn; hướng dẫn; cho hỏi; xin hỏi; cho em hỏi; phòng ngừa; ngộ độc`,
        ),
      ],
    },
    {
      id: 'complaint.envelope-or-favour',
      all: [
        phrases(
          `phong bì; trái tuyến … vào được; lo lót; bôi trơn; chạy vào; chạy trường; suất ngoại giao; đi cửa sau; quen biết … vào`,
        ),
        phrases(`triệu; tiền; cô; thầy; chú; trường; phải; xong; mới; rõ ràng; bao che; học sinh`),
      ],
      none: [
        ...ASKS_ABOUT_RULE,
        ...phrases(`hồ sơ … phong bì; mấy phong bì; phong bì dán; phong bì … địa chỉ; phong bì thư; gồm`),
      ],
    },
    {
      id: 'complaint.rude-foreign-or-staff',
      all: [
        phrases(`<school>`),
        phrases(
          `nói tục; chửi; mắng; quát; xúc phạm; thái độ; bỏ mặc; vô trách; đi trễ; về sớm; lười; chảnh; cộc; khinh`,
        ),
        phrases(`con; học sinh; phụ huynh; các cháu; trẻ; em; lớp`),
        phrases(
          `không phải việc; nhưng; mà; vẫn; suốt; hay; thường xuyên; toàn; rất; quá; bực; không ai; trước; nhiều lần; lúc nào; liên tục; hoài`,
        ),
      ],
      none: [
        ...ASKS_ABOUT_RULE,
        ...phrases(
          `có được … không; trách nhiệm; có bị; phải làm sao … dạy; được xếp loại; rèn luyện; nên; có được; phải không; bằng cấp; hồ sơ; tiết; chứng chỉ; thái độ học`,
        ),
      ],
    },
    {
      id: 'complaint.office-does-nothing',
      all: [
        phrases(
          `phòng giáo; sở; cán bộ; các anh; các chị; các ông; các bà; page; bên này; nhà trường; phường; quận; ủy ban`,
        ),
        phrases(
          `vô trách nhiệm; quan liêu; hách dịch; bao che; làm ăn kiểu gì; làm ăn như; làm việc kiểu gì; làm việc như; tắc trách; đùn đẩy; hành dân; nhũng nhiễu; vô cảm; ăn tiền; ăn lương; dung túng; làm ngơ`,
        ),
      ],
      none: ASKS_ABOUT_RULE,
    },
  ],
};
