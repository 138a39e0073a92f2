import { readingScore } from '../../../knowledge/text/reading-score.ts';
import { joinCellLines } from '../pdf-tables.ts';
import { stackCells } from './cell-column.ts';
import { evenLight } from './even-light.ts';
import { type GreyPicture, inkOf, type Rectangle, whiten } from './grey-picture.ts';
import { mendWord } from './mend-word.ts';
import { countWords, type PictureText, type RuledTable, wordsOf } from './picture-text.ts';
import { placeLines } from './place-lines.ts';
import type { RecognisedLine, Recognition } from './recognition.ts';
import { findGrids, type RuledCell, type RuledGrid } from './ruled-cells.ts';
import { findRules } from './rules.ts';
import { straighten, turn } from './straighten.ts';

/** A page read with a lower score may stand on its head. */
const UPRIGHT_SCORE = 0.75;
/** Less ink than this share of the page is dust. */
const BLANK_SHARE = 0.0002;
/** More cells in one picture would make it higher than the engine takes. */
const CELLS_AT_ONCE = 100;
const NOTHING: PictureText = { lines: [], tables: [], score: 1 };

/**
 * Reads the picture of a page: light evened out, tilt and turn put right, tables with drawn rules read cell by cell.
 * A blank page has no lines and scores 1.
 * @returns `null` when the recogniser failed
 */
export async function readPicture(picture: GreyPicture, recognition: Recognition): Promise<PictureText | null> {
  const lit = evenLight(picture);
  if (inkOf(lit).reduce((sum, pixel) => sum + pixel, 0) <= BLANK_SHARE * lit.pixels.length) return NOTHING;
  const level = await straighten(lit);
  const read = await readLevel(level, recognition);
  if (read === null || read.score >= UPRIGHT_SCORE) return read;
  const turned = await readLevel(await turn(level, 180), recognition);
  return turned !== null && goodWords(turned) > goodWords(read) ? turned : read;
}

function goodWords(text: PictureText): number {
  return text.score * countWords(text);
}

async function readLevel(picture: GreyPicture, recognition: Recognition): Promise<PictureText | null> {
  const rules = findRules(picture);
  const grids = findGrids(rules, picture.dpi);
  const bare = whiten(picture, [...rules.across, ...grids.flatMap((grid) => grid.rules)].map(widen));
  const outside = whiten(
    bare,
    grids.map((grid) => grid.bounds),
  );
  const running = await recognition.recognise(outside, 'page');
  if (running === null) return null;
  const lines = placeLines(running, picture);
  const linesOf = await readCells(
    bare,
    grids.flatMap((grid) => grid.cells),
    recognition,
  );
  if (linesOf === null) return null;
  const tables = grids.map((grid) => toTable(grid, linesOf, picture));
  const words = wordsOf({ lines, tables });
  return words.trim() === '' ? NOTHING : { lines, tables, score: readingScore(words) };
}

async function readCells(
  picture: GreyPicture,
  cells: readonly RuledCell[],
  recognition: Recognition,
): Promise<ReadonlyMap<RuledCell, readonly RecognisedLine[]> | null> {
  const linesOf = new Map<RuledCell, readonly RecognisedLine[]>();
  for (let start = 0; start < cells.length; start += CELLS_AT_ONCE) {
    const column = stackCells(picture, cells.slice(start, start + CELLS_AT_ONCE));
    if (column === null) continue;
    const lines = await recognition.recognise(column.picture, 'column');
    if (lines === null) return null;
    for (const [cell, found] of column.linesOf(lines)) linesOf.set(cell, found);
  }
  return linesOf;
}

/** With the grey edge of its ink. */
function widen(rule: Rectangle): Rectangle {
  return { left: rule.left - 1, top: rule.top - 1, right: rule.right + 1, bottom: rule.bottom + 1 };
}

function toTable(
  grid: RuledGrid,
  linesOf: ReadonlyMap<RuledCell, readonly RecognisedLine[]>,
  { height, dpi }: GreyPicture,
): RuledTable {
  const rows = Array.from({ length: grid.rows.length - 1 }, () => new Array<string>(grid.columns.length - 1).fill(''));
  for (const cell of grid.cells) {
    const text = joinCellLines((linesOf.get(cell) ?? []).map(lineOfCell));
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      rows[row]?.fill(text, cell.column, cell.column + cell.columnSpan);
  }
  const points = 72 / dpi;
  return {
    top: (height - grid.bounds.top) * points,
    edges: grid.columns.map((column) => column * points),
    rows: rows.filter((row) => row.some((text) => text !== '')),
  };
}

function lineOfCell(line: RecognisedLine): string {
  return line.words.map((word) => mendWord(word.text)).join(' ');
}
