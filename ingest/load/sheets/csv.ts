import type { Loaded } from '../../blocks.ts';
import { skip } from '../skipped.ts';
import { gridBlocks } from './grid-blocks.ts';

const SEPARATORS = ['\t', ';', ',', '|'] as const;
/** Lines looked at to tell a table from prose. */
const SAMPLE_LINES = 60;
const LEAST_ROWS = 2;
/** Cells are short; sentences with commas in them are not cells. */
const MAX_MEDIAN_CELL = 60;

/** The separator of a text that is a table, or `null` for prose. */
export function csvSeparator(text: string): string | null {
  const stated = text.match(/^sep=(.)\r?\n/i)?.[1];
  if (stated !== undefined) return stated;
  const sample = text.split(/\r\n?|\n/).slice(0, SAMPLE_LINES + 1);
  const whole = sample.length > SAMPLE_LINES ? sample.slice(0, SAMPLE_LINES) : sample;
  return SEPARATORS.find((separator) => looksTabular(whole.join('\n'), separator)) ?? null;
}

/** A text with separated values: one table, or several parted by empty lines. Quotes may hold separators and line ends. */
export function loadCsv(text: string, separator: string): Loaded {
  const rows = splitCsv(text.replace(/^sep=.\r?\n/i, ''), separator);
  const blocks = gridBlocks(rows.map((row) => row.map((cell) => cell.replace(/[\s\u00a0]+/g, ' ').trim())));
  return blocks.length === 0 ? skip('empty') : { ok: true, format: 'csv', blocks, stated: {} };
}

function looksTabular(text: string, separator: string): boolean {
  const rows = splitCsv(text, separator).filter((row) => row.some((cell) => cell.trim() !== ''));
  const counts = rows.map((row) => row.length).sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const least = separator === ',' ? 3 : 2;
  if (rows.length < LEAST_ROWS || usual < least) return false;
  const regular = rows.filter((row) => row.length === usual);
  if (regular.length < 0.9 * rows.length) return false;
  const filledColumns = Array.from({ length: usual }, (_, column) => column).filter(
    (column) => regular.filter((row) => (row[column] ?? '').trim() !== '').length >= 0.3 * regular.length,
  );
  if (filledColumns.length < least) return false;
  const cells = regular.flat();
  const lengths = cells.map((cell) => cell.trim().length).sort((a, b) => a - b);
  if ((lengths[Math.floor(lengths.length / 2)] ?? 0) > MAX_MEDIAN_CELL) return false;
  // In prose a comma or semicolon is followed by a space.
  const spaced = regular.flatMap((row) => row.slice(1)).filter((cell) => /^ \S/.test(cell)).length;
  return separator === '\t' || separator === '|' || spaced < 0.5 * (cells.length - regular.length);
}

function splitCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  /** Kept beside the cell, because looking through all of it at each of its quotes takes minutes where it is long. */
  let isBlank = true;
  let quoted = false;
  const add = (character: string) => {
    cell += character;
    isBlank &&= character.trim() === '';
  };
  const endCell = () => {
    row.push(cell);
    cell = '';
    isBlank = true;
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') add(character);
      else if (text.charAt(index + 1) === '"') {
        add('"');
        index += 1;
      } else quoted = false;
    } else if (character === '"' && isBlank) {
      quoted = true;
      cell = '';
    } else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(index + 1) === '\n') index += 1;
      endRow();
    } else add(character);
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
