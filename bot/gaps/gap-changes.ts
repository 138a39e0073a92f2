import type { Day } from '../../knowledge/document.ts';
import { dayInVietnam, isDay } from '../../knowledge/vietnam-day.ts';
import { type Gap, type GapAnswer, lastAnswer } from './gap.ts';

/** Why a change of a gap was refused. */
export type GapProblem =
  | 'no-answer'
  | 'own-answer'
  | 'empty'
  | 'too-long'
  | 'bad-day'
  | 'past-day'
  | 'no-source'
  | 'no-reason'
  | 'in-use'
  | 'nothing-chosen';

/** A gap after a change, or why there is none. */
export type GapChange = { readonly ok: true; readonly gap: Gap } | { readonly ok: false; readonly problem: GapProblem };

/** What an editor wrote into the form. */
export interface WrittenAnswer {
  readonly question: string;
  readonly text: string;
  readonly source: string;
  readonly expiresOn: Day;
}

/** Longest answer (characters): it goes out as one message on every channel. */
export const LONGEST_ANSWER = 1_500;
export const LONGEST_FIELD = 300;

/** Somebody looks after a gap from now on. */
export function owned(gap: Gap, by: string): GapChange {
  return done({ ...gap, owner: by });
}

/** A gap is put aside: no answer of the office belongs there. It can be taken up again at any time. */
export function dismissed(gap: Gap, by: string, reason: string, at: number): GapChange {
  if (reason === '') return { ok: false, problem: 'no-reason' };
  return done({ ...gap, dismissed: { by, at, reason } });
}

/** A gap that was put aside counts again. */
export function takenUp(gap: Gap): GapChange {
  return done({ ...gap, dismissed: null });
}

/** An answer waits for a second person; one that waited before is replaced by it. */
export function proposed(gap: Gap, by: string, written: WrittenAnswer, at: number): GapChange {
  const problem = problemOf(written, at);
  if (problem !== null) return { ok: false, problem };
  const waiting = lastAnswer(gap)?.state === 'proposed';
  const kept = waiting ? gap.answers.slice(0, -1) : gap.answers;
  const number = kept.reduce((most, answer) => Math.max(most, answer.number), 0) + 1;
  const answer: GapAnswer = {
    ...written,
    number,
    author: by,
    writtenAt: at,
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    usedSince: null,
  };
  return done({ ...gap, owner: gap.owner ?? by, dismissed: null, answers: [...kept, answer] });
}

/** A second person approves the answer that waits. */
export function approved(gap: Gap, by: string, at: number): GapChange {
  const answer = lastAnswer(gap);
  if (answer?.state !== 'proposed') return { ok: false, problem: 'no-answer' };
  if (answer.author === by) return { ok: false, problem: 'own-answer' };
  if (answer.expiresOn <= dayInVietnam(at)) return { ok: false, problem: 'past-day' };
  return done(withAnswer(gap, { ...answer, state: 'approved', decidedBy: by, decidedAt: at }));
}

/** A second person sends the answer that waits back to its writer. */
export function returned(gap: Gap, by: string, reason: string, at: number): GapChange {
  const answer = lastAnswer(gap);
  if (answer?.state !== 'proposed') return { ok: false, problem: 'no-answer' };
  if (reason === '') return { ok: false, problem: 'no-reason' };
  return done(withAnswer(gap, { ...answer, state: 'returned', decidedBy: by, decidedAt: at, reason }));
}

/** An approved answer is answered from; one in use before it is not any more. */
export function inUse(gap: Gap, number: number, at: number): Gap {
  const answers = gap.answers.map((answer): GapAnswer => {
    if (answer.number === number) return { ...answer, state: 'in-use', usedSince: at };
    return answer.state === 'in-use' ? { ...answer, state: 'withdrawn' } : answer;
  });
  return { ...gap, version: gap.version + 1, answers };
}

/** The answer that is approved or in use is taken out of answers. */
export function withdrawn(gap: Gap, by: string, at: number): GapChange {
  const answer = gap.answers.findLast(({ state }) => state === 'in-use' || state === 'approved');
  if (answer === undefined) return { ok: false, problem: 'no-answer' };
  return done(withAnswer(gap, { ...answer, state: 'withdrawn', decidedBy: by, decidedAt: at }));
}

/** A draft is dropped: it was used, or is none for everybody. */
export function withoutDraft(gap: Gap, ticketId: string): Gap {
  return { ...gap, drafts: (gap.drafts ?? []).filter((draft) => draft.ticketId !== ticketId) };
}

/** A gap's questions go into another one; one that is answered from, or that an answer waits in, stays. */
export function merged(gap: Gap, into: string, questionIds: readonly string[], by: string, at: number): GapChange {
  if (into === gap.id || into === '') return { ok: false, problem: 'nothing-chosen' };
  if (gap.answers.some(({ state }) => ['proposed', 'approved', 'in-use'].includes(state)))
    return { ok: false, problem: 'in-use' };
  return done(steered({ ...gap, merged: { into, by, at, questionIds } }));
}

/** A gap that was put into another stands by itself again. */
export function unmerged(gap: Gap): GapChange {
  return gap.merged == null ? { ok: false, problem: 'nothing-chosen' } : done(steered({ ...gap, merged: null }));
}

/** Questions came into a gap or left it by the hand of staff: from now on it is no part of another by itself. */
export function touched(gap: Gap): GapChange {
  return done(steered(gap));
}

function steered(gap: Gap): Gap {
  return { ...gap, steered: (gap.steered ?? 0) + 1 };
}

function withAnswer(gap: Gap, changed: GapAnswer): Gap {
  return { ...gap, answers: gap.answers.map((answer) => (answer.number === changed.number ? changed : answer)) };
}

function done(gap: Gap): GapChange {
  return { ok: true, gap: { ...gap, version: gap.version + 1 } };
}

function problemOf({ question, text, source, expiresOn }: WrittenAnswer, at: number): GapProblem | null {
  if (question === '' || text === '') return 'empty';
  if (source === '') return 'no-source';
  if (text.length > LONGEST_ANSWER || question.length > LONGEST_FIELD || source.length > LONGEST_FIELD)
    return 'too-long';
  if (!isDay(expiresOn)) return 'bad-day';
  return expiresOn <= dayInVietnam(at) ? 'past-day' : null;
}
