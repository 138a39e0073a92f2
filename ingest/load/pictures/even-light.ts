import type { GreyPicture } from './grey-picture.ts';

/** Paper is looked for in squares of this part of an inch: larger than letters, smaller than shadows. */
const SQUARES_PER_INCH = 6;
/** The shade that this share of a square's pixels stays below is its paper. */
const PAPER_SHARE = 0.9;
/** Paper lighter than this everywhere needs no help. */
const WHITE_ENOUGH = 225;
/** Darker than this it is no paper but the table under it; it is painted as dark as it is. */
const DARKEST_PAPER = 60;

/** The picture as if its paper were white all over: shadows and yellowed paper would pass for ink otherwise. */
export function evenLight(picture: GreyPicture): GreyPicture {
  const side = Math.max(8, Math.round(picture.dpi / SQUARES_PER_INCH));
  const columns = Math.ceil(picture.width / side);
  const rows = Math.ceil(picture.height / side);
  const paper = smooth(paperShades(picture, side, columns, rows), columns, rows);
  if (paper.every((shade) => shade >= WHITE_ENOUGH)) return picture;
  const pixels = new Uint8Array(picture.pixels.length);
  for (let y = 0; y < picture.height; y += 1) {
    const row = y / side - 0.5;
    for (let x = 0; x < picture.width; x += 1) {
      const shade = between(paper, columns, rows, x / side - 0.5, row);
      pixels[y * picture.width + x] = Math.min(255, ((picture.pixels[y * picture.width + x] ?? 0) * 255) / shade);
    }
  }
  return { ...picture, pixels };
}

function paperShades({ width, height, pixels }: GreyPicture, side: number, columns: number, rows: number) {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let all = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 2) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 2) {
          const shade = pixels[y * width + x] ?? 255;
          counts[shade] = (counts[shade] ?? 0) + 1;
          all += 1;
        }
      }
      let below = 0;
      let shade = 0;
      for (; shade < 255 && below < PAPER_SHARE * all; shade += 1) below += counts[shade] ?? 0;
      paper[row * columns + column] = Math.max(DARKEST_PAPER, shade);
    }
  }
  return paper;
}

/** The lightest of each square and its neighbours, then their mean: a square full of ink borrows its paper. */
function smooth(shades: Float32Array, columns: number, rows: number): Float32Array {
  const around = (values: Float32Array, pick: (near: readonly number[]) => number) =>
    values.map((_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      const near: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
          near.push(values[y * columns + x] ?? 255);
      return pick(near);
    });
  const lightest = around(shades, (near) => Math.max(...near));
  return around(lightest, (near) => near.reduce((sum, shade) => sum + shade, 0) / near.length);
}

/** The shade at a place between the middles of four squares. */
function between(shades: Float32Array, columns: number, rows: number, x: number, y: number): number {
  const left = Math.min(columns - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(rows - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(columns - 1, left + 1);
  const bottom = Math.min(rows - 1, top + 1);
  const across = Math.min(1, Math.max(0, x - left));
  const down = Math.min(1, Math.max(0, y - top));
  const upper = (shades[top * columns + left] ?? 255) * (1 - across) + (shades[top * columns + right] ?? 255) * across;
  const lower =
    (shades[bottom * columns + left] ?? 255) * (1 - across) + (shades[bottom * columns + right] ?? 255) * across;
  return upper * (1 - down) + lower * down;
}
