import { ADMISSION_LEVELS, type AdmissionTable } from './table.ts';
import { classConflicts, schoolConflicts } from './table-conflicts.ts';
import { birthHoles, neighbourhoodHoles, numberHoles, placesWithoutZone, unknownSchools } from './table-holes.ts';
import type { TableProblem } from './table-problem.ts';

/** A table with thousands of faults is wrong as a whole; the first ones show how. */
const MOST_PROBLEMS = 500;

/** Conflicts first, then holes. */
export function checkTable(table: AdmissionTable): readonly TableProblem[] {
  const conflicts = [...classConflicts(table.ages), ...schoolConflicts(table.zones)];
  const holes = ADMISSION_LEVELS.flatMap((level) => {
    const zones = table.zones.filter((row) => row.level === level);
    return [
      ...birthHoles(table.ages, level),
      ...numberHoles(zones, level),
      ...neighbourhoodHoles(zones, level),
      ...placesWithoutZone(table, zones, level),
    ];
  });
  return [...conflicts, ...holes, ...unknownSchools(table)].slice(0, MOST_PROBLEMS);
}
