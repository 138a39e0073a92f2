/** School years and the classes that children of an age attend. Source: Law on Education 2019, articles 26 and 28. */

/** What a child of some age attends. */
type Schooling =
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
