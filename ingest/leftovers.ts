/** Lines of an official text that are form, not rule: kept, named, and never answered from. */
export type LeftoverKind =
  | 'letterhead'
  | 'legal-basis'
  | 'title'
  | 'preamble'
  | 'recipients'
  | 'signature'
  | 'notice'
  /** What a collection says about the document: its card, summary and sources. */
  | 'about'
  /** Fields of a form to fill in. */
  | 'blank-form'
  /** Page numbers, rules, marks without words. */
  | 'ornament'
  /** Words that a file repeats in place of another line. */
  | 'repeated';

export interface Leftover {
  readonly kind: LeftoverKind;
  readonly text: string;
}

const LETTERHEAD =
  /^(?:\|?\s*)?(?:CỘNG H[ÒO]A X[ÃA] HỘI|CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do|HỘI ĐỒNG NHÂN|(?:ỦY|UỶ) BAN NHÂN|UBND (?:THÀNH PHỐ|TỈNH|PHƯỜNG|QUẬN)|BỘ [\p{Lu} ]+$|CHÍNH PHỦ$|QUỐC HỘI$|SỞ GIÁO DỤC|PHÒNG GIÁO DỤC|\|?\s*Số:)/u;
const PLACE_AND_DATE = /^[\p{Lu}][\p{L} .]{1,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?$/u;
const LEGAL_BASIS =
  /^(?:Căn cứ(?:\s|$)|Theo đề nghị|Xét\s+(?:Tờ trình|đề nghị)|Thực hiện (?:Kế hoạch|Công văn|Quyết định|Chỉ thị|Thông tư|Nghị)\s)/u;
const SIGNATURE =
  /^(?:TM\.|KT\.|KT\s+\p{Lu}{2}|TL\.|TUQ\.|Q\.|\((?:[ĐđD]ã ký|mẫu)\)|(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)(?:\s|$))/u;
const SIGNED = /^(?:TM\.|KT\.|KT\s+\p{Lu}{2}|TL\.|TUQ\.|\([ĐđD]ã ký\))/u;
const NOTICE = /^VĂN BẢN MẪU/u;
const SIGNING_PLACE = /\(?(?:Ký|Chữ ký)[^)]{0,40}ghi rõ họ/iu;
const FIELD = /(?:\.{4,}|…{2,}|_{4,}|(?:\.\s){4,})/u;
const PERSON = /^(?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}+$/u;
const TITLE_OF_DOCUMENT =
  /^(?:Nghị quyết|Quyết định|Thông tư|Nghị định|Công văn|Kế hoạch|Thông báo|Luật|Chỉ thị|Hướng dẫn)\s+(?:số\s+)?\d+\/[\p{L}\d/-]+\s/u;

/** What kind of form a paragraph is, or `null` for a rule. Recipients are a run of lines and told by the caller. */
export function leftoverKind(text: string): LeftoverKind | null {
  if (NOTICE.test(text)) return 'notice';
  if (LETTERHEAD.test(text) || PLACE_AND_DATE.test(text)) return text.length < 260 ? 'letterhead' : null;
  if (LEGAL_BASIS.test(text)) return 'legal-basis';
  if (SIGNATURE.test(text) && text.length < 120) return 'signature';
  return null;
}

/** Whether the line opens the list of recipients. */
export function opensRecipients(text: string): boolean {
  return /^Nơi nhận/u.test(text);
}

/** Whether the line can stand nowhere but in a signature, «KT. CHỦ TỊCH», «(Đã ký)». */
export function isSigned(text: string): boolean {
  return SIGNED.test(text) && text.length < 120;
}

/** The name of a person who signs, as a line of its own. */
export function isPersonsName(text: string): boolean {
  return PERSON.test(text);
}

/** Fields of a form to fill in, and the places where it is signed. */
export function isBlankForm(text: string): boolean {
  return FIELD.test(text) || (SIGNING_PLACE.test(text) && text.length < 200);
}

/** Number and title of the document itself, as collections add them below its text. */
export function isTitleOfDocument(text: string): boolean {
  return TITLE_OF_DOCUMENT.test(text) && !/[.;:]$/.test(text);
}
