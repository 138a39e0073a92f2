import type { ConversationReference } from 'botbuilder';
import { dayInVietnam } from '../knowledge/vietnam-day.ts';
import { onLadder, REPEATED } from './abuse/on-ladder.ts';
import { createAdmissionGuide } from './admission/guide-family.ts';
import type { AdmissionTables } from './admission/published-tables.ts';
import { type EditedApprovalSettings, heldForApproval } from './approval.ts';
import { withoutAttachmentWords } from './attachment-words.ts';
import type { BotSwitch } from './bot-switch.ts';
import { callOff } from './calling-off.ts';
import type { Conversation, Ticket } from './conversation.ts';
import { withController } from './data-controller.ts';
import type { DataController } from './data-controller-words.ts';
import { decideTurn, decideWhileOff } from './decide-turn.ts';
import { disclose } from './disclosure.ts';
import { erasureCode } from './erase-citizen.ts';
import { type FloodWatch, isIdle, slowDown } from './flood.ts';
import { rateButtons } from './gaps/rating-buttons.ts';
import { eraseWithLinked } from './links/erase-linked.ts';
import { decideLink, type Linking, tellKeptLinks } from './links/linking.ts';
import type { OfficeCalendar } from './office-hours/calendar.ts';
import type { OfficeTime } from './office-hours/kept-calendar.ts';
import { tellPlaceInLine } from './place-in-line.ts';
import type { ChannelId } from './ports/channel.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { HeardLine, OutgoingMessage, TurnCommit, TurnRecords } from './ports/records.ts';
import type { Reminders } from './ports/reminders.ts';
import { EXPIRED_WORDS } from './ports/retention.ts';
import { askPress } from './press-intake/ask-press.ts';
import { PAYLOADS } from './quick-replies.ts';
import { createReminderGuide, NO_REMINDERS, type ReminderManner } from './reminders/guide-reminders.ts';
import { tellKeptReminders } from './reminders/kept-reminders.ts';
import { withdrawsReminders } from './reminders/read-request.ts';
import { answerDueAt, clocked, withPromise } from './staff-promise.ts';
import { findStatements } from './statements/find-statement.ts';
import type { KeptStatements } from './statements/statement.ts';
import type { TopicSettingsSource } from './topic-settings.ts';
import type { TurnDecision, TurnKnowledge } from './turn-decision.ts';
import type { HeardMessage } from './turn-input.ts';
import { readChoice } from './typed-choice.ts';

export interface TurnDependencies {
  readonly records: TurnRecords;
  readonly botSwitch: Pick<BotSwitch, 'state'>;
  readonly office: OfficeTime;
  readonly topics: TopicSettingsSource;
  readonly approval: Pick<EditedApprovalSettings, 'settings'>;
  readonly knowledge: TurnKnowledge;
  /** Where admission tables are published; without it every question is left to the documents. */
  readonly admission?: AdmissionTables;
  /** How deadlines are reminded of; without it nobody is. */
  readonly reminding?: ReminderManner & { readonly reminders: Pick<Reminders, 'of'> };
  /** How citizens link conversations of theirs; without it nobody can. */
  readonly linking?: Linking;
  /** Named in replies about the citizen's own data. */
  readonly controller?: DataController;
  /** What the office itself says of a matter; without it nothing. */
  readonly statements?: Pick<KeptStatements, 'settings'>;
  /** Days after its end in which a matter like it opens a ticket again; 0 = never. */
  readonly reopenDays: number;
  readonly flood: FloodWatch;
  readonly live: LiveEvents;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onTurn: (decision: TurnDecision, channel: ChannelId, took: TurnTimes) => void;
  /** A platform limits our account; the code is stable. Told beside the ticket, for operators. */
  readonly onAccountAlarm: (channel: ChannelId, code: string) => void;
}

/** How long the steps of a turn took (ms): reading the conversation, deciding, writing everything durably. */
export type TurnTimes = Readonly<Record<'context' | 'decide' | 'commit', number>>;

/** Where a turn's mail came from. */
export interface TurnSource {
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly reference: Partial<ConversationReference>;
  readonly itemIds: readonly number[];
  readonly fence: TurnCommit['fence'];
  /** When the first of it came in (ms since epoch); absent where nobody measures. */
  readonly receivedAt?: number | undefined;
  /** The citizen's fragments, one a message as they were sent. */
  readonly fragments: readonly { readonly text: string; readonly at: number; readonly key?: string }[];
  /** Lines of the transcript that this mail changes, see `TurnCommit.revisions`. */
  readonly revisions?: TurnCommit['revisions'];
}

