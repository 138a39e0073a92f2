import { speaksOfSchool, speaksOfWard } from '../knowledge/admission/named-places.ts';
import type { AdmissionTable } from '../knowledge/admission/table.ts';
import { dayInVietnam } from '../knowledge/vietnam-day.ts';
import type { AdmissionTables } from './admission/published-tables.ts';
import type { Ticket } from './conversation.ts';
import { isDanger } from './handover.ts';
import type { Alarms } from './ports/alarms.ts';
import type { LiveEvents } from './ports/live-events.ts';
import type { TurnRecords } from './ports/records.ts';
import type { StaffAccount, StaffStore } from './ports/staff.ts';
import { nobodyOnlineAlarm } from './raised-alarms.ts';
import { ANSWERING_ROLES, isAmong, type Target, targetKey } from './routing.ts';
import type { Topic } from './topics.ts';
import { wholeWords } from './whole-words.ts';

/** Who used the console within this time is at work there (ms). */
const ONLINE_MS = 15 * 60_000;

/** What must hold of a ticket: its topic, words of the question, or the ward or school of which the citizen speaks. */
export type RouteCondition =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'ward' | 'school'; readonly name: string };

/** Where new tickets go of which all conditions hold. */
export interface Route {
  readonly matches: readonly RouteCondition[];
  readonly to: Target;
}

/** `claim`: whoever of the target takes it; `least-loaded`: given to whoever of the target is at work and holds least. */
export type RoutingMode = 'claim' | 'least-loaded';

export interface RoutingDependencies {
  readonly records: Pick<TurnRecords, 'lapse' | 'transcript'>;
  readonly staff: Pick<StaffStore, 'list' | 'sessionsOf'>;
  readonly alarms: Alarms;
  readonly live: LiveEvents;
  /** The published tables, by which an address tells its ward. */
  readonly admission: Pick<AdmissionTables, 'tableOn'>;
  readonly mode: RoutingMode;
  /** The office's own, the first that matches counts. */
  readonly routes: readonly Route[];
  readonly now: () => number;
}

/** Words to the press are the spokesperson's alone; without one, those find somebody who see such matters. */
const USUAL_ROUTES: readonly Route[] = (['spokesperson', 'supervisor', 'admin'] as const).map((role) => ({
  matches: [{ kind: 'topic', topic: 'press' }],
  to: { kind: 'role', role },
}));

/** Lines of a conversation in which the citizen may have said where they live or which school they mean. */
const LINES_READ = 40;

/** What is known of a matter beside its ticket. */
interface Surroundings {
  /** All that the citizen said in it, as they wrote it: the ticket's own words are masked. */
  readonly said?: string;
  readonly table?: AdmissionTable | null;
}

/**
 * Where a ticket goes: by the office's routes, then by the school or group of staff that its question names, then to
 * the duty list. A target that no account belongs to is passed over, so that no ticket waits for nobody.
 */
export function targetOf(
  { topic, question }: Pick<Ticket, 'topic' | 'question'>,
  routes: readonly Route[],
  accounts: readonly StaffAccount[],
  { said = question, table = null }: Surroundings = {},
): Target {
  const words = wholeWords(question);
  const groups = [...new Set(accounts.flatMap(({ group }) => group ?? []))];
  const named = groups.map(
    (group): Route => ({ matches: [{ kind: 'words', words: group }], to: { kind: 'group', group } }),
  );
  const holds = (condition: RouteCondition) => {
    switch (condition.kind) {
      case 'topic':
        return condition.topic === topic;
      case 'words':
        return words.includes(wholeWords(withoutKind(condition.words)));
      case 'ward':
        return speaksOfWard(said, condition.name, table);
      case 'school':
        return speaksOfSchool(said, condition.name);
    }
  };
  const fits = ({ matches, to }: Route) => matches.every(holds) && accounts.some((account) => isAmong(to, account));
  return [...routes, ...USUAL_ROUTES, ...named].find(fits)?.to ?? { kind: 'duty' };
}

/**
 * Routes tickets that are new, once each. Where nobody of the target is at work, the duty officer is woken for
 * what ranks high; a child in danger wakes them anyway.
 * @param open all open tickets, by which it is counted how much everybody holds
 */
export async function routeNewTickets(open: readonly Ticket[], dependencies: RoutingDependencies): Promise<void> {
  const fresh = open.filter(
    ({ state, assignee, routedTo }) => state === 'new' && assignee === null && routedTo === null,
  );
  if (fresh.length === 0) return;
  const { records, alarms, live, mode, routes } = dependencies;
  const at = dependencies.now();
  const looksForPlaces = routes.some(({ matches }) => matches.some(({ kind }) => kind === 'ward' || kind === 'school'));
  const published = looksForPlaces ? await dependencies.admission.tableOn(dayInVietnam(at)) : null;
  const table = published?.table ?? null;
  const wordsOf = async ({ conversationId, epoch, question }: Ticket): Promise<string> => {
    if (!looksForPlaces) return question;
    const lines = await records.transcript(conversationId, 0, LINES_READ);
    const own = lines.filter((line) => line.author === 'citizen' && line.epoch === epoch);
    return [question, ...own.map(({ text }) => text)].join(' | ');
  };
  const accounts = (await dependencies.staff.list())
    .map(({ account }) => account)
    .filter(({ disabled, role }) => !disabled && ANSWERING_ROLES.includes(role));
  const online = await whoIsOnline(accounts, at, dependencies);
  const held = new Map<string, number>();
  for (const { assignee } of open) if (assignee !== null) held.set(assignee, (held.get(assignee) ?? 0) + 1);

  for (const ticket of fresh) {
    const target = targetOf(ticket, routes, accounts, { said: await wordsOf(ticket), table });
    const ready = online.filter((account) => isAmong(target, account));
    const [least] = ready.toSorted((one, two) => (held.get(one.name) ?? 0) - (held.get(two.name) ?? 0));
    const assignee = mode === 'least-loaded' ? (least?.name ?? null) : null;
    const result = await records.lapse(ticket.id, { kind: 'routed', at, to: targetKey(target), assignee }, null);
    if (!result.ok) continue;
    if (assignee !== null) held.set(assignee, (held.get(assignee) ?? 0) + 1);
    live.publish({ kind: 'tickets', ticketId: ticket.id });
    // It tries for minutes by itself, and a reply that is missed is escalated in any case.
    if (least === undefined && ticket.priority !== 'normal' && !isDanger(ticket)) {
      void alarms.raise(nobodyOnlineAlarm(ticket, at));
    }
  }
}

async function whoIsOnline(
  accounts: readonly StaffAccount[],
  at: number,
  { staff }: Pick<RoutingDependencies, 'staff'>,
): Promise<readonly StaffAccount[]> {
  const seen = await Promise.all(
    accounts.map(async ({ name }) =>
      (await staff.sessionsOf(name, at)).some(
        ({ session }) => session.stage === 'open' && at - session.lastUsedAt <= ONLINE_MS,
      ),
    ),
  );
  return accounts.filter((_account, index) => seen[index]);
}

/** People say «tiểu học Kim Đồng» for «Trường Tiểu học Kim Đồng», and «Ngọc Hà» for «phường Ngọc Hà». */
function withoutKind(name: string): string {
  return name.replace(/^(?:trường|phường|xã)\s+/iu, '');
}
