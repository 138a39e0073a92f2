import { romanValue } from './tables/row-number.ts';

/**
 * The marks by which official texts number their units (Decree 30/2020/NĐ-CP, annex I; Law on promulgation; Ordinance
 * on legal codification for articles such as `Điều 20.1.LQ.3`).
 */
export type Marker =
  /** Level 1 Phần, 2 Chương, 3 Mục, 4 Tiểu mục. */
  | { readonly kind: 'division'; readonly level: 1 | 2 | 3 | 4; readonly label: string; readonly rest: string }
  | { readonly kind: 'article'; readonly number: string; readonly rest: string }
  | { readonly kind: 'annex'; readonly label: string; readonly rest: string }
  /** «A. » of plans and lists. */
  | { readonly kind: 'capital'; readonly letter: string; readonly rest: string }
  | { readonly kind: 'roman'; readonly number: string; readonly rest: string }
  | { readonly kind: 'number'; readonly number: string; readonly rest: string }
  | { readonly kind: 'letter'; readonly letter: string; readonly rest: string }
  | { readonly kind: 'dash'; readonly sign: string; readonly rest: string }
  /** A footnote, «[1] …». */
  | { readonly kind: 'note'; readonly number: string; readonly rest: string };

const DIVISION =
  /^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+((?:thứ|THỨ)\s+\p{L}+|[IVXLC]+[a-z]?|\d+[a-z]?|[A-H](?=[.:]|$))(?![\p{L}\d])([.:]?)\s*(.*)$/su;
const ARTICLE =
  /^(?:[ĐÐ]iều|[ĐÐ]IỀU)\s+(\d+[a-zđ]?(?:\.(?:\d+[a-zđ]?|[A-ZĐ]{1,4}))*)\s*(?:[.:]|[-–](?=\s*\p{Lu})|$)\s*(.*)$/su;
const ANNEX = /^(Phụ lục|Mẫu(?:\s+số)?|Biểu mẫu)(\s+(?:số\s+)?(?:[IVXLC]+|\d+[a-z]?))?(?![\p{L}\d])[.:]?\s*(.*)$/isu;
const CAPITAL = /^([A-H])\.\s+(\p{Lu}.*)$/su;
const ROMAN = /^([IVX]+)[.)]\s+(.*)$/su;
const NUMBER =
  /^(?:\((\d{1,2})\)\s*|(?:Khoản\s+)?(\d{1,2}(?:\.\d{1,2})*)(?:[.)](?:\s+|(?=\p{Lu}))|\/\s+(?=\p{Lu})))(.+)$/su;
const LETTER = /^(?:(?:[-–]\s*)?([a-zđ])\)\s*|([a-zđ])[./]\s+(?=\p{Lu}))(.*)$/su;
const DASH = /^([-+•–*])\s+(.*)$/su;
const NOTE = /^\[\^?(\d{1,3})\]:?\s+(.*)$/su;
const LONGEST_ANNEX_LINE = 160;
const LONGEST_TITLE = 240;

/** Reads the mark that opens a paragraph; `null` when it opens with none. */
export function readMarker(text: string): Marker | null {
  const division = text.match(DIVISION);
  if (division !== null && isTitle(division[4] ?? '', division[3] !== '')) {
    const name = (division[1] ?? '').toLowerCase();
    const level = name === 'phần' ? 1 : name === 'chương' ? 2 : name === 'mục' ? 3 : 4;
    return { kind: 'division', level, label: `${division[1]} ${division[2]}`, rest: division[4] ?? '' };
  }
  const article = text.match(ARTICLE);
  if (article !== null) return { kind: 'article', number: article[1] ?? '', rest: article[2] ?? '' };
  const annex = text.match(ANNEX);
  if (annex !== null && isAnnexHeading(text, annex))
    return { kind: 'annex', label: `${annex[1]}${annex[2] ?? ''}`, rest: annex[3] ?? '' };
  return readListMark(text);
}

function readListMark(text: string): Marker | null {
  const roman = text.match(ROMAN);
  if (roman !== null && romanValue(roman[1] ?? '') !== null)
    return { kind: 'roman', number: roman[1] ?? '', rest: roman[2] ?? '' };
  const capital = text.match(CAPITAL);
  if (capital !== null) return { kind: 'capital', letter: capital[1] ?? '', rest: capital[2] ?? '' };
  const number = text.match(NUMBER);
  if (number !== null) return { kind: 'number', number: number[1] ?? number[2] ?? '', rest: number[3] ?? '' };
  const letter = text.match(LETTER);
  if (letter !== null) return { kind: 'letter', letter: letter[1] ?? letter[2] ?? '', rest: letter[3] ?? '' };
  const note = text.match(NOTE);
  if (note !== null) return { kind: 'note', number: note[1] ?? '', rest: note[2] ?? '' };
  const dash = text.match(DASH);
  return dash === null ? null : { kind: 'dash', sign: dash[1] ?? '', rest: dash[2] ?? '' };
}

/** «Chương II. NHỮNG QUY ĐỊNH …», not «Chương II của Luật này quy định …». */
function isTitle(rest: string, isPunctuated: boolean): boolean {
  if (rest === '') return true;
  if (rest.length > LONGEST_TITLE || !/^[\p{Lu}\d“"(]/u.test(rest)) return false;
  return (
    isPunctuated ||
    rest === rest.toUpperCase() ||
    (!/[.;,:]$/u.test(rest) && !/^(?:Luật|Nghị|Thông|Quyết|Bộ luật)/u.test(rest))
  );
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
