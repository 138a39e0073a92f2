import type { BotSwitch } from '../../../bot/bot-switch.ts';
import type { OfficeTime } from '../../../bot/office-hours/kept-calendar.ts';
import type { Notes } from '../../../bot/ports/notes.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { TicketLists, TicketReader } from '../../../bot/ports/ticket-lists.ts';
import { searchWords } from '../../../bot/search-words.ts';
import type { KeptStatements } from '../../../bot/statements/statement.ts';
import type { OnAudit } from '../audit.ts';
import { readableMentions } from '../desk/mentions.ts';
import { displayNames } from '../display-names.ts';
import type { createGuard } from '../guard.tsx';
import { noticeOf } from '../notices.ts';
import { readerOf } from '../readable-ticket.ts';
import { renderSearchPage, renderTicketListPage } from './inbox-page.tsx';
import { filterOf, readListQuery } from './list-query.ts';
import { shareReads } from './share-reads.ts';

const PAGE_TICKETS = 30;
const LONGEST_RESULT = 50;
const MOST_MENTIONS = 100;
/** Tags that the filter offers. */
const MOST_TAGS = 50;

/** What the inbox needs of the rest of the console. */
export interface InboxDependencies {
  readonly lists: TicketLists;
  readonly records: TurnRecords;
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
  const { lists, records, staff, now } = deps;
  const pageOf = shareReads(lists.page, ({ now: _now, ...asked }) => JSON.stringify(asked));
  const countsFor = shareReads(
    (reader: TicketReader) => lists.counts(reader, now()),
    (reader) => JSON.stringify(reader),
  );
  const tagsInUse = shareReads(
    (limit: number) => records.tagsInUse(limit),
    (limit) => String(limit),
  );

  guard.staff('GET /staff/tickets', async (request, response, signedIn) => {
    const { account } = signedIn;
    const query = readListQuery(request.query);
    const at = now();
    const reader = readerOf(account);
    const [botSwitch, statements, calendar, mentions, tags, counts] = await Promise.all([
      deps.botSwitch.state(),
      deps.statements.settings(),
      deps.office.calendar(),
      readableMentions(account, deps, MOST_MENTIONS),
      tagsInUse(MOST_TAGS),
      countsFor(reader),
    ]);
    const told = { notice: noticeOf(request), botSwitch, statements, mentions: mentions.length };
    const shared = { signedIn, query, counts, ...told, calendar, press: reader.press, tags, now: at };
    if (query.words !== '') {
      deps.onAudit(account.name, 'tickets.searched', 'tickets');
      const found = await lists.search(searchWords(query.words), reader, LONGEST_RESULT + 1);
      const tickets = found.slice(0, LONGEST_RESULT);
      const cut = found.length > LONGEST_RESULT;
      response.send(renderSearchPage({ ...shared, tickets, cut, names: await displayNames(staff, tickets) }));
      return;
    }
    const { view, after } = query;
    const asked = { view, reader, now: at, filter: filterOf(query, at), after, limit: PAGE_TICKETS };
    const { tickets, next } = await pageOf(asked);
    response.send(renderTicketListPage({ ...shared, tickets, next, names: await displayNames(staff, tickets) }));
  });
}
