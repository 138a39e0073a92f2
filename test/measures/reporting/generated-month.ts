import { createHash } from 'node:crypto';
import type { Database } from '../../../adapters/stores/libsql/database.ts';
import type { Period } from '../../../bot/ports/report-rows.ts';
import { TOPICS } from '../../../knowledge/question/topics.ts';

const CHANNELS = ['messenger:page', 'zalo:oa', 'web:web'] as const;
const OUTCOMES = ['answered', 'answered', 'answered', 'answered', 'abstained', 'escalated', 'chat'] as const;
const ENDINGS = [
  'bao nhiêu ạ',
  'thế nào vậy',
  'cần giấy tờ gì',
  'khi nào nộp',
  'ở đâu ạ cho em hỏi',
  'có bắt buộc không',
];
const TURNS_A_PERSON = 3;

/** A number from 0 to below `limit` that is always the same for the same place. */
function drawn(seed: string, place: number, limit: number): number {
  return createHash('sha256').update(`${seed}:${place}`).digest().readUInt32BE() % limit;
}

/** Writes a month of turns into the ledger of a state file: about three of each citizen, on all channels. */
export function writeMonth(database: Database, { from, until }: Period, turns: number, seed: string): void {
  const insert = database.prepare(
    `INSERT INTO turns (turn_id, conversation_id, epoch, at, item_ids, question, outcome, topic, priority, decided_by,
       reply, citations, ms) VALUES (?, ?, 1, ?, '[]', ?, ?, ?, NULL, 'answer', NULL, '[]', 1)`,
  );
  database.exec('BEGIN');
  for (let index = 0; index < turns; index += 1) {
    const person = drawn(`${seed}:person`, index, Math.ceil(turns / TURNS_A_PERSON));
    const draw = drawn(seed, index, 1 << 30);
    const matter = TOPICS[draw % TOPICS.length] ?? '';
    const outcome = OUTCOMES[draw % OUTCOMES.length] ?? 'answered';
    const question = `Cho tôi hỏi ${matter} lớp ${(draw % 12) + 1} ${ENDINGS[draw % ENDINGS.length]}`;
    const conversation = `${CHANNELS[person % CHANNELS.length]}:${seed}-${person}`;
    const topic = outcome === 'escalated' ? 'individual_case' : null;
    const at = from + Math.floor(((until - from) * index) / turns);
    insert.run(`${seed}-${index}`, conversation, at, question, outcome, topic);
  }
  database.exec('COMMIT');
}
