import { printDay } from '../../knowledge/printed-day.ts';
import { dayInVietnam, VIETNAM_AHEAD_MS } from '../../knowledge/vietnam-day.ts';
import { ASK_STAFF } from '../quick-replies.ts';
import { SILENT, type TurnDecision } from '../turn-decision.ts';
import type { Statement } from './statement.ts';
import { wordsOf } from './statement-words.ts';

/** The decision on a message that a statement answers. A holding statement leaves the question open. */
export function sayStatement(statement: Statement): TurnDecision {
  const { id, kind, released } = statement;
  const isFinding = kind !== 'holding';
  return {
    ...SILENT,
    outcome: isFinding ? 'answered' : 'abstained',
    topic: isFinding ? 'rumour' : null,
    priority: null,
    decidedBy: `statement:${kind}:${id}`,
    reply: wordsOf(statement, clockAndDay(released?.at ?? statement.written.at)),
    quickReplies: [ASK_STAFF],
    ticket: null,
    owner: 'bot',
  };
}

/** `14:05 ngày 26/11/2026` in Vietnam. */
export function clockAndDay(at: number): string {
  return `${new Date(at + VIETNAM_AHEAD_MS).toISOString().slice(11, 16)} ngày ${printDay(dayInVietnam(at))}`;
}
