import type { Skipped } from '../blocks.ts';

/** Why files are left out, in words for the person who dropped them in. */
export const LEFT_OUT: Readonly<Record<Skipped['reason'], string>> = {
  empty: 'Tệp trống, không có chữ nào để đọc.',
  'unsupported-format': 'Định dạng chưa hỗ trợ: hãy lưu lại thành docx, pdf, html hoặc txt rồi nạp lại.',
  unreadable: 'Không đọc được nội dung (tệp hỏng hoặc sai bảng mã): hãy mở bằng phần mềm gốc, lưu lại rồi nạp lại.',
  'no-text-layer':
    'Bản quét không có lớp chữ mà máy này không nhận dạng được chữ: hãy nạp bản gốc docx hoặc pdf có chữ.',
  'unsupported-picture': 'Loại ảnh này (bmp, heic, avif …) chưa hỗ trợ: hãy lưu thành jpg hoặc png rồi nạp lại.',
  'no-text': 'Ảnh không có chữ đọc được: hãy chụp lại thẳng, đủ sáng, rõ nét, hoặc nạp bản gốc.',
  unfinished: 'Bản quét dài, chưa nhận dạng hết nên chưa dùng: chạy lại lệnh nạp để đọc tiếp.',
  'recognition-failed': 'Bộ nhận dạng chữ không chạy được hoặc quá chậm trên máy này nên chưa đọc được: hãy chạy lại.',
  'garbled-text':
    'Lớp chữ của tệp bị lỗi phông và hình trang cũng không đọc được đáng tin: hãy nạp bản gốc docx hoặc bản quét rõ hơn.',
  encrypted: 'Tệp có mật khẩu: hãy bỏ mật khẩu rồi nạp lại.',
  unsafe:
    'Tệp bất thường (phình quá lớn khi giải nén hoặc chứa khai báo nguy hiểm) nên không mở: hãy kiểm tra nguồn tệp.',
  'too-large': 'Tệp quá lớn: hãy tách nhỏ rồi nạp lại.',
  'too-slow': 'Đọc quá lâu nên đã dừng: hãy tách nhỏ tệp, hoặc mở bằng phần mềm gốc, lưu lại rồi nạp lại.',
  'too-much-memory': 'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng: hãy tách nhỏ rồi nạp lại.',
  'reader-failed': 'Trình đọc gặp lỗi với tệp này: hãy mở bằng phần mềm gốc, lưu lại rồi nạp lại.',
};

/** What to do with files of kinds that are known but not read. */
export const KINDS_NOT_READ = {
  presentation: 'Bản trình chiếu (PowerPoint) chưa hỗ trợ: hãy xuất ra pdf hoặc chép phần chữ sang docx rồi nạp lại.',
  'open-document': 'Tệp OpenDocument (odt, ods) chưa hỗ trợ: hãy lưu thành docx hoặc xlsx rồi nạp lại.',
  'binary-sheet': 'Bảng tính nhị phân (xlsb) chưa hỗ trợ: hãy lưu thành xlsx rồi nạp lại.',
  zip: 'Gói nén trong gói nén hoặc gói nén hỏng: hãy giải nén rồi nạp từng tệp.',
  officeXml: 'Tệp Office dạng XML của bản 2003 chưa hỗ trợ: hãy lưu thành docx hoặc xlsx rồi nạp lại.',
} as const;

/** Why files in an archive are left out. */
export const NOT_UNPACKED = {
  encrypted: 'Tệp trong gói nén có mật khẩu: hãy nén lại không đặt mật khẩu rồi nạp lại.',
  outside: 'Đường dẫn trong gói nén trỏ ra ngoài gói, không an toàn: hãy nén lại từ thư mục gốc rồi nạp lại.',
  damaged: 'Tệp trong gói nén bị hỏng: hãy nén lại rồi nạp lại.',
  tooDeep: 'Gói nén lồng quá hai lớp: hãy giải nén rồi nạp từng tệp.',
  unsafe: 'Gói nén bên trong bất thường (phình quá lớn khi giải nén) nên không mở: hãy kiểm tra nguồn tệp.',
} as const;

/** What the owner of a file should know of how it was read. */
export const READING_NOTES = {
  converted: (encoding: string) => `Đã chuyển mã ${encoding} sang Unicode.`,
  broken: (count: string) => `Có ${count} ký tự hỏng trong tệp, được thay bằng dấu \ufffd: hãy đối chiếu với bản gốc.`,
  documentMacros: 'Tệp có macro; macro được bỏ qua, chỉ đọc phần chữ.',
  workbookMacros: 'Tệp có macro; macro được bỏ qua, chỉ đọc giá trị trong ô.',
  hiddenSheet: (name: string) => `Bỏ qua trang tính ẩn «${name}»: bỏ ẩn rồi nạp lại nếu cần.`,
  pagesLeft: (pages: string) => `Không đọc được trang ${pages} nên để ngoài: hãy nạp bản rõ hơn.`,
} as const;

/** What is added in brackets to why a file is left out. */
export const LEFT_OUT_DETAILS = {
  oldWord: 'Word 95 trở về trước',
  pagesRead: (read: string, pages: string) => `đã đọc ${read}/${pages} trang`,
  pagesOf: (count: string, pages: string) => `${count}/${pages} trang`,
  pages: (count: string) => `${count} trang`,
  withDetail: (why: string, detail: string) => `${why} (${detail})`,
  pixels: (width: string, height: string) => `${width} × ${height} điểm ảnh`,
} as const;
