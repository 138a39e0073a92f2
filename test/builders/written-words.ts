/** Letters that English does not have. */
const VIETNAMESE_LETTERS = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/** Whether a text has a letter that is Vietnamese and not English. */
export function hasVietnameseLetters(text: string): boolean {
  return VIETNAMESE_LETTERS.test(text);
}

/** The texts of a tree of words that have no blanks. */
export function plainTextsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(plainTextsIn) : [];
}
