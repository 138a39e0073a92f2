import { LEARNED_VERDICTS } from '../../../bot/policy/classifier/learned-verdicts.ts';
import { MATTERS, type Matter } from '../../../bot/policy/classifier/matters.ts';
import { createPolicy, type DecidePolicy, type PolicyDecision } from '../../../bot/policy/decide.ts';
import { fold } from '../../../knowledge/text/normalise.ts';
import { bothSpellings, type Example } from './examples.ts';
import { train } from './training.ts';

/** One row of the table: shares of `n`. */
export interface PolicyRow {
  readonly group: string;
  readonly n: number;
  /** With the expected outcome; for questions: left to the documents. */
  readonly right: number;
  /** Taken for a child in danger. */
  readonly crisis: number;
  /** Passed on to staff. */
  readonly staff: number;
}

const FOLDS = 5;

/** Every written message decided by a policy that has not seen it: five parts, each decided by the other four. */
export function crossValidate(examples: readonly Example[]): readonly PolicyRow[] {
  const decided = examples.map((): { plain: boolean; decision: PolicyDecision | null }[] => []);
  for (let part = 0; part < FOLDS; part += 1) {
    const known = examples.filter((_, index) => index % FOLDS !== part);
    const model = train(
      known.flatMap(({ text, matter }) => bothSpellings(text).map((features) => ({ features, matter }))),
    );
    const decide = createPolicy(model);
    examples.forEach(({ text }, index) => {
      if (index % FOLDS !== part) return;
      decided[index]?.push(
        { plain: false, decision: decide({ text, context: [] }) },
        { plain: true, decision: decide({ text: fold(text), context: [] }) },
      );
    });
  }
  return MATTERS.flatMap((matter) =>
    [false, true].map((plain) => {
      const decisions = examples.flatMap((example, index) =>
        example.matter === matter
          ? (decided[index] ?? []).filter((one) => one.plain === plain).map((one) => one.decision)
          : [],
      );
      return countRow(`${matter}${plain ? ', no diacritics' : ''}`, decisions, (decision) => isRight(matter, decision));
    }),
  );
}

/** Decisions counted; `right` says which are as expected. */
export function countRow(
  group: string,
  decisions: readonly (PolicyDecision | null)[],
  right: (decision: PolicyDecision | null, index: number) => boolean,
): PolicyRow {
  const share = (count: number) => (decisions.length === 0 ? 0 : count / decisions.length);
  return {
    group,
    n: decisions.length,
    right: share(decisions.filter(right).length),
    crisis: share(decisions.filter((decision) => decision?.outcome === 'crisis').length),
    staff: share(decisions.filter((decision) => decision?.outcome === 'escalated').length),
  };
}

/** Decides a list of messages without earlier ones. */
export function decideAll(decide: DecidePolicy, texts: readonly string[]): readonly (PolicyDecision | null)[] {
  return texts.map((text) => decide({ text, context: [] }));
}

function isRight(matter: Matter, decision: PolicyDecision | null): boolean {
  if (matter === 'rule-question') return decision === null;
  return decision?.outcome === LEARNED_VERDICTS[matter].outcome;
}
