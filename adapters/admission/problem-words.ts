import { SHEET_NAMES } from '../../knowledge/admission/sheet-names.ts';
import type { TableProblem } from '../../knowledge/admission/table-problem.ts';
import type { Day } from '../../knowledge/document.ts';

const SIDES = { odd: 'số lẻ', even: 'số chẵn' } as const;
/** A long list of rows says no more than its beginning. */
const MOST_LINES = 6;

/** A conflict or a hole of a table as a sentence that names sheet and rows. */
export function problemInWords(problem: TableProblem): string {
  return `${whereInWords(problem)}: ${whatInWords(problem)}`;
}

function whereInWords({ rows }: TableProblem): string {
  const lines = rows.slice(0, MOST_LINES).map(({ line }) => line);
  const more = rows.length > MOST_LINES ? ' …' : '';
  return `Trang “${SHEET_NAMES[rows[0]?.sheet ?? 'zones']}”, dòng ${lines.join(', ')}${more}`;
}

function whatInWords(problem: TableProblem): string {
  switch (problem.kind) {
    case 'two-classes':
      return `trẻ sinh từ ${inWords(problem.from)} đến ${inWords(problem.to)} thuộc cả “${problem.classes.join('” và “')}”.`;
    case 'two-schools':
      return `cùng địa chỉ ${problem.place} mà ghi ${problem.schools.join(' và ')}.`;
    case 'born-between':
      return `chưa có dòng nào cho trẻ sinh từ ${inWords(problem.from)} đến ${inWords(problem.to)} (${problem.level}).`;
    case 'numbers': {
      const range = problem.to === null ? `từ ${problem.from} trở đi` : `từ ${problem.from} đến ${problem.to}`;
      return `${problem.street}, ${SIDES[problem.side]} ${range}, chưa có trường ${problem.level}.`;
    }
    case 'neighbourhoods':
      return `phường ${problem.ward}, tổ dân phố ${problem.numbers.join(', ')}, chưa có trường ${problem.level}.`;
    case 'street-of-other-level':
      return `${problem.street} có tuyến ở cấp khác mà chưa có trường ${problem.level}.`;
    case 'ward-without-zone':
      return `phường ${problem.ward} chưa có dòng nào cho cấp ${problem.level}.`;
    case 'unknown-school':
      return `“${problem.school}” không có ở trang “${SHEET_NAMES.zones}”; có thể viết khác tên.`;
  }
}

function inWords(day: Day): string {
  return day.split('-').reverse().join('/');
}
