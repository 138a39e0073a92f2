import type { OpenPoint } from '../knowledge/answering/open-point.ts';
import type { Day } from '../knowledge/document.ts';
import { type Entities, levelMeant } from '../knowledge/question/entities.ts';
import { withoutEndMarks } from '../knowledge/question/follow-up.ts';
import { readQuestion } from '../knowledge/question/question.ts';
import { topicsOf } from '../knowledge/question/topics.ts';
import type { ContextLine, QuickReply } from './conversation.ts';
import { REPLIES } from './policy/replies.ts';
import { sayFor } from './quick-replies.ts';

/** A question of ours that makes an open point plain, with its answers to tap. */
interface Clarifying {
  readonly point: OpenPoint;
  readonly question: string;
  readonly choices: readonly QuickReply[];
  /** The words that a reply adds to the citizen's question; `null` when it is none. */
  readonly read: (entities: Entities, day: Day) => string | null;
}

const CLARIFYING: Readonly<Record<OpenPoint, Clarifying>> = {
  level: {
    point: 'level',
    question: REPLIES.askLevel,
    // In this order the number of a choice is also the number in «cấp 1», «cấp 2», «cấp 3», whichever a «2» means.
    choices: [
      sayFor('Tiểu học', 'tiểu học'),
      sayFor('THCS', 'trung học cơ sở'),
      sayFor('THPT', 'trung học phổ thông'),
      sayFor('Mầm non', 'mầm non'),
    ],
    read: levelMeant,
  },
  school: {
    point: 'school',
    question: REPLIES.askSchool,
    choices: [sayFor('Trường công lập', 'trường công lập'), sayFor('Trường tư thục', 'trường tư thục')],
    read: ({ schoolKinds }) => (schoolKinds[0] === undefined ? null : `trường ${schoolKinds[0]}`),
  },
};
/** A longer message says more than which level is meant. */
const LONGEST_REPLY = 60;

/** How to ask for an open point. */
export function clarifying(point: OpenPoint): Pick<Clarifying, 'question' | 'choices'> {
  return CLARIFYING[point];
}

/** A message read together with what we had asked back. */
export interface Clarified {
  /** The earlier question with what the reply adds, or the message itself when it is no reply. */
  readonly text: string;
  /** The citizen's messages before that question, oldest first. */
  readonly earlier: readonly string[];
  /** Whether we asked back just before: not twice in a row. */
  readonly wasAsked: boolean;
}

/** Joins a reply to our question («tiểu học ạ», «lớp 3», «cháu sinh năm 2019») to the question that it makes plain. */
export function readReply(text: string, context: readonly ContextLine[], day: Day): Clarified {
  const own = (lines: readonly ContextLine[]) => lines.flatMap((line) => (line.author === 'citizen' ? line.text : []));
  const asked = Object.values(CLARIFYING).find(
    ({ question }) => context.at(-1)?.author === 'us' && context.at(-1)?.text.includes(question),
  );
  const plain = { text, earlier: own(context), wasAsked: asked !== undefined };
  if (asked === undefined || text.length > LONGEST_REPLY) return plain;
  const { entities, text: said } = readQuestion(text);
  const added = topicsOf(said).length > 0 ? null : asked.read(entities, day);
  if (added === null) return plain;

  // A question may have come in several messages: all that was written since our words before it.
  const before = context.slice(0, -1);
  const start = before.findLastIndex((line) => line.author === 'us') + 1;
  const question = own(before.slice(start)).join('\n');
  return {
    text: `${withoutEndMarks(question)} ${added}`.trim(),
    earlier: own(before.slice(0, start)),
    wasAsked: true,
  };
}
