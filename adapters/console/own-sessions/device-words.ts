import type { ConsoleWords } from '../languages/words.ts';

/** What a user agent says of itself, the more particular first: Edge and Cốc Cốc call themselves Chrome too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bcoc_coc_browser\//, 'Cốc Cốc'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bZalo\b/i, 'Zalo'],
  [/\bFBA[NV]\//, 'Facebook'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system as a session keeps them, for example `Chrome/Windows`, what is unknown left out; names of our own list alone, never the header. */
export function deviceOf(userAgent: string): string {
  const names = [BROWSERS, SYSTEMS].map((known) => known.find(([pattern]) => pattern.test(userAgent))?.[1]);
  return names.filter((name) => name !== undefined).join('/');
}

/** The same for people, for example `Chrome trên Windows`. */
export function deviceInWords(device: string, words: ConsoleWords['ownSessions']): string {
  if (device === '') return words.unknownDevice;
  const [first = '', system] = device.split('/');
  return system === undefined ? first : words.device(first, system);
}
