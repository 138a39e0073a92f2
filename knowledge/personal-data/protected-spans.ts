import type { AlignedText } from './aligned-text.ts';

/** What looks like a number of a person and is none; read without diacritics. */
const PROTECTED: readonly RegExp[] = [
  // Numbers of documents: «60/2025/NQ-HĐND», «1234/QĐ-UBND».
  /(?<![\d/])\d{1,5}\/(?:(?:19|20)\d\d\/)?[a-z]{2}[a-z\d-]*/gu,
  // Days, and years of school: «15/08/2020», «2025-2026», «2025 2026».
  /(?<![\d./-])\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)?\d\d(?!\d|[./-]\d)/gu,
  /(?<![\d./-])(?:19|20)\d\d(?: ?[-–/, ] ?(?:19|20)\d\d)+(?!\d)/gu,
  // Amounts: «12.500.000», «2500000 đồng».
  /(?<![\d.,+])[1-9]\d{0,2}(?:[.,]\d{3})+(?![.,]?\d)/gu,
  /(?<![\d.,])[1-9][\d.,]* ?(?:dong|vnd|vnđ|d|k|tr|trieu|ty|nghin|ngan)(?![a-z\d])/gu,
  // Numbers that everybody may call.
  /(?<!\d)1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?(?!\d)/gu,
];

/** Whether a stretch of the text belongs to a document's number, a day, an amount or a public telephone number. */
export function protectionOf({ folded }: AlignedText): (start: number, end: number) => boolean {
  const spans = PROTECTED.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
  return (start, end) => spans.some((span) => span.start < end && start < span.end);
}
