import { dayInVietnam } from '../knowledge/vietnam-day.ts';
import { type AdmissionGuide, besideHelper, NO_GUIDE } from './admission/guide-family.ts';
import { type Clarified, readReply } from './clarifying.ts';
import type { ContextLine, Conversation } from './conversation.ts';
import { fromDocuments } from './from-documents.ts';
import { rateTurn } from './gaps/rate-turn.ts';
import { CODE_TYPED } from './links/link-words.ts';
import { NOTES_TO_STAFF } from './notes-to-staff.ts';
import { fromPassageButton } from './passage-buttons.ts';
import type { PolicyDecision } from './policy/decide.ts';
import { decideBurst } from './policy/decide-burst.ts';
import { REPLIES } from './policy/replies.ts';
import { ASK_STAFF, ERASE_MY_DATA, PAYLOADS } from './quick-replies.ts';
import { besideReminder } from './reminders/beside-policy.ts';
import { NO_REMINDERS, type ReminderGuide } from './reminders/guide-reminders.ts';
import { type FindStatement, NOTHING_STATED } from './statements/find-statement.ts';
import { sayStatement } from './statements/say-statement.ts';
import { rateClosing } from './ticket-rating/rate-closing.ts';
import { sayReply, type TopicSettings, USUAL_TOPIC_SETTINGS, unlessOff } from './topic-settings.ts';
import { chat, SILENT, type TurnDecision, type TurnKnowledge } from './turn-decision.ts';
import type { HeardMessage } from './turn-input.ts';
import { readChoice } from './typed-choice.ts';

/** What the ledger says of a message that the switch sent to staff. */
export const SWITCHED_OFF = 'switch:off';

/** Replies under which the citizen may have their data erased. */
const OFFERS_ERASURE: readonly PolicyDecision['replyId'][] = ['privacyErase', 'privacyKept'];

/** Staff who wrote within this time are talking; the safety notice would talk over them. */
const STAFF_PRESENT_MS = 15 * 60_000;

/** What answers before the documents do; each may be left out. */
export interface TurnGuides {
  /** The admission helper, where a family asks for its school. */
  readonly admission?: AdmissionGuide;
  /** What citizens say of reminders, before anything that is looked up. */
  readonly reminders?: ReminderGuide;
  /** What was decided about the citizen's links; `null`: the message is not about them. */
  readonly linked?: TurnDecision | null;
  /** What the office itself says of a matter now, before the helper and the documents. */
  readonly stated?: FindStatement;
}

/**
 * One message, one decision: links → owner → policy → statement of the office → button → helpers → documents → "I don't
 * know". What is decided about links is about nothing else, so that only a child in danger stands above it.
 * Policy runs before retrieval and needs nothing else to work.
 * @param context earlier messages of the conversation, oldest first
 * @param settings topics and replies that the office changed
 */
export async function decideTurn(
  received: HeardMessage,
  conversation: Pick<Conversation, 'owner' | 'ticketId' | 'lastStaffAt'>,
  context: readonly ContextLine[],
  knowledge: TurnKnowledge,
  settings: TopicSettings = USUAL_TOPIC_SETTINGS,
  { admission = NO_GUIDE, reminders = NO_REMINDERS, linked = null, stated = NOTHING_STATED }: TurnGuides = {},
): Promise<TurnDecision> {
  const heard = readChoice(received, context);
  const earlier = earlierMessages(context);
  const shown = heard.payload === null ? null : fromPassageButton(heard.payload, knowledge);
  const clarified = readReply(heard.text, context, dayInVietnam(heard.at));
  const judged = unlessOff(judge(heard, shown === null ? clarified : null, earlier), settings);
  const isPlain = heard.payload === null && conversation.owner === 'bot';
  const reminded = isPlain ? reminders.said(heard) : null;
  const guided = reminded ?? (isPlain ? admission(heard) : null);
  const followed = guided === null ? judged : besideHelper(judged);
  const policy = reminded === null ? followed : besideReminder(judged, reminded);

  const tapped = policy?.outcome === 'crisis' || heard.payload === null ? null : heard.payload;
  const told = tapped === null ? null : (rateTurn(tapped) ?? rateClosing(tapped) ?? reminders.tapped(tapped, heard.at));

  if (linked !== null && policy?.outcome !== 'crisis') return linked;
  if (conversation.owner !== 'bot') return heardByStaff(heard, conversation, policy, settings);
  if (told !== null) return told;
  const texts = [clarified.text, heard.text];
  const statement =
    heard.payload === null && reminded === null ? stated({ texts, earlier, topic: judged?.topic ?? null }) : null;
  if (statement !== null && yieldsToStatement(judged)) return sayStatement(statement);
  if (policy !== null && (heard.text !== '' || heard.payload === PAYLOADS.handover))
    return fromPolicy(heard, policy, earlier, settings);
  if (shown !== null) return shown;
  if (heard.payload === PAYLOADS.start) return chat('button:start', sayReply('greeting', settings));
  if (heard.text === '')
    return heard.attachmentCount > 0 ? chat('attachment', REPLIES.attachment) : chat('empty', REPLIES.empty);
  return guided ?? fromDocuments(clarified, heard.at, knowledge);
}

