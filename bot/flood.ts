import { createHash } from 'node:crypto';
import { fold } from '../knowledge/text/normalise.ts';
import type { Conversation } from './conversation.ts';
import { REPLIES } from './policy/replies.ts';
import { chat, SILENT, type TurnDecision } from './turn-decision.ts';

/** More messages a minute than this come from no person who waits for an answer. */
export const MESSAGES_A_MINUTE = 20;
const MINUTE_MS = 60_000;
/** Who is told to slow down is told so this often. */
const TELL_EVERY_MS = 10 * 60_000;
/** The same words within this time count as repeated. */
const REPEATED_WITHIN_MS = 10 * MINUTE_MS;
/** So often the same words are answered, then no more; short ones («không», «alo») say new things again and again. */
export const ANSWERED_SAYINGS = 3;
const ANSWERED_SHORT_SAYINGS = 7;
const LEAST_WORDS = 4;
/** Sayings of one citizen that are remembered. */
const SAYINGS = 60;
/** Citizens whose messages of the last minute are counted; beyond, those silent for longest are forgotten. */
const CITIZENS = 10_000;

/** Messages of one citizen; `at` = when each was written (ms since epoch). */
interface Written {
  readonly conversationId: string;
  readonly fragments: readonly { readonly text: string; readonly at: number }[];
}

/** Counts how fast each citizen writes. Each process counts what it works on. */
export interface FloodWatch {
  /** Counts messages, each once however often it is tried, and says whether they are too many. */
  isFlood(written: Written): boolean;
  /**
   * Remembers what was written, each message once however often it is tried, and says whether all of it had been
   * answered several times a moment ago. Words are kept as digests, and nowhere but in memory.
   */
  isRepeated(written: Written): boolean;
}

/** Counts by the times at which the messages were written, so that mail which waited is no flood. */
export function createFloodWatch(): FloodWatch {
  const written = createRecentMemory<number>();
  const said = createRecentMemory<Saying>();
  return {
    isFlood({ conversationId, fragments }) {
      const times = new Set([...written.of(conversationId), ...fragments.map(({ at }) => at)]);
      const latest = [...times].sort((a, b) => a - b).slice(-MESSAGES_A_MINUTE - 1);
      const recent = latest.filter((at) => at > (latest.at(-1) ?? 0) - MINUTE_MS);
      written.keep(conversationId, recent);
      return recent.length > MESSAGES_A_MINUTE;
    },
    isRepeated({ conversationId, fragments }) {
      const now = fragments.map(toSaying);
      const latest = Math.max(0, ...now.map(({ at }) => at));
      const before = said
        .of(conversationId)
        .filter(({ at, words }) => at > latest - REPEATED_WITHIN_MS && !now.some((one) => isSame(one, { at, words })));
      said.keep(conversationId, [...before, ...now].slice(-SAYINGS));
      return now.length > 0 && now.every((one) => countOf(one, before) >= one.answered);
    },
  };
}

/** Words that were said, as a digest, and how often they are answered within a while. */
interface Saying {
  readonly words: string;
  readonly at: number;
  readonly answered: number;
}

function toSaying({ text, at }: { readonly text: string; readonly at: number }): Saying {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const digest = createHash('sha256').update(words.join(' ')).digest('base64');
  const sayings = words.length < LEAST_WORDS ? ANSWERED_SHORT_SAYINGS : ANSWERED_SAYINGS;
  // A row of signs of joy says nothing that could be said again.
  return { words: digest, at, answered: words.length === 0 ? Number.POSITIVE_INFINITY : sayings };
}

function isSame(one: Pick<Saying, 'words' | 'at'>, other: Pick<Saying, 'words' | 'at'>): boolean {
  return one.at === other.at && one.words === other.words;
}

function countOf({ words }: Saying, before: readonly Saying[]): number {
  return before.filter((other) => other.words === words).length;
}

/** Something recent of each citizen; those silent for longest are forgotten first. */
function createRecentMemory<T>(): {
  readonly of: (conversationId: string) => readonly T[];
  readonly keep: (conversationId: string, recent: readonly T[]) => void;
} {
  const kept = new Map<string, readonly T[]>();
  return {
    of: (conversationId) => kept.get(conversationId) ?? [],
    keep(conversationId, recent) {
      kept.delete(conversationId);
      kept.set(conversationId, recent);
      for (const oldest of kept.keys()) {
        if (kept.size <= CITIZENS) break;
        kept.delete(oldest);
      }
    },
  };
}

/** What a citizen hears who writes too fast: once to gather their words, then nothing until they slow down. */
export function slowDown(conversation: Pick<Conversation, 'toldAt'> | null, at: number): TurnDecision {
  const words = { ...chat('flood', REPLIES.tooFast), notice: 'too-fast' } as const;
  const told = conversation?.toldAt['too-fast'];
  return told === undefined || at - told >= TELL_EVERY_MS ? words : { ...words, ...SILENT, notice: undefined };
}

/** Whether a decision may be left out in a flood: nobody is called, nothing is kept, and no child is in danger. */
export function isIdle({ outcome, ticket, owner, reminder, link }: TurnDecision): boolean {
  const isPlain = outcome !== 'crisis' && ticket === null && owner === 'bot';
  return isPlain && reminder === undefined && link === undefined;
}
