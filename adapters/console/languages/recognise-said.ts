import type { Translated } from './translated.ts';

/** Sentences with or without blanks, by name. */
interface Sentences {
  readonly [name: string]: string | ((...blanks: string[]) => string) | Sentences;
}

type Said = string | ((...blanks: string[]) => string);

/**
 * Recognises what other parts of the product said and kept in Vietnamese, by the sentences that they say it with, and
 * tells it in another language; what stands in a blank is told likewise where it is such a sentence too. Gives `null` for
 * everything else. Where two sentences fit, the first counts.
 */
export function recogniseSaid<S extends Sentences>(said: S, translated: Translated<S>) {
  const known = pairsOf(said, translated).map(([sentence, other]) => ({ pattern: patternOf(sentence), other }));
  function tell(text: string): string | null {
    for (const { pattern, other } of known) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const blanks = Object.entries(found.groups ?? {}).toSorted(([one], [next]) => one.localeCompare(next));
      return typeof other === 'string' ? other : other(...blanks.map(([, blank]) => tell(blank) ?? blank));
    }
    return null;
  }
  return tell;
}

function pairsOf(said: unknown, translated: unknown): readonly (readonly [Said, Said])[] {
  if (isSaid(said) && isSaid(translated)) return [[said, translated]];
  if (!isTree(said) || !isTree(translated)) throw new TypeError('The two languages do not say the same');
  return Object.entries(said).flatMap(([name, part]) => pairsOf(part, translated[name]));
}

function isSaid(part: unknown): part is Said {
  return typeof part === 'string' || typeof part === 'function';
}

function isTree(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null;
}

/** Matches the whole sentence; blanks are groups in the order of its parameters, ten at most. */
function patternOf(sentence: Said): RegExp {
  const plain = typeof sentence === 'string' ? sentence : sentence(...blanksOf(sentence.length));
  const escaped = plain.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/\ue000(\d)\ue000/g, '(?<blank$1>.+)')}$`, 'su');
}

function blanksOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `\ue000${index}\ue000`);
}
