import { standingAt } from '../../bot/abuse/ladder.ts';
import { channelNamedIn } from '../../bot/conversation.ts';
import type { DataController } from '../../bot/data-controller-words.ts';
import { othersIn } from '../../bot/links/link.ts';
import type { Stores } from '../stores/engine.ts';

/** More lines than a person writes in the years that words are kept. */
const LONGEST_TRANSCRIPT = 100_000;
const MOST_TICKETS = 10_000;

/** What an office keeps of one citizen on one channel, in a form that people and programs read. Times are ISO 8601. */
export interface CitizenData {
  readonly controller: DataController;
  readonly exportedAt: string;
  readonly conversation: string;
  readonly channel: string;
  readonly lastWroteAt: string | null;
  /** Kept from its time and from erasure; `null`: not. Why is the office's to tell. */
  readonly held: { readonly since: string; readonly until: string | null } | null;
  /** Where misuse of the page led them, of 4 rungs; `null`: nowhere. */
  readonly misuse: { readonly rung: number; readonly since: string } | null;
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
  /** Conversations that the citizen linked with this one; what was said there is theirs to ask for, too. */
  readonly links: readonly {
    readonly conversation: string;
    readonly channel: string;
    readonly linkedAt: string;
    /** After which words the citizen linked. */
    readonly consent: string;
  }[];
  /** A link that the citizen undid elsewhere, of which they have yet to be told here. */
  readonly undoneElsewhere: { readonly at: string; readonly channels: readonly string[] } | null;
}

/**
 * Reads everything that is kept of a citizen; `null` where nothing is. What colleagues noted for each other is the
 * office's own.
 * @param stores that open what is sealed
 * @param controller who answers for the data
 * @param at ms since epoch
 */
export async function readCitizenData(
  { records, holds, reminders, links }: Pick<Stores, 'records' | 'holds' | 'reminders' | 'links'>,
  conversationId: string,
  { name, address, contact }: DataController,
  at: number,
): Promise<CitizenData | null> {
  const conversation = await records.conversation(conversationId);
  if (conversation === null) return null;
  const lines = await records.transcript(conversationId, 0, LONGEST_TRANSCRIPT);
  const misuse = standingAt(conversation.abuse, at);
  const hold = await holds.of(conversationId);
  const tickets = await records.ticketsOf(conversationId, MOST_TICKETS);
  const reminded = await reminders.of(conversationId);
  const linked = othersIn(await links.of(conversationId), conversationId);
  const parted = (await links.parted()).find((one) => one.conversationId === conversationId);
  return {
    controller: { name, address, contact },
    exportedAt: isoTime(at),
    conversation: conversationId,
    channel: conversation.channel,
    lastWroteAt: conversation.lastInboundAt === null ? null : isoTime(conversation.lastInboundAt),
    held: hold === null ? null : { since: isoTime(hold.at), until: hold.until === null ? null : isoTime(hold.until) },
    misuse: misuse === null ? null : { rung: misuse.rung, since: isoTime(misuse.at) },
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
    links: linked.map(({ conversationId: conversation, linkedAt, consent }) => ({
      ...{ conversation, channel: channelNamedIn(conversation), consent },
      linkedAt: isoTime(linkedAt),
    })),
    undoneElsewhere: parted === undefined ? null : { at: isoTime(parted.at), channels: parted.channels },
  };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
