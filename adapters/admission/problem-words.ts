import { SHEET_NAMES } from '../../knowledge/admission/sheet-names.ts';
import type { TableProblem } from '../../knowledge/admission/table-problem.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import { TABLE_PROBLEMS, type TableProblemWords } from './table-problem-words.ts';

/** A long list of rows says no more than its beginning. */
const MOST_LINES = 6;

/** A conflict or a hole of a table as a sentence that names sheet and rows; Vietnamese unless it is given other words. */
export function problemInWords(problem: TableProblem, words: TableProblemWords = TABLE_PROBLEMS): string {
  const lines = problem.rows.slice(0, MOST_LINES).map(({ line }) => line);
  const more = problem.rows.length > MOST_LINES ? ' …' : '';
  const sheet = SHEET_NAMES[problem.rows[0]?.sheet ?? 'zones'];
  return `${words.where(sheet, `${lines.join(', ')}${more}`)}: ${whatInWords(problem, words)}`;
}

function whatInWords(problem: TableProblem, words: TableProblemWords): string {
  switch (problem.kind) {
    case 'two-classes':
      return words.twoClasses(problem.classes, printDay(problem.from), printDay(problem.to));
    case 'two-schools':
      return words.twoSchools(problem.place, problem.schools);
    case 'born-between':
      return words.bornBetween(printDay(problem.from), printDay(problem.to), problem.level);
    case 'numbers': {
      const { from, to } = problem;
      const range = to === null ? words.upwards(from) : words.between(from, to);
      return words.numbers(problem.street, words.sides[problem.side], range, problem.level);
    }
    case 'neighbourhoods':
      return words.neighbourhoods(problem.ward, problem.numbers.join(', '), problem.level);
    case 'street-of-other-level':
      return words.streetOfOtherLevel(problem.street, problem.level);
    case 'ward-without-zone':
      return words.wardWithoutZone(problem.ward, problem.level);
    case 'unknown-school':
      return words.unknownSchool(problem.school, SHEET_NAMES.zones);
  }
}
