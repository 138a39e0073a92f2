import type { FieldValues } from '../../knowledge/corrections.ts';
import type { Day, DocumentMetadata, MetadataField } from '../../knowledge/document.ts';
import { localTerritory, NATIONAL, provinceNamed } from '../../knowledge/territories.ts';
import { capitaliseFirst } from '../../knowledge/text/first-letter.ts';
import { DOCUMENT_WORDS, type DocumentWords, FIELD_LABELS, VALUE_PROBLEMS, type ValueProblems } from './vietnamese.ts';

/** A value as an editor typed it, read; or why it cannot be, and what to write instead. */
export type ReadValue<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** The fields that editors set, in the order in which they are shown. */
export const FIELDS = Object.keys(FIELD_LABELS) as readonly MetadataField[]; // keys of a record by that type

/** Values that an editor typed, or what is wrong with which of them. */
export type ReadFields =
  | { readonly ok: true; readonly value: FieldValues }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<MetadataField, string>>> };

/** Reads what an editor typed into fields. An empty value says that nobody knows it. Every problem is reported at once. */
export function readFields(
  typed: Readonly<Partial<Record<MetadataField, string>>>,
  document: Pick<DocumentMetadata, 'inForceFrom'>,
  sayWrong: ValueProblems = VALUE_PROBLEMS,
): ReadFields {
  const values: Record<string, unknown> = {};
  const problems: Partial<Record<MetadataField, string>> = {};
  for (const field of FIELDS) {
    const words = typed[field];
    if (words === undefined) continue;
    const read = READERS[field](words.trim(), sayWrong);
    if (read.ok) values[field] = read.value;
    else problems[field] = read.problem;
  }
  // Each reader gives its own field's type.
  const set = values as FieldValues;
  const from = set.inForceFrom === undefined ? document.inForceFrom : set.inForceFrom;
  if (set.inForceUntil != null && from !== null && set.inForceUntil <= from)
    problems.inForceUntil = sayWrong.untilBeforeFrom(set.inForceUntil, from);
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: set };
}

/**
 * Reads `field=value` arguments.
 * @returns values to set, or sentences
 */
export function readAssignments(
  assignments: readonly string[],
  document: Pick<DocumentMetadata, 'inForceFrom'>,
): ReadValue<FieldValues> {
  const typed: Partial<Record<MetadataField, string>> = {};
  const malformed: string[] = [];
  for (const assignment of assignments) {
    const [, name, words] = assignment.match(/^\s*([A-Za-z]+)\s*=(.*)$/su) ?? [];
    const field = name === undefined ? undefined : fieldNamed(name);
    if (field === undefined || words === undefined)
      malformed.push(`“${assignment}” chưa đúng dạng trường=giá trị. Các trường: ${FIELDS.join(', ')}.`);
    else typed[field] = words;
  }
  const read = readFields(typed, document);
  const problems = read.ok ? [] : FIELDS.flatMap((field) => describe(field, read.problems[field]));
  if (malformed.length > 0 || !read.ok) return { ok: false, problem: [...malformed, ...problems].join('\n') };
  return { ok: true, value: read.value };
}

function describe(field: MetadataField, problem: string | undefined): readonly string[] {
  return problem === undefined ? [] : [`${FIELD_LABELS[field]} (${field}): ${problem}`];
}

/** What an editor would type for the present value of a field; the readers read it back as the same. */
export function typedValue(
  field: MetadataField,
  document: DocumentMetadata,
  { national }: Pick<DocumentWords, 'national'> = DOCUMENT_WORDS,
): string {
  if (field === 'signer') return [document.signer?.name, document.signer?.post].filter(Boolean).join(', ');
  const value = document[field] ?? '';
  return value === NATIONAL ? national : value;
}

/** A day as `2026-01-15` or `15/01/2026`. */
export function readDayArgument(words: string, sayWrong: ValueProblems = VALUE_PROBLEMS): ReadValue<Day> {
  const slashes = words.match(/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/);
  const day =
    slashes === null
      ? words
      : `${slashes[3]}-${String(slashes[2]).padStart(2, '0')}-${String(slashes[1]).padStart(2, '0')}`;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const exists = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
  return exists ? { ok: true, value: day } : { ok: false, problem: sayWrong.day(words) };
}