/** What a commit says of the mail that it answers, whoever decides. */
export function mailOf(
  source: TurnSource,
): Pick<TurnCommit, 'conversationId' | 'channel' | 'reference' | 'itemIds' | 'fence' | 'receivedAt'> {
  const { conversationId, channel, reference, itemIds, fence, receivedAt } = source;
  return { conversationId, channel, reference, itemIds, fence, receivedAt };
}

const CONTEXT_LINES = 8;
/** A family may be asked up to six things, each with its answer. */
const ADMISSION_LINES = 16;
const DAY_MS = 24 * 60 * 60_000;
/** People expect to be told again after a long gap. */
const DISCLOSURE_LASTS_MS = DAY_MS;

/**
 * Decides one message and writes everything it changes in one atomic step: the reply lies in the outbox before the
 * mail leaves the inbox. Sending is somebody else's work.
 * @param adjust changes the decision before it is written
 * @returns `stale` when another worker was faster; nothing was written then
 */
export async function runTurn(
  heard: HeardMessage,
  source: TurnSource,
  dependencies: TurnDependencies,
  adjust?: (decision: TurnDecision) => TurnDecision,
): Promise<'done' | 'stale'> {
  const { records, live, now, newId } = dependencies;
  const startedAt = performance.now();
  const at = now();
  const lines = (await records.context(source.conversationId, ADMISSION_LINES)).map((line) => ({
    ...line,
    text: withoutAttachmentWords(line.text),
  }));
  const hasWords = ({ text }: { readonly text: string }) => text !== '' && text !== EXPIRED_WORDS;
  const context = lines.slice(-CONTEXT_LINES).filter(hasWords);
  if (readChoice(heard, context).payload === PAYLOADS.erase) {
    const code = erasureCode(newId());
    const request = { ...source, at, askedAt: heard.at, requestedBy: 'citizen', code, confirm: true } as const;
    const { controller, linking } = dependencies;
    return (await eraseWithLinked({ ...request, controller }, dependencies, linking)) === 'stale' ? 'stale' : 'done';
  }
  const conversation = await records.conversation(source.conversationId);
  const open = conversation?.ticketId ? await records.ticket(conversation.ticketId) : null;
  const readAt = performance.now();
  const known = conversation ?? NEW_CONVERSATION;
  const calendar = await dependencies.office.calendar();
  const { off } = await dependencies.botSwitch.state();
  const settings = await dependencies.topics.settings();
  const message = { ...heard, at };
  const table = off ? null : ((await dependencies.admission?.tableOn(dayInVietnam(at))) ?? null);
  const isFlood = heard.payload === null && dependencies.flood.isFlood(source);
  const isRepeated = heard.payload === null && heard.text !== '' && dependencies.flood.isRepeated(source);
  const held = isFlood ? slowDown(conversation, at) : isRepeated ? REPEATED : null;
  const guide =
    held === null
      ? createAdmissionGuide(table, lines.filter(hasWords), conversation?.lastInboundAt ?? null)
      : () => held;
  const { reminding } = dependencies;
  const reminders = reminding === undefined ? NO_REMINDERS : createReminderGuide(table, source.channel, reminding);
  // A comment is public, and an edit is no further message.
  const writesAgain = adjust === undefined && source.revisions === undefined;
  const { linking } = dependencies;
  const { conversationId } = source;
  const linked =
    writesAgain && linking !== undefined
      ? await decideLink(readChoice(message, context), { conversationId, owner: known.owner, at, newId }, linking)
      : null;
  const judged = off
    ? decideWhileOff(message, known, context, settings, linked)
    : await decideTurn(message, known, context, askedBy(source.conversationId, dependencies.knowledge), settings, {
        admission: guide,
        reminders,
        linked,
        stated: findStatements((await dependencies.statements?.settings()) ?? [], at),
      });
  const plain = held !== null && isIdle(judged) ? held : judged;
  const decided = writesAgain && !off ? onLadder(plain, conversation, at) : plain;
  const asked = writesAgain ? askPress(decided, heard.text, conversation, open, context) : decided;
  const told = writesAgain
    ? ((off ? null : callOff(asked, heard, conversation, open)) ??
      (await tellPlaceInLine(asked, conversation, open, records, at, calendar)))
    : (adjust?.(decided) ?? decided);
  const turnId = newId();
  const mayWait = off
    ? told
    : heldForApproval(told, heard.text, await dependencies.approval.settings(), { at, askedAt: heard.at, turnId });
  const reminded = await tellKeptReminders(mayWait, source.conversationId, reminding?.reminders);
  const kept = await tellKeptLinks(reminded, conversationId, linking);
  const decision = withController(promised(kept, open, at, calendar), dependencies.controller);
  const decidedAt = performance.now();
  // A notice is no answer: what answers next says who speaks.
  const mustDisclose = decision.reply !== null && decision.notice === undefined && needsDisclosure(conversation, at);
  const outgoing = toOutgoing(decision, mustDisclose, turnId, dependencies.controller);

  const result = await records.commit({
    ...mailOf(source),
    seen: { conversation },
    at,
    heard: heardLines(source, decision),
    revisions: source.revisions,
    lastInboundAt: heard.at,
    ledger: {
      turnId,
      outcome: decision.outcome,
      topic: decision.topic,
      priority: decision.priority,
      decidedBy: decision.decidedBy,
      question: decision.heardAs ?? decision.ledgerQuestion ?? heard.text,
      reply: decision.ledgerReply ?? outgoing[0]?.text ?? null,
      citations: decision.citations,
      ms: decidedAt - startedAt,
      trace: decision.trace,
    },
    ticket: decision.ticket,
    cancels: decision.cancels,
    answerDueAt: answerDueAt(open, at, calendar),
    reopenSince: dependencies.reopenDays > 0 ? at - dependencies.reopenDays * DAY_MS : undefined,
    owner: decision.owner,
    rating: decision.rating,
    reminder: decision.reminder ?? (withdrawsReminders(heard.text) ? { kind: 'withdrawn' } : undefined),
    link: decision.link,
    ticketRating: decision.ticketRating,
    disclosed: mustDisclose,
    notice: decision.notice,
    abuse: decision.abuse,
    outgoing,
  });
  if (!result.ok) return 'stale';

  dependencies.onTurn(decision, source.channel, {
    context: readAt - startedAt,
    decide: decidedAt - readAt,
    commit: performance.now() - decidedAt,
  });
  live.publish({ kind: 'transcript', conversationId: source.conversationId });
  if (decision.link !== undefined) live.publish({ kind: 'tickets', ticketId: null });
  if (decision.link !== undefined) await linking?.tellOthers(conversationId, decision.link);
  if (decision.ticket !== null || conversation?.ticketId || decision.ticketRating !== undefined) {
    live.publish({ kind: 'tickets', ticketId: result.ticket?.id ?? decision.ticketRating?.ticketId ?? null });
  }
  return 'done';
}

