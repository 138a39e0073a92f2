import type { Day } from '../knowledge/document.ts';

const WORDS = String.raw`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})`;
const SLASHES = String.raw`(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
const ANY = new RegExp(`${WORDS}|${SLASHES}`, 'iu');
/** «Hà Nội, ngày 27 tháng 11 năm 2025» at the head of a document. */
const LETTERHEAD = new RegExp(String.raw`[\p{Lu}][\p{L} .]{1,40},\s*${WORDS}`, 'u');
const SELF =
  '(?:Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Kế hoạch|Thông báo|Hướng dẫn|Quy chế|Quy định|Văn bản|Chỉ thị)';
const IN_FORCE = new RegExp(
  String.raw`(?:${SELF}\s+này\s+|\(.{0,60}?|^|\n)[^.\n]{0,60}?có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+(?:(ngày\s+ký)|${WORDS}|${SLASHES})`,
  'iu',
);

/**
 * The first day written in a text, as words (ngày 8 tháng 12 năm 2025), with slashes or in ISO form.
 * @param where `letterhead` takes only «place, ngày … tháng … năm …»
 */
export function readDay(text: string, where: 'anywhere' | 'letterhead' = 'anywhere'): Day | null {
  if (where === 'letterhead') return toDay(text.match(LETTERHEAD)?.slice(1, 4));
  const iso = text.match(ISO);
  if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const match = text.match(ANY);
  return match === null ? null : toDay(match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4));
}

/** The day from which the document says it is in force; «kể từ ngày ký» is the issue day. */
export function findInForce(body: string, issuedOn: Day | null): Day | null {
  const match = body.match(IN_FORCE);
  if (match === null) return null;
  if (match[1] !== undefined) return issuedOn;
  return toDay(match[2] === undefined ? match.slice(5, 8) : match.slice(2, 5));
}

/** A title without «(ngày …)» remarks. */
export function stripDay(text: string): string {
  return text.replace(/\(ngày[^)]*\)/giu, '').replace(/\s+/g, ' ');
}

function toDay(parts: readonly (string | undefined)[] | undefined): Day | null {
  const [day, month, year] = (parts ?? []).map(Number);
  if (!day || !month || !year || month > 12 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
