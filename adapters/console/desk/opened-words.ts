import type { Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { maskPersonalData } from '../../../knowledge/personal-data/find-personal-data.ts';
import type { OnAudit } from '../audit.ts';

/** Pages refresh themselves; looking at one matter counts as one look for so long. */
const ONE_LOOK_MS = 60 * 60_000;
const MOST_REMEMBERED = 5_000;

/** Decides who reads a citizen's personal data in a transcript, and tells the audit log of it. */
export interface OpenedWords {
  /**
   * The lines as one member of staff may read them: as they were written for whoever holds the open ticket, with
   * personal data masked for everybody else. `hidden`: something was masked.
   */
  show(
    ticket: Pick<Ticket, 'id' | 'state' | 'assignee'>,
    lines: readonly TranscriptMessage[],
    staffName: string,
  ): { readonly lines: readonly TranscriptMessage[]; readonly hidden: boolean };
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
    show(ticket, lines, staffName) {
      const masked = lines.map((line) =>
        line.author === 'citizen' ? { ...line, text: maskPersonalData(line.text) } : line,
      );
      const hides = masked.some(({ text }, index) => text !== lines[index]?.text.normalize('NFC'));
      if (!hides) return { lines, hidden: false };
      if (ticket.state === 'closed' || ticket.assignee !== staffName) return { lines: masked, hidden: true };
      noteLook(staffName, ticket.id);
      return { lines, hidden: false };
    },
  };
}
