/** A document number as printed: `58/2025/NQ-HĐND`, `5095/SGDĐT-CTTTHSSV`, `43/2019/QH14`, `901/KH-UBND`. */
export const NUMBER = /\d{1,5}[a-z]?\/(?:\d{4}\/)?[\p{Lu}Đ][\p{Lu}\p{Ll}Đđ\d&]*(?:-[\p{Lu}\p{Ll}Đđ\d&]+)*/u;

const KIND_BY_MARK: readonly (readonly [mark: RegExp, kind: string])[] = [
  [/\/UBTVQH\d*$/u, 'Pháp lệnh'],
  [/\/QH\d*$/u, 'Luật'],
  [/\/NQ(?:-|$)/u, 'Nghị quyết'],
  [/\/NĐ-CP$/u, 'Nghị định'],
  [/\/QĐ(?:-|$)/u, 'Quyết định'],
  [/\/TTLT-/u, 'Thông tư liên tịch'],
  [/\/TT-/u, 'Thông tư'],
  [/\/CT(?:-|$)/u, 'Chỉ thị'],
  [/\/KH-/u, 'Kế hoạch'],
  [/\/TB-/u, 'Thông báo'],
  [/\/HD-/u, 'Hướng dẫn'],
  [/\/BC-/u, 'Báo cáo'],
  [/\/TTr-/u, 'Tờ trình'],
  [/^\d+\/(?:SGD|UBND|BGD|PGD|VP|HĐND|VHXH)/u, 'Công văn'],
];

/** The kind that a number's mark tells (Decree 30/2020/NĐ-CP, annex III); `null` for an unknown mark. */
export function kindOfNumber(number: string): string | null {
  return KIND_BY_MARK.find(([mark]) => mark.test(number))?.[1] ?? null;
}

/** Marks of the bodies that rule the whole country. Longer marks first: `BGDĐT` also ends `QĐ-BGDĐT`. */
const NATIONAL_ISSUERS: readonly (readonly [mark: RegExp, issuer: string])[] = [
  [/\/UBTVQH\d*$/u, 'Ủy ban Thường vụ Quốc hội'],
  [/\/QH\d*$/u, 'Quốc hội'],
  [/-CP$/u, 'Chính phủ'],
  [/-TTg$/u, 'Thủ tướng Chính phủ'],
  [/(?:-|\/)VPCP(?:-|$)/u, 'Văn phòng Chính phủ'],
  [/(?:-|\/)BGD(?:Đ|&Đ)T(?:-|$)/u, 'Bộ Giáo dục và Đào tạo'],
  [/(?:-|\/)BTC(?:-|$)/u, 'Bộ Tài chính'],
  [/(?:-|\/)BNV(?:-|$)/u, 'Bộ Nội vụ'],
  [/(?:-|\/)BYT(?:-|$)/u, 'Bộ Y tế'],
  [/(?:-|\/)BLĐTBXH(?:-|$)/u, 'Bộ Lao động - Thương binh và Xã hội'],
  [/(?:-|\/)BVHTTDL(?:-|$)/u, 'Bộ Văn hóa, Thể thao và Du lịch'],
  [/(?:-|\/)BTP(?:-|$)/u, 'Bộ Tư pháp'],
  [/(?:-|\/)BCA(?:-|$)/u, 'Bộ Công an'],
  [/(?:-|\/)BQP(?:-|$)/u, 'Bộ Quốc phòng'],
  [/(?:-|\/)BKHCN(?:-|$)/u, 'Bộ Khoa học và Công nghệ'],
  [/(?:-|\/)BTTTT(?:-|$)/u, 'Bộ Thông tin và Truyền thông'],
  [/(?:-|\/)BXD(?:-|$)/u, 'Bộ Xây dựng'],
];

/** The national body whose mark a number bears; joint circulars bear several and the first one counts. */
export function nationalIssuerOfNumber(number: string): string | null {
  return NATIONAL_ISSUERS.find(([mark]) => mark.test(number))?.[1] ?? null;
}

/** Whether a number is one of the whole country's, also of a ministry that is not in the list above. */
export function isNationalNumber(number: string): boolean {
  return nationalIssuerOfNumber(number) !== null || /\/(?:TT|TTLT)-[\p{Lu}Đ]+/u.test(number);
}

/** `58-2025-NQ-HĐND.docx` → `58/2025/NQ-HĐND`; `null` when the name is not made of a number. */
export function numberFromFileName(file: string): string | null {
  const match = file
    .normalize('NFC')
    .match(/^(?:trich-)?(\d{1,5})-(?:(\d{4})-)?((?:NQ|QĐ|NĐ|TT|CT|KH|TB|HD|QH\d*|SGDĐT)(?:-[\p{Lu}Đ]+)?)(?=[-.]|$)/u);
  if (match === null) return null;
  return [match[1], match[2], match[3]].filter((part) => part !== undefined).join('/');
}
