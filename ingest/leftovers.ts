/** Lines of an official text that are form, not rule: kept, named, and never answered from. */
export type LeftoverKind = 'letterhead' | 'legal-basis' | 'title' | 'preamble' | 'recipients' | 'signature' | 'notice';

export interface Leftover {
  readonly kind: LeftoverKind;
  readonly text: string;
}

const LETTERHEAD =
  /^(?:\|?\s*)?(?:CỘNG H[ÒO]A X[ÃA] HỘI|CHỦ NGHĨA VIỆT NAM|Độc lập\s*-\s*Tự do|HỘI ĐỒNG NHÂN|(?:ỦY|UỶ) BAN NHÂN|UBND (?:THÀNH PHỐ|TỈNH|PHƯỜNG|QUẬN)|BỘ [\p{Lu} ]+$|CHÍNH PHỦ$|QUỐC HỘI$|SỞ GIÁO DỤC|PHÒNG GIÁO DỤC|\|?\s*Số:)/u;
const PLACE_AND_DATE = /^[\p{Lu}][\p{L} .]{1,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?$/u;
const LEGAL_BASIS =
  /^(?:Căn cứ\s|Theo đề nghị|Xét\s+(?:Tờ trình|đề nghị)|Thực hiện (?:Kế hoạch|Công văn|Quyết định|Chỉ thị|Thông tư|Nghị)\s)/u;
const SIGNATURE =
  /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|\((?:[ĐđD]ã ký|mẫu)\)|(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)(?:\s|$))/u;
const NOTICE = /^VĂN BẢN MẪU/u;

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
