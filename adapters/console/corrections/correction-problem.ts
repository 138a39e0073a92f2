import type { CorrectionProblem } from '../../../bot/corrections/correction-changes.ts';
import type { ConsoleWords } from '../languages/words.ts';

/** What must be mended before a change is kept, as a sentence. */
export function correctionProblem(problem: CorrectionProblem, words: ConsoleWords['correctionProblems']): string {
  return problem.kind === 'figures' ? words.figures(problem.figures.join(', ')) : words[problem.kind];
}
