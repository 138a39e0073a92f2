import type { Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { hideLinkCodes } from '../../../bot/links/link-code.ts';
import { maskMessage } from '../../../bot/masked-message.ts';
import type { Hold } from '../../../bot/ports/holds.ts';
import type { Note } from '../../../bot/ports/notes.ts';
import type { OnAudit } from '../audit.ts';
import type { LinkedHistory } from './linked-history.ts';

/** Pages refresh themselves; looking at one matter counts as one look for so long. */
const ONE_LOOK_MS = 60 * 60_000;
const MOST_REMEMBERED = 5_000;

/** What stands on the page of a matter in words of citizens, and of staff about them. */
export interface MatterWords {
  readonly lines: readonly TranscriptMessage[];
  readonly notes: readonly Note[];
  readonly hold: Hold | null;
  /** What the citizen linked with the conversation. */
  readonly linked: readonly LinkedHistory[];
}

/** Decides who reads a citizen's personal data in a matter, and tells the audit log of it. */
export interface OpenedWords {
  /**
   * The words as one member of staff may read them: as they were written for whoever holds the open ticket, with
   * personal data masked for everybody else; of a linked conversation too, where no colleague holds a ticket of its own.
   * Codes by which the citizen links are shown to nobody. `hidden`: something was masked.
   */
  show(
    ticket: Pick<Ticket, 'id' | 'state' | 'assignee' | 'conversationId'>,
    words: MatterWords,
    staffName: string,
  ): MatterWords & { readonly hidden: boolean };
}

export function createOpenedWords(onAudit: OnAudit, now: () => number): OpenedWords {
  const looks = new Map<string, number>();
  /** Whether this look at a conversation from a ticket's page is a new one. */
  const isNewLook = (staffName: string, ticketId: string, conversationId: string): boolean => {
    const look = `${staffName} ${ticketId} ${conversationId}`;
    const at = now();
    if (at - (looks.get(look) ?? Number.NEGATIVE_INFINITY) < ONE_LOOK_MS) return false;
    looks.delete(look);
    looks.set(look, at);
    const [oldest] = looks.keys();
    if (looks.size > MOST_REMEMBERED && oldest !== undefined) looks.delete(oldest);
    return true;
  };

  return {
    show(ticket, words, staffName) {
      const holds = ticket.state !== 'closed' && ticket.assignee === staffName;
      const own = maskingOf();
      const masked = {
        lines: words.lines.map(own.line),
        notes: words.notes.map((note) => ({ ...note, text: own.mask(note.text) })),
        hold: words.hold === null ? null : { ...words.hold, reason: own.mask(words.hold.reason) },
      };
      if (own.hid() && holds && isNewLook(staffName, ticket.id, ticket.conversationId)) {
        onAudit(staffName, 'ticket.opened-words', ticket.id);
      }
      let hidden = own.hid() && !holds;
      const linked = words.linked.map((history) => {
        const other = maskingOf();
        const lines = history.lines.map(other.line);
        if (!other.hid()) return { ...history, lines };
        const mayRead = holds && (history.holder === undefined || history.holder === staffName);
        hidden ||= !mayRead;
        if (!mayRead) return { ...history, lines };
        if (isNewLook(staffName, ticket.id, history.conversationId)) {
          onAudit(staffName, 'ticket.opened-linked', ticket.id, { channel: history.channel });
        }
        return { ...history, lines: history.lines.map(withoutCode) };
      });
      const shown = own.hid() && !holds ? masked : { ...words, lines: words.lines.map(withoutCode) };
      return { ...words, ...shown, linked, hidden };
    },
  };
}

/** Masks personal data in words of citizens, and remembers whether there was any. */
function maskingOf() {
  let hid = false;
  const mask = (text: string): string => {
    const masked = maskMessage(text);
    hid ||= masked !== text.normalize('NFC');
    return masked;
  };
  return {
    mask,
    line: (line: TranscriptMessage) => {
      const plain = withoutCode(line);
      return plain.author === 'citizen' ? { ...plain, text: mask(plain.text) } : plain;
    },
    hid: () => hid,
  };
}

function withoutCode(line: TranscriptMessage): TranscriptMessage {
  return { ...line, text: hideLinkCodes(line.text) };
}
