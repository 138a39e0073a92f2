import { z } from 'zod';
import { endHold, type HoldSurroundings, placeHold } from '../../../bot/end-holds.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { readHoldFields } from '../../holds/hold-fields.ts';
import type { createGuard } from '../guard.tsx';
import type { NoticeName } from '../notices.ts';
import type { TicketView } from './ticket-view.tsx';
import { typedWords } from './typed-words.ts';

const holdForm = z.object({ reason: typedWords, until: z.string().catch('') });

/** What the routes need. */
export interface HoldRoutesDependencies extends HoldSurroundings {
  readonly records: TurnRecords;
}

/** Places and ends a hold on the data of the citizen whose ticket it is. */
export function addHoldRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: HoldRoutesDependencies & { readonly ticketView: TicketView },
): void {
  const { records, ticketView, now } = deps;

  guard.staff('POST /staff/tickets/:id/hold', async (request, response, signedIn) => {
    const ticket = await records.ticket(String(request.params['id']));
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const { conversationId } = ticket;
    const form = holdForm.parse(request.body);
    const fields = readHoldFields(form.reason, form.until, now());
    const by = signedIn.account.name;
    const placed = typeof fields !== 'string' && (await placeHold({ conversationId, ...fields, by, at: now() }, deps));
    const notice: NoticeName = placed ? 'held' : typeof fields === 'string' ? 'bad-hold' : 'nothing-to-hold';
    response.redirect(303, `${ticketView.addressOf(ticket)}?notice=${notice}`);
  });

  guard.staff('POST /staff/tickets/:id/release', async (request, response, signedIn) => {
    const ticket = await records.ticket(String(request.params['id']));
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const end = await endHold(ticket, signedIn.account.name, deps);
    const notice: NoticeName = end === 'erased' ? 'released-erased' : end === 'none' ? 'not-held' : 'released';
    response.redirect(303, `${ticketView.addressOf(ticket)}?notice=${notice}`);
  });
}
