/** A document number as printed: `58/2025/NQ-HĐND`, `5095/SGDĐT-CTTTHSSV`, `43/2019/QH14`, `901/KH-UBND`. */
export const NUMBER = /\d{1,5}[a-z]?\/(?:\d{4}\/)?[\p{Lu}Đ][\p{Lu}\p{Ll}Đđ\d&]*(?:-[\p{Lu}\p{Ll}Đđ\d&]+)*/u;

const KIND_BY_MARK: readonly (readonly [mark: RegExp, kind: string])[] = [
  [/\/QH\d*$/u, 'Luật'],
  [/\/NQ(?:-|$)/u, 'Nghị quyết'],
  [/\/NĐ-CP$/u, 'Nghị định'],
  [/\/QĐ(?:-|$)/u, 'Quyết định'],
  [/\/TTLT-/u, 'Thông tư liên tịch'],
  [/\/TT-/u, 'Thông tư'],
  [/\/CT-/u, 'Chỉ thị'],
  [/\/KH-/u, 'Kế hoạch'],
  [/\/TB-/u, 'Thông báo'],
  [/\/HD-/u, 'Hướng dẫn'],
  [/\/BC-/u, 'Báo cáo'],
  [/^\d+\/(?:SGD|UBND|BGD|PGD|VP)/u, 'Công văn'],
];

/** The kind that a number's mark tells (Decree 30/2020/NĐ-CP, annex III); `null` for an unknown mark. */
export function kindOfNumber(number: string): string | null {
  return KIND_BY_MARK.find(([mark]) => mark.test(number))?.[1] ?? null;
}

/** `58-2025-NQ-HĐND.docx` → `58/2025/NQ-HĐND`; `null` when the name is not made of a number. */
export function numberFromFileName(file: string): string | null {
  const match = file
    .normalize('NFC')
    .match(/^(?:trich-)?(\d{1,5})-(?:(\d{4})-)?((?:NQ|QĐ|NĐ|TT|CT|KH|TB|HD|QH\d*|SGDĐT)(?:-[\p{Lu}Đ]+)?)(?=[-.]|$)/u);
  if (match === null) return null;
  return [match[1], match[2], match[3]].filter((part) => part !== undefined).join('/');
}
