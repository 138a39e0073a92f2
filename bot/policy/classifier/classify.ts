import type { MessageWords } from '../message-words.ts';
import { createPhraseCompiler, findPhrase } from '../phrase.ts';
import { PHRASE_LISTS } from '../phrase-lists.ts';
import type { MessageShape } from '../shapes.ts';
import { readFeatures } from './features.ts';
import {
  CHILD_IN_DANGER,
  LEARNED_VERDICTS,
  LEAST_CRISIS_SHARE,
  LEAST_CRISIS_SHARE_OF_RULE,
  type LearnedVerdict,
  SHARE_TO_DOUBT_RULE,
  SURE_QUESTION_SHARE,
} from './learned-verdicts.ts';
import { MATTERS, type Matter } from './matters.ts';
import { type Model, weigh } from './model.ts';

const RULE_WORDS = (PHRASE_LISTS['rule'] ?? []).map(createPhraseCompiler(PHRASE_LISTS));

/** Shares of belief in what a message is about; they add up to 1. */
export type Shares = Readonly<Record<Matter, number>>;

/** What a message is about, as the model weighs it. */
export function classify(model: Model, message: MessageWords, shapes: ReadonlySet<MessageShape>): Shares {
  const shares = weigh(model, readFeatures(message, shapes));
  return Object.fromEntries(MATTERS.map((matter, at) => [matter, shares[at] ?? 0])) as Record<Matter, number>;
}

/**
 * A child in danger, or `null`. The kinds of danger count together; the likeliest gives the reply. Words that ask for a
 * rule ask for more certainty.
 */
export function learnedCrisis(shares: Shares, message: MessageWords): LearnedVerdict | null {
  const share = dangerShare(shares);
  if (share < LEAST_CRISIS_SHARE) return null;
  if (share < LEAST_CRISIS_SHARE_OF_RULE && RULE_WORDS.some((phrase) => findPhrase(phrase, message) !== null)) {
    return null;
  }
  return verdictOf(likeliest(shares, CHILD_IN_DANGER));
}

/** `false`: the words of danger that a rule saw stand in a message that is about something else. */
export function mayBeCrisis(shares: Shares): boolean {
  return dangerShare(shares) >= SHARE_TO_DOUBT_RULE;
}

/** The message asks what the documents say, whatever else its words could mean. */
export function isSurelyQuestion(shares: Shares): boolean {
  return shares['rule-question'] >= SURE_QUESTION_SHARE;
}

/** The likeliest matter, where it is likely enough to be acted on and is none for the documents; else `null`. */
export function learnedMatter(shares: Shares): LearnedVerdict | null {
  const matter = likeliest(shares, MATTERS);
  if (matter === 'rule-question' || shares[matter] < LEARNED_VERDICTS[matter].least) return null;
  return verdictOf(matter);
}

function dangerShare(shares: Shares): number {
  return CHILD_IN_DANGER.reduce((sum, matter) => sum + shares[matter], 0);
}

function likeliest<M extends Matter>(shares: Shares, among: readonly [M, ...M[]]): M {
  return among.reduce((best, matter) => (shares[matter] > shares[best] ? matter : best), among[0]);
}

function verdictOf(matter: Exclude<Matter, 'rule-question'>): LearnedVerdict {
  const { least: _, ...verdict } = LEARNED_VERDICTS[matter];
  return { ...verdict, rule: `classifier:${verdict.topic}` };
}