/**
 * One message while the bot is switched off: a child in danger still gets the hotlines, which needs policy alone;
 * everything else goes to staff, and the citizen is told so once a day. What citizens say of their links is still done, as
 * an erasure is.
 */
export function decideWhileOff(
  received: HeardMessage,
  conversation: Pick<Conversation, 'owner' | 'lastStaffAt' | 'toldAt'>,
  context: readonly ContextLine[],
  settings: TopicSettings = USUAL_TOPIC_SETTINGS,
  linked: TurnDecision | null = null,
): TurnDecision {
  const heard = readChoice(received, context);
  const earlier = earlierMessages(context);
  const policy = judge(heard, readReply(heard.text, context, dayInVietnam(heard.at)), earlier);
  if (linked !== null && policy?.outcome !== 'crisis') return linked;
  if (conversation.owner === 'staff') return heardByStaff(heard, conversation, policy, settings);
  if (policy?.outcome === 'crisis') return fromPolicy(heard, policy, earlier, settings);
  const rated = conversation.owner === 'bot' ? rateClosing(heard.payload) : null;
  // What somebody says of their matter is kept; the bot says nothing to it.
  if (rated !== null) return { ...rated, reply: null, quickReplies: [] };
  const topic = policy === null || policy.outcome === 'chat' ? null : policy.topic;
  const priority = policy?.priority ?? 'normal';
  const { resting: toldAt } = conversation.toldAt;
  const told = toldAt !== undefined && dayInVietnam(toldAt) === dayInVietnam(heard.at);
  return {
    ...SILENT,
    outcome: 'escalated',
    topic,
    priority,
    decidedBy: SWITCHED_OFF,
    reply: told ? null : REPLIES.resting,
    notice: told ? undefined : 'resting',
    ticket: { kind: 'open', topic, priority, question: heard.text === '' ? NOTES_TO_STAFF.withoutWords : heard.text },
    owner: 'queue',
  };
}

/**
 * The words of the office stand in for what policy has no answer of its own to. Where only the classifier takes a message
 * for politics, the key words that a spokesperson chose know better.
 */
function yieldsToStatement(policy: PolicyDecision | null): boolean {
  if (policy === null || policy.topic === 'rumour' || policy.topic === 'out_of_scope') return true;
  return policy.topic === 'politics_state' && policy.rule.startsWith('classifier:');
}

/** A code for linking says nothing of a matter. */
function earlierMessages(context: readonly ContextLine[]): readonly string[] {
  return context.filter(({ author, text }) => author === 'citizen' && text !== CODE_TYPED).map((line) => line.text);
}

/** @param clarified `null`: a tapped button, which says nothing of its own */
function judge(heard: HeardMessage, clarified: Clarified | null, earlier: readonly string[]): PolicyDecision | null {
  const words = clarified === null ? '' : meantWords(heard, clarified);
  return decideBurst(heard.payload === PAYLOADS.handover ? ASK_STAFF.title : words, earlier);
}

/** A reply to a question of ours is understood with the question before it, but none of its own words is lost. */
function meantWords(heard: HeardMessage, clarified: Clarified): string {
  return clarified.text === heard.text ? heard.text : `${clarified.text}. ${heard.text}`;
}

/** The bot is silent, but a child in danger gets the hotlines unless a person is talking right now. */
function heardByStaff(
  heard: HeardMessage,
  conversation: Pick<Conversation, 'owner' | 'lastStaffAt'>,
  policy: PolicyDecision | null,
  settings: TopicSettings,
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
      reply: staffPresent ? null : sayReply(policy.replyId, settings),
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
    // Words to the press are the spokesperson's, whatever the matter was before.
    ticket: policy?.topic === 'press' ? { kind: 'raise', topic: 'press', priority: 'high' } : null,
    owner,
  };
}

function fromPolicy(
  heard: HeardMessage,
  policy: PolicyDecision,
  earlier: readonly string[],
  settings: TopicSettings,
): TurnDecision {
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
    reply: sayReply(policy.replyId, settings),
    quickReplies: OFFERS_ERASURE.includes(policy.replyId) ? [ERASE_MY_DATA] : handsOver ? [] : [ASK_STAFF],
    ticket:
      handsOver || watched
        ? { kind: 'open', topic: policy.topic, priority: policy.priority ?? 'normal', question }
        : null,
    owner: handsOver ? 'queue' : 'bot',
  };
}
