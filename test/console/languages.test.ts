import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../adapters/console/languages/english.ts';
import { ENGLISH_NOTICES } from '../../adapters/console/languages/english-notices.ts';

/** Letters that English does not have; what people call their own language is left as they call it. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
const OWN_NAME = 'Tiếng Việt';

function textsIn(words: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]];
  // Sentences with blanks: names and counts alike read as a list of one.
  if (typeof words === 'function') return [[path, String(words(['1'], ['1']))]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, part]) => textsIn(part, `${path}.${name}`));
}

describe('the English words of the console', () => {
  it('are English, every one of them', () => {
    const texts = [...textsIn(ENGLISH, 'words'), ...textsIn(ENGLISH_NOTICES, 'notices')];
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => text.trim() === '' || (VIETNAMESE.test(text) && text !== OWN_NAME))).toEqual([]);
  });
});
