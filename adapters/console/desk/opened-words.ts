import type { Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { maskMessage } from '../../../bot/masked-message.ts';
import type { Hold } from '../../../bot/ports/holds.ts';
import type { Note } from '../../../bot/ports/notes.ts';
import type { OnAudit } from '../audit.ts';

/** Pages refresh themselves; looking at one matter counts as one look for so long. */
const ONE_LOOK_MS = 60 * 60_000;
const MOST_REMEMBERED = 5_000;

/** What stands on the page of a matter in words of citizens, and of staff about them. */
export interface MatterWords {
  readonly lines: readonly TranscriptMessage[];
  readonly notes: readonly Note[];
  readonly hold: Hold | null;
}

/** Decides who reads a citizen's personal data in a matter, and tells the audit log of it. */
export interface OpenedWords {
  /**
   * The words as one member of staff may read them: as they were written for whoever holds the open ticket, with
   * personal data masked for everybody else. `hidden`: something was masked.
   */
  show(
    ticket: Pick<Ticket, 'id' | 'state' | 'assignee'>,
    words: MatterWords,
    staffName: string,
  ): MatterWords & { readonly hidden: boolean };
}

export function createOpenedWords(onAudit: OnAudit, now: () => number): OpenedWords {
  const looks = new Map<string, number>();
  const noteLook = (staffName: string, ticketId: string) => {
    const look = `${staffName} ${ticketId}`;
    const at = now();
    if (at - (looks.get(look) ?? Number.NEGATIVE_INFINITY) < ONE_LOOK_MS) return;
    looks.delete(look);
    looks.set(look, at);
    const [oldest] = looks.keys();
    if (looks.size > MOST_REMEMBERED && oldest !== undefined) looks.delete(oldest);
    onAudit(staffName, 'ticket.opened-words', ticketId);
  };

  return {
    show(ticket, words, staffName) {
      let hidden = false;
      const mask = (text: string): string => {
        const masked = maskMessage(text);
        hidden ||= masked !== text.normalize('NFC');
        return masked;
      };
      const { lines, notes, hold } = words;
      const masked: MatterWords = {
        lines: lines.map((line) => (line.author === 'citizen' ? { ...line, text: mask(line.text) } : line)),
        notes: notes.map((note) => ({ ...note, text: mask(note.text) })),
        hold: hold === null ? null : { ...hold, reason: mask(hold.reason) },
      };
      if (!hidden) return { ...words, hidden };
      if (ticket.state === 'closed' || ticket.assignee !== staffName) return { ...masked, hidden };
      noteLook(staffName, ticket.id);
      return { ...words, hidden: false };
    },
  };
}
