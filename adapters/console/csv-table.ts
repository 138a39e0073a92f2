import type { Response } from 'express';
import { VIETNAM_AHEAD_MS } from '../../knowledge/vietnam-day.ts';

/** Told by a spreadsheet as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A spreadsheet runs a cell that begins so as a formula, also behind white space. */
const FORMULA = /^\s*[=+\-@\t\r|%]/u;
/** Figures may begin with a sign: nothing in them can be run. */
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/u;

/** The head of a column of {@link csvMoment}s. */
export function csvMomentHead(name: string): string {
  return `${name} (giờ Việt Nam)`;
}

/** A moment (ms since epoch) as a spreadsheet reads it: clock and day in Vietnam, for example `2026-02-03 14:05:09`. */
export function csvMoment(at: number): string {
  return new Date(at + VIETNAM_AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** One line of a table for spreadsheets, in the quoting of RFC 4180; no cell of it can be run as a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`;
}

/**
 * Sends a table as a file to keep, line after line, so that a long one needs little memory.
 * @param fileName ASCII, without quotes
 * @param rows gives the cells of each line, the heads first; the file ends early where it fails
 */
export async function sendCsv(
  response: Response,
  fileName: string,
  rows: AsyncIterable<readonly (string | number)[]>,
): Promise<void> {
  response.set('Content-Type', 'text/csv; charset=utf-8');
  response.set('Content-Disposition', `attachment; filename="${fileName}"`);
  response.write(BYTE_ORDER_MARK);
  for await (const row of rows) response.write(csvLine(row));
  response.end();
}

function quoted(cell: string): string {
  const safe = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
