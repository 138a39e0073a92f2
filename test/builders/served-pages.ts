import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { createWebChatRoutes, FRAMED_PATH } from '../../adapters/channels/web/routes.tsx';
import { createPresence } from '../../adapters/console/desk/presence.ts';
import { errorLook } from '../../adapters/console/error-look.ts';
import { createPasswords } from '../../adapters/console/passwords.ts';
import { createConsoleRoutes } from '../../adapters/console/routes.tsx';
import type { SecondFactorMode } from '../../adapters/console/second-factor/second-factor.ts';
import { createAssets } from '../../adapters/http/assets.ts';
import { httpErrors, notFound } from '../../adapters/http/errors.ts';
import { createPagePolicy } from '../../adapters/http/page-policy.ts';
import type { EndedIngest, RunningIngest } from '../../adapters/ingesting/upload-ingests.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { createLiveEvents } from '../../adapters/live-events.ts';
import { createLog } from '../../adapters/log.ts';
import { openOfficeSettings } from '../../adapters/office-settings.ts';
import { createMonthlyReports } from '../../adapters/reporting/monthly-reports.ts';
import { writeSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { createLibsqlAudit } from '../../adapters/stores/libsql/audit.ts';
import { createLibsqlCorrections } from '../../adapters/stores/libsql/corrections.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createLibsqlGaps } from '../../adapters/stores/libsql/gaps.ts';
import { createLibsqlHolds } from '../../adapters/stores/libsql/holds.ts';
import { createLibsqlInbox } from '../../adapters/stores/libsql/inbox.ts';
import { createLibsqlIncidents } from '../../adapters/stores/libsql/incidents.ts';
import { createKeptValues } from '../../adapters/stores/libsql/kept-values.ts';
import { createLibsqlLinks } from '../../adapters/stores/libsql/links.ts';
import { createLibsqlNotes } from '../../adapters/stores/libsql/notes.ts';
import { createLibsqlOutbox } from '../../adapters/stores/libsql/outbox.ts';
import { createLibsqlRecords } from '../../adapters/stores/libsql/records.ts';
import { createLibsqlReportRows } from '../../adapters/stores/libsql/report-rows.ts';
import { createLibsqlStaff } from '../../adapters/stores/libsql/staff.ts';
import { createLibsqlStaffFactors } from '../../adapters/stores/libsql/staff-factors.ts';
import { createLibsqlStoreHealth } from '../../adapters/stores/libsql/store-health.ts';
import { createLibsqlTicketLists } from '../../adapters/stores/libsql/ticket-lists.ts';
import { createBotSwitch } from '../../bot/bot-switch.ts';
import type { DeliveryState } from '../../bot/conversation.ts';
import { createWaitingReplies, type WaitingReplies } from '../../bot/gaps/reply-drafts.ts';
import { KeptValueUnreadable } from '../../bot/kept-contents.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import type { AuditLog } from '../../bot/ports/audit.ts';
import type { ChannelId, SendWindow } from '../../bot/ports/channel.ts';
import type { Corrections } from '../../bot/ports/corrections.ts';
import type { Gaps } from '../../bot/ports/gaps.ts';
import type { Holds } from '../../bot/ports/holds.ts';
import type { Arrival, Inbox } from '../../bot/ports/inbox.ts';
import type { Incidents } from '../../bot/ports/incidents.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { Notes } from '../../bot/ports/notes.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import type { StaffFactors } from '../../bot/ports/staff-factors.ts';
import { createRadarFindings, type RadarFindings } from '../../bot/radar/radar-state.ts';
import { createReports } from '../../bot/reporting/reports.ts';
import type { TopicSettingsSource } from '../../bot/topic-settings.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import { CHEAP_PASSWORDS } from './cheap-passwords.ts';
import { aDocument, aPassage, aRecord } from './documents.ts';

/** How the words of parting begin. */
export const FAREWELL = 'Cán bộ đã kết thúc phần trả lời.';

/** A kept value that a test spoiled is no fault of the pages, which go on without it. */
function failOnFault(error: unknown): void {
  if (!(error instanceof KeptValueUnreadable)) throw error;
}
const TERRITORY = 'Hà Nội › Ba Đình';

/** Chat, console and assets on loopback over a state in memory. */
export interface ServedPages {
  readonly url: string;
  readonly inbox: Inbox;
  readonly records: TurnRecords;
  readonly notes: Notes;
  readonly holds: Holds;
  readonly gaps: Gaps;
  readonly incidents: Incidents;
  readonly corrections: Corrections;
  readonly kept: KeptValues;
  readonly radar: RadarFindings;
  /** Tickets that were closed with an answer. */
  readonly replies: WaitingReplies;
  /** A hand on what is on its way out, in place of a sender. */
  readonly outbox: {
    /** What the sender did with one line of ours. */
    settle(messageId: number, delivery: DeliveryState, reason?: string): void;
    /** Before when a line of ours is not sent (ms since epoch). */
    leavesAt(messageId: number): number;
    /** Lets everything that waits go out. */
    sendAll(): void;
  };
  /** What waits in the inbox, in the order in which it came. */
  readonly mail: () => readonly Omit<Arrival, 'key'>[];
  readonly staff: StaffStore;
  readonly factors: StaffFactors;
  /** What was told to the audit: who, what, to which account, document or file. */
  readonly audited: readonly (readonly [string, string, string])[];
  /** Of that, what was done to documents and files. */
  readonly changes: () => readonly (readonly [string, string, string])[];
  /** Every route of the console as `METHOD path`, however it was added. */
  readonly consoleRoutes: readonly string[];
  readonly live: LiveEvents;
  readonly audit: AuditLog;
  readonly topics: TopicSettingsSource;
  /** Alarms in the order in which they were raised. */
  readonly raised: readonly Alarm[];
  /** Listeners that the pages hold now. */
  readonly listeners: () => number;
  /** Moved by tests; ms since the epoch. */
  readonly clock: { now: number };
  /** What staff may send on every channel. */
  readonly sending: { window: SendWindow };
  /** The data folder of the documents that the console shows. */
  readonly dataDir: string;
  /** Ingests that the console asked for. */
  readonly ingests: { asked: number; running: RunningIngest | null; ended: EndedIngest | null };
  /** Called when the chat or the console wakes the workers. */
  readonly work: {
    onWake: () => void;
    /** Ends what works on the state, before that is closed. */
    onClose: () => Promise<void>;
  };
  close(): Promise<void>;
}

/** Starts the pages; `perMinute` limits the chat's messages. Nobody is asked for a second factor unless told so. */
export async function servePages(
  options: {
    readonly perMinute?: number;
    /** How long replies of staff wait (ms); 0 unless given. */
    readonly undoMs?: number;
    readonly now?: number;
    readonly secureCookies?: boolean;
    readonly framedBy?: readonly string[];
    readonly documents?: readonly OfficialDocument[];
    readonly passages?: readonly Passage[];
    readonly secondFactorMode?: SecondFactorMode;
    readonly randomBytes?: (size: number) => Buffer;
  } = {},
): Promise<ServedPages> {
  const database = openDatabase(':memory:');
  const inbox = createLibsqlInbox(database);
  const staff = createLibsqlStaff(database);
  const factors = createLibsqlStaffFactors(database);
  const audited: (readonly [string, string, string])[] = [];
  let tickets = 0;
  const records = createLibsqlRecords(database, () => {
    tickets += 1;
    return `ticket-${tickets}`;
  });
  const notes = createLibsqlNotes(database);
  const holds = createLibsqlHolds(database);
  const gaps = createLibsqlGaps(database);
  const incidents = createLibsqlIncidents(database);
  const corrections = createLibsqlCorrections(database);
  const events = createLiveEvents(failOnFault);
  let listeners = 0;
  const live: LiveEvents = {
    publish: events.publish,
    subscribe(listener) {
      const end = events.subscribe(listener);
      listeners += 1;
      return () => {
        listeners -= 1;
        end();
      };
    },
  };
  const clock = { now: options.now ?? Date.UTC(2026, 1, 3, 2, 0) };
  const sending: { window: SendWindow } = { window: { open: true, until: null, mode: 'response' } };
  const work = { onWake: () => {}, onClose: async () => {} };
  let ids = 0;
  const shared = {
    records,
    live,
    secureCookies: options.secureCookies ?? false,
    now: () => clock.now,
    newId() {
      ids += 1;
      return `id-${String(ids).padStart(8, '0')}`;
    },
    wake: () => work.onWake(),
  };

  const app = express();
  const framedBy = options.framedBy ?? [];
  app.use(createPagePolicy({ secureCookies: shared.secureCookies, framed: FRAMED_PATH, framedBy }));
  app.use('/assets', createAssets());
  app.use(
    createWebChatRoutes({
      ...shared,
      inbox,
      visitorKey: Buffer.alloc(32, 1),
      rateLimit: { perMinute: options.perMinute ?? 60 },
      officeName: 'Giáo dục Ba Đình',
      framedBy,
    }),
  );
  const kept = createKeptValues(database);
  const audit = createLibsqlAudit(database);
  const raised: Alarm[] = [];
  const raise = (alarm: Alarm) => void raised.push(alarm);
  const settings = openOfficeSettings({
    kept,
    audit,
    now: () => clock.now,
    lock: (work) => work(),
    onFault: failOnFault,
  });
  const reportRows = createLibsqlReportRows(database);
  const keptReports = createReports({ kept, audit, now: () => clock.now, lock: (work) => work() });
  const radar = createRadarFindings({ kept, lock: (work) => work() });
  const replies = createWaitingReplies({ kept, lock: (work) => work() });
  const botSwitch = createBotSwitch({ kept, audit, live: events, now: () => clock.now, raise });
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-pages-'));
  const builtAt = new Date(clock.now).toISOString();
  const { documents = [aDocument()], passages = [aPassage('Học sinh đi học đúng giờ.')] } = options;
  writeSnapshot(dataDir, { builtAt, documents, passages, vectors: null }, aRecord());
  const ingests: ServedPages['ingests'] = { asked: 0, running: null, ended: null };
  let draws = 0;
  // Distinct for as many draws as a test makes, and the same in every run.
  const countedBytes = (size: number) => {
    draws += 1;
    return createHash('shake256', { outputLength: size }).update(String(draws)).digest();
  };
  const consoleRoutes = createConsoleRoutes({
    ...shared,
    lists: createLibsqlTicketLists(database),
    reportRows,
    radar,
    replies,
    reports: createMonthlyReports(keptReports, { reportRows, records, incidents, gaps, kept, now: () => clock.now }),
    staff,
    knowledge: openKnowledge(dataDir, null, { territory: TERRITORY, publicUrl: null }),
    dataDir,
    territory: TERRITORY,
    ingests: {
      running: () => ingests.running,
      ended: () => ingests.ended,
      start() {
        ingests.asked += 1;
      },
      stop: async () => {},
    },
    window: () => sending.window,
    botWindow: () => sending.window,
    undoMs: options.undoMs ?? 0,
    notes,
    holds,
    links: createLibsqlLinks(database),
    gaps,
    incidents,
    raise,
    corrections,
    retentionDays: 365,
    kept,
    presence: createPresence({ live: events, now: () => clock.now }),
    factors,
    secondFactorMode: options.secondFactorMode ?? 'off',
    factorKeys: [Buffer.alloc(32, 2)],
    officeName: 'Giáo dục Ba Đình',
    onAudit: (actor, action, subject, facts = {}) =>
      void audited.push([actor, action, [subject, ...Object.values(facts)].join(' ')]),
    randomBytes: options.randomBytes ?? countedBytes,
    passwords: createPasswords(options.randomBytes ?? countedBytes, CHEAP_PASSWORDS),
    botSwitch,
    audit,
    ...settings,
    publicUrl: 'https://hoidap.example',
    inbox,
    outbox: createLibsqlOutbox(database),
    storeHealth: createLibsqlStoreHealth(database, () => clock.now),
    channelSettings: [
      { id: 'messenger', on: false, missing: ['MESSENGER_APP_ID'] },
      { id: 'zalo', on: true, missing: [] },
      { id: 'web', on: true, missing: [] },
    ],
  });
  app.use(consoleRoutes);
  app.use(notFound(errorLook));
  app.use(httpErrors(createLog('silent'), errorLook));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inbox,
    records,
    notes,
    holds,
    gaps,
    incidents,
    corrections,
    kept,
    radar,
    replies,
    staff,
    factors,
    audited,
    changes: () => audited.filter(([, action]) => /^(?:document|upload)\./.test(action)),
    consoleRoutes: routesOf(consoleRoutes),
    live,
    audit,
    topics: settings.topics,
    raised,
    outbox: {
      settle(messageId, delivery, reason) {
        database
          .prepare('UPDATE outbox SET state = ?, reason = ? WHERE id = ?')
          .run(delivery, reason ?? null, messageId);
      },
      leavesAt(messageId) {
        const row = database.prepare('SELECT next_at FROM outbox WHERE id = ?').get(messageId) as { next_at: number };
        return row.next_at;
      },
      sendAll() {
        database.exec(`UPDATE outbox SET state = 'sent' WHERE state = 'pending'`);
      },
    },
    mail() {
      const rows = database
        .prepare(`SELECT conversation_id, channel, activity, at FROM inbox WHERE state = 'waiting' ORDER BY id`)
        .all() as { conversation_id: string; channel: ChannelId; activity: string; at: number }[];
      return rows.map(({ conversation_id: conversationId, channel, activity, at }) => ({
        conversationId,
        channel,
        activity: JSON.parse(activity),
        at,
      }));
    },
    listeners: () => listeners,
    clock,
    sending,
    dataDir,
    ingests,
    work,
    close: async () => {
      await work.onClose();
      await new Promise<void>((resolve) => {
        server.close(() => {
          database.close();
          rmSync(dataDir, { recursive: true, force: true });
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

function routesOf(router: Router): readonly string[] {
  return router.stack.flatMap(({ route }) => {
    if (route === undefined) return [];
    // A handler without a method answers all of them.
    const methods = new Set(route.stack.map(({ method }) => method?.toUpperCase() ?? 'ALL'));
    return [...methods].map((method) => `${method} ${route.path}`);
  });
}
