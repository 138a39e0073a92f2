import type { Day } from '../document.ts';

/** Levels that take in children by age and address. */
export const ADMISSION_LEVELS = ['mầm non', 'tiểu học', 'THCS'] as const;
export type AdmissionLevel = (typeof ADMISSION_LEVELS)[number];

/** On what ground a family lives at its address, or asks for another school. */
export const RESIDENCES = ['permanent', 'temporary', 'outside', 'other'] as const;
export type Residence = (typeof RESIDENCES)[number];

/** The sheets of a workbook, each a table of rules. */
export type SheetId = 'ages' | 'wards' | 'zones' | 'papers' | 'dates' | 'quotas' | 'fees';

/** Where a row stands and what it rests on. */
export interface RowSource {
  readonly sheet: SheetId;
  /** Row of the sheet as the spreadsheet counts, from 1. */
  readonly line: number;
  /** Number of the document, for example `58/2025/NQ-HĐND`. */
  readonly document: string;
  /** Article, section or page of it. */
  readonly article: string;
  readonly from: Day;
  /** First day on which it no longer holds; `null` = no end is known. */
  readonly until: Day | null;
}

/** Children born in an interval of days, both included, go to a class. */
export interface AgeRow {
  readonly source: RowSource;
  readonly level: AdmissionLevel;
  /** As people say it: «Lớp 1», «Mẫu giáo 5 tuổi». */
  readonly grade: string;
  readonly bornFrom: Day;
  readonly bornTo: Day;
  /** An exception (early, late) that only staff may decide. */
  readonly asksStaff: boolean;
}

/** A name that people use for a ward, and today's ward; a former ward may lie in several of today's. */
export interface WardRow {
  readonly source: RowSource;
  readonly name: string;
  readonly ward: string;
}

export type HouseSide = 'all' | 'odd' | 'even';

/** Addresses whose children go to the same schools. What is `null` does not narrow. */
export interface ZoneRow {
  readonly source: RowSource;
  readonly level: AdmissionLevel;
  readonly ward: string;
  /** Numbers of neighbourhoods (tổ dân phố). */
  readonly neighbourhoods: readonly number[] | null;
  readonly street: string | null;
  /** A lane (ngõ) of the street; house numbers count within it then. */
  readonly lane: number | null;
  readonly houseFrom: number | null;
  readonly houseTo: number | null;
  readonly side: HouseSide;
  /** One, or several of which the family may choose. */
  readonly schools: readonly string[];
}

/** A paper that a family hands in. */
export interface PaperRow {
  readonly source: RowSource;
  readonly level: AdmissionLevel;
  readonly residence: Residence | 'all';
  readonly paper: string;
}

/** A step of the enrolment and its days, both included. */
export interface DateRow {
  readonly source: RowSource;
  readonly level: AdmissionLevel;
  readonly step: string;
  readonly first: Day;
  readonly last: Day;
}

export interface QuotaRow {
  readonly source: RowSource;
  readonly level: AdmissionLevel;
  readonly school: string;
  readonly classes: string;
  readonly pupils: string;
}

export interface FeeRow {
  readonly source: RowSource;
  readonly level: AdmissionLevel;
  /** `null`: every school of the level. */
  readonly school: string | null;
  readonly item: string;
  readonly amount: string;
}

/** The rules of one school year. */
export interface AdmissionTable {
  /** `2026-2027`. */
  readonly schoolYear: string;
  /** Made-up data for trying; answers say so. */
  readonly isSample: boolean;
  readonly ages: readonly AgeRow[];
  readonly wards: readonly WardRow[];
  readonly zones: readonly ZoneRow[];
  readonly papers: readonly PaperRow[];
  readonly dates: readonly DateRow[];
  readonly quotas: readonly QuotaRow[];
  readonly fees: readonly FeeRow[];
}

/** The rows whose document is in force on a day. */
export function rowsInForce<Row extends { readonly source: RowSource }>(
  rows: readonly Row[],
  day: Day,
): readonly Row[] {
  return rows.filter((row) => isInForce(row, day));
}

/** Whether the document of a row is in force on a day. */
export function isInForce({ source }: { readonly source: RowSource }, day: Day): boolean {
  return source.from <= day && (source.until === null || day < source.until);
}
