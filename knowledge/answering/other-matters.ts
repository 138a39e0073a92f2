import type { Passage } from '../document.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { tokenize } from '../text/tokens.ts';

/** From this share of common words on, two passages say the same: texts quote each other and themselves. */
const SAME_WORDS = 0.8;
/** Behind a first passage that leads by more, the second is right in one of twelve questions; nearer, in one of six. */
const NEARLY_AS_NEAR = 0.06;

/** Hits that say something else than the given one, and than each other, in their order. */
export function otherMatters(hit: Hit, hits: readonly Hit[]): readonly Hit[] {
  const kept: ReadonlySet<string>[] = [wordsOf(hit.passage)];
  return hits.filter(({ passage }) => {
    const words = wordsOf(passage);
    if (kept.some((other) => saysTheSame(words, other))) return false;
    kept.push(words);
    return true;
  });
}

/** Whether a further passage is so close to the first that either may be what is asked for. */
export function isNearlyAsNear(other: Hit, first: Hit): boolean {
  return first.score - other.score <= NEARLY_AS_NEAR;
}

function wordsOf({ text }: Passage): ReadonlySet<string> {
  return new Set(tokenize(text).folded);
}

function saysTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= SAME_WORDS * Math.max(one.size, other.size);
}
