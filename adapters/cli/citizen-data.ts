import type { TurnRecords } from '../../bot/ports/records.ts';
import type { Reminders } from '../../bot/ports/reminders.ts';

/** More lines than a person writes in the years that words are kept. */
const LONGEST_TRANSCRIPT = 100_000;
const MOST_TICKETS = 10_000;

/** What an office keeps of one citizen on one channel, in a form that people and programs read. Times are ISO 8601. */
export interface CitizenData {
  readonly controller: string;
  readonly exportedAt: string;
  readonly conversation: string;
  readonly channel: string;
  readonly lastWroteAt: string | null;
  readonly messages: readonly {
    readonly at: string;
    readonly author: 'citizen' | 'assistant' | 'staff';
    readonly text: string;
    readonly sources: readonly string[];
  }[];
  readonly tickets: readonly {
    readonly number: number;
    readonly topic: string | null;
    readonly question: string;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }[];
  readonly reminders: readonly {
    readonly step: string;
    readonly level: string;
    readonly schoolYear: string;
    readonly deadline: string;
    readonly document: string;
    readonly agreedAt: string;
    /** Which words the citizen agreed to. */
    readonly consent: string;
  }[];
}

/**
 * Reads everything that is kept of a citizen; `null` where nothing is. What colleagues noted for each other is the
 * office's own.
 * @param stores whose records open what is sealed
 * @param controller the office that answers for the data
 * @param at ms since epoch
 */
export async function readCitizenData(
  { records, reminders }: { readonly records: TurnRecords; readonly reminders: Pick<Reminders, 'of'> },
  conversationId: string,
  controller: string,
  at: number,
): Promise<CitizenData | null> {
  const conversation = await records.conversation(conversationId);
  if (conversation === null) return null;
  const lines = await records.transcript(conversationId, 0, LONGEST_TRANSCRIPT);
  const tickets = await records.ticketsOf(conversationId, MOST_TICKETS);
  const reminded = await reminders.of(conversationId);
  return {
    controller,
    exportedAt: isoTime(at),
    conversation: conversationId,
    channel: conversation.channel,
    lastWroteAt: conversation.lastInboundAt === null ? null : isoTime(conversation.lastInboundAt),
    messages: lines.map((line) => ({
      at: isoTime(line.at),
      author: line.author === 'bot' ? 'assistant' : line.author,
      text: line.text,
      sources: line.citations.map(({ number, title, address }) => [number ?? title, address].join(', ')),
    })),
    tickets: tickets.map(({ number, topic, question, openedAt, closedAt }) => ({
      number,
      topic,
      question,
      openedAt: isoTime(openedAt),
      closedAt: closedAt === null ? null : isoTime(closedAt),
    })),
    reminders: (reminded?.reminders ?? []).map(({ step, level, schoolYear, last, document, consentedAt, consent }) => ({
      ...{ step, level, schoolYear, deadline: last, document, consent },
      agreedAt: isoTime(consentedAt),
    })),
  };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
