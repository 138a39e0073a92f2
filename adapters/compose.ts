import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import { createAssistantBot } from '../bot/assistant-bot.ts';
import { createBotSwitch } from '../bot/bot-switch.ts';
import { startBusyNotices } from '../bot/busy-notice.ts';
import { createCrisisAlarms } from '../bot/crisis-alarms.ts';
import { giveUpMail } from '../bot/give-up.ts';
import { createOfficeTime } from '../bot/office-hours/kept-calendar.ts';
import type { Alarm } from '../bot/ports/alarms.ts';
import type { Channel, ChannelId } from '../bot/ports/channel.ts';
import { mailGivenUpAlarm } from '../bot/raised-alarms.ts';
import { createSender } from '../bot/sender.ts';
import { createWorker } from '../bot/worker.ts';
import { describeAlarms } from './alarms/alarm-settings.ts';
import { accountAlarm, zaloTokenAlarm } from './alarms/channel-alarms.ts';
import { createAlarms } from './alarms/create-alarms.ts';
import { openAlarmWays } from './alarms/open-ways.ts';
import { reportAlarms } from './alarms/report-alarms.ts';
import { MESSENGER_RATE, withinRate, ZALO_RATE } from './channels/call-rate.ts';
import type { ChannelAdapter } from './channels/channel-adapter.ts';
import { rememberHeard } from './channels/heard-channels.ts';
import { sortEvents } from './channels/inbound-arrivals.ts';
import { refusalEvent } from './channels/messenger/account-alarms.ts';
import { MessengerAdapter } from './channels/messenger/messenger-adapter.ts';
import { createMessengerWebhook } from './channels/messenger/messenger-webhook.ts';
import { WebAdapter } from './channels/web/web-adapter.ts';
import type { WebhookChannel } from './channels/webhook-channel.ts';
import { isFree, keepPaidQuota } from './channels/zalo/last-quota.ts';
import type { ZaloQuota } from './channels/zalo/oa-call.ts';
import { createStoredZaloTokens, ZALO_TOKENS_LEASE } from './channels/zalo/stored-tokens.ts';
import { createZaloTokens } from './channels/zalo/tokens.ts';
import { watchZaloTokens } from './channels/zalo/watch-tokens.ts';
import { ZaloAdapter } from './channels/zalo/zalo-adapter.ts';
import { createZaloWebhook } from './channels/zalo/zalo-webhook.ts';
import type { Config } from './config.ts';
import { createHttpApp } from './http/app.ts';
import { createIntakePace } from './http/intake-pace.ts';
import { type HttpServer, listen } from './http/listen.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { StateEngine, Stores } from './stores/engine.ts';
import { openEngine } from './stores/open-engine.ts';

/** Parts that a test may replace; everything else is the real product. */
export interface Overrides {
  readonly engine?: StateEngine;
  /** What is counted already before the product starts. */
  readonly metrics?: Metrics;
  /** Wraps the stores, for watching or breaking them. */
  readonly stores?: (stores: Stores) => Stores;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly random?: () => number;
}

/** The running product. */
export interface Product {
  readonly server: HttpServer;
  /** Which parts are on, and what turns the others on, one line each. */
  readonly summary: readonly string[];
  /** Takes no new requests, lets running turns and sends end, closes everything. */
  stop(): Promise<void>;
}