/** Addresses such as «Điều 5, khoản 2; Phụ lục 1», in the order and case in which passages bear them. */
export function readPartsArgument(
  words: string,
  sayWrong: ValueProblems = VALUE_PROBLEMS,
): ReadValue<readonly string[]> {
  const parts = words
    .split(';')
    .map((part) =>
      part
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/\s*,\s*/g, ', '),
    )
    .filter((part) => part !== '')
    .map(capitaliseFirst);
  const wrong = parts.find((part) => !/^(?:Điều|Phụ lục|Mục|Chương|Mẫu)(?:\s|$)/u.test(part));
  if (parts.length === 0 || wrong !== undefined) return { ok: false, problem: sayWrong.parts(wrong ?? words) };
  return { ok: true, value: parts };
}

/** A document number such as `58/2025/NQ-HĐND`. */
export function readNumberArgument(words: string, sayWrong: ValueProblems = VALUE_PROBLEMS): ReadValue<string> {
  return /^\d{1,5}[a-z]?\/(?:\d{4}\/)?\p{Lu}[\p{L}\d&]*(?:-[\p{L}\d&]+)*$/u.test(words)
    ? { ok: true, value: words }
    : { ok: false, problem: sayWrong.number(words) };
}

function fieldNamed(name: string): MetadataField | undefined {
  return FIELDS.find((field) => field.toLowerCase() === name.toLowerCase());
}

type Reader = (words: string, sayWrong: ValueProblems) => ReadValue<unknown>;

/** «không rõ» is an empty value. */
const orUnknown =
  (reader: Reader): Reader =>
  (words, sayWrong) =>
    words === '' ? { ok: true, value: null } : reader(words, sayWrong);
const text: Reader = (words) => ({ ok: true, value: words.normalize('NFC') });

const READERS: Readonly<Record<MetadataField, Reader>> = {
  number: orUnknown(readNumberArgument),
  kind: orUnknown(text),
  title: (words, sayWrong) => (words === '' ? { ok: false, problem: sayWrong.title } : text(words, sayWrong)),
  issuer: orUnknown(text),
  territory: orUnknown(readTerritory),
  issuedOn: orUnknown(readDayArgument),
  inForceFrom: orUnknown(readDayArgument),
  inForceUntil: orUnknown(readDayArgument),
  schoolYear: orUnknown(readSchoolYear),
  signer: orUnknown(readSigner),
};

function readTerritory(words: string, sayWrong: ValueProblems): ReadValue<string> {
  if (/^(?:national|whole country|cả nước|toàn quốc)$/iu.test(words)) return { ok: true, value: NATIONAL };
  const [first = '', local] = words.split(/[›>/]/).map((part) => part.trim());
  const province = provinceNamed(first.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/iu, ''));
  const ward = local?.replace(/^(?:phường|xã|đặc khu|quận|huyện)\s+/iu, '');
  if (province === null || ward === '') return { ok: false, problem: sayWrong.territory(words) };
  return { ok: true, value: ward === undefined ? province : localTerritory(province, ward) };
}

function readSchoolYear(words: string, sayWrong: ValueProblems): ReadValue<string> {
  const [, first, second] = words.match(/^(\d{4})\s*[-–]\s*(\d{4})$/) ?? [];
  return Number(second) === Number(first) + 1
    ? { ok: true, value: `${first}-${second}` }
    : { ok: false, problem: sayWrong.schoolYear(words) };
}

function readSigner(
  words: string,
  sayWrong: ValueProblems,
): ReadValue<{ readonly name: string; readonly post: string | null }> {
  const [name = '', post] = words
    .normalize('NFC')
    .split(',')
    .map((part) => part.trim());
  return name === ''
    ? { ok: false, problem: sayWrong.signer }
    : { ok: true, value: { name, post: post === undefined || post === '' ? null : post } };
}
