const MOST_TAGS = 10;
const LONGEST_TAG = 30;

/** The tags in what was typed, each once and in lower case; `null` where there are too many or one is too long. */
export function tagsIn(typed: string): readonly string[] | null {
  const words = typed.split(/[,;\n]/).map((word) => word.replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi'));
  const tags = [...new Set(words.filter((word) => word !== ''))];
  return tags.length > MOST_TAGS || tags.some((tag) => tag.length > LONGEST_TAG) ? null : tags;
}
