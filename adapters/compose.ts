import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import { createAssistantBot } from '../bot/assistant-bot.ts';
import { createBotSwitch } from '../bot/bot-switch.ts';
import { createCrisisAlarms } from '../bot/crisis-alarms.ts';
import { createFloodWatch } from '../bot/flood.ts';
import { createWaitingReplies } from '../bot/gaps/reply-drafts.ts';
import { giveUpMail } from '../bot/give-up.ts';
import { codeResultOf } from '../bot/links/linking.ts';
import type { Alarm } from '../bot/ports/alarms.ts';
import type { Channel, ChannelId } from '../bot/ports/channel.ts';
import { createRadarFindings } from '../bot/radar/radar-state.ts';
import { mailGivenUpAlarm } from '../bot/raised-alarms.ts';
import { createReports } from '../bot/reporting/reports.ts';
import { createSender } from '../bot/sender.ts';
import { createWorker } from '../bot/worker.ts';
import { accountAlarm, zaloTokenAlarm } from './alarms/channel-alarms.ts';
import { createAlarms } from './alarms/create-alarms.ts';
import { openAlarmWays } from './alarms/open-ways.ts';
import { reportAlarms } from './alarms/report-alarms.ts';
import { createRatedCalls, MESSENGER_RATE, ZALO_RATE } from './channels/call-rate.ts';
import type { ChannelAdapter } from './channels/channel-adapter.ts';
import { keepTraces } from './channels/channel-traces.ts';
import { rememberHeard } from './channels/heard-channels.ts';
import { sortEvents } from './channels/inbound-arrivals.ts';
import { refusalEvent } from './channels/messenger/account-alarms.ts';
import { MessengerAdapter } from './channels/messenger/messenger-adapter.ts';
import { createMessengerWebhook } from './channels/messenger/messenger-webhook.ts';
import { withSignOfLife } from './channels/sign-of-life.ts';
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
import { createHttpApp, type HttpDependencies } from './http/app.ts';
import { createHealthApp } from './http/health-app.ts';
import { createIntakePace } from './http/intake-pace.ts';
import { type HttpServer, listen } from './http/listen.ts';
import { createUploadIngests } from './ingesting/upload-ingests.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import { type LeaderTask, runAsLeader } from './leader.ts';
import { createLeaderGauge } from './leader-gauge.ts';
import { leaderWork } from './leader-work.ts';
import { linkingOf } from './links/linking.ts';
import { faultLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openOfficeSettings } from './office-settings.ts';
import { remindingOf } from './reminders/reminding.ts';
import { createMonthlyReports } from './reporting/monthly-reports.ts';
import { REPORTS_LOCK } from './reporting/reports-lock.ts';
import type { Role } from './roles.ts';
import { KEPT_KEYS, keptKey } from './sealing/kept-key.ts';
import { openWordSeal } from './sealing/open-word-seal.ts';
import type { StateEngine, Stores } from './stores/engine.ts';
import { openEngine } from './stores/open-engine.ts';
import { sealStores } from './stores/sealed-stores.ts';
import { summarize } from './summary.ts';

/** Parts that a test or the command line may replace; everything else is the real product. */
export interface Overrides {
  /** `all` unless given. */
  readonly role?: Role;
  /** What only one of several processes does, beside what the channels need of that kind. */
  readonly leaderTasks?: readonly LeaderTask[];
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
  const newId = randomUUID;
  const fetchLike = overrides.fetch ?? fetch;
  const onFault = faultLog(log);
  const role = overrides.role ?? 'all';

