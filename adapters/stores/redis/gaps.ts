import { z } from 'zod';
import type { GapQuestion } from '../../../bot/gaps/gap.ts';
import { gapTellingKey } from '../../../bot/gaps/telling-key.ts';
import type { Gaps } from '../../../bot/ports/gaps.ts';
import { mayTell, unaskedMessage } from '../../../bot/telling-once.ts';
import { applyChanges, type Guard, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { gapJson, gapQuestionJson, gapQuestionSteps, gapSteps, placeSteps, ratingJson, wordless } from './gap-steps.ts';
import { conversationJson } from './stored-json.ts';
import { sendStep } from './turn-steps.ts';

/** Questions that travel together. */
const BATCH = 500;
const texts = z.array(z.string());

/** Gaps in Redis. */
export function createRedisGaps(connection: RedisConnection): Gaps {
  const get = async (key: string) =>
    z
      .string()
      .nullable()
      .parse(await connection.send(['GET', `${PREFIX}${key}`]));

  /** The questions of one citizen in one gap, each with what stands in the store. */
  async function questionsOf(conversationId: string, gapId: string) {
    const set = `${PREFIX}gap-questions-of:${conversationId}`;
    const ids = texts.parse(await connection.send(['SMEMBERS', set]));
    const stored = await Promise.all(ids.map((id) => get(`gap-question:${id}`)));
    return stored
      .filter((one) => one !== null)
      .map((one) => ({ stored: one, question: gapQuestionJson.parse(one) }))
      .filter(({ question }) => question.gapId === gapId);
  }

  return {
    async questions(since, newest = Number.POSITIVE_INFINITY) {
      let placed = 0;
      return readQuestions(connection, 'gap-questions', `(${since}`, '+inf', ({ gapId }) => {
        if (gapId !== null) placed += 1;
        return gapId === null || placed <= newest;
      });
    },

    async questionsIn(gapId) {
      return readQuestions(connection, `gap-questions-in:${gapId}`, '-inf', '+inf');
    },

    async place(questionId, gapId, meaning = null) {
      await untilApplied(async () => {
        const stored = await get(`gap-question:${questionId}`);
        if (stored === null) return true;
        const steps = placeSteps(gapQuestionJson.parse(stored), gapId, meaning);
        const failed = await applyChanges(connection, [['equal', `gap-question:${questionId}`, stored]], steps);
        return failed === null ? true : null;
      });
    },

    async list() {
      const ids = texts.parse(await connection.send(['ZRANGE', `${PREFIX}gaps`, '0', '-1']));
      const stored = await Promise.all(ids.map((id) => get(`gap:${id}`)));
      return stored.filter((one) => one !== null).map((one) => gapJson.parse(one));
    },

    async find(id) {
      const stored = await get(`gap:${id}`);
      return stored === null ? null : gapJson.parse(stored);
    },

    async save(gap) {
      const stored = await get(`gap:${gap.id}`);
      const version = stored === null ? 0 : gapJson.parse(stored).version;
      if (version !== gap.version - 1) return false;
      return (await applyChanges(connection, [['equal', `gap:${gap.id}`, stored]], gapSteps(gap))) === null;
    },

    async ratings(since) {
      const range = ['ZRANGE', `${PREFIX}ratings`, `(${since}`, '+inf', 'BYSCORE'];
      const ids = texts.parse(await connection.send(range));
      const stored = await Promise.all(ids.map((id) => get(`rating:${id}`)));
      return stored.filter((one) => one !== null).map((one) => ratingJson.parse(one));
    },

    async tell(telling) {
      const { gapId, answer, conversationId, text, at } = telling;
      const correlationId = gapTellingKey(telling);
      return untilApplied(async () => {
        const stored = await get(`conversation:${conversationId}`);
        const conversation = stored === null ? null : conversationJson.parse(stored);
        if (!mayTell(conversation)) return false;
        const untold = (await questionsOf(conversationId, gapId)).filter(({ question }) => question.told < answer);
        const isSent = (await get(`correlation:${correlationId}`)) !== null;
        if (untold.length === 0 || isSent) return false;
        const guards: readonly Guard[] = [
          ['equal', `conversation:${conversationId}`, stored],
          ['equal', `correlation:${correlationId}`, null],
          ...untold.map((one): Guard => ['equal', `gap-question:${one.question.id}`, one.stored]),
        ];
        const steps = [
          ...untold.flatMap(({ question }) => gapQuestionSteps({ ...question, told: answer })),
          sendStep(conversation, unaskedMessage(text, []), correlationId, at),
        ];
        return (await applyChanges(connection, guards, steps)) === null ? true : null;
      });
    },
  };
}

/** Takes the words of the questions asked before `until`. The gaps stay, with their counts. */
export async function emptyGapQuestions(connection: RedisConnection, until: number): Promise<void> {
  for (const question of await readQuestions(connection, 'gap-questions', '-inf', `(${until}`)) {
    if (question.text === '') continue;
    await untilApplied(async () => {
      const key = `gap-question:${question.id}`;
      const stored = z
        .string()
        .nullable()
        .parse(await connection.send(['GET', `${PREFIX}${key}`]));
      if (stored === null) return true;
      const steps = gapQuestionSteps(wordless(gapQuestionJson.parse(stored)));
      return (await applyChanges(connection, [['equal', key, stored]], steps)) === null ? true : null;
    });
  }
}

/**
 * Questions of a list by time, oldest first.
 * @param wanted asked of the newest first; all without it
 */
async function readQuestions(
  connection: RedisConnection,
  list: string,
  from: string,
  to: string,
  wanted: (question: GapQuestion) => boolean = () => true,
): Promise<readonly GapQuestion[]> {
  const newestFirst = new Map<string, GapQuestion>();
  for (let offset = 0; ; offset += BATCH) {
    const range = ['ZRANGE', `${PREFIX}${list}`, to, from, 'BYSCORE', 'REV', 'LIMIT', String(offset), String(BATCH)];
    const ids = texts.parse(await connection.send(range));
    const stored = await Promise.all(ids.map((id) => connection.send(['GET', `${PREFIX}gap-question:${id}`])));
    for (const one of stored) {
      const question = typeof one === 'string' ? gapQuestionJson.parse(one) : null;
      // What comes in meanwhile pushes others into the next batch once more.
      const isNew = question !== null && !newestFirst.has(question.id);
      if (isNew && wanted(question)) newestFirst.set(question.id, question);
    }
    if (ids.length < BATCH) return [...newestFirst.values()].reverse();
  }
}
