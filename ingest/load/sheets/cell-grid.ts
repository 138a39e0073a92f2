import { type CellObject, utils, type WorkSheet } from 'xlsx';

/** More cells than any fee table or list of schools has. */
export const MAX_CELLS = 200_000;
const MAX_COLUMNS = 256;
const DAY_MS = 86_400_000;
/** Columns whose decimals are numbers of rows (1.1, 1.2), not amounts. */
const ROW_NUMBER_HEADING = /^(?:s?tt|số\s*tt|mục|số thứ tự)$/iu;

/** A sheet fills or merges more cells than is read. Not worth a retry; the file must be split. */
export class TooManyCells extends Error {
  readonly code = 'SHEET_TOO_LARGE';

  constructor() {
    super('The sheet has too many cells. Split it and read the parts.');
    this.name = 'TooManyCells';
  }
}

/**
 * The sheet's cells as text in Vietnamese notation, merged cells repeated; where rows without any cell stand between
 * others, one empty row stands for them, because a lone cell may lie a million rows further down.
 * @param firstDay day 0 of the workbook's calendar, in ms since 1970
 */
export function cellGrid(sheet: WorkSheet, firstDay: number): readonly (readonly string[])[] {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, text: string) => {
    const cellsOfRow = rows.get(row) ?? [];
    cellsOfRow[column] = text;
    rows.set(row, cellsOfRow);
  };
  const keys = Object.keys(sheet).filter((key) => !key.startsWith('!'));
  if (keys.length > MAX_CELLS) throw new TooManyCells();
  const cells = keys.map((key) => ({ ...utils.decode_cell(key), cell: sheet[key] as CellObject }));
  const rowNumbers = new Set(
    cells.filter(({ cell }) => ROW_NUMBER_HEADING.test(String(cell.v ?? '').trim())).map(({ c }) => c),
  );
  for (const { r, c, cell } of cells) if (c < MAX_COLUMNS) put(r, c, shownText(cell, rowNumbers.has(c), firstDay));
  let repeated = 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = rows.get(s.r)?.[s.c] ?? '';
    if (text === '') continue;
    repeated += (e.r - s.r + 1) * (e.c - s.c + 1);
    if (repeated > MAX_CELLS) throw new TooManyCells();
    for (let row = s.r; row <= e.r; row += 1)
      for (let column = s.c; column <= Math.min(e.c, MAX_COLUMNS - 1); column += 1) put(row, column, text);
  }
  const filled = [...rows].sort(([one], [other]) => one - other);
  return filled.flatMap(([row, texts], index) => {
    const isApart = index > 0 && row > (filled[index - 1]?.[0] ?? 0) + 1;
    const whole = Array.from(texts, (text) => text ?? '');
    return isApart ? [[], whole] : [whole];
  });
}

/** A cell's text in Vietnamese notation, dates day first; `isRowNumber`: decimals stay as they are. */
export function shownText(cell: CellObject, isRowNumber: boolean, firstDay: number): string {
  if (cell.t === 'e' || cell.t === 'z') return '';
  if (cell.t === 'b') return cell.v === true ? 'Có' : 'Không';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return clean(String(cell.w ?? cell.v ?? ''));
  const format = String(cell.z ?? 'General');
  const letters = dateLetters(format);
  if (letters !== '') return shownDate(firstDay + cell.v * DAY_MS, letters);
  const shown = clean(cell.w ?? String(cell.v));
  return isRowNumber && /^general$/i.test(format) ? shown : inVietnameseNotation(shown);
}

/** The letters of a date or time format without its literal parts; empty for a number's format. */
function dateLetters(format: string): string {
  const bare = format.replace(/"[^"]*"|\[(?!h|m|s)[^\]]*\]|\\.|_./gi, '').toLowerCase();
  return /general|[0#?]/.test(bare.replace(/s\.0+/g, 's')) ? '' : bare.replace(/[^dmyh]/g, '');
}

/** Dates day first, whatever the machine that wrote the file showed; a time of day where only that is meant. */
function shownDate(time: number, letters: string): string {
  const date = new Date(Math.round(time / 1_000) * 1_000);
  if (Number.isNaN(date.getTime())) return '';
  const two = (figure: number) => String(figure).padStart(2, '0');
  const clock = letters.includes('h') ? `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}` : '';
  const month = `${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  if (/[dy]/.test(letters))
    return `${letters.includes('d') ? `${two(date.getUTCDate())}/` : ''}${month}${clock && ` ${clock}`}`;
  return clock === '' ? month : clock;
}

/** `35,000.5` as written in English becomes `35.000,5`. */
function inVietnameseNotation(shown: string): string {
  return shown.replace(/\d[\d,.]*\d|\d/g, (figures) => figures.replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ',')));
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
