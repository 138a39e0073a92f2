import { withoutAttachmentWords } from '../../../bot/attachment-words.ts';
import type { Citation, ContextLine, Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { fromDocuments } from '../../../bot/from-documents.ts';
import { decidePolicy } from '../../../bot/policy/decide.ts';
import type { Topic } from '../../../bot/topics.ts';
import { readQuestion } from '../../../knowledge/question/question.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';
import { type Trial, tryMessage } from '../../trial.ts';

/** Of a citizen's last messages so many are tried: «Gặp cán bộ» often comes after the question itself. */
const MOST_TRIED = 3;

/** What no document answers: courtesies, wishes that a person or the product itself meets, tricks, and a child in danger. */
const NO_QUESTIONS: readonly (Topic | null)[] = [
  'smalltalk',
  'human_request',
  'privacy_request',
  'injection',
  'child_safety',
];

/** A reply that the documents give for a citizen's question, for staff to send as it is or to change. */
export interface Proposal {
  readonly question: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** The draft for a ticket: the very answer that waits for a yes, else what the documents give now. */
export async function draftFor(
  ticket: Ticket,
  lines: readonly TranscriptMessage[],
  knowledge: KnowledgeSource,
  at: number,
): Promise<Proposal | null> {
  const { proposal, question } = ticket;
  return proposal === null
    ? proposeReply(lines, ticket.epoch, knowledge, at)
    : { question, text: proposal.text, citations: proposal.citations };
}

/** What the bot sees for one message of a citizen with the documents of now. */
export interface Why {
  readonly question: string;
  readonly trial: Trial;
  readonly read: ReturnType<typeof readQuestion>;
}

/**
 * A reply to the newest message of this epoch that the documents answer; `null` where they answer none of the last.
 * @param at ms since epoch
 */
async function proposeReply(
  lines: readonly TranscriptMessage[],
  epoch: number,
  knowledge: KnowledgeSource,
  at: number,
): Promise<Proposal | null> {
  const asked = questionsOf(lines, epoch);
  for (const question of asked.slice(-MOST_TRIED).reverse()) {
    const earlier = asked.slice(0, asked.indexOf(question)).map(({ text }) => text);
    if (NO_QUESTIONS.includes(decidePolicy({ text: question.text, context: earlier })?.topic ?? null)) continue;
    const { outcome, reply, citations } = await fromDocuments(
      { text: question.text, earlier, wasAsked: true },
      at,
      knowledge,
    );
    if (outcome === 'answered' && reply !== null) return { question: question.text, text: reply, citations };
  }
  return null;
}

/** What the bot would do with one line of a citizen, and what it finds; `null` where the line is none or has no words. */
export async function readWhy(
  lines: readonly TranscriptMessage[],
  lineId: number,
  knowledge: KnowledgeSource,
  at: number,
): Promise<Why | null> {
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined) return null;
  const asked = questionsOf(lines, line.epoch);
  const question = asked.find(({ id }) => id === lineId);
  if (question === undefined) return null;
  const context = lines
    .filter((other) => other.epoch === line.epoch && other.id < lineId)
    .map(({ author, text, quickReplies }): ContextLine => {
      return { author: author === 'citizen' ? 'citizen' : 'us', text, quickReplies };
    });
  const earlier = asked.filter(({ id }) => id < lineId).map(({ text }) => text);
  return {
    question: question.text,
    trial: await tryMessage(question.text, context, knowledge, at),
    read: readQuestion(question.text, earlier, knowledge.current()),
  };
}

/** What a citizen wrote in words in one epoch, oldest first. */
function questionsOf(
  lines: readonly TranscriptMessage[],
  epoch: number,
): readonly { readonly id: number; readonly text: string }[] {
  return lines
    .filter((line) => line.author === 'citizen' && line.epoch === epoch)
    .map(({ id, text }) => ({ id, text: withoutAttachmentWords(text) }))
    .filter(({ text }) => text !== '');
}
