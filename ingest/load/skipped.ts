import type { Loaded, Skipped } from '../blocks.ts';

/** Why files are left out, in words for the person who dropped them in. */
const MESSAGES: Readonly<Record<Skipped['reason'], string>> = {
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

/** A file left out for `reason`; `detail` is appended to the message. */
export function skip(reason: Skipped['reason'], detail?: string): Loaded & { readonly ok: false } {
  const message = detail === undefined ? MESSAGES[reason] : `${MESSAGES[reason]} (${detail})`;
  return { ok: false, skipped: { reason, message } };
}
