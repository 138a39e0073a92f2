import type { WalkEngine } from './engines.ts';
import { count, type Model } from './model.ts';
import { CITIZENS, STAFF } from './steps.ts';

const LONGEST_LIST = 10_000;
const RANK = { urgent: 0, high: 1, normal: 2 } as const;
const CONTEXT_LINES = 8;

/** Compares what the stores show with what the model remembers; what differs goes to the model's faults. */
export async function compare(engine: WalkEngine, model: Model, now: number): Promise<void> {
  const { records, inbox, outbox } = engine.stores();
  const differ = (what: string, shown: unknown, expected: unknown) => {
    const [is, shouldBe] = [JSON.stringify(shown), JSON.stringify(expected)];
    if (is !== shouldBe) model.faults.push(`${what}: ${is} instead of ${shouldBe}`);
  };
  const [conversations, open, counts, mine, mail, rows, turns] = await Promise.all([
    Promise.all(CITIZENS.map(({ channel, id }) => records.conversation(`${channel}:${channel}:${id}`))),
    records.tickets('open', '', LONGEST_LIST),
    records.countTickets(),
    Promise.all(STAFF.map((name) => records.tickets('mine', name, LONGEST_LIST))),
    inbox.depth(now),
    outbox.depth(now),
    engine.turns(),
  ]);
  const tickets = [...model.tickets.values()];
  for (const [index, conversation] of conversations.entries()) {
    const { channel, id } = CITIZENS[index] ?? CITIZENS[0];
    const expected = model.conversations.get(`${channel}:${channel}:${id}`);
    const known = expected?.known === true ? expected : null;
    const standing = (one: typeof known | typeof conversation) =>
      one && [one.owner, one.epoch, one.ticketId, one.lastStaffAt];
    differ(`standing of ${id}`, standing(conversation), standing(known));
    const inboundAt = conversation?.lastInboundAt ?? 0;
    const inReach = known === null || (inboundAt >= known.lastPlainAt && inboundAt <= known.lastActAt);
    if (!inReach) model.faults.push(`${id} is thought to have written at ${inboundAt}`);
    if (conversation !== null && conversation.owner !== 'bot' && conversation.ticketId === null) {
      model.faults.push(`${id} waits for people (${conversation.owner}), and no ticket is open`);
    }
    const standsIn = open.find((ticket) => ticket.id === conversation?.ticketId);
    if (conversation?.owner === 'queue' && standsIn?.state !== 'new') {
      model.faults.push(`${id} stands in line for a ticket that is ${standsIn?.state}`);
    }
  }
  differ(
    'open tickets',
    open.map((ticket) => factsOf({ ...ticket, unattended: ticket.unattendedAt !== null })).sort(),
    tickets
      .filter((ticket) => ticket.state !== 'closed')
      .map(factsOf)
      .sort(),
  );
  // By urgency; who waits for words of staff comes first, soonest due first; then the oldest.
  const places = open.map(({ state, priority, repliedAt, newsDueAt, dueAt, openedAt }) => {
    const waits = state !== 'waiting' && (repliedAt === null || newsDueAt !== null);
    return `${RANK[priority]} ${waits ? 0 : 1} ${(waits ? (repliedAt === null ? dueAt : newsDueAt) : null) ?? openedAt}`;
  });
  differ('order of open tickets', places, places.toSorted());
  const owners = open.map((ticket) => ticket.conversationId);
  differ('conversations with an open ticket', owners.length, new Set(owners).size);
  for (const [index, name] of STAFF.entries()) {
    const expected = tickets.filter((ticket) => ticket.state !== 'closed' && ticket.assignee === name);
    differ(`tickets of ${name}`, mine[index]?.map((ticket) => ticket.id).sort(), expected.map(({ id }) => id).sort());
  }
  const inState = (state: string) => tickets.filter((ticket) => ticket.state === state).length;
  differ('counts', counts, {
    new: inState('new'),
    claimed: inState('claimed'),
    waiting: inState('waiting'),
    closed: inState('closed'),
  });
  const waiting = [...model.items.values()].filter((item) => item.state === 'waiting').length;
  differ('waiting mail', mail.waiting, waiting);
  differ('parked mail', mail.parked, 0);
  const unsent = [...model.conversations.values()].reduce((sum, conversation) => sum + conversation.rows.length, 0);
  differ('words to be sent', rows.pending, unsent);
  differ('ledger', turns, model.turns);
  count(model, 'comparison');
}

/** What must be known of a ticket, in one line. */
function factsOf(ticket: {
  readonly id: string;
  readonly state: string;
  readonly assignee: string | null;
  readonly priority: string;
  readonly dueAt: number | null;
  readonly repliedAt: number | null;
  readonly newsDueAt: number | null;
  readonly queuedAt: number;
  readonly unattended: boolean;
  readonly reopened: number;
}): string {
  const { id, state, assignee, priority, dueAt, repliedAt, newsDueAt, queuedAt, unattended, reopened } = ticket;
  return [id, state, assignee, priority, dueAt, repliedAt, newsDueAt, queuedAt, unattended, reopened].join(' ');
}

/** The same for the transcript of every citizen, which is longer to read. */
export async function compareTranscripts(engine: WalkEngine, model: Model): Promise<void> {
  const { records } = engine.stores();
  for (const { channel, id } of CITIZENS) {
    const conversationId = `${channel}:${channel}:${id}`;
    const expected = model.conversations.get(conversationId);
    const [lines, context] = await Promise.all([
      records.transcript(conversationId, 0, LONGEST_LIST),
      records.context(conversationId, CONTEXT_LINES),
    ]);
    const unsent = lines.filter((line) => line.delivery === 'pending' || line.delivery === 'sending');
    const [shown, remembered] = [unsent, expected?.rows ?? []].map((rows) =>
      JSON.stringify(rows.map((row) => [row.author, row.text])),
    );
    if (shown !== remembered) model.faults.push(`unsent words of ${id}: ${shown} instead of ${remembered}`);
    // Words of ours that ended the period before may be answered while they stand last.
    const last = lines.at(-1);
    const offer = last?.author === 'bot' && last.quickReplies.length > 0 ? last : null;
    const present = lines.filter((line) => line.epoch === expected?.epoch || line === offer).slice(-CONTEXT_LINES);
    if (present.map((line) => line.text).join('\n') !== context.map((line) => line.text).join('\n')) {
      model.faults.push(`what a decision remembers of ${id} is not the present period`);
    }
  }
}

/** Every closed ticket is in the list of closed ones. */
export async function compareClosed(engine: WalkEngine, model: Model): Promise<void> {
  const shown = await engine.stores().records.tickets('closed', '', LONGEST_LIST);
  const expected = [...model.tickets.values()].filter((ticket) => ticket.state === 'closed');
  if (
    shown
      .map(({ id }) => id)
      .sort()
      .join() !==
    expected
      .map(({ id }) => id)
      .sort()
      .join()
  ) {
    model.faults.push(`${shown.length} closed tickets are listed, not the ${expected.length} there are`);
  }
}
