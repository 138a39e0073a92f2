import { phrases } from '../phrase.ts';

/**
 * Insults at whoever answers. Each is one by itself: bare swearing («đm», «vcl») is none, people swear out of worry, and
 * what somebody says of themselves or of a child («con ngu quá») is none either. What means something else without its
 * diacritics («con đĩ», «đồ chó») needs them.
 */
export const INSULTS = phrases(`
  =địt mẹ/bố/cụ/con/cả/bà mày?; =đụ má/mẹ/bà/cha/cụ mày?; đm/đmm/đcm/đkm/dcm/dmm/dkm/dkmm mày/bot/page/ad/chúng/bọn/lũ/tụi; đ mẹ/má mày; đ m mày; địt/đjt/djt mẹ/má/con mày; con mẹ mày/chúng/bọn
  mẹ/má/bố/cha =mày; tổ sư/cha mày/chúng/bọn/lũ/nhà; tiên sư mày/cha/bố/nhà/chúng/bọn; cả/con lò nhà? mày; cha bố mày/chúng/bọn
  =đồ/lũ/bọn/thứ/quân/thằng/loại =chó/lợn/điên/hèn/đểu/rác/khùng/đần/ngu/láo con/chết/má/đẻ?; con =chó/lợn/điên/đần/đĩ/khùng
  đồ/lũ/bọn/thứ/quân/loại ngu học/dốt/si/xuẩn/đần/lâu?; đồ/lũ/bọn/thứ/quân/loại óc/súc/vô/khốn/ăn/mất chó/lợn/vật/sinh/học/nạn/dạy/hại/bám/cứt/tích/dụng
  ngu như con? chó/bò/lợn/heo; ngu hơn con? chó/bò/lợn/heo; ngu vãi/vl/vcl/vkl/vc lồn/lol/l?; ngu thế/lol/lồn/học/dốt/đần/si/xuẩn; ngu như hạch/cứt
  mày/bot/page/ad/admin/robot/chatbot này? =ngu/đần/láo/hãm; mày =điên/khùng; mày bị ngu/điên/khùng/đần; não tàn; đầu đất; đồ thần kinh; chúng/bọn/tụi/lũ mày =ngu/đần/điên/khùng/láo/hãm; máy/trợ lý/móc? này? =ngu/đần
  óc chó/lợn/bò/vịt/heo; não =chó/phẳng/bò/cá/lợn; câm mồm/mõm/họng; câm =mẹ mồm; im mồm/mõm; cút hết? mẹ? mày? đi; cút khỏi/xéo; biến mẹ/cha đi; xéo đi; vô học =thế/vậy
  khốn nạn/kiếp; =chó chết/má/đẻ/ghẻ; súc vật/sinh; mất dạy/nết; rác rưởi; cặn bã; bố láo bố? toét?; láo toét/lếu; ăn hại/cứt/bám; ngu xuẩn; ngu si; ngu đần; đần độn; ngu ngốc
  =cặc; =lồn; =buồi; =đĩ chó/điếm/thõa; mặt =lồn/lol/l/chó; như cái? =lồn/cặc/buồi/cc/lol; hãm lồn/lol/l; =cái lồn/cặc/buồi
`);

/** Folded words that may stand beside an insult in a message that holds nothing else. */
export const AROUND_INSULTS: ReadonlySet<string> = new Set(
  `may tui bay chung bon lu do thu thang con cai nha bot chatbot page ad admin robot ai tro ly can bo nhan vien tong dai trang
  nay kia day ay no the vay vai vl vcl vkl clgt cmn cmnr dm dmm dcm dkm me ma cha nhu la thi va ca toan lai qua lam luon roi di a ah nhe ha
  oi u uh m kiep vao ngay hon ngu dot deo dech cc lol l loai moi dung that het ro vc tao`.split(/\s+/u),
);

/** Offers that no citizen makes; beside a link or a telephone number they are advertising. */
export const OFFERS = phrases(`
  vay … lãi suất thấp; vay nhanh; vay nóng; vay tiền … nhanh/online/ngay; cho vay nhanh/không/tín/trả; giải ngân … nhanh/ngay/trong; duyệt vay
  kiếm tiền online/tại/mỗi; việc nhẹ lương; thu nhập khủng/thụ/hấp; lợi nhuận … ngày; đầu tư sinh; hoa hồng … cao/đến/tới; tuyển cộng tác; tuyển ctv; cộng tác viên … tại nhà
  nhà cái; cá cược; casino; nổ hũ; tài xỉu; soi cầu; lô đề uy; kèo thơm/nhà; bắn cá; game bài; nạp … tặng; tặng … cho thành viên
  giảm giá sốc/khủng/còn/đến/tới; khuyến mãi/mại; sale sốc/off/khủng; mua … tặng; miễn phí vận chuyển; freeship; xả kho; giá sỉ; giá gốc; đặt hàng … ngay/inbox/zalo
  inbox … để/ngay/nhận; ib … để/ngay/nhận; click/nhấn/bấm/truy … link … để/nhận/ngay; nhận ngay … quà/voucher/ưu; voucher; tăng like/follow/tương/view; bán … tài khoản/via/clone/sim
  sim số đẹp; làm bằng … giả/nhanh/uy/cấp; bất động sản; đất nền; căn hộ … giá/mở/chỉ; thẩm mỹ; giảm cân … kg/cấp/hiệu; trị mụn; thuốc … đặc trị
`);

/** Whoever writes of these writes as a citizen, whatever else the message offers. */
export const CITIZENS_WORDS = phrases(`
  trường; học sinh; học phí; tuyển sinh; lớp *; con em; con tôi; cháu; giáo viên; thầy cô; cô giáo; phụ huynh; hồ sơ; phòng giáo; sở giáo; lừa đảo; có thật; có phải; giả mạo; khiếu nại; tố cáo; phản ánh; bị lừa; xóa; dữ liệu; cứu; giúp em/con/tôi
`);
