import { NOTES_TO_STAFF } from './notes-to-staff.ts';
import type { OfficeTime } from './office-hours/kept-calendar.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { TurnRecords } from './ports/records.ts';
import { mailOf, type TurnSource } from './run-turn.ts';
import { answerDueAt, clocked, withPromise } from './staff-promise.ts';

export interface GiveUpDependencies {
  readonly records: TurnRecords;
  readonly office: OfficeTime;
  readonly live: LiveEvents;
  readonly now: () => number;
}

const TO_CITIZEN =
  'Dạ, hệ thống đang gặp sự cố nên em chưa trả lời được tin nhắn này. Em đã chuyển cho cán bộ; cán bộ sẽ đọc và trả lời trong cuộc trò chuyện này ạ.';

/**
 * Hands mail that no attempt could work on to a person: its words into the transcript, a ticket of high priority, and
 * a word to the citizen, in the same step that takes it out of the line. `fragments` holds a citizen's words only.
 * @returns `stale` when older mail waits or staff were faster; nothing was written then
 */
export async function giveUpMail(source: TurnSource, dependencies: GiveUpDependencies): Promise<'done' | 'stale'> {
  const { records, office, live, now } = dependencies;
  const { conversationId, fragments } = source;
  const conversation = await records.conversation(conversationId);
  const owner = conversation?.owner ?? 'bot';
  const open = conversation?.ticketId ? await records.ticket(conversation.ticketId) : null;
  const at = now();
  const calendar = await office.calendar();
  const words = fragments.map((fragment) => fragment.text).join('\n');
  const question = words === '' ? NOTES_TO_STAFF.unworkable : NOTES_TO_STAFF.gaveUp(words);
  const ticket = clocked({ kind: 'open', topic: null, priority: 'high', question }, at, calendar);
  const text = withPromise(TO_CITIZEN, ticket, open, at, calendar);
  const result = await records.commit({
    ...mailOf(source),
    seen: { conversation },
    at,
    heard: fragments.map((fragment) => ({ author: 'citizen', ...fragment })),
    lastInboundAt: fragments.at(-1)?.at ?? null,
    ledger: null,
    ticket,
    answerDueAt: answerDueAt(open, at, calendar),
    owner: owner === 'bot' ? 'queue' : owner,
    disclosed: false,
    outgoing:
      owner === 'bot' && words !== ''
        ? [{ author: 'bot', authorName: null, text, quickReplies: [], citations: [] }]
        : [],
  });
  if (!result.ok) return 'stale';
  live.publish({ kind: 'transcript', conversationId });
  live.publish({ kind: 'tickets', ticketId: result.ticket?.id ?? null });
  return 'done';
}
