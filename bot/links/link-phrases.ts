import { phrases } from '../policy/phrase.ts';

/**
 * What citizens write to link two of their conversations, in the language of `policy/phrase.ts`. A message must be
 * nothing else but such words and those around them: «liên kết zalo với facebook» asks for it, «trường liên kết» does not.
 */
export const ASKING_TO_LINK = phrases(`
  liên kết; lk tài khoản; lk tk; lk zalo/facebook/fb/messenger/mess/web; mã liên kết
  nối/gộp/ghép/hợp tài khoản; nối/gộp/ghép tk; kết nối tài khoản; kết nối tk; đồng bộ tài khoản
  nối/gộp/ghép hai/2/các tài khoản; nối/gộp/ghép hai/2/các tk; kết nối hai/2/các tài khoản; kết nối hai/2/các tk
  nối/gộp/ghép zalo/facebook/fb/messenger/mess/web; kết nối zalo/facebook/fb/messenger/mess/web; đồng bộ zalo/facebook/fb/messenger/mess/web
  nối/gộp/ghép hai/2/các? cuộc trò chuyện; nối/gộp/ghép hai/2/các? hội thoại
  không/ko/chưa liên kết được
`);

/** What they write to undo it. */
export const UNDOING_A_LINK = phrases(`
  hủy/bỏ/gỡ/ngắt/tách/ngừng/dừng/thôi/tắt/xóa liên/lk kết?
  hủy/bỏ/gỡ/ngắt/ngừng/dừng/tắt/xóa kết nối; hủy/bỏ/gỡ/ngắt/xóa nối/gộp/ghép tài khoản
  hủy/bỏ/gỡ/tách/xóa mã liên kết
  không/ko liên kết nữa; không/ko muốn liên kết; không/ko cần liên kết; không/ko muốn liên kết nữa; không/ko cần liên kết nữa; khỏi liên kết
`);

/** Words that may stand around both. */
export const AROUND_LINKING = phrases(`
  dạ; vâng; ạ; nhé; nha; ơi; với; và; giúp; hộ; giùm; xin; cho; em; anh; chị; tôi; mình; mk; cháu; bạn; ad; admin; cô; chú;
  muốn; cần; nhờ; hãy; được không; đc ko; có được không; như thế nào; thế nào; làm sao; kiểu gì; bằng cách nào; cách; để; là gì; làm gì; lấy; gửi; tạo;
  tài khoản; tk; zalo; oa; facebook; fb; face; messenger; mess; page; fanpage; web; website; trang; web; chat; khung chat;
  cuộc trò chuyện; hội thoại; kênh; bên; trên; ở; từ; qua; sang; vào; lại; của; này; kia; đó; khác; hai; 2; các; hết; đi; nhau; chung; một; 1; nữa; ngay; cảm ơn; cám ơn; trợ lý
`);

/** Words that may stand around a code that is sent, without diacritics. */
export const AROUND_A_CODE: ReadonlySet<string> = new Set(
  'ma lien ket noi code day la cua em toi minh chau da vang a nhe nha oi gui nhap voi zalo facebook messenger tai khoan so gom ben kia'.split(
    ' ',
  ),
);
