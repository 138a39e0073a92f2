import type { LegacyEncoding } from './legacy-encodings.ts';

/** What a font's name says of text set in it. */
export interface LegacyFont {
  readonly encoding: LegacyEncoding;
  /** The font draws small letters as capitals: `.VnTimeH` and its like. */
  readonly capitals: boolean;
}

/** The encoding that a font's name stands for: `.Vn…` is TCVN3, `VNI-…` is VNI; `null` for every other font. */
export function legacyFont(name: string): LegacyFont | null {
  if (/^\.?Vn(?!I)[A-Z]/.test(name)) return { encoding: 'TCVN3', capitals: /H$/.test(name.trim()) };
  return /^VNI[- ]/i.test(name) ? { encoding: 'VNI', capitals: false } : null;
}
