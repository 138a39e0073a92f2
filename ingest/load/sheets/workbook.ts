import { read, type WorkBook } from 'xlsx';
import type { Block, Loaded, SourceFormat } from '../../blocks.ts';
import { openPackage, writePackage } from '../office-package.ts';
import { READING_NOTES } from '../reading-words.ts';
import { skip } from '../skipped.ts';
import { cellGrid, TooManyCells } from './cell-grid.ts';
import { gridBlocks } from './grid-blocks.ts';

const CONTENT_TYPES = '[Content_Types].xml';
/** The parts of a workbook that hold what its cells show; comments, drawings, links and macros are not handed on. */
const NEEDED_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
/** Day 0 of Excel's two calendars; the first counts a 29 February 1900 that never was. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const FIRST_DAY_OF_MAC = Date.UTC(1904, 0, 1);
const NAME_THAT_SAYS_NOTHING = /^(?:sheet|trang tính|bảng tính|trang)\s*\d*$/iu;

/** An Excel workbook since 2007: each sheet's name and cells as shown. No formula is computed. */
export function loadXlsx(bytes: Uint8Array): Loaded {
  const safe = safeWorkbook(bytes);
  return safe.ok ? readWorkbook(safe.bytes, 'xlsx', safe.hasMacros ? [READING_NOTES.workbookMacros] : []) : safe;
}

/** A workbook's bytes with nothing in it that must not be opened; a reason where it is no workbook or a dangerous one. */
export function safeWorkbook(
  bytes: Uint8Array,
): { readonly ok: true; readonly bytes: Uint8Array; readonly hasMacros: boolean } | (Loaded & { readonly ok: false }) {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const { parts, hasMacros } = opened.value;
  return { ok: true, bytes: writePackage(neededParts(parts)), hasMacros };
}

/** The list of parts must name no other, because the library opens every one it names. */
function neededParts(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const needed = new Map([...parts].filter(([path]) => NEEDED_PARTS.test(path)));
  const types = needed.get(CONTENT_TYPES) ?? '';
  const named = types.replace(/<Override\b[^>]*>/gi, (override) => {
    const path = override.match(/PartName\s*=\s*["']\/?([^"']+)/i)?.[1] ?? '';
    return needed.has(path) ? override : '';
  });
  return needed.set(CONTENT_TYPES, named);
}

/** An Excel workbook of 97 to 2003. */
export function loadXls(bytes: Uint8Array): Loaded {
  return readWorkbook(bytes, 'xls', []);
}

function readWorkbook(bytes: Uint8Array, format: SourceFormat, notes: readonly string[]): Loaded {
  let workbook: WorkBook;
  try {
    workbook = read(bytes, { type: 'array', cellFormula: false, cellHTML: false, cellNF: true, cellText: true });
  } catch (error) {
    return skip(error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : 'unreadable');
  }
  const hidden = workbook.SheetNames.filter((_, index) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0);
  const firstDay = firstDayOf(workbook);
  try {
    const blocks = workbook.SheetNames.filter((name) => !hidden.includes(name)).flatMap((name): readonly Block[] => {
      const sheet = workbook.Sheets[name];
      const rows = sheet === undefined ? [] : gridBlocks(cellGrid(sheet, firstDay));
      const heading = name.normalize('NFC').trim();
      const isNamed = rows.length > 0 && !NAME_THAT_SAYS_NOTHING.test(heading);
      return isNamed ? [{ kind: 'heading', text: heading, page: null }, ...rows] : rows;
    });
    if (blocks.length === 0) return skip('empty');
    const left = hidden.map((name) => READING_NOTES.hiddenSheet(name.normalize('NFC')));
    return { ok: true, format, blocks, stated: {}, notes: [...notes, ...left] };
  } catch (error) {
    if (error instanceof TooManyCells) return skip('too-large');
    throw error;
  }
}

/** Day 0 of the calendar that a workbook counts in, in ms since 1970. */
export function firstDayOf(workbook: WorkBook): number {
  return workbook.Workbook?.WBProps?.date1904 ? FIRST_DAY_OF_MAC : FIRST_DAY;
}
