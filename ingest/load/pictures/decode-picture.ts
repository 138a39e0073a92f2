import sharp from 'sharp';
import type { PictureFormat } from '../../blocks.ts';
import { LEFT_OUT_DETAILS } from '../reading-words.ts';
import type { GreyPicture } from './grey-picture.ts';

/** A picture ready to be read, or why it is not: too many pixels, damaged, or of a kind that cannot be decoded. */
export type DecodedPicture =
  | { readonly ok: true; readonly format: PictureFormat; readonly picture: GreyPicture }
  | { readonly ok: false; readonly reason: 'too-large'; readonly size: string }
  | { readonly ok: false; readonly reason: 'unreadable' | 'unsupported-picture' };

/** Cameras of telephones reach 108 million pixels; more is a map, a poster or an attack. */
const MAX_PIXELS = 120_000_000;
/** As much as is worth reading of it. */
const MAX_READ_PIXELS = 16_000_000;
/** A page's sides at 200 dpi; text is read best near that size. */
const PAGE = { short: 1_654, long: 2_339, dpi: 200 };
/** A small picture is enlarged so far at most: beyond, letters only blur. */
const MOST_ENLARGED = 2.5;

const FORMATS: Readonly<Record<string, PictureFormat>> = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  gif: 'gif',
  tiff: 'tiff',
};

/**
 * Decodes a picture of a page: turned as its camera noted, grey on white, about as large as a page at 200 dpi. Only
 * the first page of a tiff or gif.
 */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture> {
  const isForeign = /^BM|^.{4}ftyp(?:hei|mif1)/s.test(Buffer.from(bytes.subarray(0, 12)).toString('latin1'));
  if (isForeign) return { ok: false, reason: 'unsupported-picture' };
  try {
    const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const known = FORMATS[format];
    if (known === undefined) return { ok: false, reason: 'unsupported-picture' };
    if (width * height > MAX_PIXELS)
      return { ok: false, reason: 'too-large', size: LEFT_OUT_DETAILS.pixels(`${width}`, `${height}`) };
    // A square to fit into, because the camera's note may swap width and height.
    const side = Math.max(1, Math.round(Math.max(width, height) * scaleOf(width, height)));
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: side, height: side, fit: 'inside' })
      .greyscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const picture = { width: info.width, height: info.height, pixels: new Uint8Array(data), dpi: PAGE.dpi };
    return { ok: true, format: known, picture };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

/** How much larger or smaller a picture is read: as a page, or as it is where it is a long strip. */
function scaleOf(width: number, height: number): number {
  const asPage = Math.min(
    PAGE.short / Math.min(width, height),
    Math.max(PAGE.long / Math.max(width, height), 1),
    MOST_ENLARGED,
  );
  return Math.min(asPage, Math.sqrt(MAX_READ_PIXELS / (width * height)));
}
