import type { Signer } from '../knowledge/document.ts';

/** Posts as they are written, longest first, so that «Phó Chủ tịch» is not read as «Chủ tịch». */
const POSTS = [
  'Phó Thủ tướng Chính phủ',
  'Thủ tướng Chính phủ',
  'Phó Thủ tướng',
  'Thủ tướng',
  'Phó Chủ tịch Quốc hội',
  'Chủ tịch Quốc hội',
  'Chủ tịch nước',
  'Phó Chủ tịch Thường trực',
  'Phó Chủ tịch',
  'Chủ tịch',
  'Thứ trưởng Thường trực',
  'Thứ trưởng',
  'Bộ trưởng',
  'Phó Tổng Cục trưởng',
  'Tổng Cục trưởng',
  'Phó Cục trưởng',
  'Cục trưởng',
  'Phó Vụ trưởng',
  'Vụ trưởng',
  'Phó Giám đốc',
  'Giám đốc',
  'Phó Chánh Văn phòng',
  'Chánh Văn phòng',
  'Phó Trưởng phòng',
  'Trưởng phòng',
  'Phó Trưởng ban',
  'Trưởng ban',
  'Phó Hiệu trưởng',
  'Hiệu trưởng',
] as const;

const ANY_POST = POSTS.map((post) => post.replace(/ /g, '\\s+')).join('|');
const CAPITAL_POST = POSTS.map((post) => post.toUpperCase().replace(/ /g, '\\s+')).join('|');
/** Two to five syllables with one capital each. */
const NAME = String.raw`(?<![\p{L}])(?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}+`;
/** «KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / (Đã ký) / Phùng Thành Vinh», on one line or several. */
const BLOCK = new RegExp(
  String.raw`(?<![\p{L}])(?<posts>(?:(?:KT|TUQ|TL|Q)\.?\s*)?(?:${CAPITAL_POST})(?:\s+[\p{Lu} ]{3,60}?)??)[\s|*]*(?:\(?(?:Đã|đã|ĐÃ)\s+(?:ký|KÝ)\)?)?[\s|*]*(?<name>${NAME})(?=[ |*]*(?:\n|$))`,
  'u',
);

/** Who signed, and the post in whose stead («KT. Bộ trưởng»), or `null`. */
export interface Signature extends Signer {
  readonly insteadOf: string | null;
}

/** Who signed, from the block of signatures; `null` when there is none or it bears no name. */
export function signerInText(lines: readonly string[]): Signature | null {
  const text = lines.join('\n');
  const match = text.match(BLOCK)?.groups;
  if (match?.name === undefined) return null;
  const instead = match.posts?.match(new RegExp(`(?:KT|TUQ|TL)\\.?\\s*(${CAPITAL_POST})`, 'u'))?.[1];
  return {
    name: tidy(match.name),
    post: postIn(match.posts),
    insteadOf: instead === undefined ? null : knownPost(instead),
  };
}

/**
 * Who signed, as a page or front matter states it: «Lê Quân (KT. Bộ trưởng - Thứ trưởng)», «Bộ trưởng Lê Quân».
 * @param post stated in a field of its own
 */
export function signerStated(words: string | undefined, post: string | undefined): Signer | null {
  if (words === undefined) return null;
  const withoutPosts = words
    .replace(/\([^)]*\)/gu, ' ')
    .replace(new RegExp(`(?<![\\p{L}])(?:KT|TUQ|TL|Q)\\.\\s*|(?:${ANY_POST})`, 'giu'), ' ')
    .replace(/,.*$/u, ' ');
  const name = withoutPosts.match(new RegExp(`^[\\s:-]*(${NAME})`, 'u'))?.[1];
  if (name === undefined) return null;
  return { name: tidy(name), post: postIn(post) ?? postIn(words) };
}

/** The signer's post where only the body tells it: «… bởi Phó Thủ tướng Chính phủ Lê Thành Long». */
export function postOf(name: string, body: string): string | null {
  const before = body.match(new RegExp(`(${ANY_POST})\\s+\\**${name.replace(/ /g, '\\s+')}`, 'iu'))?.[1];
  return before === undefined ? null : knownPost(before);
}

/** Of «KT. Bộ trưởng - Thứ trưởng» the post of the one who signed; «KT. Bộ trưởng» alone tells only for whom. */
function postIn(words: string | undefined): string | null {
  const posts = [...(words ?? '').matchAll(new RegExp(`((?:KT|TUQ|TL)\\.?\\s*)?(${ANY_POST})`, 'giu'))];
  const own = posts.filter((match) => match[1] === undefined).at(-1)?.[2];
  return own === undefined ? null : knownPost(own);
}

function knownPost(words: string): string | null {
  const plain = words.replace(/\s+/g, ' ').trim().toLowerCase();
  return POSTS.find((post) => post.toLowerCase() === plain) ?? null;
}

function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
