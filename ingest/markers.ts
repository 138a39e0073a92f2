/** The marks by which official texts number their units (Decree 30/2020/NĐ-CP, annex I; Law on promulgation). */

export type Marker =
  | { readonly kind: 'division'; readonly level: 1 | 2 | 3; readonly label: string; readonly rest: string }
  | { readonly kind: 'article'; readonly number: string; readonly rest: string }
  | { readonly kind: 'annex'; readonly label: string; readonly rest: string }
  | { readonly kind: 'roman'; readonly number: string; readonly rest: string }
  | { readonly kind: 'number'; readonly number: string; readonly rest: string }
  | { readonly kind: 'letter'; readonly letter: string; readonly rest: string }
  | { readonly kind: 'dash'; readonly rest: string };

const DIVISION = /^(Phần|Chương|Mục|Tiểu mục)\s+(thứ\s+\p{L}+|[IVXLC]+|\d+)(?![\p{L}\d])[.:]?\s*(.*)$/isu;
const ARTICLE = /^Điều\s+(\d+[a-zđ]?)\s*[.:]\s*(.*)$/su;
const ANNEX = /^(Phụ lục|Mẫu(?:\s+số)?)(\s+(?:số\s+)?(?:[IVXLC]+|\d+[a-z]?))?(?![\p{L}\d])[.:]?\s*(.*)$/isu;
const ROMAN = /^([IVXLC]+)\.\s+(.*)$/su;
const NUMBER = /^(?:\((\d{1,2})\)|(\d{1,2}(?:\.\d{1,2})*)[.)])\s+(.*)$/su;
const LETTER = /^([a-zđ])\)\s*(.*)$/su;
const DASH = /^[-+•–*]\s+(.*)$/su;
const LONGEST_ANNEX_LINE = 160;

/** Reads the mark that opens a paragraph; `null` when it opens with none. */
export function readMarker(text: string): Marker | null {
  const division = text.match(DIVISION);
  if (division !== null) {
    const name = (division[1] ?? '').toLowerCase();
    const level = name === 'phần' ? 1 : name === 'chương' ? 2 : 3;
    return { kind: 'division', level, label: `${division[1]} ${division[2]}`, rest: division[3] ?? '' };
  }
  const article = text.match(ARTICLE);
  if (article !== null) return { kind: 'article', number: article[1] ?? '', rest: article[2] ?? '' };
  const annex = text.match(ANNEX);
  if (annex !== null && isAnnexHeading(text, annex)) {
    return { kind: 'annex', label: `${annex[1]}${annex[2] ?? ''}`, rest: annex[3] ?? '' };
  }
  const roman = text.match(ROMAN);
  if (roman !== null) return { kind: 'roman', number: roman[1] ?? '', rest: roman[2] ?? '' };
  const number = text.match(NUMBER);
  if (number !== null) return { kind: 'number', number: number[1] ?? number[2] ?? '', rest: number[3] ?? '' };
  const letter = text.match(LETTER);
  if (letter !== null) return { kind: 'letter', letter: letter[1] ?? '', rest: letter[2] ?? '' };
  const dash = text.match(DASH);
  return dash === null ? null : { kind: 'dash', rest: dash[1] ?? '' };
}

/** «PHỤ LỤC», «Phụ lục II», «Mẫu số 01» as a heading, not «Phụ lục kèm theo Nghị quyết này quy định …». */
function isAnnexHeading(text: string, match: RegExpMatchArray): boolean {
  const name = match[1] ?? '';
  if (text.length > LONGEST_ANNEX_LINE) return name === 'PHỤ LỤC' && text === text.toUpperCase();
  const capitals = name === name.toUpperCase();
  const rest = match[3] ?? '';
  const numbered = match[2] !== undefined;
  return capitals || (numbered && (rest === '' || /^[\p{Lu}(]/u.test(rest))) || (name === 'Phụ lục' && rest === '');
}
