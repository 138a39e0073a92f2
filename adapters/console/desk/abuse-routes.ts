import { type LiftSurroundings, liftAbuse } from '../../../bot/abuse/lift-abuse.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { createGuard } from '../guard.tsx';
import { readableTicket } from '../readable-ticket.ts';
import type { TicketView } from './ticket-view.tsx';

/** Takes the citizen whose ticket it is down from the ladder of misuse. */
export function addAbuseRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: LiftSurroundings & { readonly records: TurnRecords; readonly ticketView: TicketView },
): void {
  const { records, ticketView } = deps;
  guard.staff('POST /staff/tickets/:id/lift', async (request, response, signedIn) => {
    const ticket = await readableTicket(records, String(request.params['id']), signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const lifted = await liftAbuse(ticket.conversationId, signedIn.account.name, deps);
    response.redirect(303, `${ticketView.addressOf(ticket)}?notice=${lifted ? 'lifted' : 'not-on-ladder'}`);
  });
}
