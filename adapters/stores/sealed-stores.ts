import type { Activity } from 'botbuilder';
import { rewordTrace } from '../../bot/answer-trace.ts';
import type { Incident } from '../../bot/incidents/incident.ts';
import { maskMessage } from '../../bot/masked-message.ts';
import type { AuditLog } from '../../bot/ports/audit.ts';
import type { Hold, Holds } from '../../bot/ports/holds.ts';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Incidents } from '../../bot/ports/incidents.ts';
import type { Ledger, RecordedTurn } from '../../bot/ports/ledger.ts';
import type { Note, Notes } from '../../bot/ports/notes.ts';
import type { TurnCommit, TurnRecords } from '../../bot/ports/records.ts';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import type { WordSeal } from '../sealing/word-seal.ts';
import {
  type ClosingWords,
  closedCorrection,
  closedGap,
  closedHold,
  closedIncident,
  closedTags,
} from './closed-words.ts';
import type { Stores } from './engine.ts';

/**
 * The same stores, which never get to see personal data as it was written: mail, transcript and notes keep masked words
 * with the sealed original behind them, tickets, the ledger and incidents masked words alone, but whom to call there; so do
 * reasons that people of the office give, and the audit log; what an answer was made of is sealed like mail. What the assistant and the citizen
 * read is opened again. Erasure, retention, moves and backups take the sealed part along, because it is one value with
 * the words. Messages of ours lie as they are sent.
 */
export function sealStores(stores: Stores, seal: WordSeal): Stores {
  const words: ClosingWords = { sealed: seal.close, masked: maskPersonalData };
  return {
    ...stores,
    inbox: sealInbox(stores.inbox, seal),
    records: sealRecords(stores.records, seal),
    holds: sealHolds(stores.holds, words, seal),
    ledger: openLedger(stores.ledger, seal),
    notes: sealNotes(stores.notes, seal),
    incidents: sealIncidents(stores.incidents, words, seal),
    gaps: { ...stores.gaps, save: (gap) => stores.gaps.save(closedGap(gap, words)) },
    corrections: {
      ...stores.corrections,
      save: (correction) => stores.corrections.save(closedCorrection(correction, words)),
    },
    audit: maskAudit(stores.audit),
  };
}

function sealInbox(inbox: Inbox, seal: WordSeal): Inbox {
  const reworded = (
    { text, attachments, ...activity }: Partial<Activity>,
    words: (text: string) => string,
    address: (text: string) => string,
  ): Partial<Activity> => ({
    ...activity,
    ...(text === undefined ? {} : { text: words(text) }),
    ...(attachments === undefined
      ? {}
      : {
          attachments: attachments.map((one) =>
            one.contentUrl === undefined ? one : { ...one, contentUrl: address(one.contentUrl) },
          ),
        }),
  });
  return {
    ...inbox,
    put(arrivals, receivedAt) {
      const closed = arrivals.map((arrival) => {
        const { conversationId } = arrival;
        const close = (text: string) => seal.close(text, conversationId);
        const hide = (text: string) => seal.hide(text, conversationId);
        return { ...arrival, activity: reworded(arrival.activity, close, hide) };
      });
      return inbox.put(closed, receivedAt);
    },
    async waiting(conversationId) {
      const items = await inbox.waiting(conversationId);
      const open = (text: string) => seal.open(text, conversationId);
      return items.map((item) => ({ ...item, activity: reworded(item.activity, open, open) }));
    },
  };
}

