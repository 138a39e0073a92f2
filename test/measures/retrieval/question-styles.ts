import { seededRandom } from './seeded-random.ts';
import { TEENCODE } from './teencode-words.ts';

/** How a question is typed; `half` drops the diacritics of about every other syllable. */
export const STYLES = ['as-is', 'unaccented', 'half', 'teencode'] as const;
export type QuestionStyle = (typeof STYLES)[number];

const HALF = 0.5;
/** Share of the replaceable words that are shortened. */
const SHORTENED = 0.7;
const SYLLABLE = /[\p{L}\p{M}]+/gu;
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${Object.keys(TEENCODE)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
);

/**
 * A question as typed in a style; the same input always gives the same text.
 * @param id seeds the choices, so that questions differ
 */
export function typeInStyle(text: string, style: QuestionStyle, id: string): string {
  const written = text.normalize('NFC');
  const random = seededRandom(`${style} ${id}`);
  switch (style) {
    case 'as-is':
      return written;
    case 'unaccented':
      return withoutDiacritics(written);
    case 'half':
      return written.replace(SYLLABLE, (syllable) => (random() < HALF ? withoutDiacritics(syllable) : syllable));
    case 'teencode':
      return written.replace(WORDS, (word) => {
        const forms = TEENCODE[word.toLowerCase()] ?? [];
        return random() < SHORTENED ? (forms[Math.floor(random() ** 2 * forms.length)] ?? word) : word;
      });
  }
}

function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}
