import type { MessageWords } from '../message-words.ts';
import type { MessageShape } from '../shapes.ts';
import { readFeatures } from './features.ts';
import { CHILD_IN_DANGER, LEARNED_VERDICTS, LEAST_CRISIS_SHARE, type LearnedVerdict } from './learned-verdicts.ts';
import { MATTERS, type Matter } from './matters.ts';
import { type Model, weigh } from './model.ts';

/** Shares of belief in what a message is about; they add up to 1. */
export type Shares = Readonly<Record<Matter, number>>;

/** What a message is about, as the model weighs it. */
export function classify(model: Model, message: MessageWords, shapes: ReadonlySet<MessageShape>): Shares {
  const shares = weigh(model, readFeatures(message, shapes));
  return Object.fromEntries(MATTERS.map((matter, at) => [matter, shares[at] ?? 0])) as Record<Matter, number>;
}

/** A child in danger, or `null`. The kinds of danger count together; the likeliest gives the reply. */
export function learnedCrisis(shares: Shares): LearnedVerdict | null {
  const together = CHILD_IN_DANGER.reduce((sum, matter) => sum + shares[matter], 0);
  if (together < LEAST_CRISIS_SHARE) return null;
  return verdictOf(likeliest(shares, CHILD_IN_DANGER));
}

/** The likeliest matter, where it is likely enough to be acted on and is none for the documents; else `null`. */
export function learnedMatter(shares: Shares): LearnedVerdict | null {
  const matter = likeliest(shares, MATTERS);
  if (matter === 'rule-question' || shares[matter] < LEARNED_VERDICTS[matter].least) return null;
  return verdictOf(matter);
}

function likeliest<M extends Matter>(shares: Shares, among: readonly [M, ...M[]]): M {
  return among.reduce((best, matter) => (shares[matter] > shares[best] ? matter : best), among[0]);
}

function verdictOf(matter: Exclude<Matter, 'rule-question'>): LearnedVerdict {
  const { least: _, ...verdict } = LEARNED_VERDICTS[matter];
  return { ...verdict, rule: `classifier:${verdict.topic}` };
}
