import type { Day } from '../knowledge/document.ts';

const WORDS = String.raw`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})`;
const SLASHES = String.raw`(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
/** Tables of pages leave «ngày» out: «30 tháng 6 năm 2026». */
const ANY = new RegExp(`${WORDS.replace(String.raw`ngày\s+`, String.raw`(?:ngày\s+)?`)}|${SLASHES}`, 'iu');
/** «Hà Nội, ngày 27 tháng 11 năm 2025» or «Hà Nội, ngày 27/11/2025» at the head of a document. */
const LETTERHEAD = new RegExp(String.raw`[\p{Lu}][\p{L}. ]{1,40},\s*(?:${WORDS}|${SLASHES})`, 'u');

/** A day in words or figures inside a pattern, without groups. */
export const DAY_PATTERN = String.raw`(?:ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})`;

/**
 * The first day written in a text, as words (ngày 8 tháng 12 năm 2025), with slashes or in ISO form.
 * @param where `letterhead` takes only «place, ngày … tháng … năm …»
 */
export function readDay(text: string, where: 'anywhere' | 'letterhead' = 'anywhere'): Day | null {
  if (where === 'letterhead') return firstDay(text.match(LETTERHEAD));
  const iso = text.match(ISO);
  if (iso !== null) return toDay([iso[3], iso[2], iso[1]]);
  return firstDay(text.match(ANY));
}

/** A title without «(ngày …)» remarks. */
export function stripDay(text: string): string {
  return text.replace(/\(ngày[^)]*\)/giu, '').replace(/\s+/g, ' ');
}

/** The day some days after another, by the calendar. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstDay(match: RegExpMatchArray | null): Day | null {
  if (match === null) return null;
  return toDay(match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4));
}

/** A day of the calendar; 31/2 and the like, which scans produce, are none. */
function toDay(parts: readonly (string | undefined)[]): Day | null {
  const [date, month, year] = parts.map(Number);
  if (!date || !month || !year) return null;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}
