import type { Placement } from '../../knowledge/admission/decide.ts';
import { SHEET_NAMES } from '../../knowledge/admission/sheet-names.ts';
import type { AdmissionTable, AgeRow, DateRow, RowSource, ZoneRow } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';
import type { Citation } from '../conversation.ts';
import { PLACEMENT, RESIDENCE_TITLES } from './sentences.ts';

/** An answer is read on a phone. */
const MOST_LINES = 6;
const TABLE_ID = 'tuyen-sinh-';

/** Whether a cited document is an admission table, which is published and withdrawn by itself. */
export function isAdmissionTable(documentId: string): boolean {
  return documentId.startsWith(TABLE_ID);
}

interface CitedRow {
  readonly source: RowSource;
  readonly words: string;
}

/** The answer to a family whose school is known; it repeats the rows and nothing that the citizen wrote. */
export function describePlacement(table: AdmissionTable, placement: Placement, day: Day): string {
  const { age, zone, residence, papers, dates, quotas, fees } = placement;
  const schools =
    zone.schools.length === 1 ? zone.schools.join('') : PLACEMENT.choice.slice(2) + zone.schools.join('; ');
  const school = residence === 'outside' || residence === 'other' ? PLACEMENT.outside : PLACEMENT.school;
  const ofCase = residence === null ? '' : ` (${RESIDENCE_TITLES[residence].toLowerCase()})`;
  return [
    `${PLACEMENT.opening(table.schoolYear)}${table.isSample ? PLACEMENT.sample : ''}:`,
    PLACEMENT.grade(age.grade),
    school(schools, zoneInWords(zone)),
    ...list(
      `${PLACEMENT.papers}${ofCase}`,
      papers.map(({ paper }) => paper),
    ),
    ...list(
      PLACEMENT.dates,
      dates.map(
        ({ step, first, last }) => `${step} ${inWords(first)} – ${inWords(last)}${last < day ? PLACEMENT.over : ''}`,
      ),
    ),
    ...quotas.map(({ school: name, classes, pupils }) => PLACEMENT.quotas(name, classes, pupils)).slice(0, MOST_LINES),
    ...list(
      PLACEMENT.fees,
      fees.map(({ item, amount }) => `${item} ${amount}`),
    ),
    `${PLACEMENT.source}: ${sourcesInWords(citedRows(placement))}`,
    PLACEMENT.closing,
  ].join('\n');
}

/** The rows behind an answer, one citation for each. */
export function citePlacement(table: AdmissionTable, digest: string, placement: Placement): readonly Citation[] {
  return citedRows(placement).map(({ source, words }) => citeRow(table, digest, source, words));
}

/** The rows that stand behind a matter for staff. */
export function citeRows(
  table: AdmissionTable,
  digest: string,
  rows: readonly (AgeRow | ZoneRow)[],
): readonly Citation[] {
  return rows
    .slice(0, MOST_LINES)
    .map((row) =>
      citeRow(
        table,
        digest,
        row.source,
        'grade' in row ? ageInWords(row) : `${zoneInWords(row)}: ${row.schools.join('; ')}`,
      ),
    );
}

/** A row of a published table as a source; `words` are what it says. */
export function citeRow(table: AdmissionTable, digest: string, source: RowSource, words: string): Citation {
  const documentId = `${TABLE_ID}${table.schoolYear}`;
  return {
    documentId,
    passageId: `${documentId}#${source.sheet}-${source.line}`,
    passageDigest: digest,
    number: source.document,
    title: PLACEMENT.file(table.schoolYear),
    file: PLACEMENT.file(table.schoolYear),
    address: `${source.article} (${PLACEMENT.row(SHEET_NAMES[source.sheet], source.line)})`,
    quote: words,
    inForceFrom: source.from,
  };
}

function citedRows({ age, zone, papers, dates, quotas, fees }: Placement): readonly CitedRow[] {
  return [
    { source: age.source, words: ageInWords(age) },
    { source: zone.source, words: `${zoneInWords(zone)}: ${zone.schools.join('; ')}` },
    ...papers.map(({ source, paper }) => ({ source, words: paper })),
    ...dates.map((row) => ({ source: row.source, words: dateRowInWords(row) })),
    ...quotas.map(({ source, school, classes, pupils }) => ({
      source,
      words: PLACEMENT.quotas(school, classes, pupils).slice(2),
    })),
    ...fees.map(({ source, item, amount }) => ({ source, words: `${item}: ${amount}` })),
  ];
}

/** «901/KH-UBND, Mục II, Phụ lục 1 (hiệu lực từ 01/03/2026)», each document once. */
function sourcesInWords(rows: readonly CitedRow[]): string {
  const articles = new Map<string, Set<string>>();
  for (const { source } of rows) {
    const key = `${source.document}|${source.from}`;
    articles.set(key, (articles.get(key) ?? new Set<string>()).add(source.article));
  }
  return [...articles]
    .map(([key, parts]) => {
      const [document = '', from = ''] = key.split('|');
      return `${document}, ${[...parts].join(', ')} (${PLACEMENT.inForce(inWords(from))})`;
    })
    .join('; ');
}

/** «Đăng ký trực tuyến lớp 1: 01/07/2026 – 03/07/2026». */
export function dateRowInWords({ step, first, last }: DateRow): string {
  return `${step}: ${inWords(first)} – ${inWords(last)}`;
}

function ageInWords({ grade, bornFrom, bornTo }: AgeRow): string {
  return `${grade}: sinh từ ${inWords(bornFrom)} đến ${inWords(bornTo)}`;
}

/** Where a row holds: «số chẵn từ 2 đến 98 Đội Cấn, phường Ngọc Hà». */
export function zoneInWords({ ward, neighbourhoods, street, lane, houseFrom, houseTo, side }: ZoneRow): string {
  const numbers = [
    side === 'odd' ? PLACEMENT.oddSide : side === 'even' ? PLACEMENT.evenSide : null,
    houseFrom === null ? null : `từ số ${houseFrom}`,
    houseTo === null ? null : `đến số ${houseTo}`,
  ].filter((part) => part !== null);
  const onStreet = [...numbers, lane === null ? null : `ngõ ${lane}`, street].filter((part) => part !== null).join(' ');
  return [
    street === null ? null : onStreet,
    neighbourhoods === null ? null : `tổ dân phố ${neighbourhoods.join(', ')}`,
    `phường ${ward}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`• ${title}: ${items.join('; ')}`];
}

function inWords(day: Day): string {
  return day.split('-').reverse().join('/');
}
