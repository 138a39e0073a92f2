import type { Answer } from '../knowledge/answering/answer.ts';
import { type Source, sourceLine } from '../knowledge/answering/compose-reply.ts';
import type { OfficialDocument, Passage } from '../knowledge/document.ts';
import type { Citation, Conversation, Owner, QuickReply } from './conversation.ts';
import { decidePolicy, type PolicyDecision } from './policy/decide.ts';
import { REPLIES, replyText } from './policy/replies.ts';
import type { TicketChange } from './ports/records.ts';
import { ASK_STAFF, PAYLOADS, showSources } from './quick-replies.ts';
import type { Outcome, Priority, Topic } from './topics.ts';
import type { HeardMessage } from './turn-input.ts';

/** Everything decided about one message, before anything is written or sent. */
export interface TurnDecision {
  readonly outcome: Outcome;
  readonly topic: Topic | null;
  readonly priority: Priority | null;
  /** The rule or step that decided, for the ledger. */
  readonly decidedBy: string;
  /** `null`: the bot stays silent. */
  readonly reply: string | null;
  readonly quickReplies: readonly QuickReply[];
  readonly citations: readonly Citation[];
  readonly ticket: TicketChange | null;
  readonly owner: Owner;
  /** Retrieval behind the decision, for `ask` and evaluation; empty when no retrieval ran. */
  readonly hits: Answer['hits'];
}

/** What a decision may look at besides the message itself. */
export interface TurnKnowledge {
  /** Answers from documents; `earlier` are the citizen's earlier messages, oldest first. */
  answer(message: string, earlier: readonly string[], at: number): Promise<Answer>;
  passage(id: string): { readonly passage: Passage; readonly document: OfficialDocument } | null;
  /** Web address of a passage, or `null` when the product has no public address. */
  link(passage: Passage): string | null;
}

/** Staff who wrote within this time are talking; the safety notice would talk over them. */
const STAFF_PRESENT_MS = 15 * 60_000;

/** A citation is read beside the reply, on a phone. */
const LONGEST_QUOTE = 1_000;

const SILENT = { reply: null, quickReplies: [], citations: [], hits: [] } as const;

/**
 * One message, one decision: owner → policy → button → documents → "I don't know". Policy runs before retrieval and
 * needs nothing else to work.
 * @param context earlier messages of the conversation, oldest first
 */
export async function decideTurn(
  heard: HeardMessage,
  conversation: Pick<Conversation, 'owner' | 'ticketId' | 'lastStaffAt'>,
  context: readonly { readonly author: 'citizen' | 'us'; readonly text: string }[],
  knowledge: TurnKnowledge,
): Promise<TurnDecision> {
  const earlier = context.filter((line) => line.author === 'citizen').map((line) => line.text);
  const policy =
    heard.payload === PAYLOADS.handover
      ? decidePolicy({ text: ASK_STAFF.title, context: earlier })
      : decidePolicy({ text: heard.text, context: earlier });

  if (conversation.owner !== 'bot') return heardByStaff(heard, conversation, policy);
  if (policy !== null && heard.text !== '') return fromPolicy(heard, policy, earlier);
  if (heard.payload?.startsWith(PAYLOADS.source)) return fromSourceButton(heard.payload, knowledge);
  if (heard.payload === PAYLOADS.start) return chat('button:start', REPLIES.greeting);
  if (heard.text === '')
    return heard.attachmentCount > 0 ? chat('attachment', REPLIES.attachment) : chat('empty', REPLIES.empty);
  return fromDocuments(heard, earlier, knowledge);
}

/** The bot is silent, but a child in danger gets the hotlines unless a person is talking right now. */
function heardByStaff(
  heard: HeardMessage,
  conversation: Pick<Conversation, 'owner' | 'lastStaffAt'>,
  policy: PolicyDecision | null,
): TurnDecision {
  const { owner } = conversation;
  const staffPresent = owner === 'staff' && heard.at - (conversation.lastStaffAt ?? 0) < STAFF_PRESENT_MS;
  if (policy?.outcome === 'crisis') {
    return {
      ...SILENT,
      outcome: 'crisis',
      topic: policy.topic,
      priority: policy.priority,
      decidedBy: `policy:${policy.rule}`,
      reply: staffPresent ? null : replyText(policy.replyId),
      ticket: { kind: 'open', topic: policy.topic, priority: 'urgent', question: heard.text },
      owner,
    };
  }
  return {
    ...SILENT,
    outcome: 'escalated',
    topic: null,
    priority: null,
    decidedBy: `owner:${owner}`,
    ticket: null,
    owner,
  };
}

