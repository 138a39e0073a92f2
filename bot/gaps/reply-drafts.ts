import { z } from 'zod';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { fold } from '../../knowledge/text/normalise.ts';
import { tokenize } from '../../knowledge/text/tokens.ts';
import type { Ticket, TranscriptMessage } from '../conversation.ts';
import { contentsOf, wholeMembers } from '../kept-contents.ts';
import type { KeptValues, Lock } from '../ports/kept-values.ts';
import { areAlike, fingerprintOf } from '../radar/near-duplicates.ts';
import type { Topic } from '../topics.ts';
import { anonymousQuestion } from './anonymous-question.ts';
import type { Gap, ReplyDraft } from './gap.ts';
import { LONGEST_ANSWER } from './gap-changes.ts';

/** The kept value that holds the ids of closed tickets whose replies were not looked at yet, as JSON. */
export const WAITING_VALUE = 'reply-drafts';
/** The leader takes them within seconds; more wait only where it stood still for days. */
const MOST_WAITING = 500;
/** A shorter reply answers one person: «Dạ vâng ạ», «Anh/chị chờ chút nhé». */
const FEWEST_SYLLABLES = 15;
/** All other topics are one person's own matter, words to the press, or no question for an answer to everybody. */
const MAY_BE_ANSWERED: readonly (Topic | null)[] = [null, 'human_request', 'out_of_scope'];
const BETWEEN_LINES = '\n';

/** Ids of closed tickets whose replies were not looked at yet. */
export interface WaitingReplies {
  add(ticketId: string): Promise<void>;
  list(): Promise<readonly string[]>;
  remove(ticketIds: readonly string[]): Promise<void>;
}

/** The ids among the kept values, changed under one lock of all processes. */
export function createWaitingReplies({
  kept,
  lock,
}: {
  readonly kept: Pick<KeptValues, 'get' | 'set'>;
  readonly lock: Lock;
}): WaitingReplies {
  async function list(): Promise<readonly string[]> {
    const value = await kept.get(WAITING_VALUE);
    // The ids are no work of people: what cannot be read is left, and the next change writes a whole list.
    const meaning = { parse: readWaiting, usual: [], salvage: (text: string) => wholeMembers(text, z.string()) };
    return contentsOf(value, meaning).value;
  }
  const change = (next: (ids: readonly string[]) => readonly string[]) =>
    lock(async () => kept.set(WAITING_VALUE, JSON.stringify(next(await list()).slice(-MOST_WAITING))));
  return {
    list,
    add: (ticketId) => change((ids) => [...new Set([...ids, ticketId])]),
    remove: (ticketIds) => change((ids) => ids.filter((id) => !ticketIds.includes(id))),
  };
}

/** The ids that a kept value holds. @throws ZodError, SyntaxError */
export function readWaiting(value: string): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(value));
}

/**
 * What an editor may make an answer for everybody of: the longest reply of staff in a ticket that was answered, masked;
 * `null` where no reply says enough, or the matter is of a kind that is never answered to everybody.
 * @param lines of the ticket's conversation
 */
export function draftOf(ticket: Ticket, lines: readonly TranscriptMessage[]): ReplyDraft | null {
  const { id, epoch, topic, priority, outcome, question, openedAt, closedAt } = ticket;
  if (outcome !== 'answered' || closedAt === null || priority === 'urgent') return null;
  if (!MAY_BE_ANSWERED.includes(topic)) return null;
  const replies = lines.filter(
    ({ author, delivery, at, ...line }) =>
      author === 'staff' && line.epoch === epoch && at >= openedAt && delivery !== 'failed' && delivery !== 'withheld',
  );
  const longest = replies.toSorted((one, other) => other.text.length - one.text.length)[0];
  if (longest === undefined || tokenize(longest.text).folded.length < FEWEST_SYLLABLES) return null;
  const [asked = ''] = question.split(BETWEEN_LINES);
  return {
    ticketId: id,
    question: anonymousQuestion(asked),
    text: [...maskPersonalData(longest.text)].slice(0, LONGEST_ANSWER).join(''),
    by: longest.authorName,
    at: longest.at,
  };
}

/** Whether a gap has a draft or an answer that says nearly the same. */
export function holdsAlready({ answers, drafts = [] }: Gap, { text, ticketId }: ReplyDraft): boolean {
  const print = fingerprintOf(text);
  return [...answers, ...drafts].some((one) => {
    if ('ticketId' in one && one.ticketId === ticketId) return true;
    const other = fingerprintOf(one.text);
    return fold(one.text) === fold(text) || (print !== null && other !== null && areAlike(print, other));
  });
}
