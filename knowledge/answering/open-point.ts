import { readEntities } from '../question/entities.ts';
import type { Question } from '../question/question.ts';
import type { Hit } from '../retrieval/retrieve.ts';

/** What a question leaves open although the answer hangs on it. */
export type OpenPoint = 'level' | 'school';

/** Hits with at least this share of the best one's score could each be what is asked for. */
const RIVAL_SHARE = 0.85;
const MOST_RIVALS = 5;

const POINTS: readonly {
  readonly point: OpenPoint;
  readonly isNamedIn: (question: Question) => boolean;
  readonly valuesIn: (text: string) => readonly string[];
}[] = [
  {
    point: 'level',
    isNamedIn: ({ entities }) => entities.levels.length + entities.agesInMonths.length + entities.birthYears.length > 0,
    valuesIn: (text) => readEntities(text).levels,
  },
  {
    point: 'school',
    isNamedIn: ({ entities }) => entities.schoolKinds.length > 0,
    valuesIn: (text) => readEntities(text).schoolKinds,
  },
];

/**
 * The point that the question does not name and on which the best passages part, each being
 * for one level or one kind of school. `null`: it does not hang on that.
 * @param how `all`: every passage that could be meant is for one of them; `some`: at least two are
 */
export function openPoint(question: Question, hits: readonly Hit[], how: 'all' | 'some'): OpenPoint | null {
  const best = hits[0]?.score ?? 0;
  const rivals = hits.slice(0, MOST_RIVALS).filter(({ score }) => score >= best * RIVAL_SHARE);
  const found = POINTS.find(({ isNamedIn, valuesIn }) => {
    if (isNamedIn(question)) return false;
    const values = rivals.map((hit) => oneValue(hit, valuesIn));
    const parted = new Set(values.filter((value) => value !== null)).size > 1;
    return parted && (how === 'some' || values.every((value) => value !== null));
  });
  return found?.point ?? null;
}

/** The one value that a passage's headings, or else its document's title, are about; `null` for none or several. */
function oneValue({ document, passage }: Hit, valuesIn: (text: string) => readonly string[]): string | null {
  const named = [passage.headings.join('. '), document.title].map(valuesIn).find((values) => values.length > 0);
  return named?.length === 1 ? (named[0] ?? null) : null;
}
