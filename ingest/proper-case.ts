import { PROVINCES } from '../knowledge/territories.ts';

/** Names that titles in capitals hold often, as they are written. */
const NAMES: readonly string[] = [
  ...PROVINCES,
  'Ba Đình',
  'Việt Nam',
  'Thủ đô',
  'Chính phủ',
  'Quốc hội',
  'Giáo dục và Đào tạo',
  'Hội đồng nhân dân',
  'Ủy ban nhân dân',
];

/** «TỈNH VĨNH LONG» → «tỉnh Vĩnh Long»: capitals give way to lower case, proper names that are known keep theirs. */
export function lowerCapitals(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return NAMES.reduce((words, name) => words.replaceAll(name.toLowerCase(), name), text.toLowerCase());
}

/** Every syllable with a capital: `Ba Đình`. */
export function capitaliseWords(name: string): string {
  return name
    .toLowerCase()
    .trim()
    .replace(/(^|[\s-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
