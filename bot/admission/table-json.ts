import { z } from 'zod';
import { ADMISSION_LEVELS, type AdmissionTable, RESIDENCES } from '../../knowledge/admission/table.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const number = z.number().int().positive();
const source = z.object({
  sheet: z.enum(['ages', 'wards', 'zones', 'papers', 'dates', 'quotas', 'fees']),
  line: number,
  document: z.string(),
  article: z.string(),
  from: day,
  until: day.nullable(),
});
const level = z.enum(ADMISSION_LEVELS);
const tableJson = z.object({
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/),
  isSample: z.boolean(),
  ages: z.array(z.object({ source, level, grade: z.string(), bornFrom: day, bornTo: day, asksStaff: z.boolean() })),
  wards: z.array(z.object({ source, name: z.string(), ward: z.string() })),
  zones: z.array(
    z.object({
      source,
      level,
      ward: z.string(),
      neighbourhoods: z.array(number).nullable(),
      street: z.string().nullable(),
      lane: number.nullable(),
      houseFrom: number.nullable(),
      houseTo: number.nullable(),
      side: z.enum(['all', 'odd', 'even']),
      schools: z.array(z.string()).min(1),
    }),
  ),
  papers: z.array(z.object({ source, level, residence: z.enum([...RESIDENCES, 'all']), paper: z.string() })),
  dates: z.array(z.object({ source, level, step: z.string(), first: day, last: day })),
  quotas: z.array(z.object({ source, level, school: z.string(), classes: z.string(), pupils: z.string() })),
  fees: z.array(z.object({ source, level, school: z.string().nullable(), item: z.string(), amount: z.string() })),
});
/** School year → digest of its table, 16 hex digits. */
export type TableYears = Readonly<Record<string, string>>;

const yearsJson = z.record(z.string().regex(/^\d{4}-\d{4}$/), z.string().regex(/^[0-9a-f]{16}$/));

/**
 * A table from its kept value.
 * @throws ZodError, SyntaxError
 */
export function readTable(value: string): AdmissionTable {
  return tableJson.parse(JSON.parse(value));
}

/**
 * School year → digest of its table.
 * @throws ZodError, SyntaxError
 */
export function readYears(value: string): TableYears {
  return yearsJson.parse(JSON.parse(value));
}
