import type { Answer } from '../knowledge/answering/answer.ts';
import { unshownFrom } from '../knowledge/answering/compose-reply.ts';
import type { OpenPoint } from '../knowledge/answering/open-point.ts';
import { TAKEN_ENDS, type Writing } from '../knowledge/writing/written-answer.ts';
import { traceOf } from './answer-trace.ts';
import { citePassage } from './cite-passage.ts';
import { type Clarified, clarifying } from './clarifying.ts';
import { REPLIES } from './policy/replies.ts';
import { ASK_STAFF, showSources } from './quick-replies.ts';
import { chat, type TurnDecision, type TurnKnowledge } from './turn-decision.ts';

/** Answers from documents, asks back once where the answer hangs on what the message leaves open, or says "not found". */
export async function fromDocuments(clarified: Clarified, at: number, knowledge: TurnKnowledge): Promise<TurnDecision> {
  const { text, earlier, wasAsked } = clarified;
  const answer = await knowledge.answer(text, earlier, at, !wasAsked);
  const decision = decide(text, answer);
  const { making } = answer;
  return making === undefined
    ? decision
    : { ...decision, trace: traceOf(clarified, answer, making, decision.reply ?? '') };
}

function decide(text: string, answer: Answer): TurnDecision {
  switch (answer.kind) {
    case 'answered':
      return answered(text, answer);
    case 'unclear':
      return askBack(answer.point, answer.hits);
    case 'unknown':
      return notFound(text, answer);
  }
}

function answered(text: string, answer: Extract<Answer, { kind: 'answered' }>): TurnDecision {
  const { sources, related, unanswered, writing } = answer;
  // What a model put together leaves out anything, so the button shows the passage from its beginning.
  const isQuoted = writing === undefined || !TAKEN_ENDS.has(writing.end);
  const shown = [
    ...sources.map((source) => ({ id: source.hit.passage.id, unshownFrom: isQuoted ? unshownFrom(source) : 0 })),
    ...related.map((source) => ({ id: source.hit.passage.id, unshownFrom: null })),
  ];
  return {
    outcome: 'answered',
    topic: null,
    priority: null,
    decidedBy: `answer:${writing === undefined ? 'extract' : describeWriting(writing)}`,
    reply: answer.text,
    quickReplies: [...showSources(shown), ASK_STAFF],
    citations: [...sources, ...related].map(({ hit, extract }) => citePassage(hit.document, hit.passage, extract)),
    ticket: unanswered.length === 0 ? null : ticketFor(`${text}\n(Trợ lý chưa trả lời được: ${unanswered.join('; ')})`),
    owner: 'bot',
    hits: answer.hits,
  };
}

/** For the ledger: how the words came about, by which model and prompt: `written bge/2026-11-26.1`. */
function describeWriting({ end, model, promptVersion, faults }: Writing): string {
  const why = faults.length === 0 ? '' : ` (${faults.join(', ')})`;
  return `${TAKEN_ENDS.has(end) ? end : `extract after ${end}`}${why} ${model} ${promptVersion}`;
}

/** Words that quote nothing are no answer, and the question stays open: small talk about no topic. */
function askBack(point: OpenPoint, hits: Answer['hits']): TurnDecision {
  const { question, choices } = clarifying(point);
  return { ...chat(`clarify:${point}`, question, choices), topic: null, hits };
}

function notFound(text: string, { reason, hits }: Extract<Answer, { kind: 'unknown' }>): TurnDecision {
  const decision = {
    outcome: 'abstained',
    topic: 'out_of_scope',
    priority: null,
    citations: [],
    owner: 'bot',
  } as const;
  const rest = { decidedBy: `answer:${reason}`, quickReplies: [ASK_STAFF], hits };
  if (reason === 'other-language') return { ...decision, ...rest, reply: REPLIES.vietnameseOnly, ticket: null };
  const reply = reason === 'no-such-document' ? REPLIES.notFound : REPLIES.unknown;
  return { ...decision, ...rest, reply, ticket: ticketFor(text) };
}

function ticketFor(question: string): TurnDecision['ticket'] {
  return { kind: 'open', topic: null, priority: 'normal', question };
}
