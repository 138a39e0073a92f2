/** How a measured text is written: as it is, without diacritics, or with every second accented word stripped. */
export const WRITTEN_AS = ['as-is', 'unaccented', 'half'] as const;
export type WrittenAs = (typeof WRITTEN_AS)[number];

/** A text as somebody in a hurry would type it. Half-typed texts keep and lose diacritics word by word, evenly spread. */
export function writeAs(text: string, style: WrittenAs): string {
  if (style === 'as-is') return text;
  let accented = 0;
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => {
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    if (plain === word || style === 'unaccented') return plain;
    accented += 1;
    return accented % 2 === 0 ? plain : word;
  });
}