function fromPolicy(heard: HeardMessage, policy: PolicyDecision, earlier: readonly string[]): TurnDecision {
  const handsOver = policy.outcome === 'escalated' || policy.outcome === 'crisis';
  const watched = policy.outcome === 'abstained' && policy.priority !== null;
  // "Gặp cán bộ" alone tells staff nothing; the question before it is what the person wants answered.
  const question =
    policy.topic === 'human_request' && earlier.length > 0 ? `${earlier.at(-1)}\n${heard.text}` : heard.text;
  return {
    ...SILENT,
    outcome: policy.outcome,
    topic: policy.topic,
    priority: policy.priority,
    decidedBy: `policy:${policy.rule}`,
    reply: replyText(policy.replyId),
    quickReplies: handsOver ? [] : [ASK_STAFF],
    ticket:
      handsOver || watched
        ? { kind: 'open', topic: policy.topic, priority: policy.priority ?? 'normal', question }
        : null,
    owner: handsOver ? 'queue' : 'bot',
  };
}

function fromSourceButton(payload: string, knowledge: TurnKnowledge): TurnDecision {
  const found = knowledge.passage(payload.slice(PAYLOADS.source.length));
  if (found === null) return chat('button:source-gone', REPLIES.sourceGone);
  const link = knowledge.link(found.passage);
  const { text } = found.passage;
  const words = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return chat(
    'button:source',
    [
      `Dạ, nguyên văn ${sourceLine(found.document, found.passage.address)}:`,
      words,
      ...(link === null ? [] : [`Xem toàn văn: ${link}`]),
    ].join('\n\n'),
  );
}

async function fromDocuments(
  heard: HeardMessage,
  earlier: readonly string[],
  knowledge: TurnKnowledge,
): Promise<TurnDecision> {
  const answer = await knowledge.answer(heard.text, earlier, heard.at);
  if (answer.kind === 'unknown') {
    return {
      outcome: 'abstained',
      topic: 'out_of_scope',
      priority: null,
      decidedBy: `answer:${answer.reason}`,
      reply: answer.reason === 'no-such-document' ? REPLIES.notFound : REPLIES.unknown,
      quickReplies: [ASK_STAFF],
      citations: [],
      ticket: { kind: 'open', topic: null, priority: 'normal', question: heard.text },
      owner: 'bot',
      hits: answer.hits,
    };
  }
  const { sources, unanswered } = answer;
  return {
    outcome: 'answered',
    topic: null,
    priority: null,
    decidedBy: 'answer:extract',
    reply: answer.text,
    quickReplies: [...showSources(sources.map(({ hit }) => hit.passage.id)), ASK_STAFF],
    citations: sources.map(citationOf),
    ticket:
      unanswered.length === 0
        ? null
        : {
            kind: 'open',
            topic: null,
            priority: 'normal',
            question: `${heard.text}\n(Trợ lý chưa trả lời được: ${unanswered.join('; ')})`,
          },
    owner: 'bot',
    hits: answer.hits,
  };
}

function citationOf({ hit: { passage, document }, extract }: Source): Citation {
  return {
    documentId: document.id,
    passageId: passage.id,
    passageDigest: passage.digest,
    number: document.number,
    title: document.title,
    file: document.file,
    // The whole passage where it fits: what stands beside the quoted words shows how they are meant.
    ...(passage.text.length <= LONGEST_QUOTE ? { address: passage.address, quote: passage.text } : extract),
    inForceFrom: document.inForceFrom,
  };
}

function chat(decidedBy: string, reply: string): TurnDecision {
  return {
    ...SILENT,
    outcome: 'chat',
    topic: 'smalltalk',
    priority: null,
    decidedBy,
    reply,
    quickReplies: [ASK_STAFF],
    ticket: null,
    owner: 'bot',
  };
}
