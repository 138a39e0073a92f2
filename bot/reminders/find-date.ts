import { type AdmissionDate, datesInForce } from '../../knowledge/admission/dates.ts';
import { wordsOf } from '../../knowledge/admission/names.ts';
import type { AdmissionLevel, AdmissionTable } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';
import type { ReminderRequest } from './read-request.ts';

/** What a table holds of a wished date. */
export type DateFound =
  | { readonly kind: 'date'; readonly date: AdmissionDate }
  /** Several would do. */
  | { readonly kind: 'several'; readonly dates: readonly AdmissionDate[] }
  /** All are over; the last one. */
  | { readonly kind: 'over'; readonly date: AdmissionDate }
  | { readonly kind: 'needs-level'; readonly levels: readonly AdmissionLevel[] }
  | { readonly kind: 'none' };

/** Words that tell no step from another. */
const COMMON: ReadonlySet<string> = new Set(
  'lop 1 6 mau giao mam non tieu hoc thcs nam han ngay tuyen sinh cho cua va vao dau cap tuoi khi den'.split(' '),
);

/** The date that a citizen means, from rows in force alone: the step whose words the wish has, or the only one there is. */
export function findDate(table: AdmissionTable, { level, otherMatter, words }: ReminderRequest, day: Day): DateFound {
  if (level === 'other') return { kind: 'none' };
  const said = new Set(words);
  const ofLevel = datesInForce(table, day)
    // Fees and examinations are meant only where a step speaks of them.
    .filter(({ step }) => otherMatter === null || wordsOf(step).includes(otherMatter))
    .filter((date) => level === null || date.level === level)
    .map((date) => ({ date, score: overlap(date, said) }));
  const ahead = ofLevel.filter(({ date }) => date.last >= day);
  const levels = [...new Set(ahead.map(({ date }) => date.level))];
  if (levels.length > 1) return { kind: 'needs-level', levels };
  if (ahead.length === 0) {
    const past = ofLevel.at(-1);
    return past === undefined || level === null ? { kind: 'none' } : { kind: 'over', date: past.date };
  }
  const best = Math.max(...ahead.map(({ score }) => score));
  const [first, ...others] = ahead.filter(({ score }) => score === best);
  if (first === undefined) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'date', date: first.date }
    : { kind: 'several', dates: [first.date, ...others.map(({ date }) => date)] };
}

/** The date of a step that ends next; where all have ended, the last one. */
export function dateOf(dates: readonly AdmissionDate[], id: string, day: Day): AdmissionDate | null {
  const ofStep = dates.filter((date) => date.id === id);
  return ofStep.find(({ last }) => last >= day) ?? ofStep.at(-1) ?? null;
}

function overlap({ step }: AdmissionDate, said: ReadonlySet<string>): number {
  return new Set(
    wordsOf(step)
      .split(' ')
      .filter((word) => !COMMON.has(word) && said.has(word)),
  ).size;
}
