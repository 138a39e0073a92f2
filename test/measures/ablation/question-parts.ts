import { type Question, SYNONYM_WEIGHT } from '../../../knowledge/question/question.ts';

/** The question without any term for word search. */
export function withoutWords(question: Question): Question {
  return keepTerms(question, () => false);
}

/** The question without the official words for the citizen's own. */
export function withoutOfficialWords(question: Question): Question {
  return keepTerms(question, (weight) => weight !== SYNONYM_WEIGHT);
}

function keepTerms(question: Question, isKept: (weight: number) => boolean): Question {
  const kept = (terms: ReadonlyMap<string, number>) => new Map([...terms].filter(([, weight]) => isKept(weight)));
  const { accented, folded, pairs } = question;
  return { ...question, accented: kept(accented), folded: kept(folded), pairs: kept(pairs) };
}