/** The citizen's fragments for the transcript; a code is not kept as it was typed. */
function heardLines({ fragments }: TurnSource, { heardAs }: TurnDecision): readonly HeardLine[] {
  const author = 'citizen' as const;
  if (heardAs === undefined) return fragments.map((fragment) => ({ author, ...fragment }));
  return fragments.map((fragment) => ({ author, ...fragment, text: heardAs }));
}

/** The documents as one conversation asks them. */
function askedBy(conversationId: string, knowledge: TurnKnowledge): TurnKnowledge {
  return {
    ...knowledge,
    answer: (message, earlier, at, mayAsk) => knowledge.answer(message, earlier, at, mayAsk, conversationId),
  };
}

const NEW_CONVERSATION = { owner: 'bot', ticketId: null, lastStaffAt: null, toldAt: {} } as const;

/** Sets the clock of the ticket, and where a person takes over, tells the citizen by when they answer. */
function promised(decision: TurnDecision, open: Ticket | null, at: number, calendar: OfficeCalendar): TurnDecision {
  if (decision.ticket === null) return decision;
  const ticket = clocked(decision.ticket, at, calendar);
  const isPromised = decision.ticket.proposal?.sendsAt != null;
  if (decision.outcome !== 'escalated' || decision.reply === null || isPromised) return { ...decision, ticket };
  return { ...decision, ticket, reply: withPromise(decision.reply, ticket, open, at, calendar) };
}

function needsDisclosure(conversation: Conversation | null, at: number): boolean {
  const disclosedAt = conversation?.disclosedAt ?? null;
  return disclosedAt === null || at - disclosedAt > DISCLOSURE_LASTS_MS;
}

function toOutgoing(
  decision: TurnDecision,
  mustDisclose: boolean,
  turnId: string,
  controller: DataController | undefined,
): readonly OutgoingMessage[] {
  if (decision.reply === null) return [];
  const rated = decision.outcome === 'answered' ? rateButtons(turnId) : [];
  return [
    {
      author: 'bot',
      authorName: null,
      text: mustDisclose ? disclose(decision.reply, decision.outcome, controller) : decision.reply,
      quickReplies: [...decision.quickReplies, ...rated],
      citations: decision.citations,
      overStaff: decision.outcome === 'crisis' || decision.overStaff === true,
    },
  ];
}