/** Builds everything that has a connection, and starts it. The only place where parts are put together. */
export async function startProduct(
  config: Config,
  knowledge: KnowledgeSource,
  log: Logger,
  overrides: Overrides = {},
): Promise<Product> {
  const now = overrides.now ?? Date.now;
  const newId = randomUUID;
  const fetchLike = overrides.fetch ?? fetch;
  const onFault = (error: unknown) => log.error({ error }, 'background fault');

  const engine = overrides.engine ?? (await openEngine(config, onFault));
  const { inbox, outbox, records, staff, kept, erasures, audit } = overrides.stores?.(engine) ?? engine;
  const { live } = engine;
  const heard = rememberHeard(kept, onFault);
  const metrics = overrides.metrics ?? createMetrics();
  const pace = createIntakePace(performance.now.bind(performance));
  const alarms = createAlarms({
    ways: openAlarmWays(config.alarms, fetchLike),
    publicUrl: config.publicUrl,
    now,
    random: overrides.random ?? Math.random,
    wait: (ms, signal) => wait(ms, undefined, { signal }),
    onOutcome: reportAlarms(log, metrics),
  });

  const raise = (alarm: Alarm) => void alarms.raise(alarm);
  const botSwitch = createBotSwitch({ kept, audit, live, now, raise });
  const office = createOfficeTime({ kept, now, onFault });
  const crisisAlarms = createCrisisAlarms({ records, alarms, now, onFault });

  const sentPieces = { of: outbox.piecesSent, set: outbox.pieceSent };
  const adapters: ChannelAdapter[] = [new WebAdapter()];
  const webhooks: WebhookChannel[] = [];
  const stopWatches: (() => Promise<void>)[] = [];
  if (config.messenger.on) {
    const { settings } = config.messenger;
    adapters.push(
      new MessengerAdapter({
        ...settings,
        fetch: withinRate(MESSENGER_RATE, performance.now.bind(performance), fetchLike),
        now,
        sentPieces,
        sourceUrl(passageId) {
          const found = knowledge.passage(passageId);
          const link = found === null ? null : knowledge.link(found.passage);
          return link?.startsWith('https://') ? link : null;
        },
        onAlarm(alarm) {
          const { arrivals } = sortEvents('messenger', [refusalEvent(alarm, settings.pageId, now())]);
          inbox.put(arrivals, now()).then(() => worker.wake(), onFault);
        },
      }),
    );
    webhooks.push(createMessengerWebhook(config.messenger.settings));
  }
  if (config.zalo.on) {
    const store = createStoredZaloTokens(kept);
    const tokens = createZaloTokens({
      ...config.zalo.settings,
      store,
      fetch: fetchLike,
      now,
      lock: engine.lock(ZALO_TOKENS_LEASE),
    });
    const onQuota = (quota: ZaloQuota) => {
      metrics.zaloMessages.inc({ quota });
      if (isFree(quota)) return;
      keepPaidQuota(kept, quota, now()).catch(onFault);
      log.warn({ quota }, 'a Zalo message was not free of charge');
    };
    const fetch = withinRate(ZALO_RATE, performance.now.bind(performance), fetchLike);
    adapters.push(new ZaloAdapter({ ...config.zalo.settings, tokens, fetch, onQuota, sentPieces }));
    webhooks.push(
      createZaloWebhook(config.zalo.settings, (variant) =>
        log.info({ variant }, 'Zalo signature variant that matched'),
      ),
    );
    stopWatches.push(
      watchZaloTokens({
        store,
        tokens,
        now,
        onDaysLeft: (days) => metrics.zaloRefreshTokenDays.set(days),
        onAlarm(days, error) {
          log.warn({ days, error }, 'Zalo refresh token: run npm run admin -- zalo authorise');
          void alarms.raise(zaloTokenAlarm(days, now()));
        },
      }),
    );
  }
  const adapterById = new Map(adapters.map((adapter) => [adapter.id, adapter]));
  const channels: ReadonlyMap<ChannelId, Channel> = adapterById;

  const sender = createSender({
    outbox,
    channels,
    live,
    pace,
    now,
    random: overrides.random ?? Math.random,
    confirmMs: config.sendConfirmMs,
    onDelivery: (channel, status) => metrics.deliveries.inc({ channel, status }),
    onFault,
  });
  const bot = createAssistantBot({
    records,
    botSwitch,
    office,
    knowledge,
    live,
    now,
    newId,
    onTurn(decision, channel, ms) {
      heard(channel);
      metrics.turns.inc({ channel, outcome: decision.outcome, topic: decision.topic ?? 'none' });
      metrics.turnSeconds.observe({ channel }, ms / 1000);
      sender.wake();
      if (decision.outcome === 'crisis') crisisAlarms.wake();
    },
    onAccountAlarm(channel, code) {
      metrics.accountAlarms.inc({ channel, code });
      log.error({ channel, code }, 'the platform limits the account; a ticket says what to do');
      void alarms.raise(accountAlarm(channel, code, now()));
    },
  });
  const worker = createWorker({
    inbox,
    quietMs: config.burstMs,
    pace,
    now,
    onFault,
    giveUp(source) {
      return giveUpMail(source, { records, office, live, now }).finally(sender.wake);
    },
    onParked(items, error) {
      for (const item of items) metrics.parked.inc({ channel: item.channel });
      log.error({ error, ids: items.map((item) => item.id) }, 'messages given up after repeated faults');
      const channel = items[0]?.channel;
      if (channel !== undefined) void alarms.raise(mailGivenUpAlarm(channel, items.length, now()));
    },
    async process(channel, activity, source) {
      const adapter = adapterById.get(channel);
      if (adapter === undefined) throw new TypeError(`Mail of channel ${channel}, which is off in the settings.`);
      // Where a person answers, or another app holds the thread, a sign of life would be a false promise.
      const owner = (await records.conversation(source.conversationId))?.owner ?? 'bot';
      const answers = owner === 'bot' && !(await botSwitch.state()).off;
      if (activity.type === ActivityTypes.Message && answers) {
        void adapter.showTyping(activity.from?.id ?? '').catch(onFault);
        live.publish({ kind: 'typing', conversationId: source.conversationId });
      }
      return adapter.receive(activity, source, (context) => bot.run(context));
    },
  });

  let draining = false;
  const visitorKey = Buffer.from(await kept.getOrMake('visitor-key', () => randomBytes(32).toString('hex')), 'hex');
  const app = createHttpApp({
    config,
    inbox,
    outbox,
    records,
    staff,
    live,
    metrics,
    pace,
    knowledge,
    webhooks,
    channels,
    kept,
    erasures,
    visitorKey,
    log,
    now,
    newId,
    botSwitch,
    office,
    draining: () => draining,
    wakeWorker: worker.wake,
    wakeSender: sender.wake,
  });
  const stopWatching = knowledge.watch(
    (passages) => log.info({ passages }, 'index switched'),
    (error) => log.error({ error }, 'new index refused, the present one stays'),
  );
  if (engine.singleProcess) await outbox.recover(now() + config.sendConfirmMs);
  const server = await listen(app, config.host, config.port);
  worker.start();
  sender.start();
  const stopCrisisAlarms = crisisAlarms.start();
  if (config.busyAfterMs > 0) {
    const { wake: wakeSender } = sender;
    const afterMs = config.busyAfterMs;
    stopWatches.push(
      startBusyNotices({ inbox, records, channels, botSwitch, live, afterMs, now, onFault, wakeSender }),
    );
  }

  return {
    server,
    summary: summarize(config, knowledge),
    async stop() {
      draining = true;
      stopWatching();
      await server.close();
      await worker.stop();
      await sender.stop();
      for (const stopWatch of stopWatches) await stopWatch();
      // An alarm under way ends with the alarms, and is noted before the store closes.
      await Promise.all([stopCrisisAlarms(), alarms.stop()]);
      await engine.close();
    },
  };
}

