import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Author, Delivery, SendWindow } from '../../../bot/ports/channel.ts';
import { PAYLOADS } from '../../../bot/quick-replies.ts';
import type { TurnSource } from '../../../bot/run-turn.ts';
import { CHANNEL_EVENTS } from '../../../bot/turn-input.ts';
import type { MessengerConfig } from '../../config.ts';
import { ChannelAdapter, type DeliveryOptions } from '../channel-adapter.ts';
import type { SentPieces } from '../sent-pieces.ts';
import type { AccountAlarm } from './account-alarms.ts';
import { createMessengerClient, type MessengerClient } from './client.ts';
import type { MessengerText } from './message-body.ts';
import { THREAD_HELD } from './refusals.ts';
import { messengerWindow } from './window.ts';

const CALL_TIMEOUT_MS = 10_000;

const channelData = z.object({
  author: z.enum(['bot', 'staff']).default('bot'),
  quickReplies: z.array(z.object({ title: z.string(), payload: z.string() })).default([]),
  citations: z.array(z.object({ passageId: z.string() })).default([]),
});

const threadTaken = z.object({ askedBy: z.string().nullable() });

export interface MessengerAdapterOptions extends MessengerConfig {
  readonly fetch: typeof fetch;
  /** For calls that may be left out; may reject without calling. `fetch` by default. */
  readonly sparingFetch?: typeof fetch;
  readonly now: () => number;
  /** Public https address of a passage, or `null`: Messenger opens no other. */
  readonly sourceUrl: (passageId: string) => string | null;
  readonly onAlarm: (alarm: AccountAlarm) => void;
  readonly sentPieces: SentPieces;
}

/** Messenger as a Bot Framework adapter: activities go out through the Send API. */
export class MessengerAdapter extends ChannelAdapter {
  readonly id = 'messenger';
  readonly #client: MessengerClient;
  readonly #sourceUrl: MessengerAdapterOptions['sourceUrl'];

  constructor(options: MessengerAdapterOptions) {
    super();
    this.#sourceUrl = options.sourceUrl;
    this.#client = createMessengerClient({
      ...options,
      version: options.graphVersion,
      timeoutMs: CALL_TIMEOUT_MS,
      sentPieces: options.sentPieces,
    });
  }

  window(author: Author, lastInboundAt: number | null, now: number): SendWindow {
    return messengerWindow(author, lastInboundAt, now);
  }

  override async showTyping(recipientId: string): Promise<void> {
    await Promise.all([
      this.#client.senderAction(recipientId, 'mark_seen'),
      this.#client.senderAction(recipientId, 'typing_on'),
    ]);
  }

  /** Where another app asks for the thread, a person wants to answer there: it gets it, once that is recorded. */
  override async receive(
    activity: Partial<Activity>,
    source: TurnSource,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<'done' | 'stale'> {
    const result = await super.receive(activity, source, logic);
    if (result === 'done' && activity.type === ActivityTypes.Event && activity.name === CHANNEL_EVENTS.threadTaken) {
      const { askedBy } = threadTaken.parse(activity.value);
      if (askedBy !== null) await this.#client.passThread(activity.from?.id ?? '', askedBy);
    }
    return result;
  }

  protected override async callPlatform(
    recipientId: string,
    activity: Partial<Activity>,
    options: DeliveryOptions,
  ): Promise<Delivery> {
    const { author, quickReplies, citations } = channelData.parse(activity.channelData ?? {});
    const links = this.#linksTo(citations.map((citation) => citation.passageId));
    const message: MessengerText = {
      recipientId,
      text: activity.text ?? '',
      // The button opens what the quick reply would quote.
      quickReplies: links.length === 0 ? quickReplies : quickReplies.filter((reply) => !isSource(reply.payload)),
      links,
      mode: options.mode,
      correlationId: options.correlationId,
    };
    const delivery = await this.#client.sendText(message);
    const held = author === 'staff' && delivery.status === 'failed' && delivery.code === THREAD_HELD;
    if (!held) return delivery;
    if (await this.#client.takeThread(recipientId)) return this.#client.sendText(message);
    await this.#client.requestThread(recipientId);
    return delivery;
  }

  #linksTo(passageIds: readonly string[]): MessengerText['links'] {
    const urls = [...new Set(passageIds.map(this.#sourceUrl).filter((url) => url !== null))];
    return urls.map((url, index) => ({ title: urls.length === 1 ? 'Xem nguồn' : `Xem nguồn ${index + 1}`, url }));
  }
}

function isSource(payload: string): boolean {
  return payload.startsWith(PAYLOADS.source);
}
