import type { Ticket } from '../../../bot/conversation.ts';
import type { RuleCorrection } from '../../../bot/corrections/correction.ts';
import type { Gap, GapQuestion } from '../../../bot/gaps/gap.ts';
import type { Rating } from '../../../bot/gaps/rating.ts';
import type { Incident } from '../../../bot/incidents/incident.ts';
import type { LinkedConversation, Parted } from '../../../bot/links/link.ts';
import type { Note } from '../../../bot/ports/notes.ts';
import type { LedgerEntry } from '../../../bot/ports/records.ts';
import { MAIL_ROWS_MS } from '../../../bot/ports/retention.ts';
import type { ReminderList } from '../../../bot/reminders/reminder.ts';
import type { Step } from '../redis/apply-changes.ts';
import { PREFIX, type RedisConnection } from '../redis/connection.ts';
import { correctionSteps, indexCitations, type StoredTelling, tellingSteps } from '../redis/correction-steps.ts';
import { gapQuestionSteps, gapSteps, ratingSteps } from '../redis/gap-steps.ts';
import { incidentSteps } from '../redis/incidents.ts';
import { indexTickets } from '../redis/index-tickets.ts';
import { ledgerSteps } from '../redis/ledger-steps.ts';
import { linkedSteps } from '../redis/link-steps.ts';
import { noteSteps } from '../redis/notes.ts';
import { ECHO_WITHIN_SECONDS } from '../redis/outbox.ts';
import { partingSteps } from '../redis/parting-steps.ts';
import { reminderSteps } from '../redis/reminder-steps.ts';
import { ticketSteps } from '../redis/ticket-steps.ts';
import { lineStep } from '../redis/turn-steps.ts';
import type { Kind, StateRecord, StateWriter } from './kinds.ts';

type Command = readonly [command: string, key: string, ...words: (string | number)[]];

/**
 * Writes into an empty Redis. Where something is looked for is not part of a record: it is put there again, as the
 * stores do.
 * @param now when the move began, ms since epoch
 */