function summarize(config: Config, knowledge: KnowledgeSource): readonly string[] {
  const { documents, passages } = knowledge.current();
  const channel = (name: string, path: string, state: Config['messenger'] | Config['zalo']) =>
    state.on ? `on   ${name}: ${path}` : `off  ${name}: set ${state.missing.join(', ')}`;
  return [
    `on   knowledge: ${documents.size} documents, ${passages.length} passages (${config.dataDir})`,
    ...(knowledge.refused() === null
      ? []
      : [`off  newest index: ${knowledge.refused()?.message} Until then the one before answers.`]),
    knowledge.searchesByMeaning()
      ? `on   search by meaning: ${config.embeddings?.model ?? 'bundled encoder'}, ${knowledge.vectorSearch()} search`
      : 'off  search by meaning: the index has no vectors of this encoder; run npm run ingest again',
    'on   web chat: /',
    config.webEmbedOrigins.length === 0
      ? 'off  web chat on other sites: set WEB_EMBED_ORIGINS'
      : `on   web chat on other sites: /widget.js for ${config.webEmbedOrigins.join(', ')}`,
    'on   staff console: /staff',
    channel('Messenger', '/webhooks/messenger', config.messenger),
    channel('Zalo', '/webhooks/zalo', config.zalo),
    config.publicUrl === null
      ? 'off  links to sources in Messenger and Zalo: set PUBLIC_URL'
      : `on   public address: ${config.publicUrl}`,
    describeAlarms(config.alarms),
  ];
}
