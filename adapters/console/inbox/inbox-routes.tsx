import type { BotSwitch } from '../../../bot/bot-switch.ts';
import type { OfficeTime } from '../../../bot/office-hours/kept-calendar.ts';
import type { Notes } from '../../../bot/ports/notes.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { TicketLists } from '../../../bot/ports/ticket-lists.ts';
import { searchWords } from '../../../bot/search-words.ts';
import type { KeptStatements } from '../../../bot/statements/statement.ts';
import { maySearchPress } from '../access.ts';
import type { OnAudit } from '../audit.ts';
import { displayNames } from '../display-names.ts';
import type { createGuard } from '../guard.tsx';
import { noticeOf } from '../notices.ts';
import { renderSearchPage, renderTicketListPage } from './inbox-page.tsx';
import { filterOf, readListQuery } from './list-query.ts';

const PAGE_TICKETS = 30;
const LONGEST_RESULT = 50;
const MOST_MENTIONS = 100;

/** What the inbox needs of the rest of the console. */
export interface InboxDependencies {
  readonly lists: TicketLists;
  readonly notes: Notes;
  readonly staff: StaffStore;
  readonly botSwitch: BotSwitch;
  readonly statements: KeptStatements;
  readonly office: OfficeTime;
  readonly onAudit: OnAudit;
  readonly now: () => number;
}

/** The lists of tickets and the search in them. */
export function addInboxRoutes(guard: ReturnType<typeof createGuard>, deps: InboxDependencies): void {
  const { lists, staff, now } = deps;

  guard.staff('GET /staff/tickets', async (request, response, signedIn) => {
    const { account } = signedIn;
    const query = readListQuery(request.query);
    const at = now();
    const press = maySearchPress(account.role);
    const [botSwitch, statements, calendar, mentions, counts] = await Promise.all([
      deps.botSwitch.state(),
      deps.statements.settings(),
      deps.office.calendar(),
      deps.notes.unreadBy(account.name, MOST_MENTIONS),
      lists.counts(account.name, at),
    ]);
    const told = { notice: noticeOf(request), botSwitch, statements, mentions: mentions.length };
    const shared = { signedIn, query, counts, ...told, calendar, press, now: at };
    if (query.words !== '') {
      deps.onAudit(account.name, 'tickets.searched', 'tickets');
      const found = await lists.search(searchWords(query.words), { press, limit: LONGEST_RESULT + 1 });
      const tickets = found.slice(0, LONGEST_RESULT);
      const cut = found.length > LONGEST_RESULT;
      response.send(renderSearchPage({ ...shared, tickets, cut, names: await displayNames(staff, tickets) }));
      return;
    }
    const { view, after } = query;
    const asked = { view, staffName: account.name, now: at, filter: filterOf(query, at), after, limit: PAGE_TICKETS };
    const { tickets, next } = await lists.page(asked);
    response.send(renderTicketListPage({ ...shared, tickets, next, names: await displayNames(staff, tickets) }));
  });
}
