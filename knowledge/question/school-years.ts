/** School years and the classes that children of an age attend. Source: Law on Education 2019, articles 26 and 28. */

/** For example `2026-2027`. */
export type SchoolYear = `${number}-${number}`;

/** What a child of some age attends. */
export type Schooling =
  | { readonly stage: 'nhà trẻ' | 'mẫu giáo' }
  | { readonly stage: 'phổ thông'; readonly grade: number }
  | { readonly stage: 'none' };

/**
 * What a child born in a year attends in the school year that begins in `startYear`, at the usual age: grade 1 in the
 * calendar year of the sixth birthday, kindergarten (mẫu giáo) from the third.
 */
export function schoolingOf(birthYear: number, startYear: number): Schooling {
  const age = startYear - birthYear;
  if (age < 0 || age > 17) return { stage: 'none' };
  if (age >= 6) return { stage: 'phổ thông', grade: age - 5 };
  return { stage: age < 3 ? 'nhà trẻ' : 'mẫu giáo' };
}

/** The school year that a calendar day (`YYYY-MM-DD`) lies in or, in the summer, that comes next: it begins in September, enrolment in June. */
export function schoolYearStart(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 6 ? year : year - 1;
}

const NAMED = /(?:nam hoc|nh|nien khoa) ?(20)?(\d\d) ?[-/] ?(?:20)?(\d\d)(?!\d)/g;
const FULL = /(?<![\d/])(20)(\d\d) ?- ?20(\d\d)(?!\d)/g;

/** School years named in a folded text: «nam hoc 26-27», «2026-2027». */
export function schoolYearsIn(folded: string): readonly SchoolYear[] {
  const years = new Set<SchoolYear>();
  for (const pattern of [NAMED, FULL])
    for (const [, , from, to] of folded.matchAll(pattern))
      if (Number(to) === Number(from) + 1) years.add(`${2000 + Number(from)}-${2000 + Number(to)}`);
  return [...years];
}
