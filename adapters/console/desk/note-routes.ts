import { z } from 'zod';
import type { LiveEvents } from '../../../bot/ports/live-events.ts';
import type { Notes } from '../../../bot/ports/notes.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { readableTicket } from '../readable-ticket.ts';
import { renderMentionPage } from './mention-page.tsx';
import { mentionsIn, readableMentions, unknownMentions } from './mentions.ts';
import { NOTHING_WRITTEN, type TicketView } from './ticket-view.tsx';
import { typedWords } from './typed-words.ts';

const LONGEST_NOTE = 2000;
const LONGEST_LIST = 100;

const noteForm = z.object({ text: typedWords });

/** Private notes: written on the page of a ticket, read there and in the list of those that speak to the reader. */
export function addNoteRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: {
    readonly records: TurnRecords;
    readonly notes: Notes;
    readonly staff: StaffStore;
    readonly live: LiveEvents;
    readonly onAudit: OnAudit;
    readonly now: () => number;
    readonly ticketView: TicketView;
  },
): void {
  const { records, notes, staff } = deps;

  guard.staff('POST /staff/tickets/:id/notes', async (request, response, signedIn) => {
    const { text } = noteForm.parse(request.body);
    const { name } = signedIn.account;
    const ticket = await readableTicket(records, String(request.params['id']), signedIn.account);
    if (ticket === null) return deps.ticketView.refuseUnknown(response, signedIn);
    const mentions = mentionsIn(text).filter((mentioned) => mentioned !== name);
    const unknown = await unknownMentions(mentions, ticket, staff);
    const { problems } = wordsIn(signedIn.preferences.language).notes;
    const problem =
      text === ''
        ? problems.empty
        : text.length > LONGEST_NOTE
          ? problems.long
          : unknown.length > 0
            ? problems.unknown(unknown)
            : null;
    const note = { ticketId: ticket.id, author: name, text, at: deps.now(), mentions };
    if (problem === null && (await notes.add(note)) !== null) {
      deps.onAudit(name, 'ticket.note', ticket.id);
      deps.live.publish({ kind: 'tickets', ticketId: ticket.id });
      response.redirect(303, `${deps.ticketView.addressOf(ticket)}?notice=noted#notes`);
      return;
    }
    const written = { ...NOTHING_WRITTEN, note: { text, problem: problem ?? problems.gone } };
    response.status(400).send(await deps.ticketView.render(ticket, signedIn, { written }));
  });

  guard.staff('GET /staff/mentions', async (_request, response, signedIn) => {
    const found = await readableMentions(signedIn.account, deps, LONGEST_LIST);
    const shown = await Promise.all(
      found.map(async ({ note, ticket }) => ({
        note,
        ticket,
        author: (await staff.find(note.author))?.displayName ?? note.author,
      })),
    );
    response.send(renderMentionPage(signedIn, shown));
  });
}
