import { fold } from '../normalise.ts';
import { agrees, readSyllable } from '../syllable.ts';

/** Each letter with its neighbours on a QWERTY keyboard. */
const NEIGHBOURS = new Map(
  'qwa wqes ewrd retf tryg ytuh uyij iuok oipl po aqsz sawdx dserfcx fdrtgvc gftyhbv hgyujnb jhuikmn kjiolm lkop zasx xzsdc cxdfv vcfgb bvghn nbhjm mnjk'
    .split(' ')
    .map((keys) => [keys.charAt(0), [...keys.slice(1)]] as const),
);
/** Letters that get lost: of ng, nh, th, ph, tr, gi, qu, and vowels between others. */
const OFTEN_LEFT_OUT = [...'hgnaiuoetcp'];
const LONGEST_SYLLABLE = 8;

/**
 * Words one typing error away: two letters swapped, one too many, a neighbouring key, one left out. Diacritics that
 * were typed must belong to the word.
 * @param word lower case, NFC
 * @param withLetters known words by their folded letters
 */
export function nearSyllables(word: string, withLetters: (letters: string) => readonly string[]): readonly string[] {
  if (word.length > LONGEST_SYLLABLE) return [];
  const near = new Set<string>();
  for (const edited of editsOf(word)) {
    const forms = withLetters(fold(edited));
    if (forms.length === 0) continue;
    const typed = readSyllable(edited);
    for (const form of forms) if (agrees(typed, readSyllable(form))) near.add(form);
  }
  return [...near];
}

function editsOf(word: string): ReadonlySet<string> {
  const edits = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const letter = word.charAt(at);
    const after = word.slice(at + 1);
    for (const left of OFTEN_LEFT_OUT) edits.add(`${before}${left}${letter}${after}`);
    if (letter === '') continue;
    edits.add(before + after);
    if (after !== '') edits.add(`${before}${after.charAt(0)}${letter}${after.slice(1)}`);
    for (const key of NEIGHBOURS.get(letter) ?? []) edits.add(before + key + after);
  }
  return edits;
}
