import { type Answer, answerQuestion, search } from '../../../knowledge/answering/answer.ts';
import { type AnswerFeatures, answerFeatures, judgeAnswer } from '../../../knowledge/answering/confidence.ts';
import type { MeasuredIndex } from './measured-index.ts';
import { type MeasuredQuestion, rankOfRight } from './measured-questions.ts';

/** What the product found for a question, how sure it is, and what it says. */
export interface JudgedQuestion<Question extends MeasuredQuestion = MeasuredQuestion> {
  readonly question: Question;
  /** Place of the first passage that answers, from 1; `null` when it is not among the first ten. */
  readonly rank: number | null;
  /** Estimated probability that one of the first three answers. */
  readonly confidence: number;
  /** `null` when nothing was found. */
  readonly features: AnswerFeatures | null;
  readonly answer: Answer;
}

/** Asks each question. */
export async function judgeQuestions<Question extends MeasuredQuestion>(
  { base, encoder, scope }: MeasuredIndex,
  questions: readonly Question[],
): Promise<readonly JudgedQuestion<Question>[]> {
  const judged: JudgedQuestion<Question>[] = [];
  for (const question of questions) {
    const found = await search(base, encoder, question.text, question.earlier, scope);
    judged.push({
      question,
      rank: rankOfRight(question, found.hits),
      confidence: judgeAnswer(found.question, found.hits, base.lexical).confidence,
      features: answerFeatures(found.question, found.hits, base.lexical),
      answer: await answerQuestion(base, encoder, question.text, question.earlier, scope),
    });
  }
  return judged;
}

/** Whether a passage that answers is among the first `depth`. */
export function isWithin({ rank }: Pick<JudgedQuestion, 'rank'>, depth: number): boolean {
  return rank !== null && rank <= depth;
}
