import { type Fault, fault } from './fault.ts';
import { meantStatements, quote } from './meant-statements.ts';
import { shownSentence, statedWords } from './plain-sentence.ts';
import { contentWords } from './plain-words.ts';
import { quotedStatement } from './quotation.ts';
import { factsOf, type SourceFacts, type SourceStatement, type WritingSource } from './source-facts.ts';
import { surfaceFaults } from './surface-faults.ts';

/** What became of a sentence that a model wrote. */
export interface VerifiedSentence<Source> {
  /** What the citizen reads: the sentence as it was written, or what is quoted instead. */
  readonly sentence: string;
  /** What it quotes; `null` where nothing was found that it means, so that it may not be read. */
  readonly source: { readonly hit: Source; readonly statements: readonly SourceStatement[] } | null;
  /** Why it is not read as it was written; empty where it is. */
  readonly faults: readonly Fault[];
}

/**
 * A sentence as it was written, where it quotes one of the passages; else what the first passage that speaks of its
 * matter says of it, in the passage's words. `null`: the sentence holds courtesy alone.
 * @param hits the passages, first those that it cites
 * @param mayPointBack whether «này» may point to what was said before, because all of that is read as it was written
 */
export function verifySentence<Source extends WritingSource>(
  written: string,
  hits: readonly Source[],
  mayPointBack = true,
): VerifiedSentence<Source> | null {
  const shown = shownSentence(written);
  const stated = statedWords(shown);
  if (contentWords(stated).length === 0 && !/\d/u.test(stated)) return null;
  const sources = hits.map((hit) => ({ hit, facts: factsOf(hit) }));
  let faults: readonly Fault[] = [];
  for (const { hit, facts } of mayPointBack || !POINTS_BACK.test(stated) ? sources : []) {
    const statement = quotedStatement(stated, facts);
    if (statement === null) continue;
    faults = surfaceFaults(shown, facts.text);
    if (faults.length === 0) return { sentence: shown, source: { hit, statements: [statement] }, faults };
  }
  if (faults.length === 0) faults = [fault('wording', strangeWords(stated, sources).join(' ') || stated)];
  for (const { hit, facts } of sources) {
    const statements = meantStatements(stated, facts);
    if (statements.length > 0) return { sentence: quote(statements, facts), source: { hit, statements }, faults };
  }
  return { sentence: shown, source: null, faults };
}

/** Two sentences that are quoted from one passage instead of what was written, as one; `null` where they are none. */
export function joinQuoted<Source extends WritingSource>(
  one: VerifiedSentence<Source> | undefined,
  other: VerifiedSentence<Source>,
): VerifiedSentence<Source> | null {
  const isQuoted = [one, other].every((each) => each !== undefined && each.faults.length > 0);
  if (!isQuoted || !one?.source || one.source.hit !== other.source?.hit) return null;
  const { hit } = one.source;
  const meant = [...one.source.statements, ...other.source.statements];
  const facts = factsOf(hit);
  const statements = facts.statements.filter((statement) => meant.includes(statement));
  return { sentence: quote(statements, facts), source: { hit, statements }, faults: [...one.faults, ...other.faults] };
}

/** «Hình thức này do Giám thị quyết định» */
const POINTS_BACK = /(?<!\p{L})(?:này|đó|ấy|trên)(?!\p{L})/iu;

/** Words that carry meaning, and numbers, which no passage has. */
function strangeWords(stated: string, sources: readonly { readonly facts: SourceFacts }[]): readonly string[] {
  const words = [...contentWords(stated), ...(stated.match(/\d+(?:[.,/]\d+)*/gu) ?? [])];
  return words.filter((word) => !sources.some(({ facts }) => facts.spaced.includes(` ${word} `)));
}
