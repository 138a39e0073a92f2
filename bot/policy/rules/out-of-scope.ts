import { phrases } from '../phrase.ts';
import type { RuleSet } from '../rule.ts';

/** What no document of this page can hold. Rules on education, however unusual, are not here: retrieval decides those. */
export const OUT_OF_SCOPE: RuleSet = {
  verdict: { outcome: 'abstained', topic: 'out_of_scope', priority: null, replyId: 'outOfScope' },
  harmless: phrases(
    `dự báo nhu; bài thi; giải pháp; giải quyết; giải thể; giải trình; giải thưởng; trời ơi; giá trị; đánh giá; giá học; bảng giá đất; y tế`,
  ),
  rules: [
    {
      id: 'scope.medicine',
      all: [
        phrases(`
          sốt; ho khan/nhiều/suốt/đờm; bị ho; sổ mũi; cảm cúm; viêm họng; viêm tai; tiêu chảy; táo bón; phát ban; nổi mẩn; =sởi; bệnh sởi; thủy đậu; tay chân miệng; đau mắt; đau răng; sâu răng; biếng ăn; chậm nói; chậm lớn; suy dinh; dị ứng; hapacol; paracetamol; kháng sinh; efferalgan; men tiêu; vitamin; siro; khám răng; khám mắt; khám tai; khám dinh; khám … bệnh viện; bác sĩ nào; bệnh viện nào; phòng khám nào; uống thuốc gì; uống gì; chữa … thế nào; điều trị … thế nào; thuốc gì; cận thị; tẩy giun; đau bụng
        `),
        phrases(
          `uống; thuốc; bệnh viện; bác sĩ; phòng khám; khám; =chữa; chữa bệnh/trị/khỏi; trị; bao nhiêu lần; mấy tiếng; mấy lần; nên làm; làm sao; hạ sốt; ở đâu tốt; nào tốt; có sao không; phải làm gì; kiêng; bôi; ăn gì; hết`,
        ),
      ],
      none: phrases(
        `<rule>; nghỉ học; xin nghỉ; đi học lại; nhà trường; cho trẻ uống thuốc ở; cô giáo; giáo viên; lương; công ty; bảo hiểm; bệnh viện có; bác sĩ có; giấy phép; nghỉ … ngày; khám sức khỏe; có được … không; bệnh viện nào … giám; chi trả; chứng chỉ; nhân viên; phép; bệnh viện phải; mất`,
      ),
    },
    {
      id: 'scope.homework',
      all: [
        phrases(`
          viết/làm/soạn/giải/tả hộ/giúp/giùm/dùm/cho em/con/cháu/mình; giải bài; giải toán; giải phương; giải hộ; giải giúp; giải giùm; làm bài tập; làm bài hộ; làm giúp em bài; viết bài văn; viết văn; viết đoạn văn; viết bài luận; viết bài thơ; làm thơ; soạn bài; soạn văn; soạn giáo án; tả mẹ; tả cây; tả con; dịch hộ; dịch giúp; dịch sang; dịch đoạn; tóm tắt truyện; phân tích bài/nhân/đoạn/tác; đáp án bài; đáp án câu; kết quả phép; tính giúp; tính hộ; bao nhiêu cộng; bằng mấy; chữa bài; viết code; lập trình hộ; làm slide; làm powerpoint; thuyết trình hộ; viết bản kiểm; viết sáng kiến
        `),
        phrases(
          `bài; văn; toán; dòng; thơ; em; phương trình; tiếng anh; giáo án; lớp *; truyện; đoạn; code; slide; đề; kiểm điểm; sáng kiến; câu; phép`,
        ),
      ],
      none: phrases(
        `đơn; hồ sơ; quy định; thông tư; nghị; có được; luật; thủ tục; bài thi … phút; công ty; giấy; thay; học hộ; thi hộ; phạt; cô giáo giao; đơn xin; làm hộ chiếu; thầu; thuế; giáo viên … phải; tiêu chuẩn; làm bài trong bao; tiết; học phí; bao lâu; mấy phút; cho em hỏi; hợp đồng; làm bài thi; điểm; sở hữu; tác giả; môi trường; tòa; bản quyền`,
      ),
    },
    {
      id: 'scope.everyday-life',
      all: [
        phrases(`
          thời tiết; dự báo thời; trời … mưa; mai mưa; mưa không; nhiệt độ hôm; mấy độ; bao nhiêu độ; giá vàng; giá xăng; giá đô; tỷ giá; giá usd; chứng khoán hôm; bitcoin; coin; xổ số; kết quả xổ; lô đề; số đề; bóng đá; tỷ số; tỉ số; đá banh; =trận; trận đấu/bóng; world cup; tử vi; cung hoàng; =bói; xem bói; xem ngày; xem tuổi; phong thủy; nấu; công thức; =món; món ăn/ngon; =quán; quán ăn/cà/phở/bún; nhà hàng; trà sữa; đặt bàn; đặt vé; vé máy; vé tàu; vé xem; khách sạn; du lịch; đi chơi; phim gì; phim hay; bài hát; ca sĩ; idol; diễn viên; game; nạp thẻ; wifi; đường đi; chỉ đường; xe buýt; xe bus; tắc đường; grab; shipper; ship; mua … ở đâu; bán … không; shop; sửa xe; sửa điện; thuê nhà; phòng trọ; thuê trọ; cắt tóc; spa; giảm cân; người yêu; hẹn hò; =cưới; đám cưới; chuyện cười; kể chuyện; truyện cười; =hát; hát cho; đố vui; đố bạn; karaoke; điện thoại nào; laptop nào; máy tính nào; mấy giờ rồi; hôm nay thứ; hôm nay ngày; ngày bao nhiêu; âm lịch
        `),
        phrases(
          `hôm nay; ngày mai; mai; hôm qua; bao nhiêu; không; nào; gì; thế nào; ở đâu; đi; cho em; cho mình; hay; giúp; chỉ; mấy; ngon; tốt; rẻ; kể; hát; đường; mua; gần`,
        ),
      ],
      none: phrases(
        `<rule>; trường; lớp; học; học sinh; nghỉ học; con em; con tôi; giáo viên; thi; công ty; em kinh; giấy; phép; thuế; thủ tục; có được; có phải; có bị; hợp đồng; đăng ký; đăng kí; chi trả; nhập; phí; hồ sơ; bảo hiểm; xin; cấp; chủ; phải; được; lao động; mấy năm; nhà nước; chuyên nghiệp; điều; khai; doanh; trẻ; bé; kiểm; nhân viên; người ta; cần; ai; bộ; quyền; vốn; xây; nhận; ngân hàng; bị; mấy ngày; tối đa; tối thiểu; tiêu chuẩn; giao; sàn; chung cư; sổ; theo; khách; thuê`,
      ),
    },
    {
      id: 'scope.weather-and-trivia',
      all: [
        phrases(
          `thời tiết hôm; thời tiết mai; thời tiết ngày; thời tiết hà; thời tiết thế; mai … mưa không; hôm nay … mưa không; mai trời; kết quả xổ; giá vàng hôm; giá vàng bao; giá xăng hôm; tỷ số trận; tối nay đá; có gì ăn; ăn gì; nấu món; cách nấu; cách làm bánh; kể chuyện cười; hát một bài; hát cho; xem bói; tử vi`,
        ),
      ],
      none: phrases(`<rule>; học sinh ăn; con ăn; bán trú; cháu ăn; thực đơn; chấm thầu; phạt; nghỉ học`),
    },
    {
      id: 'scope.money-and-adverts',
      all: [
        phrases(`
          cho vay; vay tiền; vay … triệu; vay vốn … page; vay nóng; vay trả góp; lãi suất vay; mượn tiền; đăng bài quảng; quảng cáo; đăng quảng; đăng tin; đăng tuyển; pr cho; hợp tác truyền thông; tài trợ page; chạy quảng cáo; bán khóa; khai trương; giảm giá; ưu đãi khóa; cung cấp đồng phục; chào hàng; báo giá; cho thuê mặt; tuyển gia sư; tìm gia sư; gia sư … nào; cần gia sư; tìm người trông; tìm giúp việc; tìm bảo mẫu; pass lại; thanh lý; cần bán
        `),
        phrases(`page; em; mình; tôi; bên; được không; nhé; giúp; không; trung tâm; ạ; inbox; liên hệ`),
      ],
      none: phrases(
        `<rule>; sinh viên; ngân hàng; công ty; tín dụng; chính sách xã; phải; có được … quảng; trường … quảng; thuế; doanh; hợp đồng; luật; người bán; có bị; xin phép; giấy; cửa hàng; shop; khách; sàn; thuốc; mỹ phẩm; rượu; được đăng; thu hồi; bảo hiểm; hộ; đất; tài sản; vốn; đấu giá; phép; báo giá … thầu; khai; hộ kinh; xử; được ưu; trẻ em; quy; báo; nghèo`,
      ),
    },
    {
      id: 'scope.advice-on-choice',
      all: [
        phrases(`
          nên cho … học trường; nên cho … học; nên chọn trường; nên học trường; chọn trường nào; trường nào tốt; trường nào … tốt hơn; trường nào ngon; trường nào dạy; trường nào chất; trường nào hơn; trường nào xịn; tốt nhất quận; trường nào uy tín; trung tâm nào; trường … có tốt không; cô nào dạy; thầy nào dạy; cô nào tốt; gia sư nào; có nên cho; có nên học; có nên đi; review; đánh giá trường; nhận xét … trường; lớp nào tốt; trường … và trường … trường nào; so sánh trường; học thêm ở đâu; học thêm chỗ; học tiếng anh ở; học vẽ ở; học bơi ở; học đàn ở; dạy con … thế nào; dạy con kiểu; con lười; con hư; con nghiện
        `),
        phrases(`tốt; nên; hơn; nào; review; ở đâu; chỗ nào; uy tín; không; gần; thế nào; ổn; dạy; hay`),
      ],
      none: phrases(
        `<rule>; tuyển sinh; thông tư; học phí; luật; công ty; điều kiện; phép; tốt nghiệp; có phải; trường nào thuộc; đúng tuyến; trái tuyến; thuộc tuyến; cấp; tiêu chuẩn; kiểm định; đánh giá trường đạt; đạt chuẩn; đánh giá trường … tiêu; nghề; tự đánh; ngoài; đủ; được; phụ huynh; ngân; ai; mấy; bao nhiêu; giảng viên`,
      ),
    },
    {
      id: 'scope.school-particulars',
      all: [
        phrases(`
          điểm chuẩn … năm/trường/vào/lớp/là; điểm chuẩn; tỷ lệ chọi; tỉ lệ chọi; chỉ tiêu … trường/năm; thực đơn; menu; hôm nay ăn gì; hôm nay các con ăn; tuần này ăn; lịch thi … trường/lớp/con; thời khóa biểu; lịch học … lớp/tuần; mấy giờ tan; mấy giờ vào; giờ tan; giờ vào lớp; giờ đón; đồng phục … mua/trường/màu/kiểu/ở; hiệu trưởng … là ai; ai là hiệu; ai làm hiệu; hiệu trưởng … tên; hiệu phó … là ai; trưởng phòng … là ai; giám đốc sở … là ai; cô chủ nhiệm … là ai; giáo viên chủ nhiệm … là ai; sĩ số … lớp/trường; lớp … bao nhiêu bạn; trường … bao nhiêu lớp; trường … bao nhiêu học sinh; trường … có bể bơi; trường … có sân; trường … có xe; trường … có phòng; trường … có điều hòa; trường … còn chỗ; còn chỗ không; còn nhận; còn suất; còn chỉ tiêu; kết quả thi … có chưa/cấp/trường/lớp/môn; kết quả … học sinh giỏi; có điểm thi chưa; bao giờ có điểm; bao giờ … có kết quả; khi nào có điểm; kết quả cuộc thi; ai đạt giải; ai được giải; đạt giải; thủ khoa; điểm cao nhất; họp phụ huynh … hôm/ngày/mấy/khi/lúc/bao; họp phụ huynh; trường nào … nhiều học sinh giỏi; nhiều hs giỏi; ngày hội; dã ngoại; thăm quan; tham quan; tuần này; bao giờ … tựu trường ở; tên các trường; lớp con em
        `),
        phrases(
          `năm nay; hôm nay; tuần này; tuần sau; ngày mai; trường; con em; lớp; chưa; là ai; cho xin; cho hỏi; bao nhiêu; mấy giờ; còn; là; tên gì; xin; ở đâu; khi nào; bao giờ`,
        ),
        phrases(
          `trường * ; trường; lớp *; năm nay; hiện; hiện nay; hôm nay; tuần này; tuần sau; chưa; mai; con em; của con; cháu nhà; phòng; sở; năm ngoái; năm học`,
        ),
      ],
      none: phrases(
        `<rule>; được tính; cách tính; bao nhiêu học sinh một lớp; tối đa; tối thiểu; theo quy; có được; có phải; ai bổ nhiệm; ai quyết; ai duyệt; công bố; công khai; phải; xác định chỉ; giao chỉ tiêu; chỉ tiêu do; thu tiền; tiền ăn; điều kiện; tiêu chuẩn; học phí; có trách; nhiệm kỳ; nhiệm vụ; xếp loại; cấp phép; tính; đại học; cao đẳng; nghề; trung cấp; sinh viên; bổ nhiệm; học bổng; quyền; đúng không; chế độ; ban đại diện; phê duyệt; bao nhiêu phần; dạy thêm; miễn; khen; tiền; phạt; ưu tiên; cộng điểm; bao nhiêu ngày; do ai; mức; hồ sơ; giấy; thời gian năm; kế hoạch thời; khung; sáp nhập; thành lập; mở; giải thưởng; chậm nhất; bao nhiêu giáo; định mức; được nghỉ; giáo viên … dạy; khu vực; phường; hệ số; đón … muộn; quy chế; nghị; trông; dịch vụ`,
      ),
    },
  ],
};
