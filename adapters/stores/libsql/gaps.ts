import { z } from 'zod';
import { GAP_REASONS, type Gap, type GapQuestion } from '../../../bot/gaps/gap.ts';
import type { Rating } from '../../../bot/gaps/rating.ts';
import { gapTellingKey } from '../../../bot/gaps/telling-key.ts';
import { gapShownBy } from '../../../bot/gaps/unanswered.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import type { TurnCommit } from '../../../bot/ports/records.ts';
import { mayTell, unaskedMessage } from '../../../bot/telling-once.ts';
import type { Database } from './database.ts';
import { createEnqueue } from './enqueue.ts';
import { groupCommitOf } from './group-commit.ts';
import { createStandingRows } from './standing-rows.ts';
import { saveVersion } from './versioned-rows.ts';

const questionRow = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    channel: z.enum(['messenger', 'zalo', 'web']),
    at: z.number(),
    text: z.string(),
    why: z.enum(GAP_REASONS),
    gap_id: z.string().nullable(),
    told: z.number(),
    meaning: z.string().nullable(),
  })
  .transform(
    ({ conversation_id: conversationId, gap_id: gapId, ...row }): GapQuestion => ({ ...row, conversationId, gapId }),
  );
const ratingRow = z
  .object({
    turn_id: z.string(),
    conversation_id: z.string(),
    at: z.number(),
    rating: z.enum(['up', 'down']),
    reason: z.string().nullable(),
  })
  .transform(
    ({ turn_id: turnId, conversation_id: conversationId, ...row }): Rating => ({ ...row, turnId, conversationId }),
  );
/** The file is trusted as the program's own memory is. */
const gapRow = z.object({ content: z.string() }).transform(({ content }) => JSON.parse(content) as Gap);

/** Gaps in the state file. */
export function createLibsqlGaps(database: Database): Gaps {
  const enqueue = createEnqueue(database);
  const { conversation: findConversation } = createStandingRows(database);
  const commitTogether = groupCommitOf(database);
  return {
    async questions(since, newest = -1) {
      const rows = database
        .prepare(
          `SELECT * FROM (SELECT * FROM gap_questions WHERE at > ?1 AND gap_id IS NOT NULL ORDER BY at DESC, id DESC LIMIT ?2)
           UNION ALL SELECT * FROM gap_questions WHERE at > ?1 AND gap_id IS NULL ORDER BY at, id`,
        )
        .all(since, newest);
      return rows.map((row) => questionRow.parse(row));
    },

    async questionsIn(gapId) {
      const rows = database.prepare('SELECT * FROM gap_questions WHERE gap_id = ? ORDER BY at, id').all(gapId);
      return rows.map((row) => questionRow.parse(row));
    },

    async place(questionId, gapId, meaning = null) {
      await commitTogether(() =>
        database
          .prepare(
            `UPDATE gap_questions SET gap_id = ?, meaning = iif(text = '', NULL, coalesce(?, meaning)) WHERE id = ?`,
          )
          .run(gapId, meaning, questionId),
      );
    },

    async list() {
      return database
        .prepare('SELECT content FROM gaps ORDER BY opened_at, id')
        .all()
        .map((row) => gapRow.parse(row));
    },

    async find(id) {
      const row = database.prepare('SELECT content FROM gaps WHERE id = ?').get(id);
      return row === undefined ? null : gapRow.parse(row);
    },

    async save(gap) {
      return commitTogether(() => saveVersion(database, 'gaps', { ...gap, begunAt: gap.openedAt, content: gap }));
    },

    async ratings(since) {
      const rows = database.prepare('SELECT * FROM ratings WHERE at > ? ORDER BY at, turn_id').all(since);
      return rows.map((row) => ratingRow.parse(row));
    },

    async tell(telling) {
      const { gapId, answer, conversationId, text, at } = telling;
      return commitTogether(() => {
        const conversation = findConversation(conversationId);
        if (!mayTell(conversation)) return false;
        const correlationId = gapTellingKey(telling);
        const marked = database
          .prepare('UPDATE gap_questions SET told = ?1 WHERE gap_id = ?2 AND conversation_id = ?3 AND told < ?1')
          .run(answer, gapId, conversationId);
        const isSent =
          database.prepare('SELECT 1 FROM outbox WHERE correlation_id = ?').get(correlationId) !== undefined;
        if (marked.changes === 0 || isSent) return false;
        enqueue(conversation, unaskedMessage(text, []), correlationId, at);
        return true;
      });
    },
  };
}

/** Writes the question of a turn that shows a gap. Within the caller's transaction. */
export function writeGapQuestion(database: Database, { ledger, conversationId, channel, at }: TurnCommit): void {
  const shown = ledger === null ? null : gapShownBy(ledger);
  if (ledger === null || shown === null) return;
  database
    .prepare(
      'INSERT INTO gap_questions (id, conversation_id, channel, at, text, why, gap_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(ledger.turnId, conversationId, channel, at, ledger.question, shown.why, shown.gapId);
}

/** Writes what the citizen says of an answer; a bad one makes its question one that was not answered. Within the caller's transaction. */
export function writeRating(database: Database, { rating: given, conversationId, channel, at }: TurnCommit): void {
  if (given === undefined) return;
  const { turnId, rating, reason } = given;
  const turn = database
    .prepare('SELECT question FROM turns WHERE turn_id = ? AND conversation_id = ?')
    .get(turnId, conversationId) as { question: string } | undefined;
  if (turn === undefined) return;
  database
    .prepare(
      `INSERT INTO ratings (turn_id, conversation_id, at, rating, reason) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (turn_id) DO UPDATE SET at = excluded.at, rating = excluded.rating, reason = excluded.reason`,
    )
    .run(turnId, conversationId, at, rating, reason);
  if (rating === 'up' || turn.question === '') return;
  database
    .prepare(
      `INSERT INTO gap_questions (id, conversation_id, channel, at, text, why) VALUES (?, ?, ?, ?, ?, 'rated-down')
       ON CONFLICT (id) DO NOTHING`,
    )
    .run(turnId, conversationId, channel, at, turn.question);
}

/** Takes the words of a conversation's questions and ratings, and whose they were. Within the caller's transaction. */
export function eraseGapQuestions(database: Database, conversationId: string, pseudonym: string): void {
  database
    .prepare(`UPDATE gap_questions SET conversation_id = ?, text = '', meaning = NULL WHERE conversation_id = ?`)
    .run(pseudonym, conversationId);
  database
    .prepare('UPDATE ratings SET conversation_id = ?, reason = NULL WHERE conversation_id = ?')
    .run(pseudonym, conversationId);
}
