import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import express from 'express';
import type { Logger } from 'pino';
import type { BotSwitch } from '../../bot/bot-switch.ts';
import { DELIVERY_REASONS } from '../../bot/delivery-words.ts';
import type { WaitingReplies } from '../../bot/gaps/reply-drafts.ts';
import type { Alarm } from '../../bot/ports/alarms.ts';
import type { AuditLog } from '../../bot/ports/audit.ts';
import type { Channel, ChannelId, SendWindow } from '../../bot/ports/channel.ts';
import type { Corrections } from '../../bot/ports/corrections.ts';
import type { ErasureRecords } from '../../bot/ports/erasure.ts';
import type { Gaps } from '../../bot/ports/gaps.ts';
import type { Holds } from '../../bot/ports/holds.ts';
import type { Inbox } from '../../bot/ports/inbox.ts';
import type { Incidents } from '../../bot/ports/incidents.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import type { Links } from '../../bot/ports/links.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { Notes } from '../../bot/ports/notes.ts';
import type { Outbox } from '../../bot/ports/outbox.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import type { ReportRows } from '../../bot/ports/report-rows.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import type { StaffFactors } from '../../bot/ports/staff-factors.ts';
import type { StoreHealth } from '../../bot/ports/store-health.ts';
import type { TicketLists } from '../../bot/ports/ticket-lists.ts';
import type { RadarFindings } from '../../bot/radar/radar-state.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import { createDataDeletionRoutes } from '../channels/messenger/deletion-requests.tsx';
import { renderDocumentPage } from '../channels/web/document-page.tsx';
import { createWebChatRoutes, FRAMED_PATH } from '../channels/web/routes.tsx';
import type { WebhookChannel } from '../channels/webhook-channel.ts';
import type { Config } from '../config.ts';
import type { OnAudit } from '../console/audit.ts';
import { createPresence } from '../console/desk/presence.ts';
import { errorLook } from '../console/error-look.ts';
import { createPasswords } from '../console/passwords.ts';
import { createConsoleRoutes } from '../console/routes.tsx';
import type { UploadIngests } from '../ingesting/upload-ingests.ts';
import type { KnowledgeSource } from '../knowledge-source.ts';
import type { Metrics } from '../metrics.ts';
import type { OfficeSettings } from '../office-settings.ts';
import type { MonthlyReports } from '../reporting/monthly-reports.ts';
import { createAdmissionPage } from './admission-page.tsx';
import { createAssets } from './assets.ts';
import { createCalendarRoute } from './calendar-route.ts';
import { httpErrors, notFound } from './errors.ts';
import { createHealth } from './health.ts';
import type { IntakePace } from './intake-pace.ts';
import { createPagePolicy } from './page-policy.ts';
import { createPrivacyPage, PRIVACY_PATH } from './privacy-page.tsx';
import { describeValidity, noteOnPassage } from './validity-line.ts';
import { createWebhook } from './webhooks.ts';

export interface HttpDependencies extends OfficeSettings {
  readonly config: Config;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly records: TurnRecords;
  readonly notes: Notes;
  readonly gaps: Gaps;
  readonly incidents: Incidents;
  readonly raise: (alarm: Alarm) => void;
  readonly corrections: Corrections;
  readonly lists: TicketLists;
  readonly reportRows: ReportRows;
  readonly reports: MonthlyReports;
  readonly radar: RadarFindings;
  readonly replies: WaitingReplies;
  readonly staff: StaffStore;
  readonly factors: StaffFactors;
  readonly factorKeys: readonly [Buffer, ...Buffer[]];
  readonly onAudit: OnAudit;
  readonly storeHealth: StoreHealth;
  readonly live: LiveEvents;
  readonly metrics: Metrics;
  readonly pace: IntakePace;
  readonly knowledge: KnowledgeSource;
  readonly ingests: UploadIngests;
  /** Told of every change that staff make to what the assistant answers from. */
  readonly webhooks: readonly WebhookChannel[];
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly kept: KeptValues;
  readonly erasures: ErasureRecords;
  readonly holds: Holds;
  readonly links: Links;
  readonly visitorKey: Buffer;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  readonly botSwitch: BotSwitch;
  readonly audit: AuditLog;
  readonly draining: () => boolean;
  readonly wakeWorker: () => void;
  readonly wakeSender: () => void;
}

