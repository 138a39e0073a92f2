import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Author, Delivery, SendWindow } from '../../../bot/ports/channel.ts';
import type { MessengerConfig } from '../../config.ts';
import { ChannelAdapter, type DeliveryOptions } from '../channel-adapter.ts';
import type { SentPieces } from '../sent-pieces.ts';
import { createMessengerClient, type MessengerClient } from './client.ts';
import { messengerWindow } from './window.ts';

const CALL_TIMEOUT_MS = 10_000;

const channelData = z.object({
  quickReplies: z.array(z.object({ title: z.string(), payload: z.string() })).default([]),
});

/** Messenger as a Bot Framework adapter: activities go out through the Send API. */
export class MessengerAdapter extends ChannelAdapter {
  readonly id = 'messenger';
  readonly #client: MessengerClient;

  constructor(
    options: MessengerConfig & {
      readonly fetch: typeof fetch;
      readonly now: () => number;
      readonly sentPieces: SentPieces;
    },
  ) {
    super();
    this.#client = createMessengerClient({
      graphUrl: options.graphUrl,
      version: options.graphVersion,
      pageId: options.pageId,
      pageToken: options.pageToken,
      appSecret: options.appSecret,
      fetch: options.fetch,
      now: options.now,
      timeoutMs: CALL_TIMEOUT_MS,
      sentPieces: options.sentPieces,
    });
  }

  window(author: Author, lastInboundAt: number | null, now: number): SendWindow {
    return messengerWindow(author, lastInboundAt, now);
  }

  override async showTyping(recipientId: string): Promise<void> {
    await this.#client.senderAction(recipientId, 'typing_on');
  }

  protected override callPlatform(
    recipientId: string,
    activity: Partial<Activity>,
    options: DeliveryOptions,
  ): Promise<Delivery> {
    return this.#client.sendText({
      recipientId,
      text: activity.text ?? '',
      quickReplies: channelData.parse(activity.channelData ?? {}).quickReplies,
      mode: options.mode,
      correlationId: options.correlationId,
    });
  }
}
