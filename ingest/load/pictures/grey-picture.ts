/** A picture in shades of grey, row by row from the upper left corner; 0 is black, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels per inch of paper. */
  readonly dpi: number;
}

/** A rectangle of pixels; `right` and `bottom` are outside. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The shade that best parts ink from paper (Otsu 1979); pixels below it are ink. */
export function inkThreshold(pixels: Uint8Array): number {
  const histogram = new Float64Array(256);
  for (const pixel of pixels) histogram[pixel] = (histogram[pixel] ?? 0) + 1;
  let sumAll = 0;
  histogram.forEach((count, shade) => {
    sumAll += count * shade;
  });
  let best = { spread: -1, threshold: 128 };
  let weight = 0;
  let sum = 0;
  for (let shade = 0; shade < 255; shade += 1) {
    const count = histogram[shade] ?? 0;
    weight += count;
    sum += count * shade;
    const rest = pixels.length - weight;
    if (weight === 0 || rest === 0) continue;
    const spread = weight * rest * (sum / weight - (sumAll - sum) / rest) ** 2;
    if (spread > best.spread) best = { spread, threshold: shade + 1 };
  }
  return best.threshold;
}

/** 1 where there is ink. A page without contrast has none. */
export function inkOf(picture: GreyPicture): Uint8Array {
  const threshold = Math.min(inkThreshold(picture.pixels), LIGHTEST_INK);
  const ink = new Uint8Array(picture.pixels.length);
  for (let index = 0; index < ink.length; index += 1) ink[index] = (picture.pixels[index] ?? 255) < threshold ? 1 : 0;
  return ink;
}

const LIGHTEST_INK = 200;

/** A copy of a part of a picture. */
export function cutOut(picture: GreyPicture, { left, top, right, bottom }: Rectangle): GreyPicture {
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const start = (top + row) * picture.width + left;
    pixels.set(picture.pixels.subarray(start, start + width), row * width);
  }
  return { width, height, pixels, dpi: picture.dpi };
}

/** A picture with parts painted white. */
export function whiten(picture: GreyPicture, parts: readonly Rectangle[]): GreyPicture {
  const pixels = picture.pixels.slice();
  for (const { left, top, right, bottom } of parts) {
    for (let row = Math.max(0, top); row < Math.min(picture.height, bottom); row += 1)
      pixels.fill(255, row * picture.width + Math.max(0, left), row * picture.width + Math.min(picture.width, right));
  }
  return { ...picture, pixels };
}
