import { cutOut, type GreyPicture, inkOf, type Rectangle } from './grey-picture.ts';
import type { RecognisedLine } from './recognition.ts';
import type { RuledCell } from './ruled-cells.ts';

/** White around and between cells, inches. */
const MARGIN = 0.12;

/** The cells of tables one below the other, as a picture of a single column. */
export interface CellColumn {
  readonly picture: GreyPicture;
  /** The lines of each cell that was put there, top to bottom; cells without ink have none. */
  readonly linesOf: (lines: readonly RecognisedLine[]) => ReadonlyMap<RuledCell, readonly RecognisedLine[]>;
}

/**
 * Sets out cells one below the other, so that a recogniser cannot mix the lines of neighbouring cells.
 * @param picture the page without its rules
 * @returns `null` when no cell holds ink
 */
export function stackCells(picture: GreyPicture, cells: readonly RuledCell[]): CellColumn | null {
  const margin = Math.round(MARGIN * picture.dpi);
  const filled = cells.flatMap((cell) => {
    const content = cutOut(picture, clip(cell.inside, picture));
    const bounds = inkBounds(content);
    return bounds === null ? [] : [{ cell, content: cutOut(content, bounds) }];
  });
  if (filled.length === 0) return null;
  const width = Math.max(...filled.map(({ content }) => content.width)) + 2 * margin;
  const height = filled.reduce((sum, { content }) => sum + content.height + margin, margin);
  const pixels = new Uint8Array(width * height).fill(255);
  const places: { readonly cell: RuledCell; readonly bottom: number }[] = [];
  let top = margin;
  for (const { cell, content } of filled) {
    for (let row = 0; row < content.height; row += 1)
      pixels.set(content.pixels.subarray(row * content.width, (row + 1) * content.width), (top + row) * width + margin);
    top += content.height + margin;
    places.push({ cell, bottom: top - margin / 2 });
  }
  return {
    picture: { width, height, pixels, dpi: picture.dpi },
    linesOf(lines) {
      const found = new Map<RuledCell, RecognisedLine[]>();
      for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
        const place = places.find(({ bottom }) => line.baseline <= bottom) ?? places.at(-1);
        if (place === undefined) continue;
        found.set(place.cell, [...(found.get(place.cell) ?? []), line]);
      }
      return found;
    },
  };
}

function clip({ left, top, right, bottom }: Rectangle, { width, height }: GreyPicture): Rectangle {
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, right),
    bottom: Math.min(height, bottom),
  };
}

/** The smallest rectangle with all ink but specks at the edge, or `null`. */
function inkBounds(picture: GreyPicture): Rectangle | null {
  const { width, height } = picture;
  const ink = inkOf(picture);
  const inColumn = new Uint32Array(width);
  const inRow = new Uint32Array(height);
  let all = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (ink[y * width + x] !== 1) continue;
      inColumn[x] = (inColumn[x] ?? 0) + 1;
      inRow[y] = (inRow[y] ?? 0) + 1;
      all += 1;
    }
  }
  if (all < LEAST_INK) return null;
  const [left, right] = [inColumn.findIndex((count) => count > 0), inColumn.findLastIndex((count) => count > 0) + 1];
  const [top, bottom] = [inRow.findIndex((count) => count > 0), inRow.findLastIndex((count) => count > 0) + 1];
  return { left, right, top, bottom };
}

/** Pixels: a full stop at 200 dpi has more. */
const LEAST_INK = 12;
