import type { Day } from './document.ts';

/** Vietnamese calendar style: `2025-12-08` → `08/12/2025`. */
export function printDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
