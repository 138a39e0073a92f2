import { describe, expect, it } from 'vitest';
import { type GreyPicture, whiten } from '../../ingest/load/pictures/grey-picture.ts';
import { readPicture } from '../../ingest/load/pictures/read-picture.ts';
import type { Recognition } from '../../ingest/load/pictures/recognition.ts';
import { findGrids } from '../../ingest/load/pictures/ruled-cells.ts';
import { findRules } from '../../ingest/load/pictures/rules.ts';

const PAPER: GreyPicture = { width: 900, height: 700, pixels: new Uint8Array(900 * 700).fill(255), dpi: 200 };

/** Paints rectangles black. */
function draw(
  rectangles: readonly (readonly [left: number, top: number, width: number, height: number])[],
): GreyPicture {
  const negative = { ...PAPER, pixels: PAPER.pixels.map(() => 0) };
  const painted = whiten(
    negative,
    rectangles.map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height })),
  );
  return { ...PAPER, pixels: painted.pixels.map((shade) => 255 - shade) };
}

/** Three columns and three rows; the head is merged over the last two columns, the first column over two rows. */
const TABLE = [
  ...[100, 200, 400].map((top) => [100, top, 600, 3] as const),
  [300, 300, 403, 3] as const,
  ...[100, 300, 700].map((left) => [left, 100, 3, 303] as const),
  [500, 200, 3, 203] as const,
];

describe('ruled tables of a picture', () => {
  it('are found with their merged cells', () => {
    const [grid, ...others] = findGrids(findRules(draw(TABLE)), 200);
    expect(others).toEqual([]);
    expect(grid?.cells.map(({ column, row, columnSpan, rowSpan }) => [column, row, columnSpan, rowSpan])).toEqual([
      [0, 0, 1, 1],
      [1, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 2, 1, 1],
    ]);
  });

  it('are not seen in an underlined line or a frame around the page', () => {
    const frame = [
      [20, 20, 860, 3],
      [20, 670, 860, 3],
      [20, 20, 3, 650],
      [877, 20, 3, 653],
    ] as const;
    expect(findGrids(findRules(draw([...frame, [200, 300, 300, 3]])), 200)).toEqual([]);
  });

  it('repeat the text of a merged cell in every place it covers', async () => {
    const words = [
      [130, 140],
      [330, 140],
      [130, 290],
      [330, 240],
      [530, 240],
      [330, 340],
      [530, 340],
    ].map(([left = 0, top = 0]) => [left, top, 60, 20] as const);
    const recognition: Recognition = {
      parallel: 1,
      kept: () => null,
      keep: () => {},
      mayGoOn: () => true,
      // Every run of rows with ink is a line, named by its place in the column.
      async recognise({ width, height, pixels }, layout) {
        if (layout === 'page') return [];
        const rows = Array.from({ length: height }, (_, y) => pixels.subarray(y * width, (y + 1) * width).includes(0));
        const bottoms = rows.flatMap((ink, y) => (ink && rows[y + 1] !== true ? [y] : []));
        return bottoms.map((bottom, index) => ({
          baseline: bottom,
          words: [{ text: `o${index}`, left: 0, right: 60, top: bottom - 20, bottom, confidence: 90 }],
        }));
      },
    };
    const text = await readPicture(draw([...TABLE, ...words]), recognition);
    expect(text?.tables.map((table) => table.rows)).toEqual([
      [
        ['o0', 'o1', 'o1'],
        ['o2', 'o3', 'o4'],
        ['o2', 'o5', 'o6'],
      ],
    ]);
  });
});
