import sharp from 'sharp';
import { type GreyPicture, inkOf } from './grey-picture.ts';

/** Tilts that are looked for, degrees to either side. */
const MAX_TILT = 12;
/** Smaller tilts do no harm. */
const LEAST_TILT = 0.15;
/** Every so many points of ink are enough to see lines. */
const MAX_POINTS = 20_000;
/** Fewer say nothing about lines. */
const LEAST_POINTS = 200;
/** By so much must lines stand out better across the page than along it, for a page that lies on its side. */
const SIDEWAYS = 1.5;

interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * The picture turned so that its lines of text run level: tilted pages and pages on their side. Whether a page stands
 * on its head only its words can tell.
 */
export async function straighten(picture: GreyPicture): Promise<GreyPicture> {
  const ink = inkOf(picture);
  const points = runStarts(ink, picture.width, 1);
  if (points.x.length < LEAST_POINTS) return picture;
  const upright = bestTilt(points);
  const { x, y } = runStarts(ink, picture.width, picture.width);
  const onSide = bestTilt({ x: y, y: x });
  if (onSide.sharpness > SIDEWAYS * upright.sharpness) return turn(picture, 90 + onSide.degrees);
  return Math.abs(upright.degrees) < LEAST_TILT ? picture : turn(picture, -upright.degrees);
}

/** The picture turned clockwise, with white corners; the paper's size grows to hold it. */
export async function turn(picture: GreyPicture, degrees: number): Promise<GreyPicture> {
  const { width, height, pixels } = picture;
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .rotate(degrees, { background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data), dpi: picture.dpi };
}

/**
 * Where runs of ink begin, walking in steps of `step` pixels: 1 along rows, the width down columns. Letters have many
 * and a rule along the walk has one, so that rules do not outweigh lines of text.
 */
function runStarts(ink: Uint8Array, width: number, step: number): Points {
  let count = 0;
  for (let index = step; index < ink.length; index += 1) count += (ink[index] ?? 0) & ~(ink[index - step] ?? 0);
  const every = Math.max(1, Math.ceil(count / MAX_POINTS));
  const kept = new Int32Array(Math.ceil(count / every));
  let seen = 0;
  for (let index = step; index < ink.length; index += 1) {
    if (ink[index] !== 1 || ink[index - step] !== 0) continue;
    if (seen % every === 0) kept[seen / every] = index;
    seen += 1;
  }
  return {
    x: Float32Array.from(kept, (index) => index % width),
    y: Float32Array.from(kept, (index) => Math.floor(index / width)),
  };
}

/** The tilt, clockwise, under which rows of ink and rows of paper part most sharply. */
function bestTilt(points: Points): { readonly degrees: number; readonly sharpness: number } {
  let best = { degrees: 0, sharpness: sharpness(points, 0) };
  const consider = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const found = sharpness(points, degrees);
      if (found > best.sharpness) best = { degrees, sharpness: found };
    }
  };
  consider(-MAX_TILT, MAX_TILT, 0.5);
  consider(best.degrees - 0.4, best.degrees + 0.4, 0.1);
  return best;
}

function sharpness({ x, y }: Points, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180) / ROW_HEIGHT;
  const counts = new Int32Array(ROWS);
  for (let index = 0; index < x.length; index += 1) {
    const row = Math.round((y[index] ?? 0) / ROW_HEIGHT - slope * (x[index] ?? 0)) & (ROWS - 1);
    counts[row] = (counts[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < ROWS; row += 1) sum += ((counts[row] ?? 0) - (counts[row - 1] ?? 0)) ** 2;
  return sum / x.length;
}

/** Pixels that count as one row. */
const ROW_HEIGHT = 3;
/** Rows told apart, a power of two; those of a tilted page may begin above it and are counted at the far end. */
const ROWS = 8_192;
