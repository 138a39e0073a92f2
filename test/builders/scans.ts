import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * A page of our own with a ruled table, drawn by a browser at 200 dpi and marked «VĂN BẢN MẪU»: the notice 955/TB-UBND.
 */
export const SCANNED_PAGE = readFileSync(join(import.meta.dirname, '../fixtures/scans/955-TB-UBND-bang-muc-thu.png'));

/** The upper part of the page, from its head to the first clause: enough words to be read, and quick. */
export function upperPart(): Promise<Buffer> {
  return sharp(SCANNED_PAGE).extract({ left: 0, top: 140, width: 1_650, height: 640 }).png().toBuffer();
}

/** How a page was photographed. */
export interface PhotoSettings {
  /** Degrees clockwise. */
  readonly turned?: number;
  /** The darkest corner's share of light. */
  readonly shadow?: number;
  /** The note of the camera, 1 to 8. */
  readonly orientation?: number;
}

/** A page as a telephone would photograph it: turned, in uneven light, a little blurred. */
export async function aPhoto(
  page: Buffer,
  { turned = 0, shadow = 1, orientation = 1 }: PhotoSettings,
): Promise<Buffer> {
  const turnedPage = await sharp(page).rotate(turned, { background: '#ffffff' }).toColourspace('srgb').png().toBuffer();
  const { width, height } = await sharp(turnedPage).metadata();
  const dark = Math.round(255 * shadow);
  const light = `<svg width="${width}" height="${height}"><linearGradient id="l" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#fff"/><stop offset="1" stop-color="rgb(${dark},${dark},${dark})"/></linearGradient><rect width="100%" height="100%" fill="url(#l)"/></svg>`;
  return sharp(turnedPage)
    .composite([{ input: Buffer.from(light), blend: 'multiply' }])
    .blur(0.6)
    .jpeg({ quality: 70 })
    .withMetadata({ orientation })
    .toBuffer();
}
