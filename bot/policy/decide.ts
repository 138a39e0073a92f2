import type { Priority, Topic } from '../topics.ts';
import { classify, isSurelyQuestion, learnedCrisis, learnedMatter, mayBeCrisis } from './classifier/classify.ts';
import { type Model, unpackModel } from './classifier/model.ts';
import { WEIGHTS } from './classifier/weights.ts';
import { type Courtesy, readCourtesy } from './courtesy.ts';
import { readMessageWords } from './message-words.ts';
import { PHRASE_LISTS } from './phrase-lists.ts';
import { readAbuse } from './read-abuse.ts';
import type { ReplyId } from './replies.ts';
import { compileRuleSets, type PolicyOutcome } from './rule.ts';
import { CRISIS } from './rules/crisis.ts';
import { MATTER_RULES } from './rules/rule-sets.ts';
import { readShapes } from './shapes.ts';

/** What policy decides without documents and without a language model. */
export interface PolicyDecision {
  readonly outcome: PolicyOutcome;
  readonly topic: Topic;
  /** `null`: nobody needs to look. */
  readonly priority: Priority | null;
  readonly replyId: ReplyId;
  /** Id of the rule that fired, or `classifier:` and the topic, for the ledger. */
  readonly rule: string;
}

/** `context` = the same citizen's earlier messages, oldest first. `null`: the documents may answer. */
export type DecidePolicy = (message: { text: string; context: readonly string[] }) => PolicyDecision | null;

const judgeCrisis = compileRuleSets([CRISIS], PHRASE_LISTS);
const judgeMatter = compileRuleSets(MATTER_RULES, PHRASE_LISTS);

/** Fewer words («lớp 3», «thcs ạ») tell the classifier nothing. */
const LEAST_WORDS_TO_LEARN_FROM = 4;

/** Nothing but an insult asks for nothing; the ladder (`bot/abuse`) has the last word on what is said to it. */
const INSULT: PolicyDecision = {
  outcome: 'chat',
  topic: 'smalltalk',
  priority: null,
  replyId: 'abuseTone',
  rule: 'abuse.insult',
};
const ADVERT: PolicyDecision = {
  outcome: 'abstained',
  topic: 'out_of_scope',
  priority: null,
  replyId: 'outOfScope',
  rule: 'abuse.advert',
};
/** What rules take advertising for: a telephone number in it is nobody's secret. */
const HIDE_ADVERTS: ReadonlySet<Topic> = new Set(['out_of_scope', 'personal_data', 'individual_case']);

const COURTESY_REPLIES: Readonly<Record<Courtesy, ReplyId>> = {
  thanks: 'thanks',
  goodbye: 'goodbye',
  greeting: 'greeting',
  acknowledgement: 'acknowledgement',
};

/**
 * Decides what must be decided before any search: a child in danger first, then matters for staff, then what is
 * outside and small talk. Rules speak first; where none fires, the classifier finds what they have no words for. Where
 * the classifier is sure of the opposite, a rule fired on words that mean something else here, and is not followed.
 */
export function createPolicy(model: Model): DecidePolicy {
  return (message) => {
    const words = readMessageWords(message.text);
    const shapes = readShapes(message.text, words, message.context);
    const shares = words.words.length === 0 ? null : classify(model, words, shapes);
    const crisis = judgeCrisis(words, shapes);
    if (crisis !== null && (shares === null || mayBeCrisis(shares))) return crisis;
    const abuse = readAbuse(message.text, words, shapes);
    if (abuse === 'insult') return INSULT;
    const courtesy = readCourtesy(words);
    if (courtesy !== null) {
      return {
        outcome: 'chat',
        topic: 'smalltalk',
        priority: null,
        replyId: COURTESY_REPLIES[courtesy],
        rule: `courtesy.${courtesy}`,
      };
    }
    if (message.text.trim() === '') return null;
    const matter = judgeMatter(words, shapes);
    if (shares === null) return matter;
    const found = learnedCrisis(shares, words);
    if (found !== null) return found;
    if (abuse === 'advert' && (matter === null || HIDE_ADVERTS.has(matter.topic))) return ADVERT;
    if (matter !== null && !isSurelyQuestion(shares)) return matter;
    return words.words.length < LEAST_WORDS_TO_LEARN_FROM ? null : learnedMatter(shares);
  };
}

/** Policy with the committed weights. */
export const decidePolicy: DecidePolicy = createPolicy(unpackModel(WEIGHTS));
