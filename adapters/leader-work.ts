import type { Logger } from 'pino';
import type { AdmissionTables } from '../bot/admission/published-tables.ts';
import type { BotSwitch } from '../bot/bot-switch.ts';
import { startBusyNotices } from '../bot/busy-notice.ts';
import { startCorrectionWork } from '../bot/corrections/correction-work.ts';
import { runDailyRetention } from '../bot/daily-retention.ts';
import { endHoldsInTime } from '../bot/end-holds.ts';
import { startGapWork } from '../bot/gaps/gap-work.ts';
import type { WaitingReplies } from '../bot/gaps/reply-drafts.ts';
import { createLinkTelling } from '../bot/links/tell-linked.ts';
import type { Pace } from '../bot/loop.ts';
import type { OfficeTime } from '../bot/office-hours/kept-calendar.ts';
import type { Alarms } from '../bot/ports/alarms.ts';
import type { Channel, ChannelId } from '../bot/ports/channel.ts';
import type { Inbox } from '../bot/ports/inbox.ts';
import type { LiveEvents } from '../bot/ports/live-events.ts';
import type { RadarFindings } from '../bot/radar/radar-state.ts';
import { watchTraffic } from '../bot/radar/watch-traffic.ts';
import { keepWeekCounts } from '../bot/radar/week-counts.ts';
import { createPublishedDates } from '../bot/reminders/published-dates.ts';
import { startReminderWork } from '../bot/reminders/reminder-work.ts';
import { repeatWork } from '../bot/repeated-work.ts';
import { routeNewTickets } from '../bot/route-tickets.ts';
import type { KeptStatements } from '../bot/statements/statement.ts';
import { startFarewells } from '../bot/statements/tell-farewells.ts';
import { startTicketWatch } from '../bot/watch-tickets.ts';
import type { Config } from './config.ts';
import { createAnswerShelf } from './gaps/answer-shelf.ts';
import type { UploadIngests } from './ingesting/upload-ingests.ts';
import { watchKeptValues } from './kept/watch-kept-values.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import type { LeaderTask } from './leader.ts';
import { remindingOf } from './reminders/reminding.ts';
import type { Stores } from './stores/engine.ts';

/** The first retention pass comes this long after the start. */
const FIRST_RETENTION_MS = 60_000;
/** Who could not be told of a link at once is told this soon after they can be (ms). */
const LINK_NEWS_MS = 20_000;

/**
 * What must be done now and then, by one process only: retention, radar, tickets in time, gaps, corrections, reminders, news of
 * links, words to those who wait.
 */
export function leaderWork(deps: {
  readonly stores: Stores;
  readonly config: Config;
  readonly inbox: Inbox;
  readonly botSwitch: BotSwitch;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly alarms: Alarms;
  readonly office: OfficeTime;
  readonly admission: AdmissionTables;
  readonly radar: RadarFindings;
  readonly replies: WaitingReplies;
  readonly statements: Pick<KeptStatements, 'settings'>;
  readonly ingests: UploadIngests;
  readonly knowledge: KnowledgeSource;
  readonly live: LiveEvents;
  readonly log: Logger;
  /** Told now and then how many kept values cannot be read. */
  readonly onUnreadableCount: (count: number) => void;
  readonly pace: Pace;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  readonly wakeSender: () => void;
}): readonly LeaderTask[] {
  const { config, admission, alarms, channels, knowledge, live, log, pace, now, onFault, wakeSender } = deps;
  const { records, retention, reportRows, incidents, gaps, corrections, kept, staff, holds, audit, links } =
    deps.stores;
  const { routingMode: mode, routes } = config.tickets;
  const shelf = createAnswerShelf({ ...config, ingests: deps.ingests, knowledge, now });
  const { about } = knowledge;
  const dates = createPublishedDates(kept);
  const common = { records, channels, live, now, onFault, wakeSender };
  return [
    () =>
      runDailyRetention({
        retention,
        wordsDays: config.retentionDays,
        firstAfterMs: FIRST_RETENTION_MS,
        now,
        onDone: (counts) => log.info(counts, 'retention: what was kept long enough is gone'),
        onFault,
      }),
    () => endHoldsInTime({ holds, audit, live, now, onFault }).stop,
    () => watchTraffic({ reportRows, incidents, dates, findings: deps.radar, alarms, now, onFault }),
    () =>
      watchKeptValues({
        kept,
        onCount: deps.onUnreadableCount,
        onUnreadable: (value) => log.error({ value }, 'a kept value cannot be read; admin doctor says what to do'),
        raise: (alarm) => void alarms.raise(alarm),
        now,
        onFault,
      }),
    () => keepWeekCounts({ reportRows, kept, now, onFault }),
    () =>
      startTicketWatch({
        ...deps,
        ...common,
        patience: config.tickets,
        nameOf: async (name) => (await staff.find(name))?.displayName ?? name,
        route: (open) => routeNewTickets(open, { records, staff, alarms, admission, live, mode, routes, now }),
      }).stop,
    () =>
      startGapWork({ ...common, gaps, shelf, about, pace, replies: deps.replies, wordsDays: config.retentionDays })
        .stop,
    () => startReminderWork({ ...deps, ...common, ...remindingOf(deps.stores, config), dates }).stop,
    () => repeatWork(createLinkTelling({ ...common, links }).all, LINK_NEWS_MS, onFault).stop,
    () => startCorrectionWork({ ...deps, ...common, corrections, knowledge, territory: config.territory }).stop,
    () => startFarewells({ ...common, gaps, statements: deps.statements }).stop,
    ...(config.busyAfterMs > 0 ? [() => startBusyNotices({ ...deps, ...common, afterMs: config.busyAfterMs })] : []),
  ];
}