  const engine = overrides.engine ?? (await openEngine(config));
  const now = overrides.now ?? engine.now;
  const sealed = sealStores(engine, await openWordSeal(config.sealingKey, engine.kept, randomBytes));
  const stores = overrides.stores?.(sealed) ?? sealed;
  const { outbox, records, kept, health, audit } = stores;
  const { live } = engine;
  const heard = rememberHeard(kept, onFault);
  const traces = keepTraces(kept, now, onFault);
  const inbox = traces.watched(stores.inbox);
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
  const lock = engine.lock('kept-versions');
  const settings = openOfficeSettings({ kept, audit, now, lock, onFault });
  const { office, topics, approval, admission, ...versions } = settings;
  const keptReports = createReports({ kept, audit, now, lock: engine.lock(REPORTS_LOCK) });
  const reports = createMonthlyReports(keptReports, { ...stores, now });
  const radar = createRadarFindings({ kept, lock: engine.lock('radar') });
  const replies = createWaitingReplies({ kept, lock: engine.lock('reply-drafts') });
  const crisisAlarms = createCrisisAlarms({ records, alarms, now, onFault });

  const sentPieces = { of: outbox.piecesSent, set: outbox.pieceSent };
  const adapters: ChannelAdapter[] = [new WebAdapter()];
  const webhooks: WebhookChannel[] = [];
  const leaderTasks: LeaderTask[] = [...(overrides.leaderTasks ?? [])];
  if (config.messenger.on) {
    const { settings } = config.messenger;
    const rated = createRatedCalls(MESSENGER_RATE, performance.now.bind(performance));
    adapters.push(
      new MessengerAdapter({
        ...settings,
        fetch: rated.inTurn(fetchLike),
        sparingFetch: rated.ifSpare(fetchLike),
        now,
        sentPieces,
        sourceUrl(passageId) {
          const found = knowledge.passage(passageId);
          const link = found === null ? null : knowledge.link(found.passage);
          return link?.startsWith('https://') ? link : null;
        },
        onAlarm(alarm) {
          const { arrivals } = sortEvents('messenger', [refusalEvent(alarm, settings.pageId, now())]);
          inbox.put(arrivals, now()).then(() => wakeWorker(), onFault);
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
    const fetch = createRatedCalls(ZALO_RATE, performance.now.bind(performance)).inTurn(fetchLike);
    adapters.push(new ZaloAdapter({ ...config.zalo.settings, tokens, fetch, onQuota, sentPieces }));
    webhooks.push(
      createZaloWebhook(config.zalo.settings, (variant) =>
        log.info({ variant }, 'Zalo signature variant that matched'),
      ),
    );
    leaderTasks.push(() =>
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
    onDelivery(channel, status, { cause, callMs, waitedMs }) {
      traces.delivered(channel, status, cause);
      metrics.deliveries.inc({ channel, status });
      if (cause !== null) metrics.deliveryFailures.inc({ channel, status, cause });
      if (callMs !== null) metrics.stepSeconds.observe({ step: 'deliver' }, callMs / 1000);
      if (waitedMs !== null) metrics.answerSeconds.observe({ channel }, Math.max(0, waitedMs) / 1000);
    },
    onFault,
  });
  const bot = createAssistantBot({
    records,
    botSwitch,
    office,
    topics,
    approval,
    knowledge,
    admission,
    reminding: remindingOf(stores, config),
    linking: linkingOf({ ...stores, channels, live, log, now, onFault, raise, wakeSender: sender.wake }),
    controller: config.controller,
    statements: versions.statements,
    reopenDays: config.tickets.reopenDays,
    flood: createFloodWatch(),
    live,
    now,
    newId,
    onTurn(decision, channel, took) {
      heard(channel);
      metrics.turns.inc({ channel, outcome: decision.outcome, topic: decision.topic ?? 'none' });
      const code = codeResultOf(decision);
      if (code !== null) metrics.linkCodes.inc({ result: code });
      metrics.turnSeconds.observe({ channel }, (took.context + took.decide) / 1000);
      for (const [step, ms] of Object.entries(took)) metrics.stepSeconds.observe({ step }, ms / 1000);
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
      if (channel === undefined) return;
      traces.parked(channel, items.length, error);
      void alarms.raise(mailGivenUpAlarm(channel, items.length, now()));
    },
    async process(channel, activity, source) {
      const adapter = adapterById.get(channel);
      if (adapter === undefined) throw new TypeError(`Mail of channel ${channel}, which is off in the settings.`);
      // Where a person answers, or another app holds the thread, a sign of life would be a false promise.
      const owner = (await records.conversation(source.conversationId))?.owner ?? 'bot';
      const answers = owner === 'bot' && !(await botSwitch.state()).off;
      const work = () => adapter.receive(activity, source, (context) => bot.run(context));
      if (!answers || activity.type !== ActivityTypes.Message) return work();
      live.publish({ kind: 'typing', conversationId: source.conversationId });
      return withSignOfLife(adapter, activity.from?.id ?? '', work, onFault);
    },
  });

  // Where the loops run in other processes, those are told; a process of its own needs no detour.
  const tellWorkers = () => live.publish({ kind: 'work' });
  const wakeWorker = role === 'web' ? tellWorkers : worker.wake;
  const wakeSender = role === 'web' ? tellWorkers : sender.wake;
  live.subscribe((event) => {
    if (event.kind !== 'work') return;
    worker.wake();
    sender.wake();
  });

  const ingests = createUploadIngests({ dataDir: config.dataDir, now, onFault });
  let draining = false;
  const visitorKey = await keptKey(kept, KEPT_KEYS.visitors, randomBytes);
  const keptFactorKey = await keptKey(kept, KEPT_KEYS.factors, randomBytes);
  const factorKeys: HttpDependencies['factorKeys'] =
    config.staffSecretKey === null ? [keptFactorKey] : [config.staffSecretKey, keptFactorKey];
  const served: HttpDependencies = {
    ...stores,
    config,
    inbox,
    raise,
    reports,
    radar,
    replies,
    factorKeys,
    storeHealth: health,
    live,
    metrics,
    pace,
    knowledge,
    ingests,
    onAudit(actor, action, subject, facts = {}) {
      const named = action.includes('.') ? action : `staff.${action}`;
      audit.append({ at: now(), actor, action: named, subject, facts }).catch(onFault);
    },
    webhooks,
    channels,
    visitorKey,
    log,
    now,
    newId,
    botSwitch,
    office,
    topics,
    approval,
    admission,
    ...versions,
    draining: () => draining,
    wakeWorker,
    wakeSender,
  };
  const app = role === 'worker' ? createHealthApp(served) : createHttpApp(served);
  const stopWatching = knowledge.watch(
    (passages) => log.info({ passages }, 'index switched'),
    (error) => log.error({ error }, 'new index refused, the present one stays'),
  );
  if (engine.singleProcess) await outbox.recover(now() + config.sendConfirmMs);
  const server = await listen(app, config.host, config.port);
  leaderTasks.push(crisisAlarms.start);
  const looking = {
    stores,
    config,
    inbox,
    botSwitch,
    channels,
    alarms,
    office,
    admission,
    radar,
    live,
    log,
    pace,
    now,
    onFault,
    onUnreadableCount: (count: number) => metrics.keptUnreadable.set(count),
  };
  leaderTasks.push(...leaderWork({ ...looking, ...versions, replies, ingests, knowledge, wakeSender: sender.wake }));
  if (role !== 'web') {
    worker.start();
    sender.start();
  }
  const leading = createLeaderGauge(metrics.registry);
  const stopLeading =
    role === 'web'
      ? async () => {}
      : runAsLeader({
          lease: engine.lease('leader'),
          tasks: leaderTasks,
          clock: performance.now.bind(performance),
          onFault,
          onChange(leads) {
            leading.set(leads ? 1 : 0);
            if (!engine.singleProcess) log.info({ leads }, 'leader of the worker processes');
          },
        });

  return {
    server,
    summary: summarize(config, knowledge, engine, role),
    async stop() {
      draining = true;
      stopWatching();
      await server.close();
      await ingests.stop();
      await worker.stop();
      await sender.stop();
      // An alarm under way ends with the alarms, and is noted before the store closes.
      await Promise.all([stopLeading(), alarms.stop()]);
      await engine.close();
    },
  };
}
