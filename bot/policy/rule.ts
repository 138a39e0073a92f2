import type { Outcome, Priority, Topic } from '../topics.ts';
import type { MessageWord, MessageWords } from './message-words.ts';
import { byHeads, createPhraseCompiler, findPhrase, type Phrase, type PhraseLists } from './phrase.ts';
import type { ReplyId } from './replies.ts';
import type { MessageShape } from './shapes.ts';

export type PolicyOutcome = Exclude<Outcome, 'answered'>;

/** What a rule decides; a rule set gives it for its rules, a rule may differ in parts. */
export interface Verdict {
  readonly outcome: PolicyOutcome;
  readonly topic: Topic;
  readonly priority: Priority | null;
  readonly replyId: ReplyId;
}

/** One reviewed rule. Phrases are written in the language of `phrase.ts`. */
export interface Rule extends Partial<Verdict> {
  readonly id: string;
  /** Groups: at least one phrase of every group must stand in the message. */
  readonly all?: readonly (readonly string[])[];
  /** If one of these stands in the message, the rule stays silent. */
  readonly none?: readonly string[];
  /** Shapes of which at least one must be the message's. */
  readonly shapes?: readonly MessageShape[];
  readonly notShapes?: readonly MessageShape[];
}

export interface RuleSet {
  readonly verdict: Verdict;
  /** Ordinary expressions that hold a dangerous-looking word; their words count for nothing in this set. */
  readonly harmless?: readonly string[];
  readonly rules: readonly Rule[];
}

export type Judge = (message: MessageWords, shapes: ReadonlySet<MessageShape>) => (Verdict & { rule: string }) | null;

/** Compiles rule sets, in order of precedence, to a function that gives the first verdict or `null`. */
export function compileRuleSets(sets: readonly RuleSet[], lists: PhraseLists): Judge {
  const compile = createPhraseCompiler(lists);
  const ready = sets.map((set) => {
    const rules = set.rules.map((rule) => ({
      rule,
      verdict: { ...set.verdict, ...pickVerdict(rule), rule: rule.id },
      all: (rule.all ?? []).map((group) => group.map(compile)),
      none: (rule.none ?? []).map(compile),
    }));
    return {
      rules,
      harmless: byHeads(new Set((set.harmless ?? []).map(compile))),
      phrases: byHeads(new Set(rules.flatMap(({ all, none }) => [...all.flat(), ...none]))),
    };
  });
  return (message, shapes) => {
    for (const set of ready) {
      const seen = set.harmless.size === 0 ? message : blank(message, set.harmless);
      // Most phrases begin with a word that the message does not hold; of the others few are asked for.
      const found = new Map<Phrase, boolean | null>();
      for (const head of seen.positions.keys()) {
        for (const phrase of set.phrases.get(head) ?? []) found.set(phrase, null);
      }
      const has = (phrase: Phrase): boolean => {
        const known = found.get(phrase);
        if (known !== null) return known ?? false;
        const stands = findPhrase(phrase, seen) !== null;
        found.set(phrase, stands);
        return stands;
      };
      for (const { rule, verdict, all, none } of set.rules) {
        if (rule.shapes !== undefined && !rule.shapes.some((shape) => shapes.has(shape))) continue;
        if (rule.notShapes?.some((shape) => shapes.has(shape))) continue;
        if (all.every((group) => group.some(has)) && !none.some(has)) return verdict;
      }
    }
    return null;
  };
}

function pickVerdict(rule: Rule): Partial<Verdict> {
  return {
    ...(rule.outcome !== undefined && { outcome: rule.outcome }),
    ...(rule.topic !== undefined && { topic: rule.topic }),
    ...(rule.priority !== undefined && { priority: rule.priority }),
    ...(rule.replyId !== undefined && { replyId: rule.replyId }),
  };
}

/** The message with the words of harmless expressions made unreadable; positions stay. */
function blank(message: MessageWords, harmless: ReadonlyMap<string, readonly Phrase[]>): MessageWords {
  const blanked = new Set<number>();
  message.words.forEach((word, at) => {
    for (const phrase of harmless.get(word.folded) ?? []) {
      phrase.matchAt(message.words, at, (end) => {
        for (let index = at; index < end; index += 1) blanked.add(index);
        return true;
      });
    }
  });
  if (blanked.size === 0) return message;
  const words: MessageWord[] = message.words.map((word, index) =>
    blanked.has(index) ? { ...word, folded: '·' } : word,
  );
  const positions = new Map<string, number[]>();
  words.forEach((word, index) => {
    const known = positions.get(word.folded);
    if (known === undefined) positions.set(word.folded, [index]);
    else known.push(index);
  });
  return { words, positions };
}
