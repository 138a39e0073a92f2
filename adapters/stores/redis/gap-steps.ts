import { z } from 'zod';
import type { Gap, GapQuestion } from '../../../bot/gaps/gap.ts';
import type { Rating } from '../../../bot/gaps/rating.ts';
import { gapShownBy } from '../../../bot/gaps/unanswered.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import type { GuardedSteps, Step } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { scanKeys } from './scan-keys.ts';

/** Readers of what this program wrote itself. */
export const gapQuestionJson = z
  .string()
  .transform((text): GapQuestion => ({ meaning: null, ...(JSON.parse(text) as Omit<GapQuestion, 'meaning'>) }));
export const gapJson = z.string().transform((text) => JSON.parse(text) as Gap);
export const ratingJson = z.string().transform((text) => JSON.parse(text) as Rating);

/**
 * Steps that store a question that nothing answered: `gap-question:<id>`, by time in `gap-questions`, by citizen in
 * `gap-questions-of:<conversation>`, by gap and time in `gap-questions-in:<gap>`.
 */
export function gapQuestionSteps(question: GapQuestion): readonly Step[] {
  return [
    ['call', 'SET', `gap-question:${question.id}`, JSON.stringify(question)],
    ['call', 'ZADD', 'gap-questions', String(question.at), question.id],
    ['call', 'SADD', `gap-questions-of:${question.conversationId}`, question.id],
    ...inGapSteps(question),
  ];
}

/** Steps that put a question into a gap, and out of the one it was in. `meaning` is kept as long as its words are. */
export function placeSteps(question: GapQuestion, gapId: string, meaning: string | null): readonly Step[] {
  const { id, gapId: before, text } = question;
  return [
    ...(before === null || before === gapId ? [] : [['call', 'ZREM', `gap-questions-in:${before}`, id] as const]),
    ...gapQuestionSteps({ ...question, gapId, meaning: text === '' ? null : (meaning ?? question.meaning) }),
  ];
}

/** Lists by gap the questions that an older program stored. */
export async function indexGapQuestions(connection: RedisConnection): Promise<void> {
  for (const id of await scanKeys(connection, 'gap-question:')) {
    const stored = await connection.send(['GET', `${PREFIX}gap-question:${id}`]);
    if (typeof stored !== 'string') continue;
    for (const [, command, key, ...words] of inGapSteps(gapQuestionJson.parse(stored))) {
      await connection.send([command, `${PREFIX}${key}`, ...words]);
    }
  }
}

function inGapSteps({ id, at, gapId }: GapQuestion): readonly Extract<Step, readonly ['call', ...unknown[]]>[] {
  return gapId === null ? [] : [['call', 'ZADD', `gap-questions-in:${gapId}`, String(at), id]];
}

/** Steps that store a gap: `gap:<id>`, and `gaps` by opening time. */
export function gapSteps(gap: Gap): readonly Step[] {
  return [
    ['call', 'SET', `gap:${gap.id}`, JSON.stringify(gap)],
    ['call', 'ZADD', 'gaps', String(gap.openedAt), gap.id],
  ];
}

/** Steps that store a rating: `rating:<turn>`, by time in `ratings`, by citizen in `ratings-of:<conversation>`. */
export function ratingSteps(rating: Rating): readonly Step[] {
  return [
    ['call', 'SET', `rating:${rating.turnId}`, JSON.stringify(rating)],
    ['call', 'ZADD', 'ratings', String(rating.at), rating.turnId],
    ['call', 'SADD', `ratings-of:${rating.conversationId}`, rating.turnId],
  ];
}

/** Steps that write the question of a turn that shows a gap; none for any other turn. */
export function turnGapSteps({ ledger, conversationId, channel, at }: TurnCommit): readonly Step[] {
  const shown = ledger === null ? null : gapShownBy(ledger);
  if (ledger === null || shown === null) return [];
  const { turnId: id, question: text } = ledger;
  return gapQuestionSteps({ id, conversationId, channel, at, text, ...shown, told: 0, meaning: null });
}

/** Steps that write what the citizen says of an answer; a bad one makes its question one that was not answered. */
export async function ratedSteps(
  connection: RedisConnection,
  { rating: given, conversationId, channel, at }: TurnCommit,
): Promise<readonly Step[]> {
  if (given === undefined) return [];
  const { turnId, rating, reason } = given;
  const turn = `${PREFIX}turn:${turnId}`;
  const found = await connection.send(['HMGET', turn, 'conversation', 'question']);
  const [owner, text] = z.tuple([z.string().nullable(), z.string().nullable()]).parse(found);
  if (owner !== conversationId || text === null) return [];
  const isKnown = (await connection.send(['EXISTS', `${PREFIX}gap-question:${turnId}`])) === 1;
  const fresh = { why: 'rated-down', gapId: null, told: 0, meaning: null } as const;
  const asked = { id: turnId, conversationId, channel, at, text, ...fresh };
  return [
    ...ratingSteps({ turnId, conversationId, at, rating, reason }),
    ...(rating === 'up' || text === '' || isKnown ? [] : gapQuestionSteps(asked)),
  ];
}

/** Steps that take the words of a conversation's questions and ratings, and whose they were. */
export async function gapErasureSteps(
  connection: RedisConnection,
  conversationId: string,
  pseudonym: string,
): Promise<GuardedSteps> {
  const asked = await heldBy(connection, `gap-questions-of:${conversationId}`, 'gap-question');
  const rated = await heldBy(connection, `ratings-of:${conversationId}`, 'rating');
  const questions = asked.map((stored) => gapQuestionJson.parse(stored));
  const ratings = rated.map((stored) => ratingJson.parse(stored));
  return {
    steps: [
      ...questions.flatMap((question) => gapQuestionSteps({ ...wordless(question), conversationId: pseudonym })),
      ...ratings.flatMap((rating) => ratingSteps({ ...rating, conversationId: pseudonym, reason: null })),
      ['call', 'DEL', `gap-questions-of:${conversationId}`],
      ['call', 'DEL', `ratings-of:${conversationId}`],
    ],
    guards: [
      ['reads', String(asked.length), 'SCARD', `gap-questions-of:${conversationId}`],
      ['reads', String(rated.length), 'SCARD', `ratings-of:${conversationId}`],
    ],
  };
}

/** A question without its words, and without what was made of them. */
export function wordless(question: GapQuestion): GapQuestion {
  return { ...question, text: '', meaning: null };
}

async function heldBy(connection: RedisConnection, set: string, family: string): Promise<readonly string[]> {
  const ids = z.array(z.string()).parse(await connection.send(['SMEMBERS', `${PREFIX}${set}`]));
  const stored = await Promise.all(ids.map((id) => connection.send(['GET', `${PREFIX}${family}:${id}`])));
  return z.array(z.string()).parse(stored.filter((one) => one !== null));
}
