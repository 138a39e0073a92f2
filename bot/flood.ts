import type { Conversation } from './conversation.ts';
import { REPLIES } from './policy/replies.ts';
import { chat, SILENT, type TurnDecision } from './turn-decision.ts';

/** More messages a minute than this come from no person who waits for an answer. */
export const MESSAGES_A_MINUTE = 20;
const MINUTE_MS = 60_000;
/** Who is told to slow down is told so this often. */
const TELL_EVERY_MS = 10 * 60_000;
/** Citizens whose messages of the last minute are counted; beyond, those silent for longest are forgotten. */
const CITIZENS = 10_000;

/** Messages of one citizen; `at` = when each was written (ms since epoch). */
interface Written {
  readonly conversationId: string;
  readonly fragments: readonly { readonly at: number }[];
}

/** Counts how fast each citizen writes. Each process counts what it works on. */
export interface FloodWatch {
  /** Counts messages, each once however often it is tried, and says whether they are too many. */
  isFlood(written: Written): boolean;
}

/** Counts by the times at which the messages were written, so that mail which waited is no flood. */
export function createFloodWatch(): FloodWatch {
  const written = new Map<string, readonly number[]>();
  return {
    isFlood({ conversationId, fragments }) {
      const times = new Set([...(written.get(conversationId) ?? []), ...fragments.map(({ at }) => at)]);
      const latest = [...times].sort((a, b) => a - b).slice(-MESSAGES_A_MINUTE - 1);
      const recent = latest.filter((at) => at > (latest.at(-1) ?? 0) - MINUTE_MS);
      written.delete(conversationId);
      written.set(conversationId, recent);
      for (const oldest of written.keys()) {
        if (written.size <= CITIZENS) break;
        written.delete(oldest);
      }
      return recent.length > MESSAGES_A_MINUTE;
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
export function isIdle({ outcome, ticket, owner, reminder }: TurnDecision): boolean {
  return outcome !== 'crisis' && ticket === null && owner === 'bot' && reminder === undefined;
}
