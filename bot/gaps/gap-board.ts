import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import { typicalQuestions } from './anonymous-question.ts';
import { type Gap, type GapAnswer, type GapQuestion, isWorkedOn, lastAnswer } from './gap.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A person who asked so long ago counts half. */
const HALF_LIFE_DAYS = 14;
/** Trend compares the last days with as many before them. */
const TREND_DAYS = 7;
/** Typical questions of a gap that people look at. */
const SHOWN_QUESTIONS = 5;
/** An answer comes up for review so many days before it ends. */
const REVIEW_DAYS = 14;

/**
 * How far the office is with a gap: nobody looks at it, a reply of staff could become an answer, somebody looks at it, an answer waits for a second person, is being
 * taken in, is answered from, must be looked at again because it ends soon or has ended, or the gap was put aside.
 */
export type GapStatus =
  | 'new'
  | 'drafted'
  | 'owned'
  | 'proposed'
  | 'approved'
  | 'answered'
  | 'review'
  | 'expired'
  | 'dismissed';

/** A gap with what its questions tell. */
export interface BoardRow {
  readonly gap: Gap;
  readonly status: GapStatus;
  /** People who asked; one who asked twice counts once. */
  readonly people: number;
  readonly questions: number;
  readonly lastAt: number;
  /** Questions of the last 7 days, and of the 7 before them. */
  readonly recent: number;
  readonly before: number;
  /** Of those, how many came since the answer is in use: it may not be found, or not fit. */
  readonly sinceAnswer: number;
  /** Anonymised, different from each other; empty once nobody's words are left. */
  readonly typical: readonly string[];
  /** People × recency × trend; the highest first. */
  readonly weight: number;
}

/**
 * The board: every gap that somebody asked for, the weightiest first; those put aside, and those that are answered and
 * were not asked for again, stand at the end.
 */
export function gapBoard(gaps: readonly Gap[], questions: readonly GapQuestion[], now: number): readonly BoardRow[] {
  const byGap = new Map<string | null, GapQuestion[]>();
  for (const question of questions) byGap.get(question.gapId)?.push(question) ?? byGap.set(question.gapId, [question]);
  return gaps
    .flatMap((gap) => {
      const own = byGap.get(gap.id) ?? [];
      const isGone = gap.merged != null || (own.length === 0 && !isWorkedOn(gap));
      return isGone ? [] : [rowOf(gap, own, now)];
    })
    .sort(
      (one, other) =>
        Number(isSettled(one)) - Number(isSettled(other)) ||
        other.weight - one.weight ||
        one.gap.openedAt - other.gap.openedAt,
    );
}

/** One row of {@link gapBoard}. */
export function rowOf(gap: Gap, own: readonly GapQuestion[], now: number): BoardRow {
  const people = new Map<string, number>();
  for (const { conversationId, at } of own) people.set(conversationId, Math.max(at, people.get(conversationId) ?? 0));
  const within = (from: number, to: number) =>
    own.filter(({ at }) => at > now - from * DAY_MS && at <= now - to * DAY_MS).length;
  const recent = within(TREND_DAYS, 0);
  const before = within(2 * TREND_DAYS, TREND_DAYS);
  const recency = [...people.values()].reduce(
    (sum, at) => sum + 0.5 ** (Math.max(0, now - at) / DAY_MS / HALF_LIFE_DAYS),
    0,
  );
  const usedSince = lastAnswer(gap)?.usedSince ?? null;
  return {
    gap,
    status: statusOf(gap, now),
    people: people.size,
    questions: own.length,
    lastAt: Math.max(gap.openedAt, ...own.map(({ at }) => at)),
    recent,
    before,
    sinceAnswer: usedSince === null ? 0 : own.filter(({ at }) => at > usedSince).length,
    typical: typicalQuestions(own, SHOWN_QUESTIONS),
    weight: recency * ((recent + 1) / (before + 1)) ** 0.5,
  };
}

/** How far the office is with a gap. */
export function statusOf(gap: Gap, now: number): GapStatus {
  if (gap.dismissed !== null) return 'dismissed';
  const used = gap.answers.findLast(({ state }) => state === 'in-use') ?? null;
  const last = lastAnswer(gap);
  if (last?.state === 'proposed') return 'proposed';
  if (last?.state === 'approved') return 'approved';
  if (used !== null) return isExpired(used, now) ? 'expired' : endsSoon(used, now) ? 'review' : 'answered';
  if (gap.owner !== null) return 'owned';
  return (gap.drafts ?? []).length > 0 ? 'drafted' : 'new';
}

/** Whether an answer is no longer answered from because its time is over. */
export function isExpired({ expiresOn }: GapAnswer, now: number): boolean {
  return expiresOn <= dayInVietnam(now);
}

function endsSoon({ expiresOn }: GapAnswer, now: number): boolean {
  return expiresOn <= dayInVietnam(now + REVIEW_DAYS * DAY_MS);
}

function isSettled({ status, sinceAnswer }: BoardRow): boolean {
  return status === 'dismissed' || (status === 'answered' && sinceAnswer === 0);
}
