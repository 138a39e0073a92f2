import { onLadder } from '../../bot/abuse/on-ladder.ts';
import { createAdmissionGuide } from '../../bot/admission/guide-family.ts';
import type { PublishedTable } from '../../bot/admission/published-tables.ts';
import type { TranscriptMessage } from '../../bot/conversation.ts';
import { decideTurn } from '../../bot/decide-turn.ts';
import type { RecordedTurn } from '../../bot/ports/ledger.ts';
import type { TopicSettings } from '../../bot/topic-settings.ts';
import type { TurnDecision, TurnKnowledge } from '../../bot/turn-decision.ts';
import { heardThen } from './heard-then.ts';
import type { Difference, Replay } from './replay-turn.ts';

/** Why a turn that no document answered cannot be decided again: what it hung on is not recorded with it. */
export type NotDecidedAgain = 'staff-owned' | 'tapped' | 'reminder' | 'link' | 'statement' | 'press-intake' | 'counted';

/** By how the ledger calls the step that decided. */
const NOT_AGAIN: readonly (readonly [RegExp, NotDecidedAgain])[] = [
  [/^(?:owner|switch):/, 'staff-owned'],
  [/^(?:rating|closing):|^button:|^(?:attachment|empty)$|^citizen:cancel$/, 'tapped'],
  [/^reminder:/, 'reminder'],
  [/^link:/, 'link'],
  [/^statement:/, 'statement'],
  [/^press:/, 'press-intake'],
  [/^(?:flood|repeat)$|^abuse:\S+ (?:flood|repeat)$/, 'counted'],
];
const DECIDED_AGAIN = /^(?:policy|admission|abuse):/;
const CONTEXT_LINES = 8;

/** Why there is nothing to decide again; `null`: it can be, or the documents answered. */
export function whyNotDecidedAgain(decidedBy: string): NotDecidedAgain | null {
  return NOT_AGAIN.find(([pattern]) => pattern.test(decidedBy))?.[1] ?? null;
}

/** Whether a turn was decided by rules, the admission helper or the ladder of misuse, on words alone. */
export function isDecidedAgain({ decidedBy, conversationId, question }: RecordedTurn): boolean {
  const isWhole = !conversationId.startsWith('erased:') && question !== '';
  return isWhole && whyNotDecidedAgain(decidedBy) === null && DECIDED_AGAIN.test(decidedBy);
}

/** What a turn is decided on now. */
export interface PresentOffice {
  readonly knowledge: TurnKnowledge;
  readonly settings: TopicSettings;
  /** The admission table of the turn's day, as it is published now. */
  readonly table: PublishedTable | null;
}

/**
 * Decides a turn again on the words that were heard then and the rules, wordings and tables of now. No model is asked.
 * @param lines of the conversation, oldest first
 */
export async function replayDecision(
  turn: RecordedTurn,
  lines: readonly TranscriptMessage[],
  { knowledge, settings, table }: PresentOffice,
): Promise<Replay> {
  const { turnId, at, decidedBy, reply: recordedReply } = turn;
  const { text, before, masked } = heardThen(turn, lines);
  const heard = { text, payload: null, attachmentCount: 0, at };
  const known = { owner: 'bot', ticketId: null, lastStaffAt: null } as const;
  const judged = await decideTurn(heard, known, before.slice(-CONTEXT_LINES), knowledge, settings, {
    admission: createAdmissionGuide(table, before, at),
  });
  const decision = onRung(judged, decidedBy, at);
  const sameStep = decision.decidedBy === decidedBy;
  // Who speaks, by when staff answer and who keeps the data stand before and behind the words. Where people were
  // speaking with the citizen, the bot said nothing to the same danger.
  const isSaid = recordedReply === null || decision.reply === null || recordedReply.includes(decision.reply);
  const same = sameStep && isSaid && (recordedReply === null || decision.reply !== null);
  const differences: readonly Difference[] = [
    ...(masked ? [{ what: 'masked' } as const] : []),
    ...(sameStep ? [] : [{ what: 'decision', was: decidedBy, is: decision.decidedBy } as const]),
    ...(sameStep && !same ? [{ what: 'wording' } as const] : []),
  ];
  return { turnId, at, decidedBy, same, recordedReply, reply: decision.reply, passages: [], differences };
}

/** The same decision on the rung that the citizen stood on then, which the ledger names. */
function onRung(decision: TurnDecision, decidedBy: string, at: number): TurnDecision {
  const rung = /^abuse:([1-4]|silent) /.exec(decidedBy)?.[1];
  if (rung === undefined) return decision;
  const below = ([null, 1, 2, 3] as const)[Number(rung) - 1] ?? null;
  const abuse =
    rung === 'silent'
      ? ({ rung: 3, at, until: at + 1 } as const)
      : below === null
        ? null
        : ({ rung: below, at, until: null } as const);
  return onLadder(decision, { owner: 'bot', abuse }, at);
}
