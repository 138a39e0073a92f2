import { z } from 'zod';
import type { ContextLine, TranscriptMessage } from '../../../bot/conversation.ts';
import type { Guard } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { lines } from './record-scripts.ts';
import { lineJson, type StoredLine } from './stored-json.ts';

const deliveryState = z.enum(['pending', 'sending', 'sent', 'failed', 'held', 'withheld']);
const lineReply = z.tuple([z.number(), lineJson, deliveryState.nullable(), z.string().nullable()]);

/** So many of the last lines are read where one of them is looked for. */
export const LAST_LINES = 300;

/** Lines of a conversation after one, oldest first; the last `limit` when there are more. */
export async function readLines(
  connection: RedisConnection,
  conversationId: string,
  afterId: number,
  limit: number,
): Promise<readonly TranscriptMessage[]> {
  const found = await connection.run(lines, [PREFIX, conversationId, String(afterId), String(limit)]);
  return z
    .array(lineReply)
    .parse(found)
    .map(([id, line, delivery, reason]) => toTranscriptMessage(id, conversationId, line, delivery, reason));
}

/**
 * The last lines of an epoch, as a decision remembers them, and one of ours with buttons that stands last of all, which
 * may be answered although a new epoch began after it.
 */
export async function readContext(
  connection: RedisConnection,
  conversationId: string,
  epoch: number | undefined,
  limit: number,
): Promise<readonly ContextLine[]> {
  const last = await readLines(connection, conversationId, 0, limit);
  const offer = last.at(-1);
  const isOffer = offer?.author === 'bot' && offer.quickReplies.length > 0;
  return last
    .filter((line) => line.epoch === epoch || (isOffer && line === offer))
    .map(({ author, text, quickReplies }) => ({
      author: author === 'citizen' ? 'citizen' : 'us',
      text,
      quickReplies,
    }));
}

/** Whether citizen or staff wrote after a line, and what guards that it stays so. */
export async function unreadAfter(
  connection: RedisConnection,
  conversationId: string,
  lineId: number,
): Promise<{ readonly newer: boolean; readonly guards: readonly Guard[] }> {
  const key = `order:${conversationId}`;
  const count = String(await connection.send(['ZCARD', `${PREFIX}${key}`]));
  const found = await readLines(connection, conversationId, lineId, LAST_LINES);
  return { newer: found.some(({ author }) => author !== 'bot'), guards: [['reads', count, 'ZCARD', key]] };
}

function toTranscriptMessage(
  id: number,
  conversationId: string,
  { revisedAt: _revisedAt, overStaff: _overStaff, ...line }: StoredLine,
  delivery: TranscriptMessage['delivery'],
  reason: string | null,
): TranscriptMessage {
  return { ...line, id, conversationId, delivery, deliveryReason: reason === '' ? null : reason };
}
