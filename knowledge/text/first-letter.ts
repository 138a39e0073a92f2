/** The first letter as a capital, the others as they are. */
export function capitaliseFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first letter as a capital, the others small. */
export function sentenceCase(text: string): string {
  return capitaliseFirst(text.toLowerCase());
}

/** The beginning of a sentence put inside of one; an abbreviation («THCS …») stays as it is. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