const CHANNEL_OFF: SendWindow = { open: false, reason: DELIVERY_REASONS.channelOff };

/** All HTTP: webhooks first (they need raw bytes, no page headers and no delay), then pages behind a strict policy. */
export function createHttpApp(dependencies: HttpDependencies): RequestListener {
  const { config, knowledge, now } = dependencies;
  const secureCookies = config.publicUrl?.startsWith('https://') ?? false;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);

  const webhooks = new Map<string, RequestListener>();
  for (const channel of dependencies.webhooks) {
    const path = `/webhooks/${channel.id}`;
    webhooks.set(path, createWebhook(channel, { ...dependencies, wake: dependencies.wakeWorker }));
    if (channel.verification !== null) app.get(path, channel.verification);
  }
  app.use(createHealth(dependencies));

  app.use(createPagePolicy({ secureCookies, framed: FRAMED_PATH, framedBy: config.webEmbedOrigins }));
  app.use('/assets', createAssets());
  app.get(PRIVACY_PATH, createPrivacyPage(config));
  app.get('/van-ban/tuyen-sinh-:year', createAdmissionPage(dependencies.admission));
  app.get('/lich/:file', ...createCalendarRoute({ ...dependencies, ...config }));
  app.get('/van-ban/:document', (request, response, next) => {
    const base = knowledge.current();
    const document = base.documents.get(request.params.document);
    if (document === undefined) return next();
    const passages = base.passages.filter((passage) => passage.documentId === document.id);
    const on = { day: dayInVietnam(now()), territory: config.territory };
    const line = describeValidity(base.links, document, on);
    response.type('html').send(renderDocumentPage(document, passages, line, noteOnPassage(base.links, document, on)));
  });
  if (config.messenger.on) {
    app.use(
      createDataDeletionRoutes({ ...dependencies, settings: config.messenger.settings, wake: dependencies.wakeWorker }),
    );
  }
  app.use(
    createConsoleRoutes({
      ...dependencies,
      dataDir: config.dataDir,
      territory: config.territory,
      secondFactorMode: config.staffSecondFactor,
      officeName: config.officeName,
      undoMs: config.staffUndoMs,
      retentionDays: config.retentionDays,
      presence: createPresence(dependencies),
      randomBytes,
      passwords: createPasswords(randomBytes),
      secureCookies,
      publicUrl: config.publicUrl,
      channelSettings: [
        { id: 'messenger', on: config.messenger.on, missing: config.messenger.on ? [] : config.messenger.missing },
        { id: 'zalo', on: config.zalo.on, missing: config.zalo.on ? [] : config.zalo.missing },
        { id: 'web', on: true, missing: [] },
      ],
      window: (channel, lastInboundAt, at) =>
        dependencies.channels.get(channel)?.window('staff', lastInboundAt, at) ?? CHANNEL_OFF,
      botWindow: (channel, lastInboundAt, at) =>
        dependencies.channels.get(channel)?.window('bot', lastInboundAt, at) ?? CHANNEL_OFF,
      wake: dependencies.wakeSender,
    }),
  );
  app.use(
    createWebChatRoutes({
      ...dependencies,
      secureCookies,
      rateLimit: { perMinute: 30 },
      officeName: config.officeName,
      framedBy: config.webEmbedOrigins,
      wake: dependencies.wakeWorker,
    }),
  );
  app.use(notFound(errorLook));
  app.use(httpErrors(dependencies.log, errorLook));

  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const webhook = request.method === 'POST' ? webhooks.get(path.replace(/\/$/, '')) : undefined;
    if (webhook === undefined) app(request, response);
    else webhook(request, response);
  };
}
