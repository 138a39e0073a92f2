import { z } from 'zod';
import type { OldWordKind, OldWords, RewordCount, Rewording } from '../../../bot/ports/old-words.ts';
import { EXPIRED_WORDS } from '../../../bot/ports/retention.ts';
import { closedCorrection, closedGap, closedHold, closedIncident, closedTags } from '../closed-words.ts';
import { rewordActivity, rewordContent } from '../reword-activity.ts';
import { applyChanges, type Guard, type GuardedSteps, type Step, untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { correctionJson, correctionSteps } from './correction-steps.ts';
import { gapJson, gapSteps } from './gap-steps.ts';
import { incidentJson, incidentSteps } from './incidents.ts';
import { linesOf, rewordConversation, textsOf } from './index-tickets.ts';
import { noteSteps } from './notes.ts';
import { scanKeys } from './scan-keys.ts';
import { holdJson, noteJson, type StoredLine, ticketJson } from './stored-json.ts';
import { rewordSteps } from './ticket-list-steps.ts';
import { ticketSteps } from './ticket-steps.ts';

const STEP = 100;
const textOrNull = z.string().nullable();

/** What one row, or the rows of one conversation, need; and how many they are. */
interface Change extends GuardedSteps, RewordCount {}

const NOTHING: Change = { looked: 0, changed: 0, steps: [], guards: [] };

/** Old words in Redis. */
export function createRedisOldWords(connection: RedisConnection): OldWords {
  const ask = async (...words: readonly string[]) => {
    const [command = '', key = '', ...rest] = words;
    return textOrNull.parse(await connection.send([command, `${PREFIX}${key}`, ...rest]));
  };

  async function mail(id: string, { sealed, hidden }: Rewording): Promise<Change> {
    const key = `item:${id}`;
    const [activity, conversation] = [await ask('HGET', key, 'activity'), await ask('HGET', key, 'conversation')];
    if (activity === null || conversation === null) return NOTHING;
    const [close, hide] = [
      (words: string) => sealed(words, conversation),
      (address: string) => hidden(address, conversation),
    ];
    const reworded = rewordActivity(activity, close, hide);
    if (reworded === activity) return { ...NOTHING, looked: 1 };
    return {
      looked: 1,
      changed: 1,
      guards: [['reads', activity, 'HGET', key, 'activity']],
      steps: [['call', 'HSET', key, 'activity', reworded]],
    };
  }

  async function ticket(id: string, rewording: Rewording): Promise<Change> {
    const { masked } = rewording;
    const stored = await ask('GET', `ticket:${id}`);
    if (stored === null) return NOTHING;
    const before = ticketJson.parse(stored);
    const orNull = (words: string | null) => (words === null ? null : masked(words));
    const { question, closingNote, transferNote, tags } = before;
    const now = {
      ...before,
      question: masked(question),
      closingNote: orNull(closingNote),
      transferNote: orNull(transferNote),
      tags: closedTags(tags, rewording),
    };
    if (JSON.stringify(now) === JSON.stringify(before)) return { ...NOTHING, looked: 1 };
    const all = await linesOf(connection, before.conversationId);
    return {
      looked: 1,
      changed: 1,
      guards: [
        ['equal', `ticket:${id}`, stored],
        ['reads', String(all.size), 'ZCARD', `order:${before.conversationId}`],
      ],
      steps: [...ticketSteps(before, now), ...rewordSteps(now, textsOf(all, before.epoch))],
    };
  }

  async function lines(conversationId: string, { sealed }: Rewording): Promise<Change> {
    const found = await linesOf(connection, conversationId);
    const changed = new Map<string, StoredLine>();
    const guards: Guard[] = [['reads', String(found.size), 'ZCARD', `order:${conversationId}`]];
    for (const [id, line] of found) {
      if (line.text === EXPIRED_WORDS) continue;
      const text = sealed(line.text, conversationId);
      if (text === line.text || (await connection.send(['EXISTS', `${PREFIX}out:${id}`])) === 1) continue;
      changed.set(id, { ...line, text });
      guards.push(['reads', JSON.stringify(line), 'HGET', `lines:${conversationId}`, id]);
    }
    if (changed.size === 0) return { ...NOTHING, looked: found.size };
    const steps = [...changed].map(
      ([id, line]): Step => ['call', 'HSET', `lines:${conversationId}`, id, JSON.stringify(line)],
    );
    const words = await rewordConversation(connection, conversationId, changed);
    return { looked: found.size, changed: changed.size, guards, steps: [...steps, ...words] };
  }

  async function note(id: string, { sealed }: Rewording): Promise<Change> {
    const stored = await ask('GET', `note:${id}`);
    if (stored === null) return NOTHING;
    const before = noteJson.parse(stored);
    const text = sealed(before.text, before.ticketId);
    if (text === before.text) return { ...NOTHING, looked: 1 };
    const guards: readonly Guard[] = [['equal', `note:${id}`, stored]];
    return { looked: 1, changed: 1, guards, steps: noteSteps({ ...before, text }) };
  }

  async function turn(id: string, { masked }: Rewording): Promise<Change> {
    const question = await ask('HGET', `turn:${id}`, 'question');
    if (question === null) return NOTHING;
    const reworded = masked(question);
    if (reworded === question) return { ...NOTHING, looked: 1 };
    return {
      looked: 1,
      changed: 1,
      guards: [['reads', question, 'HGET', `turn:${id}`, 'question']],
      steps: [['call', 'HSET', `turn:${id}`, 'question', reworded]],
    };
  }

  /** A row that is kept whole as JSON, stored anew by its own steps. */
  const ofContent =
    <T>(
      stem: string,
      read: (stored: string) => T,
      close: (content: T, rewording: Rewording) => T,
      stepsOf: (content: T) => readonly Step[],
    ) =>
    async (id: string, rewording: Rewording): Promise<Change> => {
      const stored = await ask('GET', `${stem}${id}`);
      if (stored === null) return NOTHING;
      const reworded = rewordContent(stored, read, (content) => close(content, rewording));
      if (reworded === stored) return { ...NOTHING, looked: 1 };
      return { looked: 1, changed: 1, guards: [['equal', `${stem}${id}`, stored]], steps: stepsOf(read(reworded)) };
    };

  async function* turnIds(): AsyncGenerator<string> {
    for (let start = 0; ; start += STEP) {
      const range = ['ZRANGE', `${PREFIX}ledger`, String(start), String(start + STEP - 1)];
      const found = z.array(z.string()).parse(await connection.send(range));
      yield* found;
      if (found.length < STEP) return;
    }
  }

  async function walk(
    ids: Iterable<string> | AsyncIterable<string>,
    change: (id: string, rewording: Rewording) => Promise<Change>,
    rewording: Rewording,
    onStep: (count: RewordCount) => void,
  ): Promise<RewordCount> {
    let count = { looked: 0, changed: 0 };
    for await (const id of ids) {
      // Whatever changed meanwhile is looked at anew.
      const done = await untilApplied(async () => {
        const wanted = await change(id, rewording);
        if (wanted.steps.length === 0) return wanted;
        return (await applyChanges(connection, wanted.guards, wanted.steps)) === null ? wanted : null;
      });
      count = { looked: count.looked + done.looked, changed: count.changed + done.changed };
      onStep(count);
    }
    return count;
  }

  return {
    async reword(rewording, onProgress) {
      const of = (
        kind: OldWordKind,
        ids: Iterable<string> | AsyncIterable<string>,
        change: (id: string, rewording: Rewording) => Promise<Change>,
      ) => walk(ids, change, rewording, (count) => onProgress(kind, count));
      return {
        mail: await of('mail', await scanKeys(connection, 'item:'), mail),
        tickets: await of('tickets', await scanKeys(connection, 'ticket:'), ticket),
        lines: await of('lines', await scanKeys(connection, 'lines:'), lines),
        notes: await of('notes', await scanKeys(connection, 'note:'), note),
        turns: await of('turns', turnIds(), turn),
        incidents: await of(
          'incidents',
          await scanKeys(connection, 'incident:'),
          ofContent('incident:', (stored) => incidentJson.parse(stored), closedIncident, incidentSteps),
        ),
        gaps: await of(
          'gaps',
          await scanKeys(connection, 'gap:'),
          ofContent('gap:', (stored) => gapJson.parse(stored), closedGap, gapSteps),
        ),
        corrections: await of(
          'corrections',
          await scanKeys(connection, 'correction:'),
          ofContent('correction:', (stored) => correctionJson.parse(stored), closedCorrection, correctionSteps),
        ),
        holds: await of(
          'holds',
          await scanKeys(connection, 'hold:'),
          ofContent(
            'hold:',
            (stored) => holdJson.parse(stored),
            closedHold,
            (hold) => [['call', 'SET', `hold:${hold.conversationId}`, JSON.stringify(hold)]],
          ),
        ),
      };
    },
  };
}