function sealRecords(records: TurnRecords, seal: WordSeal): TurnRecords {
  return {
    ...records,
    async transcript(conversationId, afterId, limit) {
      const lines = await records.transcript(conversationId, afterId, limit);
      return lines.map((line) => ({ ...line, text: seal.open(line.text, conversationId) }));
    },
    async heardLine(conversationId, key) {
      const line = await records.heardLine(conversationId, key);
      return line === null ? null : { ...line, text: seal.open(line.text, conversationId) };
    },
    async context(conversationId, limit) {
      const lines = await records.context(conversationId, limit);
      return lines.map((line) => ({ ...line, text: seal.open(line.text, conversationId) }));
    },
    commit: (turn) => records.commit(closeTurn(turn, seal)),
    transfer: (ticketId, transfer) =>
      records.transfer(ticketId, { ...transfer, note: maskPersonalData(transfer.note) }),
    tag: (ticketId, tags, at) => records.tag(ticketId, closedTags(tags, { masked: maskPersonalData }), at),
    close: (ticketId, closing) => records.close(ticketId, { ...closing, note: maskPersonalData(closing.note) }),
  };
}

function closeTurn(turn: TurnCommit, seal: WordSeal): TurnCommit {
  const { heard, revisions, ledger, ticket, conversationId } = turn;
  const closed = <Line extends { readonly text: string }>(line: Line) => ({
    ...line,
    text: seal.close(line.text, conversationId),
  });
  return {
    ...turn,
    heard: heard.map(closed),
    revisions: revisions?.map(closed),
    ledger:
      ledger === null
        ? null
        : {
            ...ledger,
            question: maskMessage(ledger.question),
            trace: ledger.trace ? rewordTrace(ledger.trace, (text) => seal.close(text, conversationId)) : null,
          },
    ticket: ticket?.kind === 'open' ? { ...ticket, question: maskMessage(ticket.question) } : ticket,
  };
}

function sealHolds(holds: Holds, words: ClosingWords, seal: WordSeal): Holds {
  const opened = (hold: Hold) => ({ ...hold, reason: seal.open(hold.reason, hold.conversationId) });
  return {
    ...holds,
    async of(conversationId) {
      const hold = await holds.of(conversationId);
      return hold === null ? null : opened(hold);
    },
    list: async (limit) => (await holds.list(limit)).map(opened),
    place: (hold) => holds.place(closedHold(hold, words)),
  };
}

function openLedger(ledger: Ledger, seal: WordSeal): Ledger {
  const opened = (turn: RecordedTurn): RecordedTurn => {
    const { trace, conversationId } = turn;
    return trace === null ? turn : { ...turn, trace: rewordTrace(trace, (text) => seal.open(text, conversationId)) };
  };
  return {
    async turn(turnId) {
      const turn = await ledger.turn(turnId);
      return turn === null ? null : opened(turn);
    },
    latest: async (limit) => (await ledger.latest(limit)).map(opened),
  };
}

function sealNotes(notes: Notes, seal: WordSeal): Notes {
  const opened = (note: Note) => ({ ...note, text: seal.open(note.text, note.ticketId) });
  return {
    ...notes,
    async add(note) {
      const added = await notes.add({ ...note, text: seal.close(note.text, note.ticketId) });
      return added === null ? null : opened(added);
    },
    of: async (conversationId, limit) => (await notes.of(conversationId, limit)).map(opened),
    unreadBy: async (name, limit) => (await notes.unreadBy(name, limit)).map(opened),
  };
}

function sealIncidents(incidents: Incidents, words: ClosingWords, seal: WordSeal): Incidents {
  const opened = (incident: Incident) => ({ ...incident, contact: seal.open(incident.contact, incident.id) });
  return {
    async find(id) {
      const incident = await incidents.find(id);
      return incident === null ? null : opened(incident);
    },
    save: (incident) => incidents.save(closedIncident(incident, words)),
    filed: async (period, limit) => (await incidents.filed(period, limit)).map(opened),
  };
}

/** Ids, names of accounts and addresses of pages hold no spaces; what does is words of somebody. */
function maskAudit(audit: AuditLog): AuditLog {
  const masked = (fact: string) => (/\s/u.test(fact) ? maskPersonalData(fact) : fact);
  return {
    ...audit,
    append: (event) =>
      audit.append({
        ...event,
        subject: masked(event.subject),
        facts: Object.fromEntries(
          Object.entries(event.facts).map(([name, fact]) => [name, typeof fact === 'string' ? masked(fact) : fact]),
        ),
      }),
  };
}
