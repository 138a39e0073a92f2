import { z } from 'zod';
import { approvalNotice } from './approval-words.ts';
import { rateButtons } from './gaps/rating-buttons.ts';
import { createKeptSettings, type KeptSettings } from './kept-reading.ts';
import type { KeptValues } from './ports/kept-values.ts';
import type { TurnDecision } from './turn-decision.ts';
import { wholeWords } from './whole-words.ts';

/** The kept value that holds them, as JSON of {@link ApprovalSettings}. */
export const APPROVAL_VALUE = 'approval-settings';
/** A change counts within this time in all processes. */
const FRESH_MS = 5_000;
const MINUTE_MS = 60_000;

export const APPROVAL_MODES = ['off', 'words', 'all'] as const;
export const MOST_APPROVAL_WORDS = 100;
export const LONGEST_APPROVAL_WAIT_MINUTES = 240;

/** Which answers of the bot wait for a person's yes. */
export interface ApprovalSettings {
  /** None, those to questions with one of the words, or all answers from documents. */
  readonly mode: (typeof APPROVAL_MODES)[number];
  /** Words or phrases, as they were typed. */
  readonly words: readonly string[];
  /** An answer that nobody looked at leaves by itself after so many minutes; 0 = never. */
  readonly sendAfterMinutes: number;
}

export const USUAL_APPROVAL_SETTINGS: ApprovalSettings = { mode: 'off', words: [], sendAfterMinutes: 15 };

const settingsJson: z.ZodType<ApprovalSettings> = z.object({
  mode: z.enum(APPROVAL_MODES),
  words: z.array(z.string()),
  sendAfterMinutes: z.number().int().min(0).max(LONGEST_APPROVAL_WAIT_MINUTES),
});

/** Reads settings that were kept. @throws ZodError, SyntaxError */
export function readApprovalSettings(value: string): ApprovalSettings {
  return settingsJson.parse(JSON.parse(value));
}

/** The settings as of now, and where they are edited. */
export type EditedApprovalSettings = KeptSettings<ApprovalSettings>;

/** The settings that are kept; `onFault` is told where they cannot be read. */
export function createApprovalSettings(surroundings: {
  readonly kept: KeptValues;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): EditedApprovalSettings {
  return createKeptSettings({
    ...surroundings,
    name: APPROVAL_VALUE,
    usual: USUAL_APPROVAL_SETTINGS,
    parse: readApprovalSettings,
    freshMs: FRESH_MS,
  });
}

/**
 * An answer that must wait: the citizen is told so, and a ticket holds the answer until staff send, change or drop it,
 * or its time is over. Only answers that quote documents wait; what policy says does not. What leaves in the end is rated
 * like any answer from documents.
 * @param question what was asked
 * @param at ms since epoch
 * @param askedAt when the citizen wrote it (ms since epoch)
 * @param turnId whose answer a rating is of
 */
export function heldForApproval(
  decision: TurnDecision,
  question: string,
  settings: ApprovalSettings,
  { at, askedAt, turnId }: { readonly at: number; readonly askedAt: number; readonly turnId: string },
): TurnDecision {
  const { outcome, owner, reply, citations, quickReplies, ticket } = decision;
  const isAnswer = outcome === 'answered' && owner === 'bot' && reply !== null && citations.length > 0;
  if (!isAnswer || !mustWait(question, settings)) return decision;
  const sendsAt = settings.sendAfterMinutes === 0 ? null : at + settings.sendAfterMinutes * MINUTE_MS;
  return {
    ...decision,
    outcome: 'escalated',
    decidedBy: `approval:${settings.mode} ${decision.decidedBy}`,
    reply: approvalNotice(sendsAt, at),
    quickReplies: [],
    citations: [],
    ticket: {
      kind: 'open',
      topic: null,
      priority: 'normal',
      question: ticket?.kind === 'open' ? ticket.question : question,
      proposal: { text: reply, quickReplies: [...quickReplies, ...rateButtons(turnId)], citations, askedAt, sendsAt },
    },
    owner: 'queue',
  };
}

function mustWait(question: string, { mode, words }: ApprovalSettings): boolean {
  if (mode !== 'words') return mode === 'all';
  const asked = wholeWords(question);
  return words.some((word) => asked.includes(wholeWords(word)));
}
