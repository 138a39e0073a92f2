import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The product's metrics; names and labels are promised in the README. Labels never carry a person's data. */
export interface Metrics {
  readonly registry: Registry;
  readonly webhookEvents: Counter<'channel' | 'result'>;
  readonly turns: Counter<'channel' | 'outcome' | 'topic'>;
  readonly turnSeconds: Histogram<'channel'>;
  readonly stepSeconds: Histogram<'step'>;
  readonly answerSeconds: Histogram<'channel'>;
  readonly webhookSeconds: Histogram<'channel'>;
  readonly deliveries: Counter<'channel' | 'status'>;
  readonly deliveryFailures: Counter<'channel' | 'status' | 'cause'>;
  readonly parked: Counter<'channel'>;
  readonly accountAlarms: Counter<'channel' | 'code'>;
  readonly alarms: Counter<'kind' | 'result'>;
  readonly linkCodes: Counter<'result'>;
  readonly embeddingsFailures: Counter<'reason'>;
  readonly writings: Counter<'end'>;
  readonly rewrites: Counter<'end'>;
  readonly chatFailures: Counter<'reason'>;
  readonly chatTokens: Counter;
  readonly zaloMessages: Counter<'quota'>;
  readonly zaloRefreshTokenDays: Gauge;
  readonly inboxWaiting: Gauge;
  readonly inboxOldestSeconds: Gauge;
  readonly outboxPending: Gauge;
  readonly outboxOldestSeconds: Gauge;
  readonly keptUnreadable: Gauge;
  readonly storeUp: Gauge;
  readonly indexAgeSeconds: Gauge;
  readonly openTickets: Gauge;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    webhookEvents: new Counter({
      name: 'assistant_webhook_events_total',
      help: 'Events received, by channel and result (stored, duplicate, echo, notice, unknown, ignored, bad_signature, malformed)',
      labelNames: ['channel', 'result'],
      registers,
    }),
    turns: new Counter({
      name: 'assistant_turns_total',
      help: 'Turns by channel, outcome and topic',
      labelNames: ['channel', 'outcome', 'topic'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'assistant_turn_seconds',
      help: 'Time to read a conversation and decide a turn',
      labelNames: ['channel'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    stepSeconds: new Histogram({
      name: 'assistant_step_seconds',
      help: 'Time of one step of the way of a message (context, decide, commit, deliver)',
      labelNames: ['step'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    answerSeconds: new Histogram({
      name: 'assistant_answer_seconds',
      help: 'Time from the receipt of a message until the platform took the reply; BURST_MS is part of it',
      labelNames: ['channel'],
      buckets: [0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30, 60, 300, 1800, 21_600],
      registers,
    }),
    webhookSeconds: new Histogram({
      name: 'assistant_webhook_seconds',
      help: 'Time to answer a webhook, durable storing included',
      labelNames: ['channel'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    deliveries: new Counter({
      name: 'assistant_deliveries_total',
      help: 'Delivery attempts by channel and status (sent, retry, unknown, failed, held, withheld)',
      labelNames: ['channel', 'status'],
      registers,
    }),
    deliveryFailures: new Counter({
      name: 'assistant_delivery_failures_total',
      help: 'Delivery attempts that did not send, by channel, status (retry, unknown, failed, held, withheld) and cause',
      labelNames: ['channel', 'status', 'cause'],
      registers,
    }),
    parked: new Counter({
      name: 'assistant_parked_messages_total',
      help: 'Messages given up after repeated faults',
      labelNames: ['channel'],
      registers,
    }),
    accountAlarms: new Counter({
      name: 'assistant_account_alarms_total',
      help: 'Times a platform limited our account, by channel and code (blocked, token invalid, restricted)',
      labelNames: ['channel', 'code'],
      registers,
    }),
    alarms: new Counter({
      name: 'assistant_alarms_total',
      help: 'Alarms to the duty officer, by kind and by result for each recipient (delivered, suppressed, failed) or unset where nobody is set',
      labelNames: ['kind', 'result'],
      registers,
    }),
    linkCodes: new Counter({
      name: 'assistant_link_codes_total',
      help: 'Codes typed to link conversations, by result (linked, wrong, refused after too many wrong ones)',
      labelNames: ['result'],
      registers,
    }),
    writings: new Counter({
      name: 'assistant_writings_total',
      help: 'Answers that a model was asked to put into words, by how that ended',
      labelNames: ['end'],
      registers,
    }),
    rewrites: new Counter({
      name: 'assistant_rewrites_total',
      help: 'Follow-ups that a model was asked to make stand alone, by how that ended',
      labelNames: ['end'],
      registers,
    }),
    chatFailures: new Counter({
      name: 'assistant_chat_failures_total',
      help: 'Times the model gave nothing, by reason (timeout, limit, refused, unavailable, malformed, budget, paused)',
      labelNames: ['reason'],
      registers,
    }),
    chatTokens: new Counter({
      name: 'assistant_chat_tokens_total',
      help: 'Tokens that the chat endpoint counted',
      registers,
    }),
    embeddingsFailures: new Counter({
      name: 'assistant_embeddings_failures_total',
      help: 'Questions that the embeddings endpoint gave no vector for, by reason (timeout, unavailable, limit, refused, malformed)',
      labelNames: ['reason'],
      registers,
    }),
    zaloMessages: new Counter({
      name: 'assistant_zalo_messages_total',
      help: 'Messages that Zalo took, by what paid for them (reply and welcome_msg are free; sub_quota, purchase_quota, reward_quota, billed, other)',
      labelNames: ['quota'],
      registers,
    }),
    zaloRefreshTokenDays: new Gauge({
      name: 'assistant_zalo_refresh_token_days',
      help: 'Days until the Zalo refresh token ends; 0 when an admin has to consent again or Zalo is off',
      registers,
    }),
    inboxWaiting: new Gauge({ name: 'assistant_inbox_waiting', help: 'Messages waiting for a turn', registers }),
    inboxOldestSeconds: new Gauge({
      name: 'assistant_inbox_oldest_seconds',
      help: 'Age of the oldest waiting message',
      registers,
    }),
    outboxPending: new Gauge({ name: 'assistant_outbox_pending', help: 'Messages not yet sent', registers }),
    outboxOldestSeconds: new Gauge({
      name: 'assistant_outbox_oldest_seconds',
      help: 'Age of the oldest message not yet sent',
      registers,
    }),
    keptUnreadable: new Gauge({
      name: 'assistant_kept_values_unreadable',
      help: 'Kept values that cannot be read, as the leader last found; the log and admin doctor name them',
      registers,
    }),
    storeUp: new Gauge({
      name: 'assistant_store_up',
      help: 'Whether the store answered this scrape; with 0 the gauges read from it are absent',
      registers,
    }),
    indexAgeSeconds: new Gauge({
      name: 'assistant_index_age_seconds',
      help: 'Age of the index that answers',
      registers,
    }),
    openTickets: new Gauge({ name: 'assistant_open_tickets', help: 'Tickets new, claimed or waiting', registers }),
  };
}
