import type { FileKind } from './file-kind.ts';
import { skip } from './skipped.ts';

/** What to do with a file of a kind that is known but not read. */
const NOT_READ: Readonly<Partial<Record<FileKind, string>>> = {
  presentation: 'Bản trình chiếu (PowerPoint) chưa hỗ trợ: hãy xuất ra pdf hoặc chép phần chữ sang docx rồi nạp lại.',
  'open-document': 'Tệp OpenDocument (odt, ods) chưa hỗ trợ: hãy lưu thành docx hoặc xlsx rồi nạp lại.',
  'binary-sheet': 'Bảng tính nhị phân (xlsb) chưa hỗ trợ: hãy lưu thành xlsx rồi nạp lại.',
  zip: 'Gói nén trong gói nén hoặc gói nén hỏng: hãy giải nén rồi nạp từng tệp.',
};

/** Why a document of this kind is not read, and what to do, in Vietnamese. */
export function whyNotRead(kind: FileKind): string {
  return NOT_READ[kind] ?? skip(kind === 'encrypted-office' ? 'encrypted' : 'unsupported-format').skipped.message;
}