export function createRedisWriter(connection: RedisConnection, now: number): StateWriter {
  const { send } = connection;
  const requesters = new Map<string, unknown>();
  const inQueue = new Set<string>();

  function arrived(key: unknown, receivedAt: unknown): readonly Command[] {
    const until = Number(receivedAt) + MAIL_ROWS_MS;
    return until > now ? [['SET', `arrived:${key}`, '1', 'PXAT', until]] : [];
  }

  function mail(item: StateRecord): readonly Command[] {
    const { id, key, conversationId, channel, activity, at, receivedAt, attempts, state } = item;
    const fields = { key, conversation: conversationId, channel, activity, at, received: receivedAt, attempts };
    const member = memberOf(id);
    const received = Number(receivedAt);
    return [
      ['HSET', `item:${id}`, ...flat(fields)],
      ...arrived(key, receivedAt),
      ...(state === 'parked'
        ? ([
            ['ZADD', 'parked', received, member],
            ['SADD', `parked-of:${conversationId}`, String(id)],
          ] as const)
        : ([
            ['ZADD', `mail:${conversationId}`, Number(at), member],
            ['ZADD', `received:${conversationId}`, received, member],
            ['ZADD', 'inbox', received, member],
            ['ZADD', 'first', 'LT', received, String(conversationId)],
          ] as const)),
    ];
  }

  function line({ id, conversationId, heardKey, ...words }: StateRecord): readonly Command[] {
    return [
      ['HSET', `lines:${conversationId}`, String(id), JSON.stringify(words)],
      ['ZADD', `order:${conversationId}`, Number(id), String(id)],
      ...(heardKey ? [['HSET', `heard:${conversationId}`, String(heardKey), String(id)] as const] : []),
    ];
  }

  /** Rows come in the order of their ids, so the first open one of a conversation is the head of its line. */
  function outgoing(row: StateRecord): readonly Command[] {
    const { id, correlationId, conversationId, channel, state, attempts, nextAt, providerMessageId } = row;
    const fields = {
      correlation: correlationId,
      conversation: conversationId,
      channel,
      state,
      attempts,
      next: nextAt,
      created: row['createdAt'],
      received: row['receivedAt'],
      reason: row['reason'],
      pieces: row['piecesSent'],
      ...(row['endedAt'] === null ? {} : { ended: row['endedAt'] }),
      ...(providerMessageId ? { provider: providerMessageId } : {}),
    };
    const member = memberOf(id);
    const isOpen = state === 'pending' || state === 'sending';
    const mayEcho = Math.max(Number(row['createdAt']), Number(row['endedAt'])) > now - ECHO_WITHIN_SECONDS * 1_000;
    const isUnconfirmed = !providerMessageId && (state === 'sent' || (isOpen && Number(attempts) > 0));
    const remember = (key: string): Command => ['EXPIRE', key, ECHO_WITHIN_SECONDS];
    return [
      ['SET', `correlation:${correlationId}`, String(id)],
      ['HSET', `out:${id}`, ...flat(fields)],
      ...(isOpen
        ? ([
            ['ZADD', `open:${conversationId}`, Number(id), member],
            ['ZADD', 'unsent', Number(row['createdAt']), member],
            ['ZADD', `due:${channel}`, 'NX', Number(nextAt), String(conversationId)],
          ] as const)
        : []),
      ...(isUnconfirmed && (isOpen || mayEcho)
        ? ([
            ['ZADD', `unconfirmed:${conversationId}`, Number(id), member],
            remember(`unconfirmed:${conversationId}`),
          ] as const)
        : []),
      ...(providerMessageId && mayEcho
        ? ([
            ['HSET', `provider:${conversationId}`, String(providerMessageId), String(id)],
            remember(`provider:${conversationId}`),
          ] as const)
        : []),
    ];
  }

  // Both engines know the same tickets and turns, and a record has all their fields.
  function ticket(record: StateRecord): readonly Command[] {
    const moved = record as unknown as Ticket;
    const owner = inQueue.has(moved.conversationId) ? 'queue' : 'bot';
    return commandsOf([...ticketSteps(null, moved), lineStep({ owner }, moved)]);
  }

  /** Conversations come before their tickets. */
  function conversation(record: StateRecord): readonly Command[] {
    if (record['owner'] === 'queue') inQueue.add(String(record['id']));
    return [['SET', `conversation:${record['id']}`, JSON.stringify(record)]];
  }

  function account({ staffGroup = null, lastLoginAt, ...fields }: StateRecord): readonly Command[] {
    const name = String(fields['name']);
    return [
      ['HSET', 'staff', name, JSON.stringify({ ...fields, group: staffGroup })],
      ...(typeof lastLoginAt === 'number' ? [['HSET', 'staff-logins', name, lastLoginAt] as const] : []),
    ];
  }

  function factor({ staffName, sealedKey, lastStep, codes }: StateRecord): readonly Command[] {
    return [
      ['HSET', 'staff-factors', String(staffName), JSON.stringify({ sealedKey, lastStep, recoveryDigests: codes })],
    ];
  }

  /** In Redis the line knows that it leaves over staff. */
  async function markOverStaff({ id, conversationId }: StateRecord): Promise<void> {
    const key = `${PREFIX}lines:${conversationId}`;
    const line = await send(['HGET', key, String(id)]);
    if (typeof line !== 'string') return;
    await send(['HSET', key, String(id), JSON.stringify({ ...JSON.parse(line), overStaff: true })]);
  }

  // As for tickets and turns.
  const note = (record: StateRecord) => commandsOf(noteSteps(record as unknown as Note));

  function turn(record: StateRecord): readonly Command[] {
    const entry = record as unknown as LedgerEntry & { readonly itemIds: number[]; readonly at: number };
    return commandsOf(
      ledgerSteps(entry, entry, { id: String(record['conversationId']), epoch: Number(record['epoch']) }),
    );
  }

  function erasure(proof: StateRecord): readonly Command[] {
    requesters.set(String(proof['code']), proof['requestedBy']);
    return [['SET', `erasure:${proof['code']}`, JSON.stringify(proof)]];
  }

  function pending({ conversationId, codes }: StateRecord): readonly Command[] {
    const orders = (Array.isArray(codes) ? codes : []).map((code) => ({
      code,
      requestedBy: requesters.get(String(code)),
    }));
    return [['RPUSH', `pending-erasures:${conversationId}`, ...orders.map((order) => JSON.stringify(order))]];
  }

  const commands: Readonly<Record<Kind, (record: StateRecord) => readonly Command[]>> = {
    counters: ({ name, value }) => [['HSET', 'ids', String(name), Number(value)]],
    mail,
    keys: ({ key, receivedAt }) => arrived(key, receivedAt),
    delays: ({ conversationId, notBefore }) => [['HSET', 'not-before', String(conversationId), Number(notBefore)]],
    conversations: conversation,
    lines: line,
    outbox: outgoing,
    tickets: ticket,
    notes: note,
    turns: turn,
    gapQuestions: (record) => commandsOf(gapQuestionSteps(record as unknown as GapQuestion)),
    gaps: ({ content }) => commandsOf(gapSteps(content as unknown as Gap)),
    corrections: ({ content }) => commandsOf(correctionSteps(content as unknown as RuleCorrection)),
    tellings: (record) => commandsOf(tellingSteps(record as unknown as StoredTelling)),
    ratings: (record) => commandsOf(ratingSteps(record as unknown as Rating)),
    reminders: ({ content, ...list }) =>
      commandsOf(reminderSteps({ ...list, reminders: content } as unknown as ReminderList)),
    links: (record) => commandsOf(linkedSteps(record as unknown as LinkedConversation)),
    partings: (record) => commandsOf(partingSteps(record as unknown as Parted)),
    incidents: ({ content }) => commandsOf(incidentSteps(content as unknown as Incident)),
    staff: account,
    factors: factor,
    audit: (entry) => [['RPUSH', 'audit', JSON.stringify(entry)]],
    kept: ({ name, value }) => [['HSET', 'kept', String(name), String(value)]],
    erasures: erasure,
    pending,
    holds: ({ placedBy: by, ...hold }) => [['SET', `hold:${hold['conversationId']}`, JSON.stringify({ ...hold, by })]],
  };

  return {
    async write(kind, records) {
      const batch = records.flatMap(commands[kind]);
      await Promise.all(
        batch.map(([command, key, ...words]) => send([command, `${PREFIX}${key}`, ...words.map(String)])),
      );
      if (kind !== 'outbox') return;
      for (const row of records) if (row['overStaff'] === true) await markOverStaff(row);
    },
    // What a ticket is found by comes of its lines too, which lie elsewhere; so does which documents were quoted.
    async finish() {
      await indexTickets(connection);
      await indexCitations(connection);
    },
  };
}

/** As `member` in the scripts of the stores. */
function memberOf(id: unknown): string {
  return String(id).padStart(16, '0');
}

function flat(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => [name, value === null ? '' : String(value)]);
}

/** Steps of the stores that are commands of Redis. */
function commandsOf(steps: readonly Step[]): readonly Command[] {
  return steps.flatMap((step) => (step[0] === 'call' ? [step.slice(1) as unknown as Command] : []));
}
