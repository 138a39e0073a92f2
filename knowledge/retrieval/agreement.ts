import type { OfficialDocument, Passage } from '../document.ts';
import { askedKinds, heldShare } from '../question/asked-kinds.ts';
import { type Entities, readEntities } from '../question/entities.ts';
import type { Question } from '../question/question.ts';

/**
 * How a passage agrees with a question beyond words and meaning, as a change of its score (0 to 1): whether it holds
 * the kind of answer asked for, and whether it is about the level and the kind of school asked about. Fitted (softmax
 * over the first 30 hits) on questions written for the purpose about the evaluation's documents, on its odd ids and on
 * questions about articles of law.
 */
const WEIGHTS = { answerKind: 0.051, otherLevel: -0.084, sameSchoolKind: 0.106, otherSchoolKind: -0.045 };
/** For each time that a passage is longer by a factor of e: long passages match by chance. */
const LENGTH_WEIGHT = -0.019;

type Subject = Pick<Entities, 'levels' | 'schoolKinds'>;

/** Reads a question once and gives the change of score for any passage. */
export function createAgreement(
  question: Question,
): (passage: Passage, document: Pick<OfficialDocument, 'title'>) => number {
  const kinds = askedKinds(question.standalone);
  const { schoolKinds } = question.entities;
  return (passage, document) =>
    WEIGHTS.answerKind * heldShare(kinds, passage) +
    (isOfOtherLevel(question, passage, document) ? WEIGHTS.otherLevel : 0) +
    (schoolKinds.length === 0 ? 0 : schoolKindAgreement(schoolKinds, subjectOf(passage, document).schoolKinds)) +
    LENGTH_WEIGHT * Math.log(1 + passage.text.length);
}

/** Whether question and passage name levels of school, and none in common. */
export function isOfOtherLevel(
  { entities: { levels } }: Question,
  passage: Passage,
  document: Pick<OfficialDocument, 'title'>,
): boolean {
  return levels.length > 0 && differ(levels, subjectOf(passage, document).levels);
}

function schoolKindAgreement(asked: Entities['schoolKinds'], held: Entities['schoolKinds']): number {
  if (asked.some((kind) => held.includes(kind))) return WEIGHTS.sameSchoolKind;
  return differ(asked, held) ? WEIGHTS.otherSchoolKind : 0;
}

/** Whether both name something and nothing in common. */
function differ<Name>(asked: readonly Name[], held: readonly Name[]): boolean {
  return asked.length > 0 && held.length > 0 && !asked.some((name) => held.includes(name));
}

const subjects = new WeakMap<Passage, Subject>();

/** What a passage's own words name, else its headings and its document's title. */
function subjectOf(passage: Passage, document: Pick<OfficialDocument, 'title'>): Subject {
  const known = subjects.get(passage);
  if (known !== undefined) return known;
  const own = readEntities(passage.text);
  const above = readEntities([document.title, ...passage.headings].join('. '));
  const subject = {
    levels: own.levels.length > 0 ? own.levels : above.levels,
    schoolKinds: own.schoolKinds.length > 0 ? own.schoolKinds : above.schoolKinds,
  };
  subjects.set(passage, subject);
  return subject;
}
