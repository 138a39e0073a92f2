import { unsupportedFigures } from '../../knowledge/answering/grounding.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import type { Citation } from '../conversation.ts';
import type { ChangedPassage, CorrectionCounts, RuleCorrection } from './correction.ts';

/** Longest intro, and longest words about one passage (characters). */
export const LONGEST_INTRO = 600;
export const LONGEST_WORDS = 1_500;

/** Why a change of a correction was refused. `figures`: numbers and days that stand in no cited passage. */
export type CorrectionProblem =
  | { readonly kind: 'not-now' | 'own-words' | 'empty' | 'too-long' | 'no-reason' }
  | { readonly kind: 'figures'; readonly figures: readonly string[] };

/** A correction after a change, or why there is none. */
export type CorrectionChange =
  | { readonly ok: true; readonly correction: RuleCorrection }
  | { readonly ok: false; readonly problem: CorrectionProblem };

/** What an editor wrote into the form; one text for each changed passage, in their order. */
export interface WrittenCorrection {
  readonly intro: string;
  readonly words: readonly string[];
}

/** Words wait for a second person. What was written before, and not approved yet, is replaced. */
export function proposed(
  correction: RuleCorrection,
  by: string,
  { intro, words }: WrittenCorrection,
  at: number,
): CorrectionChange {
  if (correction.state !== 'draft' && correction.state !== 'proposed') return refused({ kind: 'not-now' });
  const changes = correction.changes.map((change, index) => ({ ...change, words: words[index] ?? '' }));
  const written = { ...correction, intro, changes };
  const problem = problemOf(written);
  if (problem !== null) return refused(problem);
  return done({ ...written, state: 'proposed', author: by, writtenAt: at, decidedBy: null, decidedAt: null });
}

/** A second person lets the words go out. */
export function approved(correction: RuleCorrection, by: string, at: number): CorrectionChange {
  if (correction.state !== 'proposed') return refused({ kind: 'not-now' });
  if (correction.author === by) return refused({ kind: 'own-words' });
  return done({ ...correction, state: 'approved', decidedBy: by, decidedAt: at });
}

/** Nobody is told, or nobody more. It can be taken up again. */
export function dismissed(correction: RuleCorrection, by: string, reason: string, at: number): CorrectionChange {
  const { state } = correction;
  if (state === 'dismissed' || state === 'finished' || state === 'needless') return refused({ kind: 'not-now' });
  if (reason === '') return refused({ kind: 'no-reason' });
  return done({ ...correction, state: 'dismissed', decidedBy: by, decidedAt: at, reason });
}

/** What was put aside is a draft again; words that were approved must be approved anew. */
export function takenUp(correction: RuleCorrection): CorrectionChange {
  if (correction.state !== 'dismissed') return refused({ kind: 'not-now' });
  return done(asDraft(correction));
}

/** Everybody who could be told was told. */
export function finished(correction: RuleCorrection, counts: CorrectionCounts): RuleCorrection {
  return { ...correction, version: correction.version + 1, state: 'finished', counts };
}

/** The old words hold again, or nobody is left who was told them. */
export function needless(correction: RuleCorrection): RuleCorrection {
  return { ...correction, version: correction.version + 1, state: 'needless' };
}

/** Found again after it was needless, or with further passages while nobody had looked at it. */
export function foundAgain(correction: RuleCorrection, more: readonly ChangedPassage[]): RuleCorrection {
  const changes = [...correction.changes, ...more];
  return { ...asDraft(correction), version: correction.version + 1, changes };
}

/** What belongs to a correction that nobody has written or decided on. */
export const UNDECIDED = {
  state: 'draft',
  author: null,
  writtenAt: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  counts: null,
} as const satisfies Partial<RuleCorrection>;

function asDraft(correction: RuleCorrection): RuleCorrection {
  return { ...correction, ...UNDECIDED };
}

/** Amounts, days and numbers come from the passage that holds now, and from what the documents are called. */
function problemOf({ intro, changes, what, by }: RuleCorrection): CorrectionProblem | null {
  if (intro === '' || changes.some(({ words }) => words === '')) return { kind: 'empty' };
  if (intro.length > LONGEST_INTRO || changes.some(({ words }) => words.length > LONGEST_WORDS)) {
    return { kind: 'too-long' };
  }
  const common = [what, by?.name ?? '', ...changes.flatMap(({ told, now }) => [...namesOf(told), ...namesOf(now)])];
  const figures = [
    ...unsupportedFigures(intro, common),
    ...changes.flatMap(({ now, words }) => unsupportedFigures(words, [...common, now?.quote ?? ''])),
  ];
  return figures.length === 0 ? null : { kind: 'figures', figures: [...new Set(figures)] };
}

function namesOf(cited: Citation | null): readonly string[] {
  if (cited === null) return [];
  return [
    cited.number ?? '',
    cited.title,
    cited.address,
    cited.inForceFrom === null ? '' : printDay(cited.inForceFrom),
  ];
}

function done(correction: RuleCorrection): CorrectionChange {
  return { ok: true, correction: { ...correction, version: correction.version + 1 } };
}

function refused(problem: CorrectionProblem): CorrectionChange {
  return { ok: false, problem };
}
