import { z } from 'zod';
import { endHold, type HoldSurroundings, placeHold } from '../../../bot/end-holds.ts';
import { endHoldWithLinked, holdWithLinked } from '../../../bot/links/hold-linked.ts';
import type { Links } from '../../../bot/ports/links.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { readHoldFields } from '../../holds/hold-fields.ts';
import type { createGuard } from '../guard.tsx';
import type { NoticeName } from '../notices.ts';
import type { TicketView } from './ticket-view.tsx';
import { typedWords } from './typed-words.ts';

const linkedToo = z.string().optional().catch(undefined);
const holdForm = z.object({ reason: typedWords, until: z.string().catch(''), linked: linkedToo });
const releaseForm = z.object({ linked: linkedToo }).catch({});

/** What the routes need. */
export interface HoldRoutesDependencies extends HoldSurroundings {
  readonly records: TurnRecords;
  readonly links: Pick<Links, 'of'>;
}

/** Places and ends a hold on the data of the citizen whose ticket it is, where wished on what they linked, too. */
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
    const place = form.linked === undefined ? placeHold : holdWithLinked;
    const placed = typeof fields !== 'string' && (await place({ conversationId, ...fields, by, at: now() }, deps));
    const done: NoticeName = form.linked === undefined ? 'held' : 'held-linked';
    const notice: NoticeName = placed ? done : typeof fields === 'string' ? 'bad-hold' : 'nothing-to-hold';
    response.redirect(303, `${ticketView.addressOf(ticket)}?notice=${notice}`);
  });

  guard.staff('POST /staff/tickets/:id/release', async (request, response, signedIn) => {
    const ticket = await records.ticket(String(request.params['id']));
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const by = signedIn.account.name;
    const withLinked = releaseForm.parse(request.body ?? {}).linked !== undefined;
    const end = withLinked ? await endHoldWithLinked(ticket.conversationId, by, deps) : await endHold(ticket, by, deps);
    const notice: NoticeName = end === 'erased' ? 'released-erased' : end === 'none' ? 'not-held' : 'released';
    response.redirect(303, `${ticketView.addressOf(ticket)}?notice=${notice}`);
  });
}
