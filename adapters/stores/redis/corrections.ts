import { z } from 'zod';
import type { DeliveryState } from '../../../bot/conversation.ts';
import type { CitingMessage, DocumentReader } from '../../../bot/corrections/correction.ts';
import { correctionTellingKey } from '../../../bot/corrections/telling-key.ts';
import type { Corrections, ToldReader } from '../../../bot/ports/corrections.ts';
import { mayTell, neverLeft, unaskedMessage } from '../../../bot/telling-once.ts';
import { applyChanges, type Guard, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import {
  correctionJson,
  correctionSteps,
  type StoredTelling,
  tellingJson,
  tellingSteps,
  WAITING_CORRECTIONS,
  waitingJson,
} from './correction-steps.ts';
import { linesOf } from './index-tickets.ts';
import { conversationJson } from './stored-json.ts';
import { sendStep } from './turn-steps.ts';

const texts = z.array(z.string());
const waitingReply = z.array(waitingJson);
const textOrNull = z.string().nullable();
const deliveryReply = z.enum(['pending', 'sending', 'sent', 'failed', 'held', 'withheld']).nullable();

/** Corrections in Redis. `cited:<document>` names the conversations in which it was quoted, in their order. */
export function createRedisCorrections(connection: RedisConnection): Corrections {
  const get = async (key: string) => textOrNull.parse(await connection.send(['GET', `${PREFIX}${key}`]));
  const deliveryOf = async (lineId: string) =>
    deliveryReply.parse(await connection.send(['HGET', `${PREFIX}out:${lineId}`, 'state']));

  async function deliveryUnder(correlationId: string): Promise<DeliveryState | null> {
    const lineId = await get(`correlation:${correlationId}`);
    return lineId === null ? null : deliveryOf(lineId);
  }

  async function messagesOf(conversationId: string, documentId: string): Promise<readonly CitingMessage[]> {
    const lines = [...(await linesOf(connection, conversationId))].sort(
      ([one], [other]) => Number(one) - Number(other),
    );
    const citing = lines.flatMap(([id, { author, at, text, citations }]) => {
      const own = citations.filter((citation) => citation.documentId === documentId);
      return author !== 'bot' || own.length === 0 ? [] : [{ id, message: { at, text, citations: own } }];
    });
    const states = await Promise.all(citing.map(({ id }) => deliveryOf(id)));
    return citing.flatMap(({ message }, index) => (states[index] === 'sent' ? [message] : []));
  }

  async function reader(conversationId: string, documentId: string): Promise<readonly DocumentReader[]> {
    const [stored, messages] = await Promise.all([
      get(`conversation:${conversationId}`),
      messagesOf(conversationId, documentId),
    ]);
    if (stored === null) return [];
    const { channel, owner, lastInboundAt } = conversationJson.parse(stored);
    return [{ conversationId, channel, owner, lastInboundAt, messages }];
  }

  async function readTelling(stored: string): Promise<readonly ToldReader[]> {
    const { conversationId, at, correlationId } = tellingJson.parse(stored);
    const delivery = await deliveryUnder(correlationId);
    return delivery === null ? [] : [{ conversationId, at, delivery }];
  }

  return {
    async documents() {
      return texts.parse(await connection.send(['SMEMBERS', `${PREFIX}cited-documents`])).sort();
    },

    async readers(documentId, after, limit) {
      const from = after === null ? '-' : `(${after}`;
      const range = ['ZRANGE', `${PREFIX}cited:${documentId}`, from, '+', 'BYLEX', 'LIMIT', '0', String(limit)];
      const ids = texts.parse(await connection.send(range));
      return (await Promise.all(ids.map((id) => reader(id, documentId)))).flat();
    },

    async list() {
      const ids = texts.parse(await connection.send(['ZRANGE', `${PREFIX}corrections`, '0', '-1']));
      const stored = await Promise.all(ids.map((id) => get(`correction:${id}`)));
      return stored.filter((one) => one !== null).map((one) => correctionJson.parse(one));
    },

    async find(id) {
      const stored = await get(`correction:${id}`);
      return stored === null ? null : correctionJson.parse(stored);
    },

    async waiting(author) {
      const waiting = waitingReply.parse(await connection.send(['HVALS', `${PREFIX}${WAITING_CORRECTIONS}`]));
      const proposed = waiting.filter((one) => one.state === 'proposed' && one.author !== author);
      return { drafts: waiting.filter(({ state }) => state === 'draft').length, proposed: proposed.length };
    },

    async save(correction) {
      const key = `correction:${correction.id}`;
      const stored = await get(key);
      const version = stored === null ? 0 : correctionJson.parse(stored).version;
      if (version !== correction.version - 1) return false;
      return (await applyChanges(connection, [['equal', key, stored]], correctionSteps(correction))) === null;
    },

    async told(correctionId) {
      const stored = texts.parse(await connection.send(['HVALS', `${PREFIX}correction-told:${correctionId}`]));
      const told = (await Promise.all(stored.map(readTelling))).flat();
      return told.sort((one, other) => (one.conversationId < other.conversationId ? -1 : 1));
    },

    async tell({ correctionId, conversationId, text, citations, at }) {
      return untilApplied(async () => {
        const key = `correction-told:${correctionId}`;
        const [stored, before] = await Promise.all([
          get(`conversation:${conversationId}`),
          connection.send(['HGET', `${PREFIX}${key}`, conversationId]).then((found) => textOrNull.parse(found)),
        ]);
        const conversation = stored === null ? null : conversationJson.parse(stored);
        if (!mayTell(conversation)) return false;
        const last: StoredTelling | null = before === null ? null : tellingJson.parse(before);
        const delivery = last === null ? 'withheld' : await deliveryUnder(last.correlationId);
        if (delivery === null || !neverLeft(delivery)) return false;
        const attempt = (last?.attempt ?? 0) + 1;
        const correlationId = correctionTellingKey(correctionId, conversationId, attempt);
        const guards: readonly Guard[] = [
          ['equal', `conversation:${conversationId}`, stored],
          ['reads', before, 'HGET', key, conversationId],
        ];
        const steps = [
          ...tellingSteps({ correctionId, conversationId, attempt, correlationId, at }),
          sendStep(conversation, unaskedMessage(text, citations), correlationId, at),
        ];
        return (await applyChanges(connection, guards, steps)) === null ? true : null;
      });
    },
  };
}
