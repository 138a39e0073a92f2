import { z } from 'zod';
import type { Citation } from '../../../bot/conversation.ts';
import type { CitingMessage, DocumentReader, RuleCorrection } from '../../../bot/corrections/correction.ts';
import { correctionTellingKey } from '../../../bot/corrections/telling-key.ts';
import type { Corrections } from '../../../bot/ports/corrections.ts';
import { mayTell, neverLeft, unaskedMessage } from '../../../bot/telling-once.ts';
import type { Database } from './database.ts';
import { createEnqueue } from './enqueue.ts';
import { groupCommitOf } from './group-commit.ts';
import { createStandingRows } from './standing-rows.ts';
import { saveVersion } from './versioned-rows.ts';

const DELIVERIES = ['pending', 'sending', 'sent', 'failed', 'held', 'withheld'] as const;

const idRow = z.object({ document_id: z.string() });
const readerRow = z.object({
  conversation_id: z.string(),
  channel: z.enum(['messenger', 'zalo', 'web']),
  owner: z.enum(['bot', 'queue', 'staff']),
  last_inbound_at: z.number().nullable(),
});
/** The file is trusted as the program's own memory is. */
const citingRow = z.object({
  at: z.number(),
  text: z.string(),
  citations: z.string().transform((text) => JSON.parse(text) as readonly Citation[]),
});
const correctionRow = z
  .object({ content: z.string() })
  .transform(({ content }) => JSON.parse(content) as RuleCorrection);
const toldRow = z.object({ conversationId: z.string(), at: z.number(), delivery: z.enum(DELIVERIES) });
const waitingRow = z.object({ drafts: z.number(), proposed: z.number() });
const attemptRow = z.object({ attempt: z.number(), delivery: z.enum(DELIVERIES).nullable() }).optional();

/** Corrections in the state file. `cited_documents` is kept by a trigger, whoever writes a message. */
export function createLibsqlCorrections(database: Database): Corrections {
  const enqueue = createEnqueue(database);
  const { conversation: findConversation } = createStandingRows(database);
  const commitTogether = groupCommitOf(database);
  const selectReaders = database.prepare(
    `SELECT d.conversation_id, c.channel, c.owner, c.last_inbound_at
     FROM cited_documents d JOIN conversations c ON c.id = d.conversation_id
     WHERE d.document_id = ? AND d.conversation_id > ? ORDER BY d.conversation_id LIMIT ?`,
  );
  const selectCiting = database.prepare(
    `SELECT m.at, m.text, m.citations FROM messages m JOIN outbox o ON o.id = m.id
     WHERE m.conversation_id = ? AND m.author = 'bot' AND m.citations <> '[]' AND o.state = 'sent' ORDER BY m.id`,
  );
  const selectTold = database.prepare(
    `SELECT t.conversation_id AS conversationId, t.at, o.state AS delivery
     FROM correction_tellings t JOIN outbox o ON o.correlation_id = t.correlation_id
     WHERE t.correction_id = ? ORDER BY t.conversation_id`,
  );
  const selectAttempt = database.prepare(
    `SELECT t.attempt, o.state AS delivery FROM correction_tellings t
     LEFT JOIN outbox o ON o.correlation_id = t.correlation_id
     WHERE t.correction_id = ? AND t.conversation_id = ?`,
  );

  // Answered from the index `corrections_waiting` alone, whatever the corrections hold.
  const countWaiting = database.prepare(
    `SELECT count(*) FILTER (WHERE json_extract(content, '$.state') = 'draft') AS drafts,
            count(*) FILTER (WHERE json_extract(content, '$.state') = 'proposed'
              AND json_extract(content, '$.author') IS NOT ?) AS proposed
     FROM corrections WHERE json_extract(content, '$.state') IN ('draft', 'proposed')`,
  );

  function messagesOf(conversationId: string, documentId: string): readonly CitingMessage[] {
    return selectCiting.all(conversationId).flatMap((row) => {
      const { citations, ...message } = citingRow.parse(row);
      const own = citations.filter((citation) => citation.documentId === documentId);
      return own.length === 0 ? [] : [{ ...message, citations: own }];
    });
  }

  return {
    async documents() {
      const rows = database.prepare('SELECT DISTINCT document_id FROM cited_documents ORDER BY document_id').all();
      return rows.map((row) => idRow.parse(row).document_id);
    },

    async readers(documentId, after, limit) {
      return selectReaders.all(documentId, after ?? '', limit).map((row): DocumentReader => {
        const { conversation_id: conversationId, last_inbound_at: lastInboundAt, ...reader } = readerRow.parse(row);
        return { ...reader, conversationId, lastInboundAt, messages: messagesOf(conversationId, documentId) };
      });
    },

    async list() {
      return database
        .prepare('SELECT content FROM corrections ORDER BY opened_at, id')
        .all()
        .map((row) => correctionRow.parse(row));
    },

    async find(id) {
      const row = database.prepare('SELECT content FROM corrections WHERE id = ?').get(id);
      return row === undefined ? null : correctionRow.parse(row);
    },

    async waiting(author) {
      return waitingRow.parse(countWaiting.get(author));
    },

    async save(correction) {
      return commitTogether(() =>
        saveVersion(database, 'corrections', { ...correction, begunAt: correction.openedAt, content: correction }),
      );
    },

    async told(correctionId) {
      return selectTold.all(correctionId).map((row) => toldRow.parse(row));
    },

    async tell({ correctionId, conversationId, text, citations, at }) {
      return commitTogether(() => {
        const conversation = findConversation(conversationId);
        if (!mayTell(conversation)) return false;
        const before = attemptRow.parse(selectAttempt.get(correctionId, conversationId));
        if (before !== undefined && (before.delivery === null || !neverLeft(before.delivery))) return false;
        const attempt = (before?.attempt ?? 0) + 1;
        const key = correctionTellingKey(correctionId, conversationId, attempt);
        enqueue(conversation, unaskedMessage(text, citations), key, at);
        database
          .prepare(
            `INSERT INTO correction_tellings (correction_id, conversation_id, attempt, correlation_id, at)
             VALUES (?, ?, ?, ?, ?) ON CONFLICT (correction_id, conversation_id)
             DO UPDATE SET attempt = excluded.attempt, correlation_id = excluded.correlation_id, at = excluded.at`,
          )
          .run(correctionId, conversationId, attempt, key, at);
        return true;
      });
    },
  };
}

/** Forgets which documents were quoted to a citizen, and what was put right. Within the caller's transaction. */
export function eraseCorrections(database: Database, conversationId: string): void {
  database.prepare('DELETE FROM cited_documents WHERE conversation_id = ?').run(conversationId);
  database.prepare('DELETE FROM correction_tellings WHERE conversation_id = ?').run(conversationId);
}
